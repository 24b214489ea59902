import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { approveEdition } from '@/actions/approveEdition'
import { publishEdition } from '@/actions/publishEdition'
import { submitEdition } from '@/actions/submitEdition'
import { isSameJson } from '@/domain/canonicalJson'
import type { ImportedSection } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { loadBlobs } from '@/stored/blobs'
import { newestEdition } from '@/stored/editions'
import { newestRelease } from '@/stored/releases'
import { act } from '../act'
import { verifyStored } from '../faults/verifyStored'
import { type CommonRelease, editHere, fileOf, importVersion, readVersion, releaseCommon } from './commonFramework'
import { drawFrom } from './draw'
import { type NationalWork, startWork } from './nationalWork'
import { ensureCountry, personWith } from './people'
import { CHINESE, VERSIONS } from './standard'
import { Lost, type Tally } from './tally'

/**
 * Five countries. The product has no Chinese among its languages of content: in `cy`, the Chinese text of the document
 * stands where the Greek one would, as a translation of sections or as the country's own words.
 */
export const COUNTRIES: readonly { id: string; languages: Language[] }[] = [
  { id: 'ie', languages: ['en'] },
  { id: 'gb', languages: ['en'] },
  { id: 'mt', languages: ['en'] },
  { id: 'nl', languages: ['en'] },
  { id: 'cy', languages: ['el'] },
]
/** A short run, which still meets most of what a long one meets. */
export const SHORT = { versions: VERSIONS.slice(2), countries: ['ie'] }
/** This country lets one release pass, and decides on two of them at once. */
const SKIPS = { country: 'mt', version: '0.7.0' }
/** This country leaves some sections undecided until the last release. */
const LEAVES = { country: 'gb', share: 0.3 }

type Given = {
  payload: Payload
  seed: number
  tally: Tally
  /** Fewer versions and countries make a short run. */
  versions?: readonly string[]
  countries?: readonly string[]
  tell?: (line: string) => void
}

/**
 * The Standard for Public Code in all its versions, and countries that adapt it and are brought up to date after each
 * release by random decisions. After each step everything that a country wrote and decided is looked for. Throws `Lost`
 * with what is not there.
 */
export async function runOnCorpus({
  payload,
  seed,
  tally,
  versions = VERSIONS,
  countries = COUNTRIES.map(({ id }) => id),
  tell = () => {},
}: Given): Promise<void> {
  const draw = drawFrom(seed)
  const coordinator = await personWith(payload, 'coordinator')
  const chinese = new Map((await readVersion(CHINESE)).map((section) => [fileOf(section), section]))
  const fileOfKey = new Map<string, string>()
  const translationOf = (key: string): ImportedSection | null => chinese.get(fileOfKey.get(key) ?? '') ?? null
  let made = 0
  const newWord = (): string => `zq${String(++made).padStart(5, '0')}x`
  const releases: CommonRelease[] = []
  const works: NationalWork[] = []
  let toolkit = ''
  let away: string[] = []

  for (const [index, version] of versions.entries()) {
    const isLast = index === versions.length - 1
    const sections = await readVersion(version)
    const criteria = sections.map(fileOf).filter((file) => file.startsWith('criteria/'))
    if (index > 0) await editHere({ payload, coordinator, toolkit, draw, newWord, share: 0.15 })
    // One criterion is left out of every second version and is there again in the next; another one is taken as new.
    away = index > 0 && away.length === 0 && !isLast ? [draw.one(criteria)] : []
    const asNew = index > 0 ? draw.one(criteria.filter((file) => !away.includes(file))) : undefined
    const imported = await importVersion({
      ...{ payload, coordinator, sections, without: away },
      ...(asNew ? { asNew } : {}),
    })
    toolkit = imported.toolkit
    tally.add('questions of imports answered', imported.answered)
    for (const [file, key] of imported.keyOf) fileOfKey.set(key, file)
    const release = await releaseCommon({ payload, coordinator, toolkit, version })
    releases.push(release)
    tally.add('releases of the common framework')
    tell(
      `${version}: ${release.sections.size} sections${asNew ? `, ${asNew} taken as new` : ''}${away.length ? `, without ${away}` : ''}`,
    )
    for (const work of works) await work.meet(release)
    if (index === 0) {
      for (const { id, languages } of COUNTRIES.filter(({ id }) => countries.includes(id))) {
        await ensureCountry(payload, id, languages)
        const lead = await personWith(payload, 'national-lead', id)
        const editor = await personWith(payload, 'national-editor', id)
        const reviewer = await personWith(payload, 'reviewer', id)
        const country = { id, languages, writers: [lead, editor] as const, reviewer }
        const isChinese = languages.every((language) => language !== 'en')
        const work = await startWork({
          ...{ payload, coordinator, toolkit, draw, newWord, tally, country, releases: [...releases] },
          translationOf: isChinese ? translationOf : () => null,
        })
        works.push(work)
        await work.begin()
        tell(`  ${id}: ${work.ledger.size} words and passages of its own`)
      }
    }
    for (const work of works) {
      const { id } = work.country
      if (!isLast && id === SKIPS.country && version === SKIPS.version) continue
      if (index > 0) await work.bringUpToDate({ leave: !isLast && id === LEAVES.country ? LEAVES.share : 0 })
      const waiting = work.now().waiting.size
      if (waiting > 0 && (isLast || id !== LEAVES.country))
        throw new Lost([`${id}: everything is decided on ${version}, and ${waiting} sections still wait`])
      await work.translateAll()
      await work.writeIn(0.1)
      await publish({ payload, coordinator, work, version: `${index + 1}.0`, toolkit })
      tally.add('national releases')
      tell(
        `  ${id}: published, ${work.holding().length} decisions, ${waiting} sections wait, ${work.ledger.size} words`,
      )
    }
  }
  const acknowledged = new Set(versions.map((_, index) => `${index + 1}.0`))
  const problems = await verifyStored({ payload, toolkit, acknowledged })
  if (problems.length > 0) throw new Lost(problems)
  for (const { ledger } of works) {
    for (const { fate, whose } of ledger.values())
      tally.add(`${whose === 'ours' ? 'words of countries' : 'common words that a country took out'}: ${fate}`)
  }
}

/** Sends, approves and publishes a version, and compares what is published with what was resolved. */
async function publish({
  payload,
  coordinator,
  work,
  version,
  toolkit,
}: {
  payload: Payload
  coordinator: TypedUser
  work: NationalWork
  version: string
  toolkit: string
}): Promise<void> {
  const { country } = work
  const [lead] = country.writers
  const req = await createLocalReq({ user: lead }, payload)
  const edition = async () => {
    const newest = await newestEdition({ req, variant: country.variant })
    if (!newest) throw new Error(`${country.id} has no edition`)
    return { edition: newest.id, seen: newest.rev }
  }
  await act(payload, lead, submitEdition, await edition())
  await act(payload, country.reviewer, approveEdition, { ...(await edition()), comment: '' })
  await act(payload, coordinator, publishEdition, { ...(await edition()), version, notes: `Release ${version}.` })
  const release = await newestRelease({ req, toolkit, country: country.id })
  const { resolved } = work.now()
  if (
    !release ||
    release.version !== version ||
    !isSameJson(
      release.manifest,
      resolved.sections.map(({ entry }) => entry),
    )
  )
    throw new Lost([`${country.id} ${version}: what is published is not what was resolved`])
  const contents = await loadBlobs({ req, hashes: release.manifest.map(({ blob }) => blob) })
  const other = resolved.sections.filter(({ entry, content }) => !isSameJson(contents.get(entry.blob), content))
  if (other.length > 0)
    throw new Lost(
      other.map(({ entry }) => `${country.id} ${version}: section ${entry.key} is published with another text`),
    )
}
