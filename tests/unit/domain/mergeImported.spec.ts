import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '@/domain/importPlan/decision'
import type { WholeText } from '@/domain/importPlan/importedText'
import { mergeImported } from '@/domain/importPlan/mergeImported'
import type { GivenAnswer, GivenAnswers } from '@/domain/merge/merge'
import { textOf } from '@/domain/richText/walk'
import { p } from './sections'

const LINES = ['Ask who the person is.', 'Say why you ask.', 'Write down what you hear.', 'Give a copy to the person.']

const whole = (lines: string[], more: Partial<WholeText> = {}): WholeText => ({
  key: 'k',
  title: 'Ask',
  summary: '',
  guidance: '',
  audiences: [],
  stages: [],
  policy: 'free',
  body: lines.map((line) => p(line)),
  addition: [],
  ...more,
})

const merged = (given: { base: WholeText | null; ours: WholeText; theirs: WholeText; resolutions?: GivenAnswers }) =>
  mergeImported({
    brought: given.base,
    ours: given.ours,
    incoming: given.theirs,
    resolutions: given.resolutions ?? {},
  })

const answering = (decisions: Decision[], say: (decision: Decision) => GivenAnswer): GivenAnswers =>
  Object.fromEntries(decisions.map((decision) => [decision.id, say(decision)]))

describe('the text of a section after an import', () => {
  it('is the current text if the document has not changed', () => {
    const ours = whole(LINES.with(1, 'Explain it.'), { title: 'Ask gently', policy: 'national' })
    const result = merged({ base: whole(LINES), ours, theirs: whole(LINES) })
    expect(result).toMatchObject({ text: ours, edited: true, decisions: [] })
  })

  it('is the text of the document if nobody edited it here', () => {
    const theirs = whole(LINES.with(1, 'Explain it.'), { title: 'Ask gently', policy: 'national', stages: ['appeal'] })
    expect(merged({ base: whole(LINES), ours: whole(LINES), theirs })).toMatchObject({
      text: theirs,
      edited: false,
      decisions: [],
    })
  })

  it('has the policy and the guidance of the side that changed them, and asks if both did', () => {
    const base = whole(LINES)
    const ours = whole(LINES.with(0, 'Ask for a name.'), { guidance: 'Ours', policy: 'national' })
    const theirs = whole(LINES, { guidance: 'Theirs', policy: 'supplement-only' })
    const { decisions, text } = merged({ base, ours, theirs })
    expect(decisions.map(({ id, kind }) => [id, kind])).toEqual([
      [expect.stringMatching(/^k\/policy@/), 'policy'],
      [expect.stringMatching(/^k\/guidance@/), 'guidance'],
    ])
    expect(text).toMatchObject({ guidance: 'Ours', policy: 'national' })
    const resolutions = answering(decisions, ({ kind }) => (kind === 'policy' ? 'theirs' : 'ours'))
    expect(merged({ base, ours, theirs, resolutions }).text).toMatchObject({
      guidance: 'Ours',
      policy: 'supplement-only',
    })
  })

  it('is asked about as a whole if the earlier import is unknown, and never replaced without a question', () => {
    const [ours, theirs] = [whole(LINES), whole(LINES.toReversed())]
    const { text, decisions } = merged({ base: null, ours, theirs })
    expect({ text, decisions }).toMatchObject({ text: ours, decisions: [{ kind: 'whole' }] })
    expect(merged({ base: null, ours, theirs, resolutions: answering(decisions, () => 'theirs') }).text).toEqual(theirs)
    expect(merged({ base: null, ours, theirs: ours }).decisions).toEqual([])
  })

  it('is that of the document in a language that nobody has written yet', () => {
    const nothing = whole([], { title: '', stages: ['appeal'] })
    const theirs = whole(LINES, { stages: ['appeal'] })
    expect(merged({ base: null, ours: nothing, theirs })).toMatchObject({ text: theirs, decisions: [] })
  })

  const edits = fc.array(
    fc.record({
      at: fc.nat({ max: LINES.length - 1 }),
      word: fc.integer({ min: 0, max: 999 }),
      how: fc.constantFrom('into', 'after', 'instead'),
    }),
    { maxLength: 4 },
  )
  const edited = (side: string, given: { at: number; word: number; how: string }[]): string[] =>
    given.reduce((lines, { at, word, how }) => {
      const line = lines[at] ?? ''
      const own = `${side}${word}`
      if (how === 'after') return lines.toSpliced(at + 1, 0, `${own} is a line of its own.`)
      return lines.with(at, how === 'into' ? line.replace(' ', ` ${own} `) : `${own} stands here now.`)
    }, LINES)

  it('has every word that only one side added, or asks about it', () => {
    fc.assert(
      fc.property(edits, edits, (here, there) => {
        const [ours, theirs] = [whole(edited('ours', here)), whole(edited('theirs', there))]
        const { text, decisions } = merged({ base: whole(LINES), ours, theirs })
        const found = [textOf(text.body), ...decisions.flatMap((one) => [one.ours, one.theirs])].join('\n')
        const own = `${textOf(ours.body)}\n${textOf(theirs.body)}`.match(/(?:ours|theirs)\d+/gu) ?? []
        for (const word of own) expect(found).toContain(word)
      }),
      { numRuns: 200 },
    )
  })

  it('stays the same when the document is imported again, whatever was decided', () => {
    fc.assert(
      fc.property(edits, edits, fc.constantFrom('ours', 'theirs', 'both'), (here, there, answer) => {
        const [ours, theirs] = [whole(edited('ours', here)), whole(edited('theirs', there))]
        const { decisions } = merged({ base: whole(LINES), ours, theirs })
        const resolutions = answering(decisions, () => answer)
        const { text } = merged({ base: whole(LINES), ours, theirs, resolutions })
        expect(merged({ base: theirs, ours: text, theirs })).toMatchObject({ text, decisions: [] })
      }),
      { numRuns: 200 },
    )
  })
})
