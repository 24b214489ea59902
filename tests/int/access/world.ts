import { createHash } from 'node:crypto'
import { MASTER } from '@/domain/release'
import type { Application, Fields, Person } from '../setup/application'
import { type Edition, type Factories, factoriesFor, onePixel, type Toolkit } from '../setup/factories'
import { type Place, VISITORS, type Visitor } from './policy'

/** Words that occur only in a draft or a message of Cyprus. */
export const WORDS_OF_CYPRUS = 'Words of Cyprus that nobody else may see'
export const MESSAGE_OF_CYPRUS = 'A message within Cyprus'

export type World = {
  application: Application
  factories: Factories
  toolkit: Toolkit
  /** A second toolkit that no country has begun. */
  spare: Toolkit
  ie: Edition
  cy: Edition
  /** The person of each visitor; null for the anonymous one. */
  people: Map<string, Person | null>
  other: Person
  memberships: Record<'ie' | 'cy' | 'everywhere', string>
  /** A question of each country that is answered, and the answer read. */
  questions: Record<'ie' | 'cy', string>
}

/**
 * A toolkit with a common framework, national versions of Ireland and Cyprus that have been reviewed, published and
 * changed again and have decided on a newer release, pictures, preferences, and a person for each visitor of the policy.
 */
export async function buildWorld(application: Application): Promise<World> {
  const factories = factoriesFor(application)
  await factories.country('ie', { languages: ['en'] })
  await factories.country('cy', { languages: ['en'] })
  const toolkit = await factories.toolkit({ slug: 'guide' })
  const spare = await factories.toolkit({ slug: 'spare' })
  const ie = await reviewedTwice({
    factories,
    application,
    toolkit,
    country: 'ie',
    words: 'Words of Ireland',
    message: 'x',
  })
  const cy = await reviewedTwice({
    factories,
    application,
    toolkit,
    country: 'cy',
    words: WORDS_OF_CYPRUS,
    message: MESSAGE_OF_CYPRUS,
  })
  const release = await factories.newerRelease({ toolkit })
  const questions = {
    ie: await factories.question({ variant: ie.variant, release, words: 'A question of Ireland' }),
    cy: await factories.question({ variant: cy.variant, release, words: MESSAGE_OF_CYPRUS }),
  }
  for (const { variant } of [ie, cy]) await factories.decision({ variant, release })
  await factories.proposal({ variant: ie.variant, seen: 2 })
  await factories.proposal({ variant: cy.variant, seen: 2, message: MESSAGE_OF_CYPRUS })
  const people = new Map<string, Person | null>()
  for (const visitor of VISITORS) people.set(visitor.name, await personOf({ factories, visitor }))
  const other = await factories.person({ name: 'Somebody else' })
  const memberships = {
    ie: await factories.grant(other.id, { role: 'observer', country: 'ie' }),
    cy: await factories.grant(other.id, { role: 'observer', country: 'cy' }),
    everywhere: await factories.grant((await factories.coordinator()).id, { role: 'observer' }),
  }
  const draft = { toolkit: toolkit.id, after: 2, release: { summary: 'What is new', version: '', seen: 0 } }
  const kept = await application.act(await factories.coordinator(), 'save-release-notes', draft)
  if (kept.body.ok !== true) throw new Error(`Notes could not be kept: ${kept.text}`)
  for (const country of ['ie', 'cy', MASTER]) await factories.picture({ seed: `of ${country}`, country })
  for (const person of [...people.values(), other])
    if (person)
      await application.request(person, 'POST', '/api/payload-preferences/columns', { value: { of: person.email } })
  for (const person of [...people.values(), other])
    if (person)
      await application.payload.create({
        collection: 'working-copies',
        data: {
          ...{
            user: person.id,
            owner: cy.variant.id,
            key: 'new',
            language: 'en',
            window: 'a-window',
            turn: 1,
            hasEnded: false,
          },
          ...{
            copy: JSON.stringify({ values: person === other ? MESSAGE_OF_CYPRUS : '' }),
            at: new Date().toISOString(),
          },
        },
      })
  return { application, factories, toolkit, spare, ie, cy, people, other, memberships, questions }
}

/** Sent back, sent again, approved, published; then changed once more, so that there is a draft with new words. */
async function reviewedTwice({
  factories,
  application,
  toolkit,
  country,
  words,
  message,
}: {
  factories: Factories
  application: Application
  toolkit: Toolkit
  country: string
  words: string
  message: string
}): Promise<Edition> {
  const edition = await factories.edition({ country, toolkit, state: 'published', words: `Published in ${country}.` })
  const { variant } = edition
  const [first] = toolkit.sections
  const lead = await factories.lead(country)
  const written = await application.act(lead, 'adapt-section', {
    variant: variant.id,
    key: first?.key,
    seen: 1,
    language: 'en',
    title: words,
    explanation: message,
  })
  if (written.body.ok !== true) throw new Error(`A section could not be changed: ${written.text}`)
  return edition
}

async function personOf({ factories, visitor }: { factories: Factories; visitor: Visitor }): Promise<Person | null> {
  if (visitor.isAnonymous) return null
  const roles = visitor.role ? [{ role: visitor.role, ...(visitor.country ? { country: visitor.country } : {}) }] : []
  return factories.person({ roles, name: visitor.name })
}

/** The stored documents of a collection. */
export async function storedIn({ payload }: Application, collection: string, where: Fields = {}): Promise<Fields[]> {
  const model = payload.db.collections[collection]
  if (!model) throw new Error(`There is no collection ${collection}`)
  const docs: Fields[] = await model.find(where).lean()
  return docs.map((doc) => ({ ...doc, id: String(doc._id) }))
}

/** The place of a stored document, from the view of a visitor. */
export function placeOf(
  { people }: World,
  { collection, doc, visitor }: { collection: string; doc: Fields; visitor: Visitor },
): Place {
  const person = people.get(visitor.name)?.id ?? 'nobody'
  switch (collection) {
    case 'users':
      return String(doc.id) === person ? 'own' : 'other'
    case 'memberships':
      if (String(doc.user) === person) return 'own'
      return doc.everywhere ? 'everywhere' : doc.country === 'ie' ? 'ie' : 'cy'
    case 'working-copies':
      return String(doc.user) === person ? 'own' : 'other'
    case 'payload-preferences':
      return String(Object(doc.user).value) === person ? 'own' : 'other'
    case 'sections':
      return MASTER
    default:
      return doc.country === 'ie' || doc.country === 'cy' || doc.country === MASTER ? doc.country : 'none'
  }
}

/** The stored document of this collection for this place; null if the visitor has none. */
export async function subjectOf(
  world: World,
  { collection, place, visitor }: { collection: string; place: Place; visitor: Visitor },
): Promise<Fields | null> {
  const docs = await storedIn(world.application, collection)
  const there = docs.filter((doc) => placeOf(world, { collection, doc, visitor }) === place)
  return there.find((doc) => isTheOne(world, { collection, place, doc })) ?? null
}

function isTheOne(
  { memberships, other }: World,
  { collection, place, doc }: { collection: string; place: Place; doc: Fields },
): boolean {
  if (collection === 'users') return place === 'own' || doc.id === other.id
  if (collection === 'working-copies') return place === 'own' || String(doc.user) === other.id
  if (collection === 'payload-preferences') return place === 'own' || String(Object(doc.user).value) === other.id
  if (collection === 'countries') return doc.id === 'ie'
  if (collection === 'toolkits') return doc.slug === 'guide'
  if (collection === 'memberships' && (place === 'ie' || place === 'cy' || place === 'everywhere'))
    return doc.id === memberships[place]
  return true
}

let count = 0

/** A new document for this place that only the access rules would refuse. */
export function newDocument(
  { toolkit, spare, ie, cy, other, people }: World,
  { collection, place, visitor }: { collection: string; place: Place; visitor: Visitor },
): unknown {
  const serial = ++count
  const now = new Date().toISOString()
  const country = place
  const edition = place === 'cy' ? cy : ie
  const bodies: Record<string, () => unknown> = {
    users: () => ({ email: `new-${serial}@example.org`, password: 'a long password', name: 'New' }),
    memberships: () => ({
      user: place === 'own' ? people.get(visitor.name)?.id : other.id,
      role: 'admin',
      from: now,
      everywhere: place === 'everywhere' || place === 'own',
      ...(place === 'ie' || place === 'cy' ? { country: place } : {}),
    }),
    countries: () => ({
      id: `x${String.fromCharCode(97 + (serial % 26))}`,
      name: 'New',
      languages: ['en'],
    }),
    toolkits: () => ({ slug: `new-${serial}`, title: 'New', sourceLanguage: 'en' }),
    sections: () => ({
      toolkit: toolkit.id,
      key: `new-${serial}`,
      slug: `new-${serial}`,
      rank: 'a9',
      title: 'New',
      policy: 'free',
    }),
    imports: () => ({ toolkit: toolkit.id, language: 'en', seq: 900 + serial, at: now, actor: other.id, sections: [] }),
    variants: () => ({ toolkit: spare.id, country, languages: ['en'], baseline: '0123456789abcdef01234567' }),
    'variant-sections': () => ({
      variant: edition.variant.id,
      country,
      key: `new-${serial}`,
      mode: 'local',
      title: 'New',
    }),
    blobs: () => ({ id: createHash('sha256').update(String(serial)).digest('hex'), json: { new: true } }),
    releases: () => ({
      toolkit: toolkit.id,
      country,
      seq: 900 + serial,
      version: `9.${serial}`,
      kind: 'release',
      publishedAt: now,
      manifest: [],
      manifestHash: 'new',
    }),
    'release-drafts': () => ({ toolkit: spare.id, notes: [], release: { summary: '', version: '', rev: 1 } }),
    editions: () => ({
      variant: edition.variant.id,
      toolkit: toolkit.id,
      country,
      number: 900 + serial,
      state: 'approved',
      stateSince: now,
    }),
    'workflow-events': () => ({
      edition: edition.id,
      country,
      event: 'approve',
      from: 'submitted',
      to: 'approved',
      actor: other.id,
      at: now,
    }),
    'review-decisions': () => ({
      edition: edition.id,
      country,
      round: 900 + serial,
      reviewer: other.id,
      decision: 'approve',
      contentHash: 'new',
      at: now,
    }),
    'update-decisions': () => ({
      variant: edition.variant.id,
      country,
      key: 'new',
      release: '0123456789abcdef01234567',
      choice: 'accept',
      status: 'ready',
      became: 'changed',
      parts: ['body'],
      baseline: {},
      revBefore: 0,
      revAfter: 900 + serial,
      by: other.id,
      at: now,
    }),
    proposals: () => ({
      ...{ variant: edition.variant.id, toolkit: toolkit.id, country, key: 'new', mode: 'adapt' },
      ...{ places: [{ field: 'title', language: 'en' }], text: 'new', revisionSeen: 1, message: 'New' },
      ...{ state: 'taken-over', by: other.id, at: now },
    }),
    'update-questions': () => ({
      variant: edition.variant.id,
      country,
      key: 'new',
      release: '0123456789abcdef01234567',
      turn: 900 + serial,
      step: 'question',
      text: 'new',
      by: other.id,
      at: now,
    }),
    'working-copies': () => ({
      owner: edition.variant.id,
      key: 'new',
      language: 'en',
      window: `window-${serial}`,
      copy: '{}',
      turn: 1,
      at: now,
      user: place === 'own' ? people.get(visitor.name)?.id : other.id,
    }),
    media: () => upload({ seed: `new ${serial}`, data: { country } }),
    'audit-events': () => ({
      country,
      seq: 900 + serial,
      at: now,
      actor: 'nobody',
      action: 'new',
      subject: 'new',
      previousHash: 'new',
      hash: 'new',
    }),
    'payload-kv': () => ({ key: `new-${serial}`, data: {} }),
    'payload-migrations': () => ({ name: `new-${serial}`, batch: 1 }),
    'payload-preferences': () => ({
      key: `new-${serial}`,
      user: { relationTo: 'users', value: place === 'own' ? people.get(visitor.name)?.id : other.id },
      value: {},
    }),
  }
  const body = bodies[collection]
  if (!body) throw new Error(`The matrix does not know how to make a document of ${collection}`)
  return body()
}

/** A file as Payload's own screens would send it. */
function upload({ seed, data }: { seed: string; data: Fields }): FormData {
  const form = new FormData()
  form.set('file', new File([onePixel(seed)], `${seed}.png`, { type: 'image/png' }))
  form.set('_payload', JSON.stringify(data))
  return form
}

/** One changed field for each collection, as a screen would send it. */
export function changeOf(collection: string): Fields {
  const changes: Record<string, Fields> = {
    users: { name: `Changed ${++count}` },
    memberships: { from: new Date(1_000 * ++count).toISOString() },
    countries: { languages: count++ % 2 ? ['en'] : ['en', 'fr'] },
    toolkits: { sample: count++ % 2 === 0 },
    sections: { retired: true },
    variants: { languages: ['en', 'fr'] },
    'variant-sections': { mode: 'omit' },
    imports: { file: 'Changed' },
    blobs: { json: { changed: true } },
    releases: { notes: 'Changed' },
    'release-drafts': { notes: [] },
    editions: { state: 'approved' },
    'workflow-events': { comment: 'Changed' },
    'review-decisions': { decision: 'ask-for-changes' },
    'update-decisions': { choice: 'keep' },
    proposals: { state: 'taken-over' },
    'update-questions': { text: 'Changed' },
    'working-copies': { copy: '{"changed":true}' },
    media: { sentAs: `Changed ${++count}` },
    'audit-events': { action: 'changed' },
    'payload-kv': { data: { changed: true } },
    'payload-migrations': { batch: 2 },
    'payload-preferences': { value: { changed: true } },
  }
  const change = changes[collection]
  if (!change) throw new Error(`The matrix does not know how to change a document of ${collection}`)
  return change
}
