import type { ChangeCounts } from '@/domain/diff/diff'
import type { Translator } from '@/messages/translate'
import { saySummary } from '@/textView/DifferenceSummary'
import { type ChangedPlace, changedPlaces } from './changedPlaces'
import type { TextDifference } from './compareTexts'
import { FRONT_MATTER } from './fileText'

/** A difference as text for a terminal or an e-mail: a summary, then each place under its heading. */
export function differenceReport({ difference, t }: { difference: TextDifference; t: Translator }): string {
  const lines = [sayCounts({ difference, t })]
  if (difference.limited) lines.push(t('diff.limited'))
  let standing = ''
  for (const place of changedPlaces({ difference, t })) {
    const stands = sayStanding(place, t)
    if (stands !== standing) lines.push('', stands)
    standing = stands
    lines.push('', `  ${sayPlace(place)}`, ...place.marked.map((line) => `    ${line}`))
  }
  return `${lines.map(withoutControls).join('\n')}\n`
}

/** A text must not send control sequences to the terminal that shows it. */
function withoutControls(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => (/\s/u.test(sign) ? ' ' : '\uFFFD'))
}

/** The extent of the difference, in one sentence: words, then parts of the text. */
export function sayCounts({ difference, t }: { difference: TextDifference; t: Translator }): string {
  const { counts, wordsMoved } = difference
  const moved = wordsMoved > 0 ? [t('files.words-moved', { count: wordsMoved })] : []
  return [saySummary({ counts, t }), ...moved, ...sayParts(counts, t)].join(' · ')
}

function sayParts({ blocksAdded, blocksRemoved, blocksMoved, reformatted }: ChangeCounts, t: Translator): string[] {
  const said = [
    ...(blocksAdded > 0 ? [t('files.parts-added', { count: blocksAdded })] : []),
    ...(blocksRemoved > 0 ? [t('files.parts-removed', { count: blocksRemoved })] : []),
    ...(blocksMoved > 0 ? [t('files.parts-moved', { count: blocksMoved })] : []),
    ...(reformatted > 0 ? [t('files.parts-reformatted', { count: reformatted })] : []),
  ]
  return said.length > 0 ? [said.join(', ')] : []
}

function sayStanding({ field, under }: ChangedPlace, t: Translator): string {
  if (field === FRONT_MATTER) return t('files.front-matter')
  return under === '' ? t('files.text') : t('files.under', { heading: under })
}

function sayPlace({ says, notes, name, field }: ChangedPlace): string {
  const about = field === FRONT_MATTER && name ? `: ${name}` : ''
  return `${says}${about}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}
