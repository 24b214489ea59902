import { Fragment } from 'react'
import type { BlockChange, Departure } from '@/domain/diff/change'
import { Blocks } from './Blocks'
import { keyed } from './keyed'
import { isTouched, type Manner } from './manner'
import { Note } from './Note'
import { blockNotes } from './notes'
import { MovedAway, Text } from './Text'

type Keyed = { key: string; one: BlockChange; index: number }
type Given = { rows: BlockChange[]; departed?: Departure[]; manner: Manner; id?: string }

/** A table that stays a table: rows and cells as they are afterwards, the removed ones where they stood. */
export function TableBlock({ rows, departed = [], manner, id }: Given) {
  const head = rows.findIndex((row) => !row.children.every(isHeader))
  const headRows = head === -1 ? 0 : head
  const keyedRows = keyed(rows)
  const columns = Math.max(1, ...rows.map((row) => row.children.length))
  const away = (at: number) =>
    departed
      .filter((departure) => departure.at === at)
      .map((departure) => (
        <tr key={departure.opening}>
          <td colSpan={columns}>
            <MovedAway departure={departure} manner={manner} />
          </td>
        </tr>
      ))
  const shown = ({ key, one: row, index }: Keyed, scope: 'col' | 'row') => (
    <Fragment key={key}>
      {away(index)}
      {manner.only && scope === 'row' && !isTouched(row) ? null : <Row row={row} scope={scope} manner={manner} />}
    </Fragment>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, by the keyboard too
    <section className="scroll" id={id} tabIndex={0} aria-label={manner.t('diff.table')}>
      <table>
        {headRows > 0 ? <thead>{keyedRows.slice(0, headRows).map((row) => shown(row, 'col'))}</thead> : null}
        <tbody>
          {keyedRows.slice(headRows).map((row) => shown(row, 'row'))}
          {away(rows.length)}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, scope, manner }: { row: BlockChange; scope: 'col' | 'row'; manner: Manner }) {
  const notes = blockNotes({ change: row, t: manner.t })
  return (
    <tr id={manner.idOf?.(row)}>
      {keyed(row.children).map(({ key, one: cell, index }) => (
        <Cell key={key} cell={cell} scope={scope} notes={index === 0 ? notes : []} manner={manner} />
      ))}
    </tr>
  )
}

type CellGiven = { cell: BlockChange; scope: 'col' | 'row'; notes: string[]; manner: Manner }

function Cell({ cell, scope, notes, manner }: CellGiven) {
  const { attrs, children, departed } = cell
  const Element = isHeader(cell) ? 'th' : 'td'
  const [only] = children
  const inline = children.length === 1 && only?.kind === 'paragraph' && !departed
  return (
    <Element
      id={manner.idOf?.(cell)}
      scope={isHeader(cell) ? scope : undefined}
      colSpan={Number(attrs.colSpan ?? 1) > 1 ? Number(attrs.colSpan) : undefined}
      rowSpan={Number(attrs.rowSpan ?? 1) > 1 ? Number(attrs.rowSpan) : undefined}
    >
      {inline ? (
        <span id={manner.idOf?.(only)}>
          <Text block={only} manner={manner} />
        </span>
      ) : (
        // What stands in a cell is shown whole: half a cell cannot be read.
        <Blocks blocks={children} departed={departed} manner={{ ...manner, only: undefined }} />
      )}
      <Note notes={[...notes, ...blockNotes({ change: cell, t: manner.t })]} manner={manner} />
    </Element>
  )
}

function isHeader({ attrs }: BlockChange): boolean {
  return attrs.header === true
}
