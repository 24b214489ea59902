import type { ReactNode } from 'react'
import type { Block, RichText } from '@/domain/richText'
import { TONES, type Tone } from '@/domain/richText/blockKinds'
import { saidIn } from '@/domain/said'
import { ToneIcon } from '@/icons/ToneIcon'
import { ChecklistView } from './ChecklistView'
import { ContactView } from './ContactView'
import { titleOf } from './fieldText'
import { IndicatorsView } from './IndicatorsView'
import { LegalView } from './LegalView'
import { Runs } from './Runs'
import type { Reading } from './reading'
import { StepsView } from './StepsView'
import { TableView } from './TableView'

/** Blocks in order; legal references that follow each other become one list. */
export function BlockViews({ blocks, reading }: { blocks: RichText; reading: Reading }) {
  return groupsOf(blocks).map((group, index) => {
    const [first] = group
    const key = first?.id || String(index)
    if (first?.kind === 'legal') return <LegalView key={key} blocks={group} reading={reading} />
    return first ? <BlockView key={key} block={first} reading={reading} /> : null
  })
}

function groupsOf(blocks: RichText): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'legal' && last?.[0]?.kind === 'legal') last.push(block)
    else groups.push([block])
  }
  return groups
}

function BlockView({ block, reading }: { block: Block; reading: Reading }): ReactNode {
  const words = <Runs runs={block.runs} reading={reading} />
  switch (block.kind) {
    case 'paragraph':
      return block.runs.length > 0 ? <p>{words}</p> : null
    case 'heading':
      return <HeadingView block={block} reading={reading} />
    case 'quote':
      return <blockquote>{words}</blockquote>
    case 'list':
      return <ListView block={block} reading={reading} />
    case 'table':
      return <TableView block={block} reading={reading} />
    case 'image':
      return <ImageView block={block} reading={reading} />
    case 'rule':
      return <hr />
    case 'checklist':
      return <ChecklistView block={block} reading={reading} />
    case 'indicators':
      return <IndicatorsView block={block} reading={reading} />
    case 'steps':
      return <StepsView block={block} reading={reading} />
    case 'callout':
      return <CalloutView block={block} reading={reading} />
    case 'legal':
      return <LegalView blocks={[block]} reading={reading} />
    case 'contact':
      return <ContactView block={block} reading={reading} />
    // Parts of other blocks. Outside of them they are shown as text, so that no word is lost.
    case 'item':
    case 'row':
    case 'cell':
    case 'entry':
    case 'field':
      return (
        <>
          {block.runs.length > 0 && <p>{words}</p>}
          <BlockViews blocks={block.children} reading={reading} />
        </>
      )
    default:
      return block.kind satisfies never
  }
}

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

function HeadingView({ block, reading }: { block: Block; reading: Reading }) {
  const placed = reading.numbering.headings.get(block)
  const level = placed?.level
  const Element = level === 3 || level === 4 || level === 5 || level === 6 ? HEADINGS[level] : HEADINGS[2]
  return (
    <Element id={placed?.id}>
      <Runs runs={block.runs} reading={reading} />
    </Element>
  )
}

function ListView({ block, reading }: { block: Block; reading: Reading }) {
  const items = block.children.map((item, index) => (
    <li key={item.id || String(index)}>
      <Runs runs={item.runs} reading={reading} />
      <BlockViews blocks={item.children} reading={reading} />
    </li>
  ))
  if (block.attrs.style !== 'number') return <ul>{items}</ul>
  const start = Number(block.attrs.start)
  return <ol start={Number.isInteger(start) && start !== 1 ? start : undefined}>{items}</ol>
}

function ImageView({ block, reading }: { block: Block; reading: Reading }) {
  const media = String(block.attrs.media ?? '')
  const known = reading.pictures[media]
  const { language } = reading
  const written = typeof block.attrs.alt === 'string' ? block.attrs.alt : ''
  // Texts of old releases say nothing of their pictures; the release does.
  const isSaid = written !== '' || block.attrs.decorative === true
  const alt = isSaid ? undefined : known && saidIn(known.alt, { language, source: language })
  const picture = (
    // biome-ignore lint/performance/noImgElement: a page without script cannot use Next's
    <img
      src={`${reading.files}/${encodeURIComponent(media)}`}
      alt={written || alt?.value || ''}
      lang={alt?.standsIn ? alt.language : undefined}
      {...known?.size}
    />
  )
  return (
    <figure>
      {picture}
      {block.runs.length > 0 && (
        <figcaption>
          <Runs runs={block.runs} reading={reading} />
        </figcaption>
      )}
    </figure>
  )
}

function CalloutView({ block, reading }: { block: Block; reading: Reading }) {
  const tone: Tone = TONES.find((one) => one === block.attrs.tone) ?? 'important'
  const title = titleOf(block)
  return (
    <div className={`callout ${tone}`} role="note">
      <p className="callout-head">
        <ToneIcon tone={tone} />
        <span>
          {reading.say(`words.tone.${tone}`)}
          {title && `: ${title}`}
        </span>
      </p>
      <BlockViews blocks={block.children} reading={reading} />
    </div>
  )
}
