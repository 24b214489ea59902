import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { importToolkit } from '@/actions/importToolkit'
import { saveSection } from '@/actions/saveSection'
import { startVariant } from '@/actions/startVariant'
import type { ImportedSection } from '@/domain/importing'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { loadWorkingSections } from '@/stored/sections'
import { act } from '../act'
import { verifyStored } from '../faults/verifyStored'
import { type CommonRelease, releaseCommon } from './commonFramework'
import { type Draw, drawFrom } from './draw'
import { editedAtRandom, type NewWord } from './edits'
import { historyProblems } from './historyProblems'
import { importSeenOf } from './importSeenOf'
import { type Acknowledged, drawWork, performWork } from './pairWork'
import { ensureCountry, personWith } from './people'
import { Lost, type Tally } from './tally'
import { readVersionNow, type VersionNow } from './version'

/** So many countries share a common framework and its releases: each of them is one history. */
const COUNTRIES_AT_MOST = 20
const SECTIONS = 5
const ROUNDS = 4

type Given = { payload: Payload; seed: number; histories: number; tally: Tally; tell?: (line: string) => void }

/**
 * Short histories in which two people decide, write, take back and accept at the same moment, with what they saw: now or
 * a while ago. Throws `Lost` if an acknowledged write is not stored, or a stored one was not acknowledged.
 */
export async function runHistories({ payload, seed, histories, tally, tell = () => {} }: Given): Promise<void> {
  const draw = drawFrom(seed)
  let made = 0
  const newWord = (): string => `zq${String(++made).padStart(6, '0')}x`
  const coordinator = await personWith(payload, 'coordinator')
  const writers = [await personWith(payload, 'national-lead'), await personWith(payload, 'national-editor')] as const
  for (let done = 0, group = 1; done < histories; group++) {
    const countries = Math.min(COUNTRIES_AT_MOST, histories - done)
    const common = await startCommon({ payload, coordinator, slug: `histories-${group}`, draw, newWord })
    const variants: string[] = []
    for (let n = 0; n < countries; n++) variants.push(await startCountry({ payload, coordinator, common, number: n }))
    for (const variant of variants) await writeFirst({ payload, variant, writers, common, draw, newWord })
    await common.release()
    for (const variant of variants) {
      await runHistory({ payload, variant, writers, common, draw, newWord, tally })
      done++
    }
    const problems = await verifyStored({ payload, toolkit: common.toolkit, acknowledged: new Set() })
    if (problems.length > 0) throw new Lost(problems)
    tally.add('toolkits whose stored releases and audit are whole')
    tell(`${done} histories`)
  }
}

type Common = Awaited<ReturnType<typeof startCommon>>

type Starting = { payload: Payload; coordinator: TypedUser; slug: string; draw: Draw; newWord: NewWord }

/** A common framework of a few sections with one release; `release` changes some of them and publishes the next. */
async function startCommon({ payload, coordinator, slug, draw, newWord }: Starting) {
  const document = (titles: readonly string[]): ImportedSection[] =>
    titles.map((title, index) => ({ source: title, depth: index % 2 === 0 ? 1 : 2, title, body: sectionBody(title) }))
  const titles = Array.from({ length: SECTIONS }, (_, n) => `Section ${n + 1} of ${slug}`)
  const bring = async (given: readonly string[]): Promise<string> => {
    const seen = await importSeenOf({ payload, user: coordinator, slug })
    const input = {
      slug,
      title: slug,
      language: 'en' as const,
      images: [],
      sections: document(given),
      seen,
      allowGone: 2,
    }
    return (await act(payload, coordinator, importToolkit, input)).toolkit
  }
  const toolkit = await bring(titles)
  const releases: CommonRelease[] = []
  const publish = async (): Promise<void> => {
    const version = `${releases.length + 1}.0`
    releases.push(await releaseCommon({ payload, coordinator, toolkit, version }))
  }
  await publish()
  const newest = (): CommonRelease => {
    const release = releases.at(-1)
    if (!release) throw new Error('Nothing is released')
    return release
  }
  /** Changes some sections; the first time one goes, another one comes, and the others stand in another order. */
  const change = async (): Promise<void> => {
    if (releases.length === 1) await bring([...draw.shuffled(titles.slice(0, -1)), `A new section of ${slug}`])
    const texts = await workingTexts({ payload, coordinator, toolkit })
    const drawn = draw.some(texts, 0.7)
    // Without a change there is no release.
    for (const { rev, key, body } of drawn.length > 0 ? drawn : texts.slice(0, 1)) {
      const edited = editedAtRandom({ body, draw, newWord, edits: 2 })
      const input = { toolkit, key, seen: rev, language: 'en' as const, body: toLexical(edited.body) }
      await act(payload, coordinator, saveSection, input as never)
    }
  }
  return {
    toolkit,
    newest,
    change,
    publish,
    async release(): Promise<void> {
      await change()
      // Each release differs from the one before.
      await publish()
    },
  }
}

function sectionBody(title: string) {
  return ['first', 'second', 'third', 'fourth'].map((which) =>
    block('paragraph', {
      runs: [text(`The ${which} paragraph of ${title} says what the office writes down, and who reads it afterwards.`)],
    }),
  )
}

async function workingTexts({
  payload,
  coordinator,
  toolkit,
}: {
  payload: Payload
  coordinator: TypedUser
  toolkit: string
}) {
  const req = await createLocalReq({ user: coordinator }, payload)
  const sections = await loadWorkingSections({ req, toolkit })
  return sections.map(({ rev, content }) => ({ rev, key: content.key, body: content.body.en ?? [] }))
}

async function startCountry({
  payload,
  coordinator,
  common: { toolkit },
  number,
}: {
  payload: Payload
  coordinator: TypedUser
  common: Common
  number: number
}): Promise<string> {
  const country = `x${String.fromCharCode('a'.charCodeAt(0) + number)}`
  await ensureCountry(payload, country, ['en'])
  return (await act(payload, coordinator, startVariant, { toolkit, country, languages: ['en'] })).variant
}

type Pair = readonly [TypedUser, TypedUser]
type Version = { payload: Payload; variant: string; writers: Pair; common: Common; draw: Draw; newWord: NewWord }

function readNow({ payload, variant, writers, common }: Version): Promise<VersionNow> {
  const { id, sections } = common.newest()
  const newest = { id, manifest: [...sections.values()].map(({ entry }) => entry) }
  return readVersionNow({ payload, country: { variant, writers }, newest })
}

/** What a country wrote before the first update. */
async function writeFirst(version: Version): Promise<void> {
  const { payload, draw, newWord, writers } = version
  const now = await readNow(version)
  for (const key of draw.some([...now.shown.keys()], 0.5)) {
    const work = drawWork({ view: now, release: '', draw, newWord, key, only: 'write' })
    if (work) await performWork({ payload, user: draw.one(writers), variant: version.variant, work })
  }
}

/** Some rounds in which both people do something at the same moment; then everything that is stored is compared. */
async function runHistory({ tally, ...version }: Version & { tally: Tally }): Promise<void> {
  const { payload, variant, writers, common, draw, newWord } = version
  const before = await readNow(version)
  let views: [VersionNow, VersionNow] = [before, before]
  let releases: [string, string] = [common.newest().id, common.newest().id]
  const acknowledged: Acknowledged[] = []
  const problems: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const now = await readNow(version)
    // Some people work with a page that they opened a while ago.
    const isFresh = views.map(() => draw.chance(0.8))
    views = [isFresh[0] ? now : views[0], isFresh[1] ? now : views[1]]
    releases = [isFresh[0] ? common.newest().id : releases[0], isFresh[1] ? common.newest().id : releases[1]]
    const together = draw.chance(0.6)
      ? draw.one([...now.own.keys(), ...now.waiting.keys(), ...now.shown.keys()])
      : undefined
    const works = [0, 1].map((index) => {
      const [view, release] = [views[index] ?? now, releases[index] ?? '']
      const own = draw.one([...view.own.keys(), ...view.waiting.keys(), ...view.shown.keys()])
      return drawWork({ view, release, draw, newWord, key: together ?? own })
    })
    const isReleased = draw.chance(0.05)
    if (isReleased) await common.change()
    const [, ...outcomes] = await Promise.all([
      isReleased ? common.publish() : null,
      ...works.map(async (work, index) =>
        work ? performWork({ payload, user: writers[index] ?? writers[0], variant, work }) : null,
      ),
    ])
    for (const outcome of outcomes) {
      if (!outcome) continue
      for (const refusal of outcome.refusals) tally.add(`refused: ${refusal}`)
      acknowledged.push(...outcome.acknowledged)
      problems.push(...outcome.problems)
      for (const { kind } of outcome.acknowledged) tally.add(`acknowledged: ${kind}`)
    }
    if (isReleased) tally.add('releases at the same moment')
  }
  const after = await readNow(version)
  problems.push(...(await historyProblems({ payload, reader: writers[0], before, after, acknowledged })))
  tally.add('histories')
  tally.add('revisions compared', acknowledged.length)
  if (problems.length > 0) throw new Lost(problems)
}
