import { join } from 'node:path'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import type { Action } from '@/actions/action'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { approveEdition } from '@/actions/approveEdition'
import { askAboutUpdate } from '@/actions/askAboutUpdate'
import { askForChanges } from '@/actions/askForChanges'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { proposeSection } from '@/actions/proposeSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { runAction } from '@/actions/runAction'
import { saveSection } from '@/actions/saveSection'
import { startVariant } from '@/actions/startVariant'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import type { Language } from '@/domain/language'
import { rulesSeen } from '@/domain/partRules'
import { openingOf } from '@/domain/richText/firstWords'
import { blocksToRule } from '@/domain/ruledParts'
import {
  answeredAlike,
  choicesFor,
  placesToDecide,
  shownOf,
  type UpdateChoice,
  type UpdateDecision,
} from '@/domain/updates/updates'
import { filesAt } from '@/import/filesAt'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { toLexical } from '@/lexical/toLexical'
import { newestEdition } from '@/stored/editions'
import { loadImportGround } from '@/stored/importGround'
import { commonStanding, loadReleaseSections } from '@/stored/releases'
import { loadSections } from '@/stored/sections'
import { loadToolkit } from '@/stored/toolkits'
import { loadUpdates, othersSeen } from '@/stored/updates'
import { loadVariantOf, loadVariantSections, type Variant } from '@/stored/variants'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'
import { toRelease } from '../toRelease'
import { daysAgo } from './daysAgo'
import { type NationalText, nationalTexts } from './nationalTexts'
import { people } from './people'
import { FIRST_TO_DECIDE, noteOfSample } from './releaseNotes'

export const DEMO_TOOLKIT = 'special-needs'

type Told = (line: string) => void
type Everybody = Record<keyof typeof people, TypedUser>

/**
 * Fills an empty database with the sample: a toolkit of two releases and seven countries in different states.
 * Everything uses the importer and the actions, as people would; existing data are not changed.
 *
 * It happened in the weeks before: the last day for one change is over, and Cyprus has not decided on it.
 */
export async function seedDemo({ payload, tell }: { payload: Payload; tell: Told }): Promise<void> {
  await ensureCountries(payload)
  const who = await ensurePeople(payload)
  if (await isSeeded(payload, who.coordinator)) return
  const demo = { payload, who, tell }
  const toolkit = await daysAgo(60, () => releaseFirst(demo))
  await daysAgo(45, () => startCountries(demo, toolkit))
  await daysAgo(10, () => releaseSecond(demo, toolkit))
  await daysAgo(8, () => startFrance(demo, toolkit))
  await daysAgo(5, () => decideOnUpdates(demo, toolkit))
  await daysAgo(4, () => sendFromBritain(demo, toolkit))
  await daysAgo(2, () => writeOnInIreland(demo, toolkit))
  await daysAgo(1, () => proposeFromIreland(demo, toolkit))
  await askInSpain(demo, toolkit)
}

async function releaseFirst(demo: Demo): Promise<string> {
  const toolkit = await importMaster(demo, '1.0')
  await ruleOnParts(demo, toolkit)
  await act(demo, demo.who.coordinator, releaseMaster, {
    ...(await seenRelease(demo, toolkit)),
    version: '1.0',
    notes: 'First release of the common framework.',
  })
  return toolkit
}

async function releaseSecond(demo: Demo, toolkit: string): Promise<void> {
  await importMaster(demo, '2.0')
  await act(demo, demo.who.coordinator, releaseMaster, {
    ...(await seenRelease(demo, toolkit)),
    version: '2.0',
    notes:
      'The law changed in June 2026: Regulation (EU) 2024/1348 and Directive (EU) 2024/1346 take the place of the directives of 2013.',
  })
}

/** One box is fixed, and the help line is written by each country. */
async function ruleOnParts({ payload, who, tell }: Demo, toolkit: string): Promise<void> {
  const rules = [
    { slug: 'first-contact-and-safety', words: 'Danger now', demand: 'fixed', en: '', fr: '' },
    {
      slug: 'contacts',
      words: 'National help line',
      demand: 'fill-in',
      en: 'Name the national help line, its number, its hours and its languages.',
      fr: 'Indiquez la ligne nationale d’aide, son numéro, ses horaires et ses langues.',
    },
  ] as const
  const demo = { payload, who, tell }
  for (const { slug, words, demand, ...guidance } of rules) {
    const stored = async () => {
      const req = await createLocalReq({ user: who.coordinator }, payload)
      const section = (await loadSections({ req, toolkit })).find((one) => one.slug === slug)
      if (!section) throw new Error(`The sample has no section ${slug}`)
      return section
    }
    const { content, rev } = await stored()
    const block = blocksToRule(content.body.en).find((one) => openingOf(one).startsWith(words))
    if (!block) throw new Error(`The sample has no part "${words}"`)
    const place = { toolkit, key: content.key, seen: rev, language: 'en' } as const
    const rule = { field: 'body', block: block.id, demand, guidance: guidance.en } as const
    await act(demo, who.coordinator, saveSection, { ...place, rules: [rule] })
    if (demand === 'fixed') continue
    const after = await stored()
    const inFrench = rulesSeen({ content: after.content, language: 'fr' })
    const french = { ...place, seen: after.rev, language: 'fr' } as const
    const said = inFrench.map((one) => ({ ...one, guidance: guidance.fr }))
    await act(demo, who.coordinator, saveSection, { ...french, rules: said })
  }
}

/** What the coordinator sees before the release, with the notes on what changed. */
function seenRelease({ payload, who }: Demo, toolkit: string) {
  return toRelease({ payload, user: who.coordinator, toolkit, noteOf: noteOfSample(new Date()) })
}

type Demo = { payload: Payload; who: Everybody; tell: Told }

async function ensurePeople(payload: Payload): Promise<Everybody> {
  const made: Partial<Everybody> = {}
  for (const [key, person] of Object.entries(people)) made[key as keyof Everybody] = await ensurePerson(payload, person)
  return made as Everybody
}

async function isSeeded(payload: Payload, user: TypedUser): Promise<boolean> {
  const req = await createLocalReq({ user }, payload)
  return (await loadToolkit({ req, slug: DEMO_TOOLKIT })) !== null
}

/** Imports one release's text in both languages; the folder of a later release contains only the files that changed. */
async function importMaster({ payload, who, tell }: Demo, version: '1.0' | '2.0'): Promise<string> {
  let toolkit = ''
  for (const language of ['en', 'fr'] as const) {
    tell(`Importing the common framework ${version} (${language})`)
    const files = await filesOf({ version, language })
    const document = await readDocument({ files })
    const problem = document.notes.find(({ kind }) => kind === 'problem')
    if (problem) throw new Error(`The sample cannot be imported: ${problem.source} ${problem.key}`)
    const req = await createLocalReq({ user: who.coordinator }, payload)
    const { seen } = await loadImportGround({ req, slug: DEMO_TOOLKIT, language })
    const outcome = await runAction({
      action: importToolkit,
      payload,
      user: who.coordinator,
      input: {
        slug: DEMO_TOOLKIT,
        title: 'Special needs of trafficking victims in the asylum procedure',
        description:
          'A practical toolkit for people who give legal, social or medical support to victims of trafficking who ask for asylum.',
        sample: true,
        language,
        sections: document.sections,
        images: document.images,
        seen,
        level: document.cut.level,
        file: `${DEMO_TOOLKIT}-${version}`,
      },
    })
    if (!outcome.ok) throw new Error(`The sample cannot be imported: ${JSON.stringify(outcome.because)}`)
    toolkit = outcome.result.toolkit
  }
  if (version === '1.0') await nameInFrench({ payload, who, tell }, toolkit)
  return toolkit
}

async function nameInFrench({ payload, who }: Demo, id: string): Promise<void> {
  const { rev } = await payload.findByID({ collection: 'toolkits', id, overrideAccess: false, user: who.coordinator })
  await payload.update({
    collection: 'toolkits',
    id,
    locale: 'fr',
    overrideAccess: false,
    user: who.coordinator,
    data: {
      rev,
      title: 'Besoins particuliers des victimes de la traite dans la procédure d’asile',
      description:
        'Un guide pratique pour les personnes qui apportent une aide juridique, sociale ou médicale aux victimes de la traite qui demandent l’asile.',
    },
  })
}

async function filesOf({ version, language }: { version: '1.0' | '2.0'; language: Language }): Promise<SourceFile[]> {
  const content = join(import.meta.dirname, 'content')
  const first = await filesIn(join(content, '1.0', language))
  if (version === '1.0') return first
  const changed = await filesIn(join(content, '2.0', language))
  const paths = new Set(changed.map(({ path }) => path))
  return [...first.filter(({ path }) => !paths.has(path)), ...changed]
}

async function filesIn(path: string): Promise<SourceFile[]> {
  const outcome = await filesAt(path)
  if (!outcome.ok) throw new Error(`The sample cannot be read: ${JSON.stringify(outcome.because)}`)
  return outcome.result
}

async function startCountries(demo: Demo, toolkit: string): Promise<void> {
  const { who } = demo
  await start(demo, { toolkit, country: 'ie', languages: ['en'], lead: who.leadIreland })
  await submit(demo, { toolkit, country: 'ie', lead: who.leadIreland })
  await approveAndPublish(demo, {
    toolkit,
    country: 'ie',
    reviewer: who.reviewerIreland,
    notes: 'First Irish release.',
  })

  await start(demo, {
    toolkit,
    country: 'cy',
    languages: ['el'],
    lead: who.leadCyprus,
    translator: who.translatorCyprus,
  })
  await submit(demo, { toolkit, country: 'cy', lead: who.leadCyprus })
  await approveAndPublish(demo, {
    toolkit,
    country: 'cy',
    reviewer: who.secondReader,
    notes: 'Πρώτη έκδοση της Κύπρου.',
  })

  await start(demo, { toolkit, country: 'gb', languages: ['en'], lead: who.leadBritain })

  await start(demo, { toolkit, country: 'ch', languages: ['de', 'fr', 'it'], lead: who.leadSwitzerland })
  await submit(demo, { toolkit, country: 'ch', lead: who.leadSwitzerland })
  await approveAndPublish(demo, {
    toolkit,
    country: 'ch',
    reviewer: who.secondReader,
    notes: 'Erste Schweizer Ausgabe.',
  })

  await start(demo, { toolkit, country: 'it', languages: ['it'], lead: who.leadItaly })
  await askItalyForChanges(demo, toolkit)

  await start(demo, { toolkit, country: 'es', languages: ['es'], lead: who.leadSpain })
}

async function startFrance(demo: Demo, toolkit: string): Promise<void> {
  const { who } = demo
  await start(demo, { toolkit, country: 'fr', languages: ['fr'], lead: who.leadFrance })
  await submit(demo, { toolkit, country: 'fr', lead: who.leadFrance })
  await approveAndPublish(demo, {
    toolkit,
    country: 'fr',
    reviewer: who.secondReader,
    notes: 'Première version française.',
  })
}

async function askItalyForChanges(demo: Demo, toolkit: string): Promise<void> {
  const { payload, who } = demo
  await submit(demo, { toolkit, country: 'it', lead: who.leadItaly })
  const edition = await openEditionOf(payload, { user: who.secondReader, toolkit, country: 'it' })
  await act(demo, who.secondReader, askForChanges, {
    edition: edition.id,
    seen: edition.rev,
    comment: 'Who decides what: please say which Territorial Commission decides, and give the article of the law.',
  })
}

/** A published country continues writing: its next edition is a draft, and the release does not change. */
async function writeOnInIreland(demo: Demo, toolkit: string): Promise<void> {
  const { payload, who } = demo
  const req = await createLocalReq({ user: who.editorIreland }, payload)
  const variant = await variantOf(payload, { user: who.editorIreland, toolkit, country: 'ie' })
  const own = await loadVariantSections({ req, variant: variant.id })
  const housing = own.find(({ mode, addition }) => mode === 'supplement' && addition.en)
  if (!housing?.addition.en) return
  await act(demo, who.editorIreland, supplementSection, {
    variant: variant.id,
    key: housing.key,
    seen: housing.rev,
    language: 'en',
    addition: toLexical([
      ...housing.addition.en,
      {
        id: '',
        kind: 'paragraph',
        attrs: {},
        runs: [
          {
            type: 'text',
            text: 'Ask again after two weeks whether the place is still the right one (sample).',
            marks: [],
          },
        ],
        children: [],
      },
    ]) as never,
  })
}

/** What Ireland wrote last waits for the coordinator's answer. */
async function proposeFromIreland(demo: Demo, toolkit: string): Promise<void> {
  const { payload, who } = demo
  const user = who.leadIreland
  const variant = await variantOf(payload, { user, toolkit, country: 'ie' })
  const own = await loadVariantSections({ req: await createLocalReq({ user }, payload), variant: variant.id })
  const housing = own.find(({ mode, addition }) => mode === 'supplement' && addition.en)
  const last = housing?.addition.en?.at(-1)
  if (!housing || !last) return
  demo.tell('A proposal of Ireland to the common framework')
  await act(demo, user, proposeSection, {
    ...{ variant: variant.id, key: housing.key, seen: housing.rev, language: 'en' },
    part: { kind: 'blocks', field: 'addition', ids: [last.id] },
    languages: ['en'],
    message:
      'Needs change after the first days, in every country. A date for asking again would help all teams (sample).',
  })
}

/**
 * Switzerland and Italy have decided on everything. Ireland, Spain and the United Kingdom have decided on the change whose
 * last day is first, and decide on the rest later; Cyprus has decided on nothing.
 */
async function decideOnUpdates(demo: Demo, toolkit: string): Promise<void> {
  const { payload, who } = demo
  demo.tell('Decisions on the common framework 2.0')
  await decideOnAll(demo, { toolkit, country: 'ch', user: who.leadSwitzerland })
  await decideOnAll(demo, { toolkit, country: 'it', user: who.leadItaly })
  const slug = FIRST_TO_DECIDE
  for (const [country, user] of [
    ['es', who.leadSpain],
    ['gb', who.leadBritain],
  ] as const) {
    const place = { toolkit, country, user }
    const key = await keyOf(payload, { user, variant: await variantOf(payload, place), slug })
    await decideOn(demo, { place, key, choice: 'accept' })
  }
  const place = { toolkit, country: 'ie', user: who.editorIreland }
  const key = await keyOf(payload, { user: place.user, variant: await variantOf(payload, place), slug })
  await decideOn(demo, {
    ...{ place, key, choice: 'keep' },
    reason: 'national-law',
    explanation: {
      en: 'Ireland takes part in the new European rules under its own act, which is not in force yet (sample).',
    },
    sources: 'International Protection Act 2015 (sample)',
    note: 'To be looked at again when the new act is in force.',
  })
}

/** The United Kingdom's version waits for its first review. */
async function sendFromBritain(demo: Demo, toolkit: string): Promise<void> {
  await submit(demo, { toolkit, country: 'gb', lead: demo.who.leadBritain })
}

/** Spain is not sure about one change, and asks the coordinator. */
async function askInSpain(demo: Demo, toolkit: string): Promise<void> {
  const { payload, who } = demo
  const place = { toolkit, country: 'es', user: who.leadSpain }
  const { release, variant } = await updatesIn(payload, place)
  const key = await keyOf(payload, { user: place.user, variant, slug: 'assess-special-needs' })
  await act(demo, place.user, askAboutUpdate, {
    ...{ variant: variant.id, key, release },
    text: 'Our law gives no number of days for the assessment. Do we write 30 days, or “without delay” as our law does? (Sample.)',
  })
}

/** Accepts what is ready, and combines or keeps what the country wrote. */
async function decideOnAll(demo: Demo, place: Place): Promise<void> {
  const { release, variant, waiting } = await updatesIn(demo.payload, place)
  const where = { variant: variant.id, release, language: variant.languages[0] ?? 'en' }
  const ready = waiting.filter(({ update }) => update.status === 'ready')
  const sections = ready.map(({ own, others, update }) => ({
    key: update.key,
    seen: own?.rev ?? 0,
    others: othersSeen({ others }),
  }))
  if (sections.length > 0) await act(demo, place.user, acceptReadyUpdates, { ...where, sections })
  for (const { sides, update } of waiting) {
    const choice = ['combine', 'keep'].find((one) => choicesFor(update).some((offered) => offered === one))
    if (update.status === 'ready' || !choice) continue
    const reason = sides.own.reason ?? 'national-law'
    // What the country wrote, at every place that both changed.
    const resolutions = choice === 'combine' ? answeredAlike(placesToDecide(sides), 'ours') : {}
    await decideOn(demo, { place, key: update.key, choice: choice as UpdateChoice, reason, resolutions })
  }
}

/** One decision, on the update as it is by then: another one can change what is said about it. */
async function decideOn(
  demo: Demo,
  {
    place,
    key,
    ...decision
  }: Pick<UpdateDecision, 'choice' | 'resolutions' | 'reason' | 'explanation' | 'sources'> & {
    place: Place
    key: string
    note?: string
  },
): Promise<void> {
  const { release, variant, waiting } = await updatesIn(demo.payload, place)
  const found = waiting.find(({ update }) => update.key === key)
  if (!found) throw new Error(`Nothing waits in section ${key}`)
  const where = { variant: variant.id, release, language: variant.languages[0] ?? 'en' }
  const seen = { key, seen: found.own?.rev ?? 0, others: othersSeen(found), shown: shownOf(found.update) }
  await act(demo, place.user, decideOnUpdate, { ...where, ...seen, note: '', ...decision })
}

async function updatesIn(payload: Payload, { user, toolkit, country }: Place) {
  const variant = await variantOf(payload, { user, toolkit, country })
  const req = await createLocalReq({ user }, payload)
  const { inUse: newest } = await commonStanding({ req, toolkit })
  if (!newest) throw new Error('The sample has no release of the common framework')
  const own = await loadVariantSections({ req, variant: variant.id })
  return {
    variant,
    release: newest.id,
    waiting: await loadUpdates({ req, variant, newest, sourceLanguage: 'en', own }),
  }
}

async function start(
  demo: Demo,
  given: { toolkit: string; country: string; languages: Language[]; lead: TypedUser; translator?: TypedUser },
): Promise<void> {
  const { toolkit, country, languages, lead } = given
  demo.tell(`National version: ${country} (${languages.join(', ')})`)
  await act(demo, lead, startVariant, { toolkit, country, languages })
  for (const text of await nationalTexts(country)) {
    const writer = text.mode === 'translate' ? (given.translator ?? lead) : lead
    await writeText(demo, { toolkit, country, writer, text })
  }
}

async function writeText(
  demo: Demo,
  { toolkit, country, writer, text }: { toolkit: string; country: string; writer: TypedUser; text: NationalText },
): Promise<void> {
  const { payload } = demo
  const req = await createLocalReq({ user: writer }, payload)
  const variant = await variantOf(payload, { user: writer, toolkit, country })
  const key = await keyOf(payload, {
    user: writer,
    variant,
    slug: text.mode === 'local' ? (text.after ?? '') : text.section,
  })
  const own = (await loadVariantSections({ req, variant: variant.id })).find((section) => section.key === key)
  const where = { variant: variant.id, key, seen: own?.rev ?? 0, language: text.language }
  const { reason, explanation, sources, title, summary } = text
  const why = { reason, explanation, sources }
  const body = toLexical(text.body) as never
  switch (text.mode) {
    case 'adapt':
      return act(demo, writer, adaptSection, { ...where, ...why, body, title, summary })
    case 'supplement':
      return act(demo, writer, supplementSection, { ...where, ...why, addition: body })
    case 'omit':
      return act(demo, writer, omitSection, { ...where, ...why })
    case 'translate':
      return act(demo, writer, translateSection, { ...where, title: title ?? '', summary, body })
    case 'local':
      return act(demo, writer, addSection, {
        variant: variant.id,
        after: key,
        language: text.language,
        title: title ?? '',
        summary,
        body,
        ...why,
      })
    default: {
      const unknown: never = text.mode
      throw new Error(`Unknown mode ${String(unknown)}`)
    }
  }
}

async function submit(
  demo: Demo,
  { toolkit, country, lead }: { toolkit: string; country: string; lead: TypedUser },
): Promise<void> {
  const edition = await openEditionOf(demo.payload, { user: lead, toolkit, country })
  await act(demo, lead, submitEdition, { edition: edition.id, seen: edition.rev })
}

async function approveAndPublish(
  demo: Demo,
  { toolkit, country, reviewer, notes }: { toolkit: string; country: string; reviewer: TypedUser; notes: string },
): Promise<void> {
  const { payload, who } = demo
  const submitted = await openEditionOf(payload, { user: reviewer, toolkit, country })
  await act(demo, reviewer, approveEdition, { edition: submitted.id, seen: submitted.rev, comment: '' })
  const approved = await openEditionOf(payload, { user: who.coordinator, toolkit, country })
  await act(demo, who.coordinator, publishEdition, { edition: approved.id, seen: approved.rev, version: '1.0', notes })
}

async function act<Input, Result>(
  { payload }: Demo,
  user: TypedUser,
  action: Action<Input, Result>,
  input: NoInfer<Input>,
): Promise<void> {
  const outcome = await runAction({ action, input, payload, user })
  if (!outcome.ok) throw new Error(`${action.name} in the sample: ${JSON.stringify(outcome.because)}`)
}

type Place = { user: TypedUser; toolkit: string; country: string }

async function variantOf(payload: Payload, { user, toolkit, country }: Place): Promise<Variant> {
  const req = await createLocalReq({ user }, payload)
  const variant = await loadVariantOf({ req, toolkit, country })
  if (!variant) throw new Error(`The sample has no version for ${country}`)
  return variant
}

async function openEditionOf(payload: Payload, place: Place) {
  const variant = await variantOf(payload, place)
  const req = await createLocalReq({ user: place.user }, payload)
  const edition = await newestEdition({ req, variant: variant.id })
  if (!edition) throw new Error(`The sample has no edition for ${place.country}`)
  return edition
}

async function keyOf(
  payload: Payload,
  { user, variant, slug }: { user: TypedUser; variant: Variant; slug: string },
): Promise<string> {
  const req = await createLocalReq({ user }, payload)
  const { inUse: release } = await commonStanding({ req, toolkit: variant.toolkit })
  const sections = release ? await loadReleaseSections({ req, release }) : []
  const found = sections.find(({ entry }) => entry.slug === slug)
  if (!found) throw new Error(`The sample names a section that the common framework does not have: ${slug}`)
  return found.entry.key
}
