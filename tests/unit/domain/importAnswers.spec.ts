import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedSection } from '@/domain/importing'
import { withAnswer, withPair } from '@/domain/importPlan/choices'
import type { Question } from '@/domain/importPlan/decision'
import type { RememberedSection } from '@/domain/importPlan/importedText'
import type { ExistingSection, ImportChoices, ImportPlan } from '@/domain/importPlan/plan'
import type { GivenAnswer } from '@/domain/merge/merge'
import { NOTHING_CHOSEN, planImport } from '@/domain/planImport'
import { textOf } from '@/domain/richText/walk'
import { contentOf, p } from './sections'

const LINES = ['Ask who the person is.', 'Say why you ask.', 'Write down what you hear.']
const OURS = LINES.with(1, 'Say why you ask and who reads it.')

/** A section of the toolkit, of the document, and of the last import. */
const here = (title: string, lines: string[], rank = 'a0'): ExistingSection => ({
  slug: title,
  parent: null,
  rank,
  retired: false,
  content: contentOf(`key-${title}`, {
    title: { en: title },
    summary: {},
    body: { en: lines.map((line) => p(line)) },
    audiences: [],
    stages: [],
  }),
})
const said = (title: string, lines: string[]): ImportedSection => ({
  source: title,
  depth: 1,
  title,
  body: lines.map((line) => p(line)),
})
const brought = (title: string, lines: string[]): RememberedSection => ({
  key: `key-${title}`,
  parent: null,
  text: { title, body: lines.map((line) => p(line)) },
  left: false,
})

type Given = { existing: ExistingSection[]; remembered: RememberedSection[] | null; incoming: ImportedSection[] }

function planned(given: Given, choices: ImportChoices, name = 'new'): ImportPlan {
  let count = 0
  return planImport({
    ...given,
    language: 'en',
    sourceLanguage: 'en',
    choices,
    newKey: () => `${name}-${++count}`,
  })
}

const kindsOf = ({ open }: ImportPlan) => open.map(({ kind }) => kind)

describe('an answer counts only for the question that it was given to', () => {
  it('that an edited section should go does not decide about its words once it is paired with a text of the document', () => {
    const given: Given = {
      existing: [here('Assess', OURS)],
      remembered: [brought('Assess', LINES)],
      incoming: [said('Quite another name', [LINES[0] ?? '', 'Nothing of what was there before.'])],
    }
    const before = planned(given, NOTHING_CHOSEN)
    expect(kindsOf(before)).toEqual(['gone'])
    const resolutions = Object.fromEntries(before.open.map(({ id }) => [id, 'theirs' as const]))
    expect(planned(given, { pairs: {}, resolutions }).open).toEqual([])
    const pairs = { 0: 'key-Assess' }
    const after = planned(given, { pairs, resolutions })
    expect(after).toEqual(planned(given, { pairs, resolutions: {} }))
    expect(kindsOf(after)).toEqual(['deleted'])
    expect(textOf(after.sections[0]?.text.body ?? [])).toContain('and who reads it')
  })

  it('that a section should have the text of the document does not remove it once that text is marked as new', () => {
    const given: Given = {
      existing: [here('Assess', OURS)],
      remembered: null,
      incoming: [said('Assess', LINES)],
    }
    const before = planned(given, NOTHING_CHOSEN)
    expect(kindsOf(before)).toEqual(['whole'])
    const resolutions = Object.fromEntries(before.open.map(({ id }) => [id, 'theirs' as const]))
    const after = planned(given, { pairs: { 0: null }, resolutions })
    expect(kindsOf(after)).toEqual(['gone'])
    expect(after.gone).toMatchObject([{ key: 'key-Assess', goes: false }])
  })

  it('about one place is asked for again once the section is paired with another text of the document', () => {
    const given: Given = {
      existing: [here('Assess', OURS)],
      remembered: [brought('Assess', LINES)],
      incoming: [
        said('Assess', LINES.with(1, 'Say why you ask and who may refuse.')),
        said('Other', LINES.with(1, 'Say why you ask and where it is kept.')),
      ],
    }
    const before = planned(given, NOTHING_CHOSEN)
    const resolutions = Object.fromEntries(before.open.map(({ id }) => [id, 'theirs' as const]))
    expect(before.open.length).toBeGreaterThan(0)
    expect(planned(given, { pairs: {}, resolutions }).open).toEqual([])
    const pairs = { 0: null, 1: 'key-Assess' }
    const after = planned(given, { pairs, resolutions })
    expect(after).toEqual(planned(given, { pairs, resolutions: {} }))
    expect(after.open.length).toBeGreaterThan(0)
    expect(textOf(after.sections[1]?.text.body ?? [])).toContain('who reads it')
  })

  it('stays valid if somebody changed another section, and is asked for again for the changed section', () => {
    const asked = (words: string): Given => ({
      existing: [here('Assess', OURS), here('Refer', LINES.with(1, words), 'a1')],
      remembered: [brought('Assess', LINES), brought('Refer', LINES)],
      incoming: ['Assess', 'Refer'].map((title) => said(title, LINES.with(1, 'Say why you ask and who may refuse.'))),
    })
    const before = planned(asked('Say why you ask and what for.'), NOTHING_CHOSEN)
    const resolutions = Object.fromEntries(before.open.map(({ id }) => [id, { text: 'Own words' }]))
    expect(before.open).toHaveLength(2)
    const after = planned(asked('Say why you ask and where it is kept.'), { pairs: {}, resolutions })
    expect(after.open.map(({ ours }) => ours)).toEqual([expect.stringContaining('where it is kept')])
    expect(textOf(after.sections[0]?.text.body ?? [])).toContain('Own words')
    expect(textOf(after.sections[1]?.text.body ?? [])).not.toContain('Own words')
  })

  it('that the question does not offer leaves it open', () => {
    const given: Given = {
      existing: [here('Assess', OURS)],
      remembered: [brought('Assess', LINES)],
      incoming: [said('Other', ['Nothing of what was there before.'])],
    }
    const [question] = planned(given, NOTHING_CHOSEN).open
    const id = question?.id ?? ''
    const answers: GivenAnswer[] = ['both', { text: 'Own words' }]
    for (const answer of answers) {
      const after = planned(given, { pairs: {}, resolutions: { [id]: answer } })
      expect(after).toEqual(planned(given, NOTHING_CHOSEN))
    }
  })

  it('about a position is asked for again once the section is paired with a text in another position', () => {
    const given: Given = {
      existing: ['A', 'D', 'B', 'C', 'E'].map((name, place) => here(name, [name], `a${place}`)),
      remembered: ['A', 'B', 'C', 'E', 'D'].map((name) => brought(name, [name])),
      incoming: ['New', 'D', 'A', 'B', 'Other', 'C', 'E'].map((name) => said(name, [name])),
    }
    const { open } = planned(given, NOTHING_CHOSEN)
    expect(open).toMatchObject([{ kind: 'position', ours: 'A', theirs: 'New' }])
    const resolutions = Object.fromEntries(open.map(({ id }) => [id, 'theirs' as const]))
    const after = planned(given, { pairs: { 1: null, 4: 'key-D' }, resolutions })
    expect(after.open).toMatchObject([{ kind: 'position', ours: 'A', theirs: 'B' }])
  })

  it('in one preview applies in the next, although a new section then has another key', () => {
    const given: Given = {
      existing: ['A', 'D', 'B', 'C'].map((name, place) => here(name, [name], `a${place}`)),
      remembered: ['A', 'B', 'C', 'D'].map((name) => brought(name, [name])),
      incoming: ['New', 'D', 'A', 'B', 'C'].map((name) => said(name, [name])),
    }
    const [one, other] = [planned(given, NOTHING_CHOSEN, 'one'), planned(given, NOTHING_CHOSEN, 'other')]
    expect(one.open.map(({ id }) => id)).toEqual(other.open.map(({ id }) => id))
    expect(one.open).toMatchObject([{ kind: 'position', ours: 'A', theirs: 'New' }])
  })
})

describe('pairing a text of the document with a section', () => {
  const said: ImportChoices = {
    pairs: { 0: 'k', 2: null },
    resolutions: { 'k/gone@1': 'theirs', 'k2/gone@2': 'theirs', 'other/whole@3': 'ours' },
  }

  it('takes the section from the text that it was paired with before', () => {
    expect(withPair({ choices: said, index: 1, key: 'k', before: 'new' }).pairs).toEqual({ 1: 'k', 2: null })
  })

  it('discards only the answers about the two sections involved', () => {
    const { resolutions } = withPair({ choices: said, index: 1, key: 'k', before: 'k2' })
    expect(resolutions).toEqual({ 'other/whole@3': 'ours' })
  })

  it('can be undone, with the answers given about the section since', () => {
    expect(withPair({ choices: said, index: 0, key: undefined, before: 'k' })).toEqual({
      pairs: { 2: null },
      resolutions: { 'k2/gone@2': 'theirs', 'other/whole@3': 'ours' },
    })
  })
})

// From here on: people answer, pair, undo and answer again, in any order.

type Step = { what: 'answer' | 'back' | 'pair' | 'new' | 'unpair' | 'stays'; at: number; to: number }

const NAMES = ['alpha', 'beta', 'gamma', 'delta']
/** Enough words that are in no other text, so that a section can be recognised by them. */
const linesOf = (name: string) =>
  [1, 2, 3].map((line) => Array.from({ length: 6 }, (_, n) => `${name}${line}${n}`).join(' '))

const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what']>('answer', 'answer', 'answer', 'pair', 'new', 'unpair', 'stays', 'back'),
    at: fc.nat({ max: 11 }),
    to: fc.nat({ max: 11 }),
  }),
  { maxLength: 8 },
)
/** Inserts a word into a line, removes a line, adds a line, or does nothing. */
const edit = fc.record({ at: fc.nat({ max: 1 }), how: fc.constantFrom('none', 'into', 'into', 'into', 'less', 'more') })
const edited = (name: string, { at, how }: { at: number; how: string }, word: string): string[] => {
  const lines = linesOf(name)
  if (how === 'into') return lines.with(at, (lines[at] ?? '').replace(' ', ` ${word} `))
  if (how === 'less') return lines.toSpliced(at, 1)
  return how === 'more' ? lines.toSpliced(at, 0, `${word} stands in a line of its own`) : lines
}
const given: fc.Arbitrary<Given> = fc
  .record({
    here: fc.shuffledSubarray(NAMES, { minLength: 2 }),
    before: fc.shuffledSubarray(NAMES, { minLength: 2 }),
    theirs: fc.shuffledSubarray(NAMES, { minLength: 1 }),
    isKnown: fc.constantFrom(true, true, true, false),
    retired: fc.subarray(NAMES, { maxLength: 1 }),
    ours: fc.array(edit, { minLength: 4, maxLength: 4 }),
    document: fc.array(edit, { minLength: 4, maxLength: 4 }),
    called: fc.array(fc.constantFrom('', '', ' renamed'), { minLength: 4, maxLength: 4 }),
  })
  .map((one): Given => {
    const nothing = { at: 0, how: 'none' }
    const at = (name: string) => NAMES.indexOf(name)
    return {
      existing: one.here.map((name, place) => ({
        ...here(name, edited(name, one.ours[at(name)] ?? nothing, `here${name}`), `a${place}`),
        retired: one.retired.includes(name),
      })),
      remembered: one.isKnown ? one.before.map((name) => brought(name, linesOf(name))) : null,
      incoming: one.theirs.map((name, place) => {
        const lines = edited(name, one.document[at(name)] ?? nothing, `there${place}`)
        return said(`${name}${one.called[at(name)]}`, lines)
      }),
    }
  })

/** A question with everything that it showed when it was asked. */
type Asked = { key: string; question: Question; stood: string }

function askedIn(plan: ImportPlan, { existing }: Given): Asked[] {
  const leavesOut = new Set(plan.gone.flatMap(({ key, goes }) => (goes ? [key] : [])))
  const active = existing.filter(({ retired, content }) => !retired && !leavesOut.has(content.key))
  /** The section before it, here and in the document. */
  const places = (key: string) => {
    const standing = plan.sections.filter(({ isLeftOut }) => !isLeftOut)
    const there = standing[standing.findIndex((one) => one.key === key) - 1]
    const ours = active[active.findIndex(({ content }) => content.key === key) - 1]?.content.key
    return [ours, there && (there.isNew ? plan.sections.indexOf(there) : there.key)]
  }
  const asked = (key: string, question: Question, stood: unknown): Asked => ({
    key,
    question,
    stood: JSON.stringify(stood),
  })
  return [
    ...plan.sections.flatMap(({ key, sides, decisions, stays }) => [
      ...decisions.map((one) => {
        const { id, ...words } = one
        const place = id.slice(0, id.indexOf('@'))
        return asked(key, one, one.kind === 'position' ? [place, places(key)] : [place, words, sides])
      }),
      ...(stays === null ? [] : [asked(key, { id: stays, answers: ['ours'] }, [key, 'stays', sides])]),
    ]),
    ...plan.gone.map(({ key, id, text }) => asked(key, { id, answers: ['ours', 'theirs'] }, [key, 'gone', text])),
  ]
}

/** The last answer of a person, with what they saw when they gave it. */
type Walk = { choices: ImportChoices; said: Map<string, { asked: Asked; answer: GivenAnswer }> }

/**
 * Our screen discards the answers about a section when it is paired again; another program may send all earlier
 * answers.
 */
type Memory = 'forgets' | 'keeps all'

function walked({ on, through, memory }: { on: Given; through: Step[]; memory: Memory }): Walk {
  let choices = NOTHING_CHOSEN
  const said: Walk['said'] = new Map()
  for (const { what, at, to } of through) {
    const plan = planned(on, choices)
    const asked = askedIn(plan, on)
    const say = (one: Asked | undefined, answer: GivenAnswer | null) => {
      if (!one) return
      choices = withAnswer({ choices, id: one.question.id, answer })
      if (answer === null) said.delete(one.stood)
      else said.set(one.stood, { asked: one, answer })
    }
    const pair = (key: string | null | undefined) => {
      const index = at % on.incoming.length
      const before = plan.sections[index]?.key
      const paired = withPair({ choices, index, key, before })
      choices = memory === 'forgets' ? paired : { ...choices, pairs: paired.pairs }
      if (memory === 'forgets')
        for (const [stood, one] of said) if (one.asked.key === before || one.asked.key === key) said.delete(stood)
    }
    const open = asked.filter(({ question }) => !question.id.includes('/stays@'))
    const one = open[at % open.length]
    const name = one?.question.answers[to % one.question.answers.length]
    if (what === 'answer') say(one, name === 'own' ? { text: 'own words' } : (name ?? null))
    if (what === 'back') say(asked.filter(({ stood }) => said.has(stood))[0], null)
    if (what === 'stays') say(asked.filter(({ question }) => question.id.includes('/stays@'))[at % 3], 'ours')
    if (what === 'pair') pair(on.existing[to % on.existing.length]?.content.key)
    if (what === 'new') pair(null)
    if (what === 'unpair') pair(undefined)
  }
  return { choices, said }
}

/** First the pairs; then each question gets the answer that was given to exactly this question, if there is one. */
function pairsFirst(on: Given, { choices: { pairs }, said }: Walk): ImportPlan {
  let plan = planned(on, { pairs, resolutions: {} })
  // An answer can raise other questions: a section that stays is in the way of one that moved.
  for (let before = ''; ; ) {
    const answers = askedIn(plan, on).flatMap(({ question, stood }) => {
      const answer = said.get(stood)?.answer
      return answer === undefined ? [] : [[question.id, answer] as const]
    })
    if (JSON.stringify(answers) === before) return plan
    before = JSON.stringify(answers)
    plan = planned(on, { pairs, resolutions: Object.fromEntries(answers) })
  }
}

const outcomeOf = ({ sections, gone, open, placed }: ImportPlan) => ({
  open: open.map(({ id }) => id),
  sections: sections.map(({ key, text, status, parent, rank, returns }) => ({
    key,
    text,
    status,
    parent,
    rank,
    returns,
  })),
  gone: gone.map(({ key, goes }) => ({ key, goes })),
  placed,
})

describe('in any order of answers, pairs and undone pairs', () => {
  it('the result equals that of the same answers after all pairs, and no words from here are lost without a question', () => {
    fc.assert(
      fc.property(given, steps, fc.constantFrom<Memory>('forgets', 'keeps all'), (on, through, memory) => {
        const walk = walked({ on, through, memory })
        const plan = planned(on, walk.choices)
        expect(outcomeOf(plan)).toEqual(outcomeOf(pairsFirst(on, walk)))
        for (const { key, words } of wordsFromHere(on)) {
          const section = plan.sections.find((one) => one.key === key)
          const isGone = plan.gone.some((one) => one.key === key && one.goes)
          const isThere = section ? textOf(section.text.body).includes(words) : !isGone
          const isSaid = askedIn(plan, on).some((asked) => {
            const answer = asked.key === key && walk.said.get(asked.stood)?.answer
            return answer && answer !== 'ours'
          })
          expect(isThere || isSaid, `${key}: ${JSON.stringify(walk.choices)}`).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** The words of each section of the toolkit that are in no document. */
function wordsFromHere({ existing }: Given): { key: string; words: string }[] {
  return existing.flatMap(({ retired, content }) => {
    const words = retired ? undefined : /here[a-z]+/u.exec(textOf(content.body.en ?? []))?.[0]
    return words === undefined ? [] : [{ key: content.key, words }]
  })
}
