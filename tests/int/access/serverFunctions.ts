import { readFile } from 'node:fs/promises'
import { createRequire, register } from 'node:module'
// As in Next's own start: its store of requests needs this, and looks for it when it is loaded.
import 'next/dist/server/node-environment-baseline.js'
import { type Application, type Person, SERVER_URL } from '../setup/application'

/**
 * Calls one of the functions that Payload's screens call on the server (form state, tables, rendering …) with the
 * person's cookie, through the same entry as src/app/serverFunction.ts.
 */
export const callAsScreen = (application: Application, asked: Asked): Promise<unknown> =>
  callBy('callServerFunction', application, asked)

/** The same by the entry for the editors on our screens. */
export const callAsEditor = (application: Application, asked: Asked): Promise<unknown> =>
  callBy('callEditorFunction', application, asked)

type Asked = { person: Person | null; name: unknown; args: unknown }

async function callBy(
  entry: 'callServerFunction' | 'callEditorFunction',
  application: Application,
  { person, ...given }: Asked,
): Promise<unknown> {
  await ignoreStyles()
  const { [entry]: call } = await import('@/admin/serverFunctions/callServerFunction')
  const headers = new Headers({ Origin: SERVER_URL, Host: new URL(SERVER_URL).host })
  if (person) headers.set('Cookie', `toolkit-token=${await application.tokenOf(person)}`)
  const config = Promise.resolve(application.config)
  return withinNext(headers, () => call({ given, config, importMap: application.payload.importMap }))
}

/** The names of all these functions, read from the package, because there is no other list. */
export async function serverFunctionNames(): Promise<string[]> {
  const file = require
    .resolve('@payloadcms/next/layouts')
    .replace(/exports\/layouts\.js$/, 'utilities/handleServerFunctions.js')
  const source = await readFile(file, 'utf8')
  const body = /const baseServerFunctions = \{([^}]*)\}/.exec(source)?.[1] ?? ''
  return [...body.matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name = '']) => name).sort()
}

/** Every text in an answer, including rendered components, but without what all answers contain. */
export function textsIn(value: unknown): string {
  const texts: string[] = []
  const seen = new WeakSet()
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') texts.push(next)
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    if (next instanceof Map || next instanceof Set) waiting.push(...next.values())
    if (next instanceof Error) texts.push(next.message)
    for (const [name, part] of Object.entries(next)) if (!CARRIED.includes(name)) waiting.push(part)
  }
  return texts.join('\n')
}

const CARRIED = ['req', 'payload', 'i18n', 'importMap', 'clientConfig', 'user', '_owner', '_store', 'cookies']

const require = createRequire(import.meta.url)

/** What Next stores about a request while it answers: `headers()` and `cookies()` read it. */
async function withinNext<T>(headers: Headers, work: () => Promise<T>): Promise<T> {
  const { workAsyncStorage } = require('next/dist/server/app-render/work-async-storage.external.js')
  const { workUnitAsyncStorage } = require('next/dist/server/app-render/work-unit-async-storage.external.js')
  const { HeadersAdapter } = require('next/dist/server/web/spec-extension/adapters/headers.js')
  const { RequestCookies } = require('next/dist/server/web/spec-extension/cookies.js')
  const store = {
    type: 'request',
    phase: 'action',
    url: { pathname: '/admin', search: '' },
    headers: HeadersAdapter.seal(headers),
    cookies: new RequestCookies(headers),
    mutableCookies: new RequestCookies(headers),
    userspaceMutableCookies: new RequestCookies(headers),
  }
  return workAsyncStorage.run({ route: '/admin', page: '/admin' }, () => workUnitAsyncStorage.run(store, work))
}

let isIgnoring = false
/** Node cannot load the style sheets and pictures that the components import. */
async function ignoreStyles(): Promise<void> {
  if (isIgnoring) return
  isIgnoring = true
  const hooks = `export async function load(url, context, next) {
    return /\\.(s?css|svg|png|jpg)$/.test(url) ? { format: 'module', source: 'export default {}', shortCircuit: true } : next(url, context)
  }`
  register(`data:text/javascript,${encodeURIComponent(hooks)}`)
}
