import { type Attack, inParallel, someOf, tally } from './attack'
import { COLLECTIONS } from './ground'
import { isKeeper, type Visitor } from './visitor'

/**
 * What administrators and coordinators enter on Payload's own screens. Everything else is written by actions, whoever
 * acts.
 */
const ENTERED: readonly string[] = ['users', 'memberships', 'countries', 'toolkits']

function closedTo(visitor: Visitor) {
  return COLLECTIONS.filter((collection) => !isKeeper(visitor) || !ENTERED.includes(collection))
}

const WISHES = [
  { _status: 'published' },
  { state: 'approved', approvedHash: 'x', pinnedHash: 'x' },
  { title: 'Changed', name: 'Changed', body: null },
  { country: 'cy', everywhere: true, role: 'admin' },
  { $set: { state: 'approved' } },
  { manifest: [], manifestHash: 'x', kind: 'withdrawal' },
  { context: { insideAction: true }, overrideAccess: true },
]

const FLAGS = [
  'locale=en',
  'locale=en&draft=true',
  'locale=all&overrideAccess=true',
  'locale=en&publishSpecificLocale=en',
]

/** Writes without actions, on every route of every collection: nothing is changed except what a person may change. */
export const writes: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  for (const visitor of ground.visitors) {
    const closed = closedTo(visitor)
    const tries: { method: string; path: string; body: unknown }[] = []
    for (const collection of closed) {
      // Everybody may change their own name.
      const documents = (await ground.stored(collection)).filter(({ email }) => !email || email !== visitor.email)
      for (const { id, rev } of someOf(documents, short ? 2 : 20, random))
        for (const wish of WISHES)
          for (const flags of FLAGS) {
            const body = { ...wish, rev }
            tries.push({ method: 'PATCH', path: `/api/${collection}/${id}?${flags}`, body })
            tries.push({ method: 'PATCH', path: `/api/${collection}?where[id][equals]=${id}&${flags}`, body })
            tries.push({ method: 'DELETE', path: `/api/${collection}/${id}?${flags}`, body: undefined })
            tries.push({ method: 'POST', path: `/api/${collection}/${id}/duplicate?${flags}`, body })
            tries.push({ method: 'POST', path: `/api/${collection}/versions/${id}?${flags}`, body })
          }
      for (const wish of WISHES) tries.push({ method: 'POST', path: `/api/${collection}?locale=en`, body: wish })
      tries.push({ method: 'DELETE', path: `/api/${collection}?where[id][exists]=true`, body: undefined })
    }
    const before = await ground.fingerprint()
    await inParallel(someOf(tries, short ? 60 : 2_000, random), 8, async ({ method, path, body }) => {
      const { status, text } = await ground.ask(visitor, method, path, body === undefined ? {} : { body })
      const what = `${visitor.name}: ${method} ${path} ${JSON.stringify(body)}`
      note(status >= 400 && status < 500, `${what} answers ${status} ${text.slice(0, 120)}`)
    })
    const after = await ground.fingerprint()
    for (const name of closed.flatMap((collection) => [collection, `_${collection}_versions`]))
      note(before[name] === after[name], `${visitor.name} changed something in ${name}`)
  }
  return result()
}
