import { readFile } from 'node:fs/promises'
import { type Attack, inParallel, pick, someOf, tally } from './attack'
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
const ALLOWED = [
  'editor-ground',
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'table-state',
]

/** Bodies that Next cannot read, or with input that no screen sends. */
const BODIES: [kind: string, body: string][] = [
  ...[
    '',
    '[',
    'null',
    '{}',
    '[]',
    '["xx"]',
    '["$F1"]',
    '["$W1"]',
    '[{"then":"$1"}]',
    '[{"name":"form-state","args":{"a":"$F1"}}]',
    '[{"name":"form-state","args":{"a":"$0:0:args:nothing"}}]',
    '[{"name":"form-state","a":"$0:0:name:0"}]',
    '[{"name":"form-state","args":{"d":"$D2020","a":"$0:0:args:d:0"}}]',
    `[{"name":"form-state","a":[${Array(660_000).fill('[]').join()}]}]`,
    '['.repeat(100_000),
  ].map((body): [string, string] => ['text/plain;charset=UTF-8', body]),
  ['application/json', '[{"name":"form-state","args":{}}]'],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=x', 'x'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$F1"]\r\n--x--\r\n'],
]

/** The input of screens for a function, with one value of another type. */
const ODD_KEYS = ['operation', 'schemaPath', 'path', 'columns', 'query', 'field', 'data', 'docPreferences', 'viewType']
const ODD_VALUES: unknown[] = [
  null,
  '',
  {},
  [],
  -1,
  'x',
  { $ne: 1 },
  '__proto__',
  [[[]]],
  { where: { or: 'x' } },
  { sort: {} },
]

/** A part of the request that no answer may repeat: a mark in a header of our own. */
const MARK = 'a mark that only this request carries'

/** Calls the server functions of the admin, Payload's screens' and the editor's, with every name, with documents of others, as everybody. */
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
  const odd = ALLOWED.flatMap((name) =>
    ODD_KEYS.flatMap((key) =>
      ODD_VALUES.map((value) => ({
        name,
        args: { collectionSlug: pick(COLLECTIONS, random), operation: 'update', [key]: value },
      })),
    ),
  )
  // The database deletes these counts of earlier sign-ins itself, during a long run: that would look like a change.
  await ground.database.collection('account-limits').deleteMany({})
  const before = await ground.fingerprint()
  const asked = ground.visitors.flatMap((visitor) =>
    actions.flatMap((action) => [...calls, ...odd].map((call) => ({ visitor, action, call }))),
  )
  await inParallel(someOf(asked, short ? 300 : asked.length, random), 4, async ({ visitor, action, call }) => {
    const { status, text } = await ground.ask(visitor, 'POST', WITH_FUNCTIONS, {
      body: JSON.stringify([call]),
      headers: { 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8', 'x-mark': MARK },
    })
    const leaks = leaksIn({ text, visitor, secrets: ground.secrets })
    const isForbidden = !ALLOWED.some((name) => name === call.name)
    const isClosed = isForbidden || visitor.cookie === ''
    // The editor is told that nobody is signed in, so that its page stays.
    const isTold = action.isOfEditor && visitor.cookie === '' && text.includes('"signed-out"')
    const holds = leaks.length === 0 && !text.includes(MARK) && status < 500 && (!isClosed || status === 404 || isTold)
    note(holds, `${visitor.name}: ${JSON.stringify(call).slice(0, 160)} answers ${status} and shows ${leaks}`)
  })
  for (const visitor of ground.visitors)
    for (const { id } of actions) {
      const { status, text } = await ground.ask(visitor, 'POST', WITHOUT_FUNCTIONS, {
        body: JSON.stringify([calls.at(-1)]),
        headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      })
      note(text === '{}', `${visitor.name}: a page without functions answers ${status} and ${text.slice(0, 60)}`)
    }
  for (const visitor of ground.visitors)
    for (const { id } of await actionIds((file) => file !== OURS))
      for (const call of someOf(calls, short ? 5 : calls.length, random)) {
        const { status } = await ground.ask(visitor, 'POST', WITH_FUNCTIONS, {
          body: JSON.stringify([call]),
          headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
        })
        note(status === 404, `${visitor.name}: a call of a function that is not ours answers ${status}`)
      }
  const foreign = { 'x-forwarded-host': 'elsewhere.example' }
  for (const visitor of ground.visitors.slice(0, short ? 3 : undefined))
    for (const { id } of await actionIds(() => true)) {
      for (const [kind, body] of BODIES) {
        const headers = { 'next-action': id, 'content-type': kind }
        const { status } = await ground.ask(visitor, 'POST', WITH_FUNCTIONS, { body, headers })
        note(status === 404, `${visitor.name}: a call of ${kind} ${body.slice(0, 60)} answers ${status}`)
      }
      const headers = { 'next-action': id, 'content-type': 'text/plain', ...foreign }
      const { status } = await ground.ask(visitor, 'POST', WITH_FUNCTIONS, { body: JSON.stringify(['en']), headers })
      note(status === 403, `${visitor.name}: a call from elsewhere answers ${status}`)
    }
  const after = await ground.fingerprint()
  for (const name of Object.keys(after))
    note(SCREENS.includes(name) || after[name] === before[name], `server functions changed ${name}`)
  return result()
}

/** Payload stores how a person displays a table. */
const SCREENS = ['payload-preferences']

/** The address of a page that calls the functions, and of one that does not. */
const WITH_FUNCTIONS = '/admin/collections/toolkits'
const WITHOUT_FUNCTIONS = '/admin'

/** The file with our server functions. */
const OURS = 'src/app/serverFunction.ts'

type Action = { id: string; isOfEditor: boolean }

/** The ids by which the built application knows our server functions; another, for the language, is Payload's. */
async function actionIds(isMeant = (file: string): boolean => file === OURS): Promise<Action[]> {
  const manifest: unknown = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8'))
  const all: [string, unknown][] = Object.entries(Object(Object(manifest).node))
  const ids = all
    .filter(([, entry]) => isMeant(String(Object(entry).filename)))
    .map(([id, entry]) => ({ id, isOfEditor: Object(entry).exportedName === 'editorFunction' }))
  if (ids.length === 0) throw new Error('The build has no server function')
  return ids
}
