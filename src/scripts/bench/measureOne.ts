// Measures one engine on one invented text and writes the figures as JSON: see `measurement.ts`, which starts this.
import { HtmlDiff } from '@payloadcms/ui/elements/HTMLDiff/diff'
import { diffRichText } from '@/domain/diff/diff'
import { type Measured, task } from './measurement'
import { prepareRival, RIVALS } from './rivals'
import { asRichText, editText, readable, type SyntheticText, syntheticText } from './syntheticText'
import { shortestTime } from './time'
import { type Truth, truthOf } from './truth'
import { pairingOfChanges, qualityOf } from './wordPairing'

/** Enough for the compiler to be finished with an engine of many functions, as it is in a server that has run for a minute. */
const TIMES = 15
/** A small text is compared more often before that. */
const TIMES_SMALL = 60

type Given = { before: SyntheticText; after: SyntheticText; truth: Truth }
type Figures = Omit<Measured, 'words' | 'script'>

const { engine, words, share, seed } = task.parse(JSON.parse(process.argv[2] ?? ''))
const before = syntheticText({ words, seed })
const after = editText({ before, share, seed: seed + 1 })
const truth = truthOf({ before, after })
const figures = measureIt({ before, after, truth })
const measured: Measured = { ...figures, words: truth.kept + truth.removed, script: truth.added + truth.removed }
process.stdout.write(JSON.stringify(measured))

function measureIt(given: Given): Figures {
  if (engine === 'ours') return measureOurs(given)
  if (engine === 'payload') return measurePayload(given)
  const name = RIVALS.find((one) => one === engine)
  if (!name) throw new Error(`There is no engine “${engine}”.`)
  const rival = prepareRival({ name, ...given })
  const reading = shortestTime({ run: rival.read, times: TIMES, within: 2_000 })
  const milliseconds = shortestTime({ run: rival.run, times: TIMES, within: 5_000 })
  return { milliseconds, reading, ...qualityOf({ pairing: rival.pairing(), truth }), moves: null, limited: false }
}

/** Everything included: from the two stored texts to the list of changes. */
function measureOurs({ before, after, truth }: Given): Figures {
  const texts = { before: asRichText(before), after: asRichText(after) }
  let difference = diffRichText(texts)
  const milliseconds = shortestTime({
    run: () => {
      difference = diffRichText(texts)
    },
    times: words < 10_000 ? TIMES_SMALL : TIMES,
    within: 10_000,
  })
  const pairing = pairingOfChanges({ before, after, changes: difference.blocks, truth })
  const moves = { ...pairing.moves, real: truth.moves.size }
  return { milliseconds, reading: 0, ...qualityOf({ pairing, truth }), moves, limited: difference.limited }
}

/** Payload's comparison of versions for a rich text, without its conversion to HTML. */
function measurePayload({ before, after }: Given): Figures {
  const html = { before: htmlOf(before), after: htmlOf(after) }
  const milliseconds = shortestTime({
    run: () => new HtmlDiff(html.before, html.after).getSideBySideContents(),
    times: 10,
    within: 10_000,
  })
  return { milliseconds, reading: 0, marked: null, recall: null, precision: null, moves: null, limited: false }
}

function htmlOf(blocks: SyntheticText): string {
  return blocks
    .map((one) => (one.kind === 'heading' ? `<h2>${readable(one)}</h2>` : `<p>${readable(one)}</p>`))
    .join('')
}
