// Fills the database of the environment with two common frameworks, one with twice as many sections, each followed by
// countries that adapt the same number of them, and releases both once more. Prints how long it takes to say what waits
// in all countries, and where one of them is to be seen. A process of its own, started by `updatesSpeed.ts`.
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload, type TypedUser } from 'payload'
import { adaptSection } from '@/actions/adaptSection'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { startVariant } from '@/actions/startVariant'
import { dayOf } from '@/domain/day'
import type { ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { block, type RichText, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { commonStanding } from '@/stored/releases'
import { loadSections } from '@/stored/sections'
import { loadUpdates } from '@/stored/updates'
import { loadVariant, loadVariantSections } from '@/stored/variants'
import { act } from '../act'
import { people } from '../demo/people'
import { ensurePerson } from '../people'
import { randomFrom } from '../random'
import { toRelease } from '../toRelease'
import { importSeenOf } from '../updates/importSeenOf'
import { ensureCountry } from '../updates/people'

const LANGUAGES: Language[] = ['en', 'fr', 'it']
const COUNTRIES = 'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se no is ch'.split(' ')
const SECTIONS = 300
/** Of each country, and of the release: spread over the sections, so that a third of the changed ones are adapted. */
const ADAPTED = 100
const CHANGED = 60
/** Countries of the second common framework, which only compares sizes. */
const COMPARED = 5
const PARAGRAPHS = 8
const WORDS = 25
/** Both sizes in turn: the ratio in the middle counts, because a single one differs by a quarter from run to run. */
const ROUNDS = 15

const random = randomFrom(1)
const inTwoWeeks = dayOf(new Date(Date.now() + 14 * 24 * 60 * 60 * 1000).toISOString())
const payload = await getPayload({ config })
const coordinator = await ensurePerson(payload, people.coordinator)
const whole = await fill({ slug: 'bench', sections: SECTIONS, countries: COUNTRIES })
const larger = await fill({ slug: 'bench-larger', sections: 2 * SECTIONS, countries: COUNTRIES.slice(0, COMPARED) })

const first = await timed(() => updatesOf(whole))
const again = await timed(() => updatesOf(whole))
const some = { ...whole, variants: whole.variants.slice(0, COMPARED) }
const ratios: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const small = await timed(() => updatesOf(some))
  const large = await timed(() => updatesOf(larger))
  ratios.push(large.took / small.took)
}
const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]
const [variant = ''] = whole.variants
const waiting = await updatesOf({ ...whole, variants: [variant] })
const key = waiting.find(({ update }) => update.status === 'decision-needed')?.update.key ?? waiting[0]?.update.key
const { toolkit } = whole
process.stdout.write(
  JSON.stringify({
    first: first.took,
    again: again.took,
    waiting: first.result.length,
    ratio,
    toolkit,
    variant,
    key,
  }),
)
process.exit(0)

type Filled = { toolkit: string; variants: string[] }

async function fill(given: { slug: string; sections: number; countries: string[] }): Promise<Filled> {
  const { slug } = given
  const source = texts(given.sections)
  for (const language of LANGUAGES) {
    const seen = await importSeenOf({ payload, user: coordinator, slug, language })
    const sections = source.map((body, at): ImportedSection => {
      const name = `section-${at}`
      return { source: name, depth: 1, title: `${name} ${language}`, slug: name, body: inLanguage(body, language) }
    })
    await act(payload, coordinator, importToolkit, {
      slug,
      title: slug,
      language,
      images: [],
      seen,
      sections,
      allowGone: 0,
    })
  }
  const toolkit = await toolkitOf(slug)
  await release(toolkit, '1.0')
  const req = await createLocalReq({ user: coordinator }, payload)
  const stored = await loadSections({ req, toolkit })
  const variants: string[] = []
  for (const [number, country] of given.countries.entries()) {
    await ensureCountry(payload, country, LANGUAGES)
    const lead = await ensurePerson(payload, {
      email: `lead.${country}@bench.example`,
      name: `Lead ${country}`,
      roles: [{ role: 'national-lead', country }],
    })
    const started = await act(payload, lead, startVariant, { toolkit, country, languages: LANGUAGES })
    variants.push(started.variant)
    await adapt(payload, lead, { variant: started.variant, sections: stored.slice(0, SECTIONS), offset: number })
  }
  // The same sections of both frameworks; what the larger one has more stays as it is.
  for (let at = 0; at < CHANGED; at++) {
    const section = stored[at * (SECTIONS / CHANGED)]
    if (!section) continue
    let { rev } = section
    for (const language of LANGUAGES) {
      const body = edited(section.content.body[language] ?? [], at)
      const saved = await act(payload, coordinator, saveSection, {
        ...{ toolkit, key: section.content.key, seen: rev, language },
        body: toLexical(body) as never,
      })
      rev = Number(Object(saved).rev ?? rev + 1)
    }
  }
  await release(toolkit, '2.0')
  return { toolkit, variants }
}

async function adapt(
  payload: Payload,
  user: TypedUser,
  given: { variant: string; sections: Awaited<ReturnType<typeof loadSections>>; offset: number },
): Promise<void> {
  const { offset, sections, variant } = given
  for (let at = 0; at < ADAPTED; at++) {
    const section = sections[(at * (SECTIONS / ADAPTED) + offset) % SECTIONS]
    if (!section) continue
    const language = LANGUAGES[at % LANGUAGES.length] ?? 'en'
    await act(payload, user, adaptSection, {
      ...{ variant, key: section.content.key, seen: 0, language, reason: 'national-law' },
      body: toLexical(edited(section.content.body[language] ?? [], at + offset)) as never,
    })
  }
}

/** What waits in some countries; as on the overview, the newest release is read once for all of them. */
async function updatesOf({ toolkit, variants }: Filled) {
  const found: Awaited<ReturnType<typeof loadUpdates>> = []
  const { inUse: newest } = await commonStanding({ req: await createLocalReq({ user: coordinator }, payload), toolkit })
  for (const id of variants) {
    const req = await createLocalReq({ user: coordinator }, payload)
    const variant = await loadVariant({ req, id })
    if (!variant || !newest) throw new Error('The version or the release is missing')
    const own = await loadVariantSections({ req, variant: id })
    found.push(...(await loadUpdates({ req, variant, newest, sourceLanguage: 'en', own })))
  }
  return found
}

async function release(toolkit: string, version: string): Promise<void> {
  const noteOf = () => ({ class: 'substantive', note: 'It has other words.', decideBy: inTwoWeeks }) as const
  const given = await toRelease({ payload, user: coordinator, toolkit, noteOf })
  await act(payload, coordinator, releaseMaster, { ...given, version, notes: 'What is new in it.' })
}

async function toolkitOf(slug: string): Promise<string> {
  const where = { slug: { equals: slug } }
  const { docs } = await payload.find({ collection: 'toolkits', depth: 0, overrideAccess: true, where })
  return String(docs[0]?.id)
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
  const began = performance.now()
  const result = await work()
  return { took: performance.now() - began, result }
}

function texts(count: number): RichText[] {
  return Array.from({ length: count }, () => Array.from({ length: PARAGRAPHS }, () => paragraph()))
}

function paragraph() {
  return block('paragraph', { runs: [text(`${Array.from({ length: WORDS }, word).join(' ')}.`)] })
}

function word(): string {
  return `w${Math.floor(random() * 4000)}`
}

function inLanguage(body: RichText, language: Language): RichText {
  return body.map((one) => block('paragraph', { runs: [text(`${lineOf(one)} ${language}`)] }))
}

/** One word of one paragraph is another one. */
function edited(body: RichText, at: number): RichText {
  const place = at % Math.max(1, body.length)
  return body.map((one, index) => {
    if (index !== place) return one
    const words = lineOf(one).split(' ')
    words[at % words.length] = word()
    return { ...one, runs: [text(words.join(' '))] }
  })
}

function lineOf({ runs }: RichText[number]): string {
  return runs.flatMap((run) => (run.type === 'text' ? run.text : [])).join('')
}
