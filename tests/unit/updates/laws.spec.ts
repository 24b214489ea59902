import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlaceGone, withAddition } from '@/domain/additionPlace'
import { wordsOf } from '@/domain/alignment/words'
import { type WordsRead, wordsRead as wordsReadIn } from '@/domain/became'
import { isSameJson } from '@/domain/canonicalJson'
import type { BlockChange } from '@/domain/diff/diff'
import { brokenParts } from '@/domain/keptParts'
import { resolveSection } from '@/domain/merge/merge'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import type { ResolvedSection, VariantSection } from '@/domain/resolve'
import { untouched } from '@/domain/resolve'
import type { Block, RichText } from '@/domain/richText/richText'
import { isEmptyField, isSameField, isWritten, saidByText } from '@/domain/richText/sameText'
import { textOf } from '@/domain/richText/walk'
import { inEach, type SectionContent, TEXT_FIELDS, type Texts } from '@/domain/section'
import {
  choicesFor,
  isAsking,
  isTakenOut,
  keysThatAsk,
  mergeIn,
  type OfferedChange,
  offeredChanges,
  UPDATE_BECAME,
  UPDATE_CHOICES,
  UPDATE_STATUSES,
  type UpdateDecision,
  type Waiting,
} from '@/domain/updates/updates'
import { runs } from '../runs'
import {
  begin,
  decisionOf,
  fixingSteps,
  movingSteps,
  regroupingSteps,
  run,
  type Step,
  steps,
  take,
  transferSteps,
} from './history'
import type { World } from './world'

const RUNS = { numRuns: runs(1000) }
const RELEASE: Step = { kind: 'release', a: 0, b: 0, c: 0 }
const REASON = { reason: 'other', explanation: { en: 'Because.' } } as const

describe('after any history of a common framework and a country', () => {
  it('a country that takes the common text everywhere has the common framework, with its own additions', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const world = released(given)
        const before = new Map(world.own)
        decideAll(world, (choices) => (choices.includes('accept') ? 'accept' : 'keep'))
        const own = (key: string) => world.ownOf(key)
        const version = world.resolved()
        for (const { entry, content } of version) {
          const newest = world.newest.byKey.get(entry.key)
          if (!newest) continue
          // What nobody asked about, because the common framework did not change it, stays the country's own.
          if (own(entry.key).mode === 'adapt') continue
          const common = world.working.get(entry.key)?.content
          for (const { field, language } of inEach(TEXT_FIELDS, ['en', 'el'] as const)) {
            if (isEmptyField(common?.[field][language])) continue
            expect(isSameField(content[field][language], common?.[field][language])).toBe(true)
          }
          if (own(entry.key).mode === 'supplement') {
            const { addition } = own(entry.key)
            const from = cameFrom(entry.key, before, own)
            for (const language of ['en', 'el'] as const) {
              const [was = [], is = []] = [before.get(from)?.addition[language], addition[language]]
              const isIn = (text: RichText | undefined) => (one: Block) =>
                text?.some((other) => isSameField([one], [other])) ?? false
              expect(is).toEqual(was.filter(isIn(is)))
              // What the common text has now is there once.
              expect(was.filter((one) => !isIn(is)(one)).every(isIn(common?.body[language]))).toBe(true)
            }
            if (from !== entry.key) {
              expect(own(from)).toMatchObject({ mode: 'inherit', addition: {} })
              expect(isPlaceGone({ place: before.get(from)?.additionPlace, body: content.body })).toBe(false)
            }
          }
          expect(content.audiences).toEqual(common?.audiences)
          expect(content.policy).toBe(common?.policy)
        }
        // Where the country chose another place before, only that place differs.
        if ([...world.newest.byKey.keys()].some((key) => own(key).rank !== null)) return
        const isUsed = new Set(version.map(({ entry }) => entry.key))
        const places = (entries: readonly ManifestEntry[]) =>
          inReadingOrder(entries.filter(({ key }) => isUsed.has(key))).map(({ entry: { key }, depth }) => ({
            key,
            depth,
          }))
        const isCommon = ({ entry }: { entry: { key: string } }) => world.newest.byKey.has(entry.key)
        const shown = inReadingOrder(version.filter(isCommon).map(({ entry }) => entry))
        expect(shown.map(({ entry: { key }, depth }) => ({ key, depth }))).toEqual(places(world.newest.manifest))
      }),
      RUNS,
    )
  })

  it('a country that keeps its own text everywhere reads the same as before', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const world = released(given)
        const before = textsRead(world)
        const refused = new Set<string>()
        const nowhere = world.waiting().flatMap(({ sides }) => goneWithOurs(sides))
        decideAll(
          world,
          (choices) => (choices.includes('keep') ? 'keep' : 'not-for-us'),
          (key) => refused.add(key),
        )
        const after = textsRead(world)
        const compared = (key: string, texts: unknown[] = []) =>
          texts.map((text, at) => (nowhere.includes(`${key} ${at}`) ? null : text))
        for (const [key, texts] of before)
          if (!refused.has(key)) expect(compared(key, after.get(key))).toEqual(compared(key, texts))
        const added = [...after.keys()].filter((key) => !before.has(key))
        expect(added).toEqual([])
      }),
      RUNS,
    )
  })

  it('asks about nothing again once everything is decided, and refuses a second decision', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        for (const { update, sides } of world.waiting()) {
          const decision = { ...decisionOf({ sides, update }, b, c - (c % 5) + 1), ...REASON }
          const outcome = world.decide(update.key, decision)
          if (!outcome?.ok) continue
          expect(world.decide(update.key, decision)).toBe(null)
        }
        // What is left was refused: the common framework does not allow the country's text.
        for (const { update } of world.waiting()) expect(decideOne(world, update.key, 'accept').ok).toBe(true)
        expect(world.waiting()).toEqual([])
      }),
      RUNS,
    )
  })

  it('comes to the same version in whatever order the sections are decided', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        const other = world.copy()
        const decisions = world.waiting().map((one) => ({ key: one.update.key, decision: decisionOf(one, b, c) }))
        for (const { key, decision } of decisions) world.decide(key, decision)
        for (const { key, decision } of decisions.toReversed()) other.decide(key, decision)
        expect([...other.own].toSorted()).toEqual([...world.own].toSorted())
      }),
      RUNS,
    )
  })

  it.each([
    ['loses no word of the country that a decision did not drop', steps],
    ['loses none in sections that are divided or joined, in either language', regroupingSteps],
  ])('%s', (_, histories) => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        for (const one of world.waiting()) {
          const decision = decisionOf(one, b, c)
          const kept = { ...decision, resolutions: {} }
          // What the common framework fixes now is as it is there.
          if (decision.choice === 'accept' || one.update.isFixed) continue
          const { key } = one.update
          const together = [key, ...one.update.others]
          const others = new Set([...wordsIn(one.sides.base?.content), ...titlesThatGo(world, one)])
          const isOurs = (word: string) => !others.has(word)
          const before = together.flatMap((each) => ownWords(world, each)).filter(isOurs)
          const wasRead = wordsReadOf(world, together).filter(isOurs)
          if (!world.decide(key, kept)?.ok) continue
          if (decision.choice === 'combine' || decision.choice === 'keep') {
            const isRead = new Set(wordsReadOf(world, together))
            expect(wasRead.filter((word) => !isRead.has(word))).toEqual([])
          }
          const left = new Set([...together.flatMap((each) => ownWords(world, each)), ...wordsReadOf(world, together)])
          expect(before.filter((word) => !left.has(word))).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it.each([
    ['drops no word of the country where an update is ready', steps],
    ['drops none in sections that are divided or joined either', regroupingSteps],
  ])('%s', (_, histories) => {
    let met = 0
    fc.assert(
      fc.property(histories, (given) => {
        const world = released(given)
        for (const one of world.waiting()) {
          const { sides, together, update } = one
          if (update.status !== 'ready') continue
          const keys = [update.key, ...update.others]
          const members = together ? [together.head, ...together.others] : [sides]
          // There is nothing left to translate.
          const isEmptied = ({ base, newest }: Waiting['sides']) =>
            TEXT_FIELDS.some(
              (field) => isWritten(base?.content[field] ?? {}) && newest && !isWritten(newest.content[field]),
            )
          if (members.some(isEmptied)) continue
          const common = members.flatMap(({ base, newest }) => [base, newest].flatMap((one) => wordsIn(one?.content)))
          const others = new Set([...common, ...titlesThatGo(world, one)])
          const before = wordsReadOf(world, keys).filter((word) => !others.has(word))
          if (before.length > 0) met += 1
          decideOne(world, update.key, 'accept')
          const after = new Set(wordsReadOf(world, keys))
          expect(before.filter((word) => !after.has(word))).toEqual([])
        }
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(0)
  })

  it.each([
    ['any history', steps],
    ['a history in which text goes from section to section', transferSteps],
    ['a history of many releases that move text', movingSteps],
  ])('brings nothing back and loses nothing where everything that is ready is accepted, after %s', (_, histories) => {
    let met = 0
    fc.assert(
      fc.property(histories, (given) => {
        const world = begin()
        /** Lines of the common text on which the country stands or stood, and that its readers do not get. */
        const leftOut = new Set<string>()
        for (const step of [...given, RELEASE]) {
          take(world, step)
          const read = linesRead(world)
          for (const { content } of world.base()) for (const line of linesIn(content)) leftOut.add(line)
          // What the common framework does not have for a time is new where it comes back.
          const isThere = linesOfNewest(world)
          for (const line of leftOut) if (read.has(line) || !isThere.has(line)) leftOut.delete(line)
        }
        endPauses(world)
        const isThere = linesOfNewest(world)
        const before = linesRead(world)
        // A text that stands in two sections did not move: whoever leaves one of them out reads it in the other (ADR 33).
        for (const line of linesInTwoSections(world)) leftOut.delete(line)
        const ready = world.waiting().filter(({ update }) => update.status === 'ready')
        for (const { update } of world.waiting()) if (update.apart) met += 1
        for (const { update } of ready) decideOne(world, update.key, 'accept')
        const after = linesRead(world)
        expect([...after].filter((line) => leftOut.has(line))).toEqual([])
        // Also a line that another update still offers: nobody knows when it is decided.
        expect([...before].filter((line) => !after.has(line) && isThere.has(line))).toEqual([])
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(0)
  })

  it.each([
    ['calls nothing a translation that was none', steps],
    ['calls nothing a translation that was none in sections that are divided or joined', regroupingSteps],
  ])('%s', (_, histories) => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        for (const one of world.waiting()) {
          const keys = [one.update.key, ...one.update.others]
          const common = wordsIn(one.sides.base?.content)
          const before = new Set([...translatedWords(world, keys), ...common])
          if (!world.decide(one.update.key, decisionOf(one, b, c))?.ok) continue
          expect(translatedWords(world, keys).filter((word) => !before.has(word))).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('reads the same after a combination that takes no change, and as after an acceptance where all is taken', () => {
    let met = 0
    fc.assert(
      fc.property(steps, (given) => {
        const world = released(given)
        for (const { sides, together, update } of world.waiting()) {
          if (together || update.became !== 'changed' || sides.own.mode !== 'inherit' || !update.mayKeep) continue
          const changes = offeredChanges(sides, 'en')
          const ids = changes.map(({ id }) => id)
          if (ids.length > 1) met += 1
          expect(new Set(ids).size).toBe(ids.length)
          const base = { ...sides, own: untouched(update.key) }
          const merged = (declined: string[]) =>
            resolveSection({ section: mergeIn(base, 'en', declined), resolutions: {} }).body
          expect(isSameField(merged(ids), sides.base?.content.body.en)).toBe(true)
          expect(isSameField(merged([]), sides.newest?.content.body.en)).toBe(true)
          // Each change that is left alone leaves the others as they are.
          for (const id of ids) {
            const left = new Set(wordsOf(textOf(merged([id]))))
            for (const other of changes.filter((one) => one.id !== id)) {
              for (const word of addedBy(other)) expect(left.has(word)).toBe(true)
            }
          }
        }
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(0)
  })

  it('has every fixed part as it is in the common text on which it stands', () => {
    fc.assert(
      fc.property(fixingSteps, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        for (const one of world.waiting()) world.decide(one.update.key, decisionOf(one, b, c))
        const base = new Map(world.base().map(({ entry, content }) => [entry.key, content]))
        for (const { entry, content } of world.resolved()) {
          const common = base.get(entry.key)
          if (common) expect(brokenParts({ common, text: content, languages: ['en', 'el'], source: 'en' })).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('meets updates that fix what the country changed, often enough', () => {
    const worlds = fc.sample(fixingSteps, { numRuns: 1000, seed: 11 }).map((given) => run([...given, RELEASE]))
    expect(worlds.flatMap((world) => world.waiting()).filter(({ update }) => update.isFixed).length).toBeGreaterThan(20)
  })

  it('changes nothing in a section whose updates are paused', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (given, b, c) => {
        const world = run([...given, RELEASE])
        const before = wordsRead(world)
        for (const one of world.waiting()) {
          const { key } = one.update
          const { paused } = world.ownOf(key)
          const outcome = world.decide(key, decisionOf(one, b, c))
          if (paused) expect(outcome?.ok).toBe(false)
          if (paused) expect(wordsRead(world).get(key)).toEqual(before.get(key))
        }
      }),
      RUNS,
    )
  })

  it('makes a proposal that is taken over word for word common text with the release, and asks nothing about it', () => {
    let met = 0
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (given, b, c) => {
        const world = released(given)
        decideAll(world, (choices) => (choices.includes('keep') && b % 2 === 0 ? 'keep' : (choices[0] ?? 'accept')))
        // Where the common framework forbids the country's text, it was decided first.
        for (const { update } of world.waiting()) decideOne(world, update.key, 'accept')
        for (const key of [...world.own.keys()]) {
          const own = world.ownOf(key)
          const { addition, additionPlace, audiences, mode, stages } = own
          // In the common framework a text that is empty in one language is not translated, and readers get that of another one.
          if (
            inEach(TEXT_FIELDS).some(
              ({ field, language }) => own[field][language] !== undefined && isEmptyField(own[field][language]),
            )
          )
            continue
          const known = world.working.get(key)?.content
          const isHere = known !== undefined
          // An addition without a place is the same wherever it stands; all else has its place in the country's text.
          const place = c % 3 === 0 && mode === 'supplement' && !additionPlace ? ('beginning' as const) : null
          const chosen = c % 2 === 0 ? { chosen: (at: number) => (at + b) % 3 !== 0 } : {}
          const before = { words: wordsRead(world).get(key), texts: textsRead(world).get(key) }
          // Readers of the other language got the addition too, and what the common framework takes over is not in their text.
          const section = world.resolved().find(({ entry }) => entry.key === key)
          const isRead = (section ? readers(section) : []).some(
            ({ addition: read, body }) => read?.standsIn && !body?.standsIn,
          )
          const isInBoth = (['en', 'el'] as const).every((language) => !isEmptyField(addition[language]))
          const proposal = world.takeOver(key, { place, ...chosen })
          if (!proposal) continue
          const isAnywhere = place !== null || (proposal.ids !== null && mode === 'supplement' && !additionPlace)
          met += 1
          world.release()
          const isSaid = (block: Block) => known?.body.en?.some((one) => isSameField([one], [block])) ?? false
          const isTaken = (block: Block) => (proposal.ids?.includes(block.id) ?? true) && !isSaid(block)
          // Its text would move: the rest of the addition stands on both sides of what was taken, and has one place only.
          const isMoving = mode === 'supplement' && additionPlace !== null && isApart(addition.en ?? [], isTaken)
          const asked = world.waiting().filter((one) => !isFixedOtherwise(world, one))
          const isWhole = (addition.en ?? []).every(isTaken)
          const isShared = mode === 'supplement' && (isRead || (isInBoth && isWhole))
          expect(asked.map(({ update }) => update.key)).toEqual(isMoving || isShared ? [key] : [])
          if (isShared) return
          expect(wordsRead(world).get(key)).toEqual(before.words)
          if (!isAnywhere) expect(textsRead(world).get(key)).toEqual(before.texts)
          if (isMoving) return
          if (proposal.ids || (isHere && (audiences || stages)) || world.waiting().length > 0) continue
          // What the common text said before is not taken over a second time, and the country has it twice as before.
          if (world.ownOf(key).addition.en?.some(isSaid)) continue
          // A translation of a text that the country dropped is its own once the common framework dropped that too.
          const common = world.working.get(key)?.content
          if (TEXT_FIELDS.some((field) => !isWritten(common?.[field] ?? {}) && isWritten(world.ownOf(key)[field])))
            continue
          // Readers go on to get the text of the other language.
          if (world.ownOf(key).standIns.length > 0) continue
          // Nothing of its own is left: the section is common text.
          expect(world.resolved().find(({ entry }) => entry.key === key)?.entry.mode).toBe('inherit')
          expect(world.ownOf(key).mode).toBe('inherit')
        }
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(RUNS.numRuns / 10)
  })

  it('loses no word that the common framework wrote since, whatever is taken over', () => {
    let met = 0
    fc.assert(
      fc.property(steps, fc.nat(), (given, c) => {
        const world = run([...given, RELEASE, ...given])
        for (const key of [...world.own.keys()]) {
          const base = world.base().find(({ entry }) => entry.key === key)
          if (!base) continue
          const known = new Set(wordsIn(base.content))
          const written = wordsIn(world.working.get(key)?.content).filter((word) => !known.has(word))
          const chosen = c % 2 === 0 ? { chosen: (at: number) => (at + c) % 3 !== 0 } : {}
          const proposal = world.takeOver(key, chosen)
          if (!proposal || written.length === 0) continue
          met += 1
          const asked = proposal.disputed.flatMap(({ theirs }) => theirs.split(/\s+/))
          const left = new Set([...wordsIn(world.working.get(key)?.content), ...asked])
          expect(written.filter((word) => !left.has(word))).toEqual([])
        }
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(RUNS.numRuns / 10)
  })

  it('meets every status and every choice, each of them often', () => {
    const met = new Map<string, number>()
    for (const given of fc.sample(steps, { numRuns: 1000, seed: 11 })) {
      const world = run([...given, RELEASE])
      for (const [at, one] of world.waiting().entries()) {
        const { choice } = decisionOf(one, at, 1)
        for (const name of [one.update.status, one.update.became, choice]) met.set(name, (met.get(name) ?? 0) + 1)
      }
    }
    const few = [...UPDATE_STATUSES, ...UPDATE_CHOICES, ...UPDATE_BECAME].filter((one) => (met.get(one) ?? 0) < 50)
    expect({ few, met: [...met] }).toEqual({ few: [], met: [...met] })
  })

  it('can be decided by every choice that is offered, unless the common framework forbids the country to differ', () => {
    for (const given of [steps, fixingSteps])
      fc.assert(
        fc.property(given, (history) => {
          const world = released(history)
          for (const { update } of world.waiting())
            for (const choice of choicesFor(update)) {
              const outcome = decideOne(world.copy(), update.key, choice)
              const because = outcome.ok ? [] : outcome.because.map(({ key }) => key)
              const isForbidden = (key: string) => key === 'refusal.part-fixed' || key.startsWith('refusal.policy-')
              expect(choice === 'accept' ? because : because.filter((key) => !isForbidden(key))).toEqual([])
            }
        }),
        { numRuns: RUNS.numRuns / 2 },
      )
  })

  it('counts as asked what it asks, also without reading what the country wrote', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const world = run(given)
        const asked = world.waiting().filter(({ update }) => isAsking(update))
        const listed = world.moved().map(({ own: { key, mode, paused }, ...sides }) => {
          return { ...sides, key, mode, isPaused: paused !== null }
        })
        expect(keysThatAsk(listed)).toEqual(asked.map(({ update }) => update.key))
      }),
      RUNS,
    )
  })

  it('asks nothing about a section that the common framework did not change', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const world = released(given)
        decideAll(world, (choices) => (choices.includes('accept') ? 'accept' : 'keep'))
        world.release()
        expect(world.waiting()).toEqual([])
      }),
      RUNS,
    )
  })
})

/** The words that a change of the text adds. */
function addedBy({ change }: OfferedChange): string[] {
  const segments = (blocks: readonly BlockChange[]): BlockChange['segments'] =>
    blocks.flatMap((block) => [...block.segments, ...segments(block.children)])
  return change.fields.flatMap((field) =>
    field.kind === 'richText'
      ? segments(field.blocks).flatMap(({ status, text }) => (status === 'added' ? wordsOf(text) : []))
      : [],
  )
}

/** The world after these steps and one more release, without pauses. */
function released(given: readonly Step[]): World {
  const world = run([...given, RELEASE])
  endPauses(world)
  return world
}

function endPauses(world: World): void {
  for (const [key, own] of world.own) world.write(key, { ...own, paused: null })
}

function decideOne(world: World, key: string, choice: UpdateDecision['choice']) {
  const outcome = world.decide(key, { choice, ...REASON })
  if (!outcome) throw new Error('Nothing waits there.')
  return outcome
}

function decideAll(
  world: World,
  choose: (choices: UpdateDecision['choice'][]) => UpdateDecision['choice'],
  onRefused: (key: string) => void = () => undefined,
): void {
  for (const { update } of world.waiting()) {
    if (!decideOne(world, update.key, choose(choicesFor(update))).ok) onRefused(update.key)
  }
}

/** In which section an addition was before: in another one if the common framework divided that, and its block is here now. */
function cameFrom(
  key: string,
  before: ReadonlyMap<string, VariantSection>,
  own: (key: string) => VariantSection,
): string {
  if (before.get(key)?.mode === 'supplement') return key
  const others = [...before.values()].filter(
    (one) => one.mode === 'supplement' && hasAll(one.addition, own(key).addition),
  )
  return others[0]?.key ?? key
}

function hasAll(texts: Texts['addition'], some: Texts['addition']): boolean {
  return (['en', 'el'] as const).every((language) =>
    (some[language] ?? []).every((one) => texts[language]?.some((other) => isSameJson(one, other))),
  )
}

/** The texts that readers of each section get, each addition in its place. */
function textsRead(world: World): Map<string, unknown[]> {
  return new Map(
    world.resolved().map((section) => {
      const texts = readers(section).flatMap(({ title, summary, body, addition, additionAt: at }) => {
        const text = body?.value ?? []
        const whole = withAddition({ body: text, addition: addition?.value ?? [], at: at ?? text.length })
        return [title?.value ?? '', summary?.value ?? '', saidByText(whole)]
      })
      return [section.entry.key, texts]
    }),
  )
}

/**
 * The fields, as `textsRead` numbers them, that the country left out in a language and that the common framework has in no language any
 * more: the field is then missing there, and the country's text of another language stands in (ADR 27).
 */
function goneWithOurs(sides: Waiting['sides']): string[] {
  return (['en', 'el'] as const).flatMap((language, at) =>
    TEXT_FIELDS.flatMap((field, index) =>
      isTakenOut(sides, { field, language }) && !isWritten(sides.newest?.content[field] ?? {})
        ? [`${sides.own.key} ${at * TEXT_FIELDS.length + index}`]
        : [],
    ),
  )
}

/** What readers of each language get: the text of another one where there is none in theirs. */
function readers(section: ResolvedSection): WordsRead[] {
  return (['en', 'el'] as const).map((language) => wordsReadIn(section, { language, source: 'en' }))
}

/** A line of fewer words is not known where it moves: it can come from anywhere (ADR 33). */
const FEWEST_WORDS = 3

/** The lines of the English text of a section in a release that can be told from others. */
function linesIn({ body }: Pick<SectionContent, 'body'>): string[] {
  return textOf(body.en ?? [])
    .split('\n')
    .filter((line) => line.split(' ').length >= FEWEST_WORDS)
}

/** The lines that the newest release has in any section. */
function linesOfNewest(world: World): Set<string> {
  return new Set(world.newest.manifest.flatMap(({ blob }) => linesIn(JSON.parse(blob) as SectionContent)))
}

/** The lines that the newest release has in more than one section. */
function linesInTwoSections(world: World): string[] {
  const all = world.newest.manifest.flatMap(({ blob }) => [...new Set(linesIn(JSON.parse(blob) as SectionContent))])
  return all.filter((line, at) => all.indexOf(line) !== at)
}

/** The lines that readers of English get, in any section. */
function linesRead(world: World): Set<string> {
  const used = world.resolved().filter(({ entry }) => entry.mode !== 'omit')
  return new Set(
    used.flatMap(({ content: { body, addition } }) =>
      [body, addition].flatMap(({ en = [] }) => textOf(en).split('\n')),
    ),
  )
}

/** The words that readers of each section get, sorted. */
function wordsRead(world: World): Map<string, string[]> {
  return new Map(
    world.resolved().map((section) => {
      const words = readers(section).flatMap(({ title, body, addition }) => [
        title?.value ?? '',
        textOf(body?.value ?? []),
        textOf(addition?.value ?? []),
      ])
      return [section.entry.key, words.join(' ').split(/\s+/).filter(Boolean).toSorted()]
    }),
  )
}

/** The words that readers of these sections get. */
function wordsReadOf(world: World, keys: readonly string[]): string[] {
  const read = wordsRead(world)
  return keys.flatMap((key) => read.get(key) ?? [])
}

/** The translated titles of sections that are joined to another one: they stand in no text. */
function titlesThatGo(world: World, { update }: Waiting): string[] {
  return update.others.flatMap((other) => wordsOf(world.ownOf(other).title.el ?? ''))
}

/** The words that the country has stored for these sections as a translation. */
function translatedWords(world: World, keys: readonly string[]): string[] {
  const translated = keys.map((key) => world.ownOf(key)).filter((own) => own.translated.includes('el'))
  return translated.flatMap(({ title, body }) => [...wordsOf(title.el ?? ''), ...wordsOf(textOf(body.el ?? []))])
}

/** Does what is taken from the blocks part the rest of them? */
function isApart(blocks: readonly Block[], isTaken: (block: Block) => boolean): boolean {
  const isLeft = blocks.map((block) => !isTaken(block))
  return isLeft.slice(isLeft.indexOf(true), isLeft.lastIndexOf(true)).includes(false)
}

/**
 * Does the newest common text fix a part that the country has otherwise? A rule holds for the paragraph that stands for
 * its block in each language, and that can be another one after any change of the text.
 */
function isFixedOtherwise(world: World, { sides: { newest, own } }: Waiting): boolean {
  const read = world.resolved().find(({ entry }) => entry.key === own.key)
  if (!newest || !read) return false
  return brokenParts({ common: newest.content, text: read.content, languages: ['en', 'el'], source: 'en' }).length > 0
}

/** The words that a country has stored for a section, those of the common text among them. */
function ownWords(world: World, key: string): string[] {
  return wordsIn(world.ownOf(key))
}

function wordsIn(some: Pick<Texts, 'title' | 'body' | 'addition'> | undefined): string[] {
  const texts = [some?.title, some?.body, some?.addition].flatMap((field) => Object.values(field ?? {}))
  return texts.flatMap((one) => (typeof one === 'string' ? one : textOf(one)).split(/\s+/)).filter(Boolean)
}
