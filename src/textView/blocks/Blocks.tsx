import type { ReactNode } from 'react'
import type { MoveSource } from '@/domain/diff/diff'
import { type BlockKind, isOfForm } from '@/domain/richText/blockKinds'
import { titlesOpened } from '@/domain/sectionOpening'
import { MovedAway } from '../BlockWords'
import { keyed } from '../keyed'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { isAsRead } from '../touched'
import { CalloutView } from './CalloutView'
import { ChangedBlock } from './ChangedBlock'
import { ChecklistView } from './ChecklistView'
import { ContactView } from './ContactView'
import { FieldList } from './FieldList'
import { HeadingView } from './HeadingView'
import { ImageView } from './ImageView'
import { IndicatorsView } from './IndicatorsView'
import { LegalList } from './LegalList'
import { ListView } from './ListView'
import { ParagraphView } from './ParagraphView'
import { QuoteView } from './QuoteView'
import { RuleView } from './RuleView'
import { StepsView } from './StepsView'
import { type ShownPart, shownParts } from './shownParts'
import { RowView, TableView } from './TableView'
import type { ViewGiven } from './viewGiven'

/**
 * The view of each kind of block. Items, rows, cells, entries and fields are shown by the views of the blocks that
 * contain them; outside these they are shown as text, so that no words are lost.
 */
const VIEWS: Record<BlockKind, (given: ViewGiven) => ReactNode> = {
  paragraph: ParagraphView,
  heading: HeadingView,
  quote: QuoteView,
  list: ListView,
  item: ParagraphView,
  table: TableView,
  row: RowView,
  cell: ParagraphView,
  image: ImageView,
  rule: RuleView,
  checklist: ChecklistView,
  indicators: IndicatorsView,
  steps: StepsView,
  entry: ({ block, options }) => <FieldList fields={block.children} options={options} />,
  callout: CalloutView,
  legal: ({ block, options }) => <LegalList blocks={[block]} options={options} />,
  contact: ContactView,
  field: ({ block, options }) => <FieldList fields={[block]} options={options} />,
}

/** The kinds whose consecutive blocks are shown as one list. */
const LISTS: Partial<Record<BlockKind, (given: { blocks: readonly ShownBlock[]; options: ViewOptions }) => ReactNode>> =
  { legal: LegalList }

type Given = { blocks: readonly ShownBlock[]; moveSources?: readonly MoveSource[] | undefined; options: ViewOptions }

/** Blocks in order. If only changes are shown: those that changed, each under its nearest heading. */
export function Blocks({ blocks, moveSources = [], options }: Given) {
  const parts = joinedParts(shownParts({ blocks, moveSources, options }), options)
  const opened = titlesOpened(blocks)
  const within = opened.size > 0 ? { ...options, openedBy: (line: ShownBlock) => opened.get(line) } : options
  return keyed(parts).map(({ key, one }) => <Part key={key} part={one} options={within} />)
}

type ListPart = { is: 'list'; kind: BlockKind; blocks: ShownBlock[] }

function joinedParts(parts: readonly ShownPart[], options: ViewOptions): (ShownPart | ListPart)[] {
  const joined: (ShownPart | ListPart)[] = []
  for (const part of parts) {
    const above = joined.at(-1)
    if (
      part.is !== 'block' ||
      !LISTS[part.block.kind] ||
      !isAsRead(part.block, options) ||
      options.labelOf?.(part.block)
    )
      joined.push(part)
    else if (above?.is === 'list' && above.kind === part.block.kind) above.blocks.push(part.block)
    else joined.push({ is: 'list', kind: part.block.kind, blocks: [part.block] })
  }
  return joined
}

function Part({ part, options }: { part: ShownPart | ListPart; options: ViewOptions }) {
  switch (part.is) {
    case 'block':
      return <LabelledBlock block={part.block} options={options} />
    case 'list': {
      const List = LISTS[part.kind]
      return List ? <List blocks={part.blocks} options={options} /> : null
    }
    case 'source':
      return (
        <p>
          <MovedAway source={part.source} options={options} />
        </p>
      )
    case 'unchanged':
      return (
        <p className="small muted" lang={options.wordsLang}>
          {options.t('diff.unchanged', { count: part.count })}
        </p>
      )
    default:
      return part satisfies never
  }
}

function LabelledBlock({ block, options }: ViewGiven) {
  const label = options.labelOf?.(block)
  if (!label) return <BlockView block={block} options={options} />
  return (
    <div className="labelled">
      <div className="block-label">{label}</div>
      <BlockView block={block} options={options} />
    </div>
  )
}

/** One block in its element; a difference is always inside it, never around it. */
function BlockView({ block, options }: ViewGiven) {
  const isStructured = isOfForm(block.kind, 'entries', 'record', 'box') || block.kind === 'entry'
  const View = isStructured && !isAsRead(block, options) ? ChangedBlock : VIEWS[block.kind]
  return <View block={block} options={options} />
}
