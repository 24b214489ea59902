import { Fragment, type ReactNode } from 'react'
import type { BlockChange, Segment } from '@/domain/diff/change'
import type { Mark } from '@/domain/richText'
import { linkTarget } from '@/domain/safeUrl'
import { keyed } from './keyed'
import type { Manner } from './manner'
import { Note } from './Note'
import { formattingNotes } from './notes'

/** Words with what was added and removed in place. Spaces at the border of a change stay outside of its mark. */
export function Words({ segments, manner }: { segments: Segment[]; manner: Manner }) {
  const groups = groupByStatus(withoutLastEnd(segments))
  return keyed(groups).map(({ key, one: group, index }) => {
    const previous = groups[index - 1]
    const touching =
      previous?.status === 'removed' && group.status === 'added' && previous.after === '' && group.before === ''
    return (
      <Fragment key={key}>
        {touching ? ' ' : ''}
        {group.before}
        <Group group={group} manner={manner} />
        {group.after}
      </Fragment>
    )
  })
}

/** An addition or removal with its words for those who hear the page; the signs + and − come from the style sheet. */
export function Marked({
  status,
  manner,
  children,
}: {
  status: 'added' | 'removed'
  manner: Manner
  children: ReactNode
}) {
  const { t, wordsLang } = manner
  const Element = status === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <span className="vh" lang={wordsLang}>{`${t(`diff.mark.${status}`)} `}</span>
      {children}
      <span className="vh" lang={wordsLang}>{` ${t(`diff.mark.${status}-end`)}`}</span>
    </Element>
  )
}

/** What belongs to a block besides its text: marked where the block itself came or went, and plain elsewhere. */
export function MarkedWith({
  block,
  manner,
  children,
}: {
  block: Pick<BlockChange, 'status'>
  manner: Manner
  children: ReactNode
}) {
  if (block.status !== 'added' && block.status !== 'removed') return children
  return (
    <Marked status={block.status} manner={manner}>
      {children}
    </Marked>
  )
}

type GroupOfSegments = { status: Segment['status']; segments: Segment[]; before: string; after: string }

function Group({ group, manner }: { group: GroupOfSegments; manner: Manner }) {
  const pieces = keyed(group.segments).map(({ key, one: segment }) => (
    <Piece key={key} segment={segment} manner={manner} />
  ))
  if (group.status === 'same' || group.segments.length === 0) return pieces
  return (
    <Marked status={group.status} manner={manner}>
      {pieces}
    </Marked>
  )
}

/** An end at the end of all joins nothing: the block was split again at the same place. */
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

function Piece({ segment, manner }: { segment: Segment; manner: Manner }) {
  if (segment.object === 'break') return <br />
  if (segment.object === 'end') return <BlockEnd segment={segment} manner={manner} />
  if (segment.object === 'footnote') return <Footnote text={segment.text} manner={manner} />
  const words = linked(segment, marked(segment.marks, segment.text))
  if (!segment.formatting) return words
  return (
    <>
      <span className="reformatted">{words}</span>
      <Note notes={formattingNotes({ segment, t: manner.t })} manner={manner} />
    </>
  )
}

/** Two blocks were joined here: a sign to see, and words to hear. */
function BlockEnd({ segment, manner }: { segment: Segment; manner: Manner }) {
  return (
    <>
      <span aria-hidden="true">¶</span>
      <span className="vh" lang={manner.wordsLang}>
        {manner.t(segment.block?.kind === 'item' ? 'diff.end.item' : 'diff.end.paragraph')}
      </span>
    </>
  )
}

function Footnote({ text, manner }: { text: string; manner: Manner }) {
  return (
    <small className="footnote">
      {' ['}
      <span lang={manner.wordsLang}>{manner.t('diff.footnote')}</span>
      {`: ${text}]`}
    </small>
  )
}

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
} as const

function marked([mark, ...inner]: Mark[], text: string): ReactNode {
  if (mark === undefined) return text
  const Element = ELEMENTS[mark]
  return <Element>{marked(inner, text)}</Element>
}

/** What was removed leads nowhere any more; an address that is no web, mail or phone address is not offered. */
function linked({ status, link }: Segment, words: ReactNode): ReactNode {
  const address = linkTarget(link)
  return address && status !== 'removed' ? <a href={address}>{words}</a> : words
}
