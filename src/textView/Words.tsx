import { Fragment } from 'react'
import type { Segment } from '@/domain/diff/diff'
import type { Run } from '@/domain/richText/richText'
import { runOf } from '@/domain/words/pieces'
import { keyed } from './keyed'
import { Marked } from './Marked'
import { Note } from './Note'
import { formattingNotes } from './notes'
import type { WordOptions } from './options'
import { Runs } from './Runs'

/** Words with additions and removals in place. Spaces at the edge of a change are outside its mark. */
export function Words({ segments, options }: { segments: Segment[]; options: WordOptions }) {
  const groups = groupByStatus(withoutLastEnd(segments))
  return keyed(groups).map(({ key, one: group, index }) => {
    const previous = groups[index - 1]
    const touching =
      previous?.status === 'removed' && group.status === 'added' && previous.after === '' && group.before === ''
    return (
      <Fragment key={key}>
        {touching ? ' ' : ''}
        {group.before}
        <Group group={group} options={options} />
        {group.after}
      </Fragment>
    )
  })
}

type GroupOfSegments = { status: Segment['status']; segments: Segment[]; before: string; after: string }

function Group({ group, options }: { group: GroupOfSegments; options: WordOptions }) {
  const pieces = keyed(piecesOf(group.segments)).map(({ key, one }) => (
    <Piece key={key} piece={one} options={options} />
  ))
  if (group.status === 'same' || group.segments.length === 0) return pieces
  return (
    <Marked status={group.status} options={options}>
      {pieces}
    </Marked>
  )
}

/** A paragraph break at the very end joins nothing: the block was split again in the same place. */
function withoutLastEnd(segments: Segment[]): Segment[] {
  return segments.at(-1)?.object === 'end' ? segments.slice(0, -1) : segments
}

function groupByStatus(segments: Segment[]): GroupOfSegments[] {
  const groups: GroupOfSegments[] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last && last.status === segment.status) last.segments.push(segment)
    else groups.push({ status: segment.status, segments: [segment], before: '', after: '' })
  }
  return groups.map((group) => (group.status === 'same' ? group : withoutOuterSpace(group)))
}

function withoutOuterSpace({ status, segments }: GroupOfSegments): GroupOfSegments {
  const inner = [...segments]
  let before = ''
  let after = ''
  for (let first = inner[0]; first && !first.object; first = inner[0]) {
    const text = first.text.trimStart()
    before += first.text.slice(0, first.text.length - text.length)
    inner[0] = { ...first, text }
    if (text !== '') break
    inner.shift()
  }
  for (let last = inner.at(-1); last && !last.object; last = inner.at(-1)) {
    const text = last.text.trimEnd()
    after = last.text.slice(text.length) + after
    inner[inner.length - 1] = { ...last, text }
    if (text !== '') break
    inner.pop()
  }
  return { status, segments: inner, before, after }
}

/** Words as in any text, words whose formatting changed, or the end of a block that was joined to the next. */
type WordPiece = { is: 'runs'; runs: Run[] } | { is: 'reformatted'; segment: Segment } | { is: 'end'; segment: Segment }

function piecesOf(segments: readonly Segment[]): WordPiece[] {
  const pieces: WordPiece[] = []
  for (const segment of segments) {
    const last = pieces.at(-1)
    if (segment.object === 'end') pieces.push({ is: 'end', segment })
    else if (segment.formatting) pieces.push({ is: 'reformatted', segment })
    else if (last?.is === 'runs') last.runs.push(shownRun(segment))
    else pieces.push({ is: 'runs', runs: [shownRun(segment)] })
  }
  return pieces
}

/** Removed text has no links. */
function shownRun({ link, ...segment }: Segment): Run {
  return runOf(segment.status === 'removed' || link === undefined ? segment : { ...segment, link })
}

function Piece({ piece, options }: { piece: WordPiece; options: WordOptions }) {
  switch (piece.is) {
    case 'runs':
      return <Runs runs={piece.runs} options={options} />
    case 'reformatted':
      return (
        <>
          <span className="reformatted">
            <Runs runs={[shownRun(piece.segment)]} options={options} />
          </span>
          <Note notes={formattingNotes({ segment: piece.segment, t: options.t })} options={options} />
        </>
      )
    case 'end':
      return <BlockEnd segment={piece.segment} options={options} />
    default:
      return piece satisfies never
  }
}

/** Two blocks were joined here: a visible sign, and words for screen readers. */
function BlockEnd({ segment, options }: { segment: Segment; options: WordOptions }) {
  return (
    <>
      <span aria-hidden="true">¶</span>
      <span className="vh" lang={options.wordsLang}>
        {options.t(segment.block?.kind === 'item' ? 'diff.end.item' : 'diff.end.paragraph')}
      </span>
    </>
  )
}
