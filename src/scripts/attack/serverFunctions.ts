import { readFile } from 'node:fs/promises'
import { type Attack, inParallel, someOf, tally } from './attack'
import { COLLECTIONS } from './ground'
import { leaksIn } from './secrets'

const FORBIDDEN = [
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  'hasOwnProperty',
  'copy-data-from-locale',
  'schedule-publish',
  'get-upcoming-scheduled-publish',
  'get-folder-results-component-and-data',
  'get-default-layout',
  'render-widget',
  'slugify',
  'unknown',
  ['form-state'],
  null,
]
const ALLOWED = ['form-state', 'render-document', 'render-document-slots', 'render-field', 'render-list', 'table-state']

/** What a request carries, which no answer repeats: a mark in a header of our own. */
const MARK = 'a mark that only this request carries'

/** Calls the one server function of the admin by every name, with documents of others, as everybody. */
export const serverFunctions: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const actions = await actionIds()
  const documents = new Map<string, string[]>()
  for (const collection of COLLECTIONS)
    documents.set(
      collection,
      (await ground.stored(collection)).map(({ id }) => id),
    )
  const calls = [...FORBIDDEN.map((name) => ({ name, args: { collectionSlug: 'users' } })), ...ALLOWED.flatMap(callsOf)]
  function callsOf(name: string) {
    return COLLECTIONS.flatMap((collectionSlug) =>
      someOf(documents.get(collectionSlug) ?? [], short ? 1 : 8, random).map((id) => ({
        name,
        args: {
          collectionSlug,
          id,
          docID: id,
          operation: 'update',
          schemaPath: collectionSlug,
          docPermissions: { fields: true, read: true, update: true },
          docPreferences: { fields: {} },
          formState: {},
          renderAllFields: true,
          overrideEntityVisibility: true,
          versions: true,
          overrideAccess: true,
          columns: ['id', 'title', 'name', 'email', 'hash', 'country', 'comment', 'alt', 'explanation'].map(
            (accessor) => ({
              accessor,
              active: true,
            }),
          ),
          query: { limit: 100, where: { id: { exists: true } } },
        },
      })),
    )
  }
  const before = await ground.fingerprint()
  const asked = ground.visitors.flatMap((visitor) =>
    actions.flatMap((action) => calls.map((call) => ({ visitor, action, call }))),
  )
  await inParallel(someOf(asked, short ? 300 : asked.length, random), 4, async ({ visitor, action, call }) => {
    const { status, text } = await ground.ask(visitor, 'POST', '/admin', {
      body: JSON.stringify([call]),
      headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', 'x-mark': MARK },
    })
    const leaks = leaksIn({ text, visitor, secrets: ground.secrets })
    const isForbidden = !ALLOWED.some((name) => name === call.name)
    const isClosed = isForbidden || visitor.cookie === ''
    const holds = leaks.length === 0 && !text.includes(MARK) && (!isClosed || status === 404)
    note(holds, `${visitor.name}: ${JSON.stringify(call).slice(0, 160)} answers ${status} and shows ${leaks}`)
  })
  const after = await ground.fingerprint()
  for (const name of Object.keys(after))
    note(SCREENS.includes(name) || after[name] === before[name], `server functions changed ${name}`)
  return result()
}

/** How a table is shown is kept for the person who looked at it. */
const SCREENS = ['payload-preferences']

/** The ids by which the built application knows the server function of our layout; another, for the language, is Payload's. */
async function actionIds(): Promise<string[]> {
  const manifest: unknown = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8'))
  const all: [string, unknown][] = Object.entries(Object(Object(manifest).node))
  const ids = all.filter(([, entry]) => String(Object(entry).filename).includes('(payload)/layout')).map(([id]) => id)
  if (ids.length === 0) throw new Error('The build has no server function')
  return ids
}
