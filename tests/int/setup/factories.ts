import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { createLocalReq } from 'payload'
import { setFirstPassword } from '@/actions/account/setFirstPassword'
import { importToolkit } from '@/actions/importToolkit'
import { runAction } from '@/actions/runAction'
import type { Role } from '@/domain/actor'
import type { ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { EditionState } from '@/domain/workflow'
import { toLexical } from '@/lexical/toLexical'
import { loadImportGround } from '@/stored/importGround'
import type { Answer, Application, Fields, Person } from './application'
import { toRelease } from './toRelease'

/** A role in one country; without a country it applies everywhere. */
export type Grant = { role: Role; country?: string }
export type Toolkit = { id: string; slug: string; sections: { id: string; key: string; title: string; rev: number }[] }
export type Variant = { id: string; country: string; toolkit: Toolkit; edition: string; lead: Person }
export type Edition = { id: string; rev: number; state: EditionState; number: number; variant: Variant }
export type Picture = { id: string; filename: string }
export type Factories = ReturnType<typeof factoriesFor>

/**
 * Data that tests start from, each created as the application itself would: people, countries and roles as an
 * administrator enters them, content through the actions. Values that the caller omits are filled in.
 */
export function factoriesFor(application: Application) {
  const { payload, act } = application
  const made = new Map<string, Promise<unknown>>()
  let count = 0

  /** The same person for all callers. */
  function once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = made.get(name) ?? make()
    made.set(name, known)
    return known as Promise<T>
  }

  /** A country that has national versions in these languages; created once. */
  const country = (id: string, { languages = ['en'] }: { languages?: Language[] } = {}): Promise<string> =>
    once(`country ${id}`, async () => {
      const data = { id, name: `Country ${id}`, languages }
      await payload.create({ collection: 'countries', locale: 'en', data, overrideAccess: true })
      return id
    })

  /** A person with these roles from now on; without any they can only sign in. */
  async function person({ roles = [], name }: { roles?: Grant[]; name?: string } = {}): Promise<Person> {
    const email = `person-${++count}@example.org`
    const password = `a password of ${email}`
    const data = { email, name: name ?? `Person ${count}` }
    const doc = await payload.create({ collection: 'users', locale: 'en', data, overrideAccess: true })
    await setFirstPassword({ payload, user: doc.id, password, mustChange: false })
    for (const role of roles) await grant(String(doc.id), role)
    return { id: String(doc.id), email, password }
  }

  /** Gives a person one more role; returns the id of the membership. */
  async function grant(user: string, { role, country: where }: Grant): Promise<string> {
    if (where) await country(where)
    const data = {
      user,
      role,
      everywhere: !where,
      from: new Date(0).toISOString(),
      ...(where ? { country: where } : {}),
    }
    const doc = await payload.create({ collection: 'memberships', locale: 'en', data, overrideAccess: true })
    return String(doc.id)
  }

  /** The coordinator of the common frameworks that the factories create; created once. */
  const coordinator = () => once('coordinator', () => person({ roles: [{ role: 'coordinator' }] }))
  const lead = (where: string) =>
    once(`lead ${where}`, () => person({ roles: [{ role: 'national-lead', country: where }] }))
  const reviewer = (where: string) =>
    once(`reviewer ${where}`, () => person({ roles: [{ role: 'reviewer', country: where }] }))

  /** A toolkit whose common framework has these sections (in English) and is published as 1.0. */
  async function toolkit({
    slug = `toolkit-${++count}`,
    titles = ['Before you start', 'The conversation', 'Referral'],
    sections: given,
    released = true,
  }: {
    slug?: string
    titles?: string[]
    /** Instead of titles: whole sections, with their policy and place. */
    sections?: ImportedSection[]
    released?: boolean
  } = {}): Promise<Toolkit> {
    const keeper = await coordinator()
    const user = await payload.findByID({ collection: 'users', id: keeper.id, depth: 0, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const { seen } = await loadImportGround({ req, slug, language: 'en' })
    const outcome = await runAction({
      action: importToolkit,
      payload,
      user: { ...user, collection: 'users' },
      input: {
        slug,
        title: `Toolkit ${slug}`,
        language: 'en',
        images: [],
        seen,
        sections:
          given ?? titles.map((title) => ({ source: slug, depth: 1, title, body: words(`Common text of ${title}.`) })),
      },
    })
    if (!outcome.ok) throw new Error(`import-toolkit: ${JSON.stringify(outcome.because)}`)
    const id = outcome.result.toolkit
    if (released)
      resultOf(await act(keeper, 'release-master', await toRelease(payload, { toolkit: id, version: '1.0' })))
    const { docs } = await payload.find({
      collection: 'sections',
      where: { toolkit: { equals: id } },
      depth: 0,
      limit: 0,
      locale: 'en',
      overrideAccess: true,
      sort: 'rank',
    })
    const sections = docs.map((doc) => ({
      id: String(doc.id),
      key: doc.key,
      title: String(doc.title),
      rev: Number(doc.rev),
    }))
    return { id, slug, sections }
  }

  /** A country's version of a toolkit, started by a lead of that country; its first edition is a draft. */
  async function variant({
    country: where = 'ie',
    toolkit: of,
    languages = ['en'],
  }: {
    country?: string
    toolkit?: Toolkit
    languages?: Language[]
  } = {}): Promise<Variant> {
    await country(where, { languages })
    const base = of ?? (await toolkit())
    const by = await lead(where)
    const result = resultOf(await act(by, 'start-variant', { toolkit: base.id, country: where, languages }))
    return { id: String(result.variant), edition: String(result.edition), country: where, toolkit: base, lead: by }
  }

  /** An edition in this state, of a national version whose first section the lead has rewritten. */
  async function edition({
    state = 'draft',
    words: own = 'Our own words.',
    ...of
  }: {
    state?: EditionState
    words?: string
    country?: string
    toolkit?: Toolkit
    variant?: Variant
  } = {}): Promise<Edition> {
    const base = of.variant ?? (await variant(of))
    const { country: where, lead: by } = base
    const [first] = base.toolkit.sections
    resultOf(
      await act(by, 'adapt-section', {
        variant: base.id,
        key: first?.key,
        seen: 0,
        language: 'en',
        body: toLexical(words(own)),
        reason: 'national-law',
      }),
    )
    const id = base.edition
    const step = async (person: Person, name: string, more: Fields = {}) =>
      resultOf(await act(person, name, { edition: id, seen: (await stored(id)).rev, ...more }))
    if (state !== 'draft') await step(by, 'submit-edition')
    if (state === 'changes-requested')
      await step(await reviewer(where), 'ask-for-changes', { comment: 'Name the law, please.' })
    if (state === 'approved' || state === 'published') await step(await reviewer(where), 'approve-edition')
    if (state === 'published')
      await step(await coordinator(), 'publish-edition', { version: '1.0', notes: 'What is new in it.' })
    const { rev, number } = await stored(id)
    return { id, rev, state, number, variant: base }
  }

  /** A newer release of the common framework, in which its last section has other words; returns its id. */
  async function newerRelease({
    toolkit: of,
    version = '2.0',
  }: {
    toolkit: Toolkit
    version?: string
  }): Promise<string> {
    const keeper = await coordinator()
    const last = of.sections.at(-1)
    const place = { toolkit: of.id, key: last?.key, seen: last?.rev, language: 'en' }
    resultOf(await act(keeper, 'save-section', { ...place, body: toLexical(words(`Common text of ${version}.`)) }))
    const input = await toRelease(payload, { toolkit: of.id, version })
    return String(resultOf(await act(keeper, 'release-master', input)).id)
  }

  /** The lead of a country takes over what a release changed in the last section. */
  async function decision({ variant: of, release }: { variant: Variant; release: string }): Promise<void> {
    const key = of.toolkit.sections.at(-1)?.key
    const shown = { status: 'ready', from: [], into: [], back: [], goesInto: [] }
    const place = { variant: of.id, key, release, seen: 0, language: 'en', shown }
    resultOf(await act(of.lead, 'decide-update', { ...place, choice: 'accept' }))
  }

  /** The lead of a country proposes the first section, which must have text of the country's own; returns its id. */
  async function proposal({
    variant: of,
    seen = 1,
    message = 'It helps everywhere.',
  }: {
    variant: Variant
    seen?: number
    message?: string
  }): Promise<string> {
    const place = { variant: of.id, key: of.toolkit.sections[0]?.key, seen, language: 'en' }
    const input = { ...place, part: { kind: 'whole' }, message }
    return String(resultOf(await act(of.lead, 'propose-section', input)).proposal)
  }

  /**
   * A question of the lead of a country about what a release changed in the last section, answered with the same words,
   * and the answer read; returns its id.
   */
  async function question({
    variant: of,
    release,
    words: asked,
  }: {
    variant: Variant
    release: string
    words: string
  }): Promise<string> {
    const about = { variant: of.id, key: of.toolkit.sections.at(-1)?.key, release }
    const { question: id } = resultOf(await act(of.lead, 'ask-about-update', { ...about, text: asked }))
    resultOf(await act(await coordinator(), 'answer-question', { question: id, text: asked }))
    resultOf(await act(of.lead, 'mark-answer-read', { question: id }))
    return String(id)
  }

  /**
   * A picture of one pixel, whose colour depends on `seed`, that belongs to this country (`master`: the common
   * framework).
   */
  async function picture({ seed, country: where }: { seed: string; country: string }): Promise<Picture> {
    if (where !== MASTER) await country(where)
    const form = pictureForm({ bytes: onePixel(seed), country: where })
    const { id, filename } = resultOf(await application.request(await coordinator(), 'POST', '/api/pictures', form))
    return { id: String(id), filename: String(filename) }
  }

  async function stored(id: string): Promise<{ rev: number; number: number }> {
    const doc = await payload.findByID({ collection: 'editions', id, depth: 0, overrideAccess: true })
    return { rev: Number(doc.rev), number: doc.number }
  }

  return {
    country,
    person,
    grant,
    coordinator,
    lead,
    reviewer,
    toolkit,
    variant,
    edition,
    newerRelease,
    decision,
    proposal,
    question,
    picture,
  }
}

/** One paragraph. */
export function words(value: string): RichText {
  return [block('paragraph', { runs: [text(value)] })]
}

/** The result of an action; throws if it was refused. */
export function resultOf(answer: Answer): Fields {
  if (answer.body.ok !== true) throw new Error(`An action that had to succeed answered ${answer.status} ${answer.text}`)
  return Object(answer.body.result)
}

/** A picture as the body of `POST /api/pictures`. */
export function pictureForm({
  bytes,
  name = 'a.png',
  country,
}: {
  bytes: Uint8Array
  name?: string
  country: string
}): FormData {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(bytes)], name, { type: 'image/png' }))
  form.set('country', country)
  return form
}

/** A PNG of one pixel, whose colour depends on `seed`. */
export function onePixel(seed: string): Uint8Array<ArrayBuffer> {
  const colour = createHash('sha256').update(seed).digest().subarray(0, 3)
  const size = Buffer.alloc(13)
  size.writeUInt32BE(1, 0)
  size.writeUInt32BE(1, 4)
  // Eight bits each of red, green and blue.
  size.set([8, 2], 8)
  const chunks = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.concat([Buffer.from([0]), colour]))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Uint8Array.from(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
