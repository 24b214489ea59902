import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { fr } from '@payloadcms/translations/languages/fr'
import { it } from '@payloadcms/translations/languages/it'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { COOKIE_PREFIX } from '@/accounts/cookieNames'
import { prepareLinks } from '@/accounts/passwordLinks'
import { database, prepareAccountStores } from '@/accounts/stores'
import { adminViews } from '@/admin/adminViews'
import { assertDatabaseIsNotDropped, assertDatabaseIsSafe } from '@/database/bootChecks'
import { indexRevisions } from '@/database/indexRevisions'
import { endLeftTransactions } from '@/database/leftTransactions'
import { failClosed } from '@/database/transaction'
import { LANGUAGES } from '@/domain/language'
import { endpoints } from '@/endpoints'
import { accountEndpoints } from '@/endpoints/account'
import { noDirectMail } from '@/mail/noDirectMail'
import { prepareMailStores } from '@/mail/stores'
import { collections, uniqueIndexes } from './collections'
import { closeFrameworkCollections } from './collections/closeFrameworkCollections'
import { answerRefusedWritesAfterError } from './collections/hooks/answerErrors'
import { logWithShortRefusals } from './collections/logRefusals'
import { el } from './collections/payloadInGreek'
import { richTextEditor } from './collections/richText/editor'
import { editorInGreek } from './collections/richText/editorInGreek'
import { withEditorWords } from './collections/richText/editorWords'
import { migrations } from './migrations'

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? 'http://localhost:3000'

/** A required value: the server does not start with a secret that anybody can guess. */
function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(
      `${name} is not set. "npm run dev" and "npm run demo" set it; in production set it yourself (docs/running.md).`,
    )
  }
  return value
}

/**
 * Payload's types do not include Greek, but its code accepts any language: hence values, and not literals in the call.
 */
const supportedLanguages = { en, fr, es, it, de, el }
const translations = { en: {}, el: { lexical: editorInGreek } }
const i18n = { fallbackLanguage: 'en' as const, supportedLanguages, translations }

// Payload would empty the database while it connects, before any of our checks.
assertDatabaseIsNotDropped(process.env)

export default buildConfig({
  admin: {
    user: 'users',
    importMap: { baseDir: root },
    meta: { titleSuffix: ' · Toolkit', defaultOGImageType: 'off' },
    ...adminViews,
  },
  collections: collections.map((one) => (one.slug === 'users' ? { ...one, endpoints: accountEndpoints } : one)),
  cookiePrefix: COOKIE_PREFIX,
  cors: [],
  csrf: [serverURL],
  db: mongooseAdapter({
    url: required('DATABASE_URI'),
    // Built before the first write: the server refuses a transaction on a collection whose index is being built.
    ensureIndexes: true,
    migrationDir: path.resolve(root, 'migrations'),
    connectOptions: { maxPoolSize: 30, retryWrites: true, w: 'majority', readConcernLevel: 'majority' },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
  }),
  editor: richTextEditor,
  email: noDirectMail,
  endpoints,
  graphQL: { disable: true },
  hooks: { afterError: [answerRefusedWritesAfterError] },
  i18n,
  localization: {
    locales: LANGUAGES.map((code) => ({ code, label: code })),
    defaultLocale: 'en',
    fallback: false,
  },
  logger: logWithShortRefusals,
  maxDepth: 2,
  onInit: async (payload) => {
    failClosed(payload)
    await endLeftTransactions(payload)
    await prepareAccountStores(payload)
    await prepareLinks(payload)
    await prepareMailStores(database(payload))
    await indexRevisions(payload)
    await assertDatabaseIsSafe(payload, { uniqueIndexes, migrations })
  },
  secret: required('PAYLOAD_SECRET'),
  serverURL,
  sharp,
  telemetry: false,
  // `npm run generate:types` makes them; at each start of a test that would take longer than the test.
  typescript: { autoGenerate: false, outputFile: path.resolve(root, 'src/payload-types.ts') },
  upload: { limits: { fileSize: 10 * 1024 * 1024 } },
})
  .then(closeFrameworkCollections)
  .then(withEditorWords)
