import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { omitSection } from '@/actions/omitSection'
import { runAction } from '@/actions/runAction'
import { startVariant } from '@/actions/startVariant'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { translateSection } from '@/actions/translateSection'
import type { ImportedSection } from '@/domain/importing'
import type { RichText } from '@/domain/richText/richText'
import { allBlocks } from '@/domain/richText/walk'
import { onRelease } from '@/domain/sectionBaseline'
import { goesWithoutOthers, shownOf } from '@/domain/updates/updates'
import { toLexical } from '@/lexical/toLexical'
import { loadVariantSectionRevision } from '@/stored/revisions'
import { decisionsThatHold } from '@/stored/updateDecisions'
import type { WaitingUpdate } from '@/stored/updates'
import { act } from '../act'
import { checkDecision } from './checkDecision'
import { checkOthers, checkVersion } from './checkVersion'
import type { CommonRelease } from './commonFramework'
import type { Draw } from './draw'
import { type Drawn, drawDecision, inputOf } from './drawDecision'
import { type Edited, editedAtRandom, type NewWord, newParagraph, replacedIn } from './edits'
import { enterDecision } from './enterDecision'
import { copyOf, enterOwnWrite, goBackTo, type Ledger, lostWords, type Words } from './ledger'
import { commonUnder, type Standing } from './standing'
import { Lost, type Tally } from './tally'
import { type Country, readVersionNow, type VersionNow, wholeText } from './version'
import { plain } from './wordCounts'

/** One country at work: everything that it does is checked against what it wrote and decided. */
export type NationalWork = Awaited<ReturnType<typeof startWork>>

type Starting = {
  payload: Payload
  country: Omit<Country, 'variant'>
  coordinator: TypedUser
  toolkit: string
  releases: readonly CommonRelease[]
  draw: Draw
  newWord: NewWord
  tally: Tally
  /** The text of a section in the country's language, where the document has one. */
  translationOf: (key: string) => ImportedSection | null
}

const WHY = { reason: 'national-practice', explanation: 'Here it is done otherwise.', sources: '' } as const

export async function startWork({
  payload,
  coordinator,
  toolkit,
  draw,
  newWord,
  tally,
  translationOf,
  ...given
}: Starting) {
  const start = given.releases.at(-1)
  if (!start) throw new Error('Nothing is released')
  const { id, languages } = given.country
  const { variant } = await act(payload, coordinator, startVariant, { toolkit, country: id, languages: [...languages] })
  const country: Country = { ...given.country, variant }
  const [language = 'en'] = languages
  const standing: Standing = { start: start.id, releases: given.releases, of: new Map() }
  const ledger: Ledger = new Map()
  /** What the ledger and the standing were before each decision, and the stored words then. */
  const decided = new Map<string, { key: string; words: Words[]; baseline: Standing['of']; stored: string }>()
  let now = await read()

  function newest(): CommonRelease {
    const release = standing.releases.at(-1)
    if (!release) throw new Error('Nothing is released')
    return release
  }

  function read(): Promise<VersionNow> {
    const { id, sections } = newest()
    return readVersionNow({
      payload,
      country,
      newest: { id, manifest: [...sections.values()].map(({ entry }) => entry) },
    })
  }

  /** Reads the version after a step in these sections, and checks all of it. */
  async function step(touched: readonly string[], enter: (after: VersionNow) => string[]): Promise<void> {
    const before = now
    now = await read()
    const problems = [
      ...enter(now),
      ...checkVersion({ now, standing }),
      ...checkOthers({ before, after: now, touched }),
      ...lostWords({ ledger, now, earlierOf: (decision) => decided.get(decision)?.stored ?? '' }),
    ]
    tally.add('words of countries looked for', ledger.size)
    if (problems.length > 0) throw new Lost(problems)
  }

  const seen = (key: string): number => now.own.get(key)?.rev ?? 0
  const where = (key: string) => ({ variant, key, seen: seen(key), language })
  const writer = (): TypedUser => draw.one(country.writers)

  /** The text of a section in the country's language, or else in that of the common framework. */
  function bodyOf(key: string): RichText {
    const content = now.shown.get(key)?.content
    const texts = [content?.body[language], translationOf(key)?.body, content?.body.en]
    return texts.find((text) => text !== undefined && text.length > 0) ?? []
  }

  async function adapt(key: string, edited = editedHere(key)): Promise<void> {
    const title = now.shown.get(key)?.content.title[language] ?? translationOf(key)?.title
    const { body, written, removed } = edited
    const renamed = draw.chance(0.2) ? { title: `${title ?? 'Section'} ${newWord()}` } : {}
    const titled = title === undefined ? { title: `Section ${newWord()}` } : renamed
    const input = { ...where(key), ...titled, body: toLexical(body), ...WHY }
    await act(payload, writer(), adaptSection, input as never)
    const isOwnText = language !== 'en' ? passagesOf(body) : []
    const sent = `${titled.title ?? ''}\n${plain(body)}`
    await enterWrite(key, { sent, written: [...written, ...isOwnText, ...wordsOfTitle(titled)], removed })
    tally.add('sections adapted')
  }

  function editedHere(key: string): Edited {
    return editedAtRandom({ body: bodyOf(key), draw, newWord, edits: 1 + draw.below(5) })
  }

  async function translate(key: string): Promise<void> {
    const text = translationOf(key)
    if (!text) return
    const body = toLexical(text.body)
    await act(payload, writer(), translateSection, { ...where(key), title: text.title, body } as never)
    await enterWrite(key, { sent: plain(text.body), written: passagesOf(text.body), removed: [] })
    tally.add('sections translated')
  }

  async function supplement(key: string): Promise<void> {
    const { paragraph, written } = newParagraph(newWord)
    const addition = [...(now.shown.get(key)?.content.addition[language] ?? []), paragraph]
    await act(payload, writer(), supplementSection, { ...where(key), addition: toLexical(addition) } as never)
    await enterWrite(key, { sent: plain(addition), written, removed: [] })
    tally.add('sections supplemented')
  }

  async function leaveOut(key: string): Promise<void> {
    await act(payload, writer(), omitSection, { ...where(key), ...WHY })
    await enterWrite(key, { sent: '', written: [], removed: [] })
    tally.add('sections left out')
  }

  async function addOwn(after: string): Promise<void> {
    const { paragraph, written } = newParagraph(newWord)
    const name = newWord()
    const input = { variant, after, language, title: `Our own section ${name}`, body: toLexical([paragraph]) }
    const { key } = await act(payload, writer(), addSection, { ...input, ...WHY } as never)
    await enterWrite(key, { sent: plain([paragraph]), written: [...written, name], removed: [] })
    tally.add('national sections added')
  }

  async function enterWrite(key: string, words: Pick<Edited, 'written' | 'removed'> & { sent: string }): Promise<void> {
    await step([key], (after) => {
      enterOwnWrite({ ledger, key, language, now: after, ...words })
      return []
    })
  }

  /** Changes some sections: each in a way that its present state allows. */
  async function writeIn(share: number): Promise<void> {
    const keys = [...now.shown.keys()]
    for (const key of draw.some(keys, share)) await writeOne(key)
  }

  async function writeOne(key: string): Promise<void> {
    const mode = now.own.get(key)?.mode ?? 'inherit'
    const isLocked = commonUnder(standing, key)?.content.policy === 'supplement-only'
    const free = isLocked ? ['supplement' as const] : (['adapt', 'adapt', 'supplement', 'leave-out'] as const)
    const does = mode === 'inherit' ? draw.one(free) : mode === 'supplement' ? 'supplement' : 'adapt'
    if (mode === 'adapt' && draw.chance(0.1) && !isLocked) return leaveOut(key)
    if (does === 'adapt' && isLocked) return
    if (does === 'adapt') return adapt(key)
    return does === 'supplement' ? supplement(key) : leaveOut(key)
  }

  /** The first work of a country, before anything newer is released. */
  async function begin(): Promise<void> {
    const keys = draw.shuffled([...now.shown.keys()])
    const part = Math.ceil(keys.length / 3)
    for (const key of keys.slice(0, part)) await adapt(key)
    for (const key of keys.slice(part, part + 3)) await supplement(key)
    for (const key of keys.slice(part + 3, part + 5)) await leaveOut(key)
    for (const key of keys.slice(part + 5, part + 7)) await addOwn(key)
    await translateAll()
  }

  /** Translates every section for which there is a text, and that the country neither adapted nor translated. */
  async function translateAll(): Promise<void> {
    for (const [key, { content }] of now.shown) {
      const isFree = (now.own.get(key)?.mode ?? 'inherit') !== 'adapt' && now.own.get(key)?.mode !== 'local'
      if (isFree && !content.body[language]?.length && translationOf(key)) await translate(key)
    }
  }

  async function decide(key: string, drawn: Drawn): Promise<string | null> {
    const waiting = now.waiting.get(key)
    if (!waiting) throw new Error(`Nothing waits in section ${key}`)
    const user = writer()
    const explanation = { [language]: WHY.explanation }
    const update = { ...where(key), release: newest().id, shown: shownOf(waiting.update) }
    const given = { ...update, reason: WHY.reason, explanation, ...inputOf(drawn, toLexical) }
    const outcome = await runAction({ action: decideOnUpdate, payload, user, input: given })
    if (!outcome.ok) {
      // If only one part is decided, the section stays under the policy on which the country stands.
      const policies = [newest().sections.get(key), commonUnder(standing, key)].map((one) => one?.content.policy)
      const mayDiffer = !policies.includes('supplement-only')
      const keys = outcome.because.map(({ key }) => key)
      if (mayDiffer || !keys.every((one) => one.startsWith('refusal.policy-')))
        throw new Error(`${key}: ${keys.join()}`)
      tally.add('decisions refused because the section may not be adapted')
      return null
    }
    await enterDecisions([{ key, rev: outcome.result.rev, waiting, drawn, by: user.id }])
    return idOf(key, outcome.result.rev)
  }

  function idOf(key: string, rev: number): string {
    return now.decisions.find((one) => one.key === key && one.revAfter === rev)?.id ?? ''
  }

  type Made = { key: string; rev: number; waiting: WaitingUpdate; drawn: Drawn; by: string }

  async function enterDecisions(made: readonly Made[]): Promise<void> {
    const before = now
    await step(
      made.map(({ key }) => key),
      (after) =>
        made.flatMap(({ key, rev, waiting, drawn, by }) => {
          const id = after.decisions.find((one) => one.key === key && one.revAfter === rev)?.id ?? ''
          const base = commonUnder(standing, key)
          const baseline = standing.of.get(key) ?? {}
          const stored = wholeText(before.own.get(key), languages)
          decided.set(id, { key, words: copyOf(ledger, key), baseline: new Map([[key, baseline]]), stored })
          const common = newest().sections.get(key)?.content
          const { dropped, parked } = enterDecision({ ledger, before, after, key, id, waiting, drawn, common })
          tally.add('words that a decision let go', dropped)
          tally.add('words parked', parked)
          const parts = drawn.parts ?? waiting.update.parts
          const isWhole = waiting.update.became !== 'changed' || parts.length === waiting.update.parts.length
          const moved = isWhole ? onRelease(newest().id) : onRelease(newest().id, parts)
          standing.of.set(key, { ...baseline, ...moved })
          const section = newest().sections.get(key) ?? null
          const checked = {
            key,
            before,
            after,
            waiting,
            drawn,
            rev,
            by,
            release: newest().id,
            newest: section,
            base,
            baseline,
          }
          const { taken, declined, problems } = checkDecision(checked)
          tally.add('changed words taken', taken)
          tally.add('changed words declined', declined)
          tally.add(`decisions: ${drawn.choice}`)
          tally.add(`waiting: ${waiting.update.became}, ${waiting.update.status}`)
          if (drawn.parts) tally.add('decisions on one part of several')
          for (const { answer } of drawn.answered)
            tally.add(`places that both changed: ${typeof answer === 'object' ? 'own words' : answer}`)
          return problems
        }),
    )
  }

  async function takeBack(id: string): Promise<void> {
    const earlier = decided.get(id)
    const decision = now.decisions.find((one) => one.id === id)
    if (!earlier || !decision) throw new Error(`Decision ${id} is not known`)
    const { key } = earlier
    await act(payload, writer(), takeBackUpdate, { decision: id, seen: seen(key), language })
    goBackTo(ledger, key, earlier.words)
    standing.of.set(key, earlier.baseline.get(key) ?? {})
    const req = await createLocalReq({ user: country.writers[0] }, payload)
    const own = now.own.get(key)
    const was = own && (await loadVariantSectionRevision({ req, id: own.id, rev: decision.revBefore }))
    await step([key], (after) => {
      const had = wholeText(was?.document, languages)
      const has = wholeText(after.own.get(key), languages)
      const mode = was?.document.mode ?? 'inherit'
      if (had === has && after.own.get(key)?.mode === mode) return []
      return [`${country.id}, section ${key}: decision ${id} was taken back, and "${has}" is stored and not "${had}"`]
    })
    tally.add('decisions taken back')
  }

  async function acceptReady(share: number): Promise<void> {
    const waiting = [...now.waiting.values()]
    const some = draw.some(waiting, share).filter(({ update }) => update.status === 'ready')
    // What would go without the section that gets it is refused, as the list says it.
    const without = goesWithoutOthers(
      waiting.map(({ update }) => update),
      new Set(some.map(({ update }) => update.key)),
    )
    const ready = some.filter(({ update }) => without(update).length === 0)
    if (ready.length === 0) return
    const user = writer()
    const sections = ready.map(({ update: { key } }) => ({ key, seen: seen(key), others: [] }))
    const input = { variant, release: newest().id, language, sections }
    const result = await act(payload, user, acceptReadyUpdates, input)
    tally.add('sections accepted at once', sections.length)
    const drawn: Drawn = { choice: 'accept', resolutions: {}, answered: [], written: [] }
    const dropped = tally.of('words that a decision let go')
    await enterDecisions(
      result.sections.flatMap(({ key, rev }) => {
        const waiting = ready.find(({ update }) => update.key === key)
        return waiting ? [{ key, rev, waiting, drawn, by: user.id }] : []
      }),
    )
    // What is ready was not changed by the country, so that nothing of it can go.
    if (tally.of('words that a decision let go') > dropped)
      throw new Lost([`${country.id}: accepting ${sections.map(({ key }) => key)} at once let words of the country go`])
  }

  /** Replaces in some sections a word that the common framework replaced, too: both then changed the same place. */
  async function writeWhereItWaits(share: number): Promise<void> {
    for (const { sides, update } of draw.some([...now.waiting.values()], share)) {
      const { mode } = sides.own
      const isFree = commonUnder(standing, update.key)?.content.policy !== 'supplement-only'
      if (!isFree || (mode !== 'inherit' && mode !== 'adapt')) continue
      const [was, is] = [sides.base, sides.newest].map((side) => wordsById(side?.content.body[language]))
      const body = bodyOf(update.key)
      const edits = [...(was ?? [])].flatMap(([id, words]) => {
        const there = is?.get(id)
        const gone = there ? words.filter((word) => word.length > 3 && !there.includes(word)) : []
        return gone.length > 0 ? [() => replacedIn({ body, id, words: gone, newWord })] : []
      })
      const edited = edits.length > 0 ? draw.one(edits)() : null
      if (!edited) continue
      await adapt(update.key, edited)
      tally.add('words replaced that the waiting text replaces, too')
    }
  }

  /** Decides what waits, in random order, until nothing does or only what is left for later. */
  async function bringUpToDate({ leave }: { leave: number }): Promise<void> {
    await step([...now.waiting.keys(), ...newest().sections.keys()], () => [])
    await writeWhereItWaits(0.8)
    if (draw.chance(0.7)) await acceptReady(0.7)
    const left = new Set(draw.some([...now.waiting.keys()], leave))
    const open = (): string[] => [...now.waiting.keys()].filter((key) => !left.has(key))
    while (open().length > 0) {
      const key = draw.one(open())
      const waiting = now.waiting.get(key)
      if (!waiting) continue
      const made =
        (await decide(key, drawDecision({ waiting, draw, newWord }))) ??
        (await decide(key, drawDecision({ waiting, draw, newWord, only: 'accept' })))
      if (made && draw.chance(0.15)) await takeBack(made)
      if (draw.chance(0.05)) await writeOne(draw.one([...now.shown.keys()]))
    }
    tally.add('sections left for later', left.size)
  }

  return {
    country,
    ledger,
    begin,
    writeIn,
    translateAll,
    bringUpToDate,
    /** A newer release of the common framework: nothing in the country changes. */
    async meet(release: CommonRelease): Promise<void> {
      standing.releases = [...standing.releases, release]
      const before = now
      now = await read()
      const problems = [
        ...checkVersion({ now, standing }),
        ...(before.resolved.hash === now.resolved.hash ? [] : [`${country.id}: the text changed with a release`]),
      ]
      if (problems.length > 0) throw new Lost(problems)
    },
    now: () => now,
    holding: () => decisionsThatHold(now.decisions),
  }

  function wordsOfTitle({ title }: { title?: string }): string[] {
    return title?.split(' ').slice(-1) ?? []
  }
}

/** The words of each block that has an id. */
function wordsById(body: RichText = []): Map<string, string[]> {
  const blocks = allBlocks(body).filter(({ id }) => id)
  return new Map(blocks.map((one) => [one.id ?? '', plain([{ ...one, children: [] }]).split(/\s+/)]))
}

/** Passages of a text that are found only once in it: in a language that the document has elsewhere, no word is new. */
function passagesOf(body: RichText): string[] {
  const whole = plain(body)
  const passages = allBlocks(body).flatMap((one) =>
    plain([{ ...one, children: [] }]).split(/[，。、；：「」（）.,;:()\n]/u),
  )
  return [...new Set(passages.map((one) => one.trim()))].filter(
    (one) => one.length >= 8 && whole.indexOf(one) === whole.lastIndexOf(one),
  )
}
