import { Fragment } from 'react'
import { block as textBlock } from '@/domain/richText/richText'
import { spansOfRow } from '@/domain/richText/spans'
import { isVisible } from '@/domain/richText/visible'
import { BlockWords, MovedAway } from '../BlockWords'
import { keyed } from '../keyed'
import { Note } from '../Note'
import { notesOf } from '../notes'
import { Runs } from '../Runs'
import { changeOf, runsOf, type ShownBlock, wordsWithin } from '../shownBlock'
import { isAsRead, isLeft, leftAt, leftOutOf, moveSourcesOf } from '../touched'
import { Blocks } from './Blocks'
import type { ViewGiven } from './viewGiven'

type Keyed = { key: string; one: ShownBlock; index: number }
type Scope = 'col' | 'row'

/**
 * A table in a region that scrolls sideways (also by keyboard), with the scope of every heading. Rows and cells are in
 * their new place, the removed ones in their old place.
 */
export function TableView({ block, options }: ViewGiven) {
  const children: readonly ShownBlock[] = block.children
  const rows = keyed(children.filter((row) => row.kind === 'row'))
  const headRows = leadingHeadRows(rows)
  const columns = Math.max(1, ...rows.map(({ one }) => one.children.length))
  const name = options.t('reader.table', { under: options.numbering.tables.get(block) || 'none' })
  const notes = notesOf(block, options)
  const isLeftOut = leftOutOf(block, options)
  const shown = ({ key, one: row, index }: Keyed, scope: Scope) => (
    <Fragment key={key}>
      <LeftRows block={block} at={index} columns={columns} options={options} />
      {scope === 'row' && isLeftOut(row) ? null : <Row row={row} scope={scope} options={options} />}
    </Fragment>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll wide" id={options.idOf?.(block)} aria-label={name} tabIndex={0}>
      {notes.length > 0 && (
        <p>
          <span className="diff-note small muted" lang={options.wordsLang}>
            {notes.join(' · ')}
          </span>
        </p>
      )}
      <table>
        {isAsRead(block, options) && (
          <caption className="vh" lang={options.wordsLang}>
            {name}
          </caption>
        )}
        {headRows > 0 && <thead>{rows.slice(0, headRows).map((row) => shown(row, 'col'))}</thead>}
        <tbody>
          {rows.slice(headRows).map((row) => shown(row, 'row'))}
          <LeftRows block={block} at={rows.length} columns={columns} options={options} />
        </tbody>
      </table>
    </section>
  )
}

/** A single row, as a table with only this row. */
export function RowView({ block, options }: ViewGiven) {
  const change = changeOf(block)
  const frame: ShownBlock = change
    ? { status: 'same', id: '', kind: 'table', attrs: {}, segments: [], children: [change] }
    : textBlock('table', { children: 'runs' in block ? [block] : [] })
  return <TableView block={frame} options={options} />
}

function LeftRows({ block, at, columns, options }: ViewGiven & { at: number; columns: number }) {
  return leftAt({ block, at, options }).map((source) => (
    <tr key={source.move}>
      <td colSpan={columns}>
        <MovedAway source={source} options={options} />
      </td>
    </tr>
  ))
}

type RowGiven = { row: ShownBlock; scope: Scope } & Pick<ViewGiven, 'options'>

function Row({ row, scope, options }: RowGiven) {
  const cells: readonly ShownBlock[] = row.children
  const notes = notesOf(row, options)
  // Texts that were stored before spans had a limit are also shown here.
  const spans = spansOfRow(cells.map(({ attrs }) => attrs))
  return (
    <tr id={options.idOf?.(row)}>
      {keyed(cells).map(({ key, one: cell, index }) => (
        <Cell
          key={key}
          cell={cell}
          spans={spans[index]}
          scope={scope}
          notes={index === 0 ? notes : []}
          options={options}
        />
      ))}
    </tr>
  )
}

type Spans = ReturnType<typeof spansOfRow>[number]
type CellGiven = { cell: ShownBlock; spans: Spans | undefined; scope: Scope; notes: string[] } & Pick<
  ViewGiven,
  'options'
>

function Cell({ cell, spans, scope, notes, options }: CellGiven) {
  const Element = isHeader(cell) ? 'th' : 'td'
  return (
    <Element
      scope={isHeader(cell) ? scope : undefined}
      colSpan={beyondOne(spans?.colSpan)}
      rowSpan={beyondOne(spans?.rowSpan)}
      id={options.idOf?.(cell)}
    >
      <CellWords cell={cell} options={options} />
      <Note notes={[...notes, ...notesOf(cell, options)]} options={options} />
    </Element>
  )
}

/** A single paragraph needs no element of its own in its cell, unless it is the target of a link. */
function CellWords({ cell, options }: Pick<CellGiven, 'cell' | 'options'>) {
  const [only, ...others] = cell.children
  if (only?.kind === 'paragraph' && others.length === 0 && !isLeft(cell, options)) {
    const words = <BlockWords block={only} options={options} />
    const id = options.idOf?.(only)
    return id === undefined ? words : <span id={id}>{words}</span>
  }
  return (
    <>
      <Runs runs={runsOf(cell)} options={options} />
      {/* The content of a cell is always shown whole: half a cell cannot be read. */}
      <Blocks blocks={cell.children} moveSources={moveSourcesOf(cell)} options={{ ...options, only: undefined }} />
    </>
  )
}

/** An empty corner is not a heading: screen readers would announce one without a name. */
function isHeader(cell: ShownBlock): boolean {
  return Boolean(cell.attrs.header) && isVisible(wordsWithin(cell))
}

function leadingHeadRows(rows: readonly Keyed[]): number {
  const first = rows.findIndex(({ one }) => !cellsOf(one).every((cell) => Boolean(cell.attrs.header)))
  // A table of only headings has no body, so then only its first row is the header.
  return first === -1 ? Math.min(1, rows.length) : first
}

function cellsOf(row: ShownBlock): readonly ShownBlock[] {
  return row.children
}

function beyondOne(span: number | undefined): number | undefined {
  return span === 1 ? undefined : span
}
