import { type Measured, measureInTurns } from './measurement'
import { RIVALS, type RivalName } from './rivals'
import { SHARES, type Share } from './syntheticText'
import { markdownTable, milliseconds, percent, shortNumber, type Target, target } from './target'

/** The time limit of each engine, in seconds, so that engines that are far too slow on a large text are stopped. */
const DEADLINES: Record<RivalName, number> = {
  'fast-diff': 120,
  'fast-myers-diff': 120,
  'diff-match-patch': 30,
  'diff-match-patch, 1 s': 30,
  'diff, arrays': 20,
  'diff, words': 20,
}
const OWN_DEADLINE = 60

/** How many times faster than fast-diff. */
const FASTER: Record<Share, number> = { 0.01: 4, 0.1: 15, 0.4: 60 }
const FALSE_MOVES: Record<Share, number> = { 0.01: 0.05, 0.1: 0.05, 0.4: 0.15 }

type Given = { words: number; seed: number; say: (text: string) => void; oursOnly: boolean }

/** Our engine and others on one invented text, with few, some and many edits. */
export async function compareTwoWay({ words, seed, say, oursOnly }: Given): Promise<Target[]> {
  const targets: Target[] = []
  for (const share of SHARES) {
    const rivals: readonly RivalName[] = oursOnly ? [] : RIVALS
    const task = { words, share, seed } as const
    const [ours, ...others] = await measureInTurns([
      { ...task, engine: 'ours', deadline: OWN_DEADLINE * 1000 },
      ...rivals.map((name) => ({ ...task, engine: name, deadline: DEADLINES[name] * 1000 })),
    ])
    if (!ours) {
      targets.push({ what: at(share, 'time'), promised: `≤ ${OWN_DEADLINE} s`, measured: 'not ready', isMet: false })
      continue
    }
    const rows = [rowOf({ name: 'ours', measured: ours, ours, deadline: OWN_DEADLINE })]
    for (const [index, name] of rivals.entries()) {
      rows.push(rowOf({ name, measured: others[index] ?? null, ours, deadline: DEADLINES[name] }))
    }
    const fastDiff = others[rivals.indexOf('fast-diff')] ?? null
    say(`\n### ${percent(share)} edited: ${ours.words} words, ${ours.script} really added or removed\n`)
    say(
      markdownTable({
        head: ['Engine', 'Time', 'Ratio', 'With reading', 'Marked', 'Recall', 'Precision', 'Moves'],
        rows,
      }),
    )
    targets.push(...targetsOf({ share, ours, fastDiff, oursOnly }))
  }
  return targets
}

/** How the time grows when the text doubles, at 10 %. */
export async function compareSizes({ words, seed, say }: Given): Promise<Target[]> {
  const sizes = [words / 2, words, words * 2]
  const measured = await measureInTurns(
    sizes.map((size) => ({ engine: 'ours', words: size, share: 0.1, seed, deadline: OWN_DEADLINE * 1000 })),
  )
  const times = measured.map((one) => one?.milliseconds ?? Number.POSITIVE_INFINITY)
  say('\n### Doubling, 10 % edited\n')
  say(
    markdownTable({
      head: ['Words', 'Time', 'Factor'],
      rows: sizes.map((size, index) => [
        `${size}`,
        milliseconds(times[index] ?? 0),
        index === 0 ? '' : shortNumber((times[index] ?? 0) / (times[index - 1] ?? 0)),
      ]),
    }),
  )
  return sizes.slice(1).map((size, index) =>
    target({
      what: `${sizes[index]} → ${size} words: time grows by`,
      measured: (times[index + 1] ?? 0) / (times[index] ?? 0),
      most: 2.4,
    }),
  )
}

/** Payload's own comparison of rich texts, on a text that it can handle. */
export async function compareWithPayload({ seed, say, oursOnly }: Omit<Given, 'words'>): Promise<Target[]> {
  if (oursOnly) return []
  const task = { words: 2_000, share: 0.1, seed, deadline: OWN_DEADLINE * 1000 } as const
  const [ours, payload] = await measureInTurns([
    { ...task, engine: 'ours' },
    { ...task, engine: 'payload' },
  ])
  const ratio = (payload?.milliseconds ?? Number.POSITIVE_INFINITY) / (ours?.milliseconds ?? Number.POSITIVE_INFINITY)
  say(`\n### ${ours?.words ?? 2_000} words, 10 % edited\n`)
  say(
    markdownTable({
      head: ['Engine', 'Time', 'Ratio'],
      rows: [
        ['ours', milliseconds(ours?.milliseconds ?? Number.POSITIVE_INFINITY), '1'],
        ['Payload HtmlDiff', payload ? milliseconds(payload.milliseconds) : `> ${OWN_DEADLINE} s`, shortNumber(ratio)],
      ],
    }),
  )
  return [target({ what: '2,000 words: times faster than Payload', measured: ratio, least: 200 })]
}

function targetsOf(given: { share: Share; ours: Measured; fastDiff: Measured | null; oursOnly: boolean }): Target[] {
  const { share, ours, fastDiff, oursOnly } = given
  const { right, wrong, real } = ours.moves ?? { right: 0, wrong: 0, real: 0 }
  const theirs = fastDiff?.milliseconds ?? DEADLINES['fast-diff'] * 1000
  const withReading = shortNumber((theirs + (fastDiff?.reading ?? 0)) / ours.milliseconds)
  return [
    ...(oursOnly
      ? []
      : [
          target({
            what: at(share, 'times faster than fast-diff'),
            measured: theirs / ours.milliseconds,
            least: FASTER[share],
            note: `${withReading} with its reading`,
          }),
        ]),
    target({ what: at(share, 'marked words / true script'), measured: ours.marked ?? 0, most: 1 }),
    target({ what: at(share, 'true word pairs found'), measured: ours.recall ?? 0, least: 0.998 }),
    target({ what: at(share, 'moves found'), measured: right / real, least: 0.95, show: percent }),
    target({
      what: at(share, 'of the moves reported, false'),
      measured: right + wrong === 0 ? 0 : wrong / (right + wrong),
      most: FALSE_MOVES[share],
      show: percent,
    }),
    {
      what: at(share, 'compared everywhere'),
      promised: 'yes',
      measured: ours.limited ? 'limited' : 'yes',
      isMet: !ours.limited,
    },
  ]
}

function at(share: Share, what: string): string {
  return `${percent(share)}: ${what}`
}

function rowOf(given: { name: string; measured: Measured | null; ours: Measured; deadline: number }): string[] {
  const { name, measured, ours, deadline } = given
  if (!measured) return [name, `> ${deadline} s`, `> ${shortNumber((deadline * 1000) / ours.milliseconds)}`]
  const { marked, recall, precision, moves } = measured
  return [
    name,
    milliseconds(measured.milliseconds),
    shortNumber(measured.milliseconds / ours.milliseconds),
    shortNumber((measured.milliseconds + measured.reading) / ours.milliseconds),
    marked === null ? '' : shortNumber(marked),
    recall === null ? '' : recall.toFixed(4),
    precision === null ? '' : precision.toFixed(4),
    moves ? `${moves.right} of ${moves.real}, ${moves.wrong} false` : '',
  ]
}
