import { createElement, type ReactNode } from 'react'
import type { BlockChange, Departure } from '@/domain/diff/change'
import { Fields } from './Fields'
import { keyed } from './keyed'
import { ListBlock } from './ListBlock'
import { isHidden, isTouched, leftAt, type Manner } from './manner'
import { Note } from './Note'
import { blockNotes } from './notes'
import { StructuredBlock } from './StructuredBlock'
import { TableBlock } from './TableBlock'
import { MovedAway, NamedText, Text } from './Text'
import { MarkedWith } from './Words'

type Given = { blocks: BlockChange[]; departed?: Departure[]; manner: Manner }

/** Blocks in their order. With `only` in the manner: those that changed, each under its nearest heading. */
export function Blocks({ blocks, departed = [], manner }: Given) {
  const shown: ReactNode[] = []
  let heading: BlockChange | null = null
  let unchanged = 0
  const sayUnchanged = (key: string): void => {
    if (unchanged > 0) shown.push(<Unchanged key={key} count={unchanged} manner={manner} />)
    unchanged = 0
  }
  const sayDeparted = (at: number): void => {
    for (const one of leftAt({ departed, at, manner })) {
      shown.push(
        <p key={`away ${one.move}`}>
          <MovedAway departure={one} manner={manner} />
        </p>,
      )
    }
  }
  for (const { key, one: block, index } of keyed(blocks)) {
    sayDeparted(index)
    if (isHidden(block, manner)) continue
    if (manner.only && !isTouched(block, manner)) {
      if (block.kind === 'heading') heading = block
      else unchanged++
      continue
    }
    sayUnchanged(`unchanged ${key}`)
    if (heading && block.kind !== 'heading')
      shown.push(<BlockView key={`under ${key}`} block={heading} manner={manner} />)
    heading = null
    shown.push(<BlockView key={`block ${key}`} block={block} manner={manner} />)
  }
  sayDeparted(blocks.length)
  sayUnchanged('unchanged at the end')
  return shown
}

/** One block in the element that it is; a difference is always inside of it, never around it. */
export function BlockView({ block, manner }: { block: BlockChange; manner: Manner }) {
  const id = manner.idOf?.(block)
  const words = <Text block={block} manner={manner} />
  switch (block.kind) {
    case 'paragraph':
    case 'item':
      return (
        <>
          <p id={id}>{words}</p>
          <Blocks blocks={block.children} departed={block.departed} manner={manner} />
        </>
      )
    case 'heading':
      return createElement(`h${headingLevel(block, manner)}`, { id }, words)
    case 'quote':
      return (
        <blockquote id={id}>
          {block.children.length > 0 ? null : <p>{words}</p>}
          <Blocks blocks={block.children} departed={block.departed} manner={manner} />
        </blockquote>
      )
    case 'list':
      return <ListBlock block={block} manner={manner} />
    case 'table':
      return <TableBlock table={block} manner={manner} />
    case 'row':
      return <TableBlock table={tableOf(block)} manner={manner} />
    case 'cell':
      return <Blocks blocks={block.children} departed={block.departed} manner={manner} />
    case 'image':
      return <Picture block={block} manner={manner} />
    case 'rule':
      return <DividingLine block={block} manner={manner} />
    case 'field':
      return <Fields fields={[block]} manner={manner} />
    default:
      return <StructuredBlock block={block} manner={manner} />
  }
}

function tableOf(row: BlockChange): BlockChange {
  return { status: 'same', id: '', kind: 'table', attrs: {}, segments: [], children: [row] }
}

function Unchanged({ count, manner }: { count: number; manner: Manner }) {
  return (
    <p className="small muted" lang={manner.wordsLang}>
      {manner.t('diff.unchanged', { count })}
    </p>
  )
}

function headingLevel({ attrs }: BlockChange, { headingOffset }: Manner): number {
  return Math.min(6, Math.max(1, Number(attrs.level ?? 2) + headingOffset))
}

/** Do these words describe a picture that they did not describe before? */
function isDescribedAnew({ attrsBefore, status }: BlockChange): boolean {
  return status === 'added' || (attrsBefore?.media !== undefined && attrsBefore.alt === undefined)
}

function Picture({ block, manner }: { block: BlockChange; manner: Manner }) {
  const { attrs, attrsBefore } = block
  const url = manner.pictureUrl?.(String(attrs.media ?? ''))
  const alt = String(attrs.alt ?? '')
  const words = alt === '' ? manner.t('diff.picture-without') : manner.t('diff.picture', { alt })
  const caption = block.segments.length > 0 || blockNotes({ change: block, manner }).length > 0
  // biome-ignore lint/performance/noImgElement: static markup, also outside of Next
  const shown = url ? <img src={url} alt={alt} /> : <span>{words}</span>
  return (
    <figure id={manner.idOf?.(block)}>
      <MarkedWith block={block} manner={manner}>
        {shown}
      </MarkedWith>
      {url && manner.describesPictures && isDescribedAnew(block) ? (
        <p className="small muted" lang={manner.wordsLang}>
          <MarkedWith block={block} manner={manner}>
            {words}
          </MarkedWith>
        </p>
      ) : null}
      {attrsBefore?.alt !== undefined ? (
        <p>
          <NamedText block={block} name="alt" manner={manner} />
        </p>
      ) : null}
      {caption ? (
        <figcaption>
          <Text block={block} manner={manner} />
        </figcaption>
      ) : null}
    </figure>
  )
}

function DividingLine({ block, manner }: { block: BlockChange; manner: Manner }) {
  const notes = blockNotes({ change: block, manner })
  const isWhole = block.status === 'added' || block.status === 'removed'
  if (!isWhole && notes.length === 0) return <hr />
  return (
    <p id={manner.idOf?.(block)}>
      <MarkedWith block={block} manner={manner}>
        <span lang={manner.wordsLang}>{manner.t('diff.line')}</span>
      </MarkedWith>
      <Note notes={notes} manner={manner} />
    </p>
  )
}
