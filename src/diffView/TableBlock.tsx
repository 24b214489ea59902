import { Fragment } from 'react'
import type { BlockChange } from '@/domain/diff/change'
import { spansOfRow } from '@/domain/spans'
import { Blocks } from './Blocks'
import { keyed } from './keyed'
import { isLeft, leftAt, leftOutOf, type Manner } from './manner'
import { Note } from './Note'
import { blockNotes } from './notes'
import { MovedAway, Text } from './Text'

type Keyed = { key: string; one: BlockChange; index: number }

/** A table that stays a table: rows and cells as they are afterwards, the removed ones where they stood. */
export function TableBlock({ table, manner }: { table: BlockChange; manner: Manner }) {
  const { children: rows, departed } = table
  const head = rows.findIndex((row) => !row.children.every(isHeader))
  const headRows = head === -1 ? 0 : head
  const keyedRows = keyed(rows)
  const columns = Math.max(1, ...rows.map((row) => row.children.length))
  const away = (at: number) =>
    leftAt({ departed, at, manner }).map((departure) => (
      <tr key={departure.move}>
        <td colSpan={columns}>
          <MovedAway departure={departure} manner={manner} />
        </td>
      </tr>
    ))
  const notes = blockNotes({ change: table, manner })
  const isLeftOut = leftOutOf(table, manner)
  const shown = ({ key, one: row, index }: Keyed, scope: 'col' | 'row') => (
    <Fragment key={key}>
      {away(index)}
      {scope === 'row' && isLeftOut(row) ? null : <Row row={row} scope={scope} manner={manner} />}
    </Fragment>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, by the keyboard too
    <section className="scroll" id={manner.idOf?.(table)} tabIndex={0} aria-label={manner.t('diff.table')}>
      {notes.length > 0 ? (
        <p>
          <span className="diff-note small muted" lang={manner.wordsLang}>
            {notes.join(' · ')}
          </span>
        </p>
      ) : null}
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
  const notes = blockNotes({ change: row, manner })
  const spans = spansOfRow(row.children.map(({ attrs }) => attrs))
  return (
    <tr id={manner.idOf?.(row)}>
      {keyed(row.children).map(({ key, one: cell, index }) => (
        <Cell
          key={key}
          cell={cell}
          spans={spans[index]}
          scope={scope}
          notes={index === 0 ? notes : []}
          manner={manner}
        />
      ))}
    </tr>
  )
}

type Spans = ReturnType<typeof spansOfRow>[number]
type CellGiven = { cell: BlockChange; spans: Spans | undefined; scope: 'col' | 'row'; notes: string[]; manner: Manner }

function Cell({ cell, spans, scope, notes, manner }: CellGiven) {
  const { children, departed } = cell
  const Element = isHeader(cell) ? 'th' : 'td'
  const [only] = children
  const inline = children.length === 1 && only?.kind === 'paragraph' && !isLeft(cell, manner)
  return (
    <Element
      id={manner.idOf?.(cell)}
      scope={isHeader(cell) ? scope : undefined}
      colSpan={spans && spans.colSpan > 1 ? spans.colSpan : undefined}
      rowSpan={spans && spans.rowSpan > 1 ? spans.rowSpan : undefined}
    >
      {inline ? (
        <span id={manner.idOf?.(only)}>
          <Text block={only} manner={manner} />
        </span>
      ) : (
        // What stands in a cell is shown whole: half a cell cannot be read.
        <Blocks blocks={children} departed={departed} manner={{ ...manner, only: undefined }} />
      )}
      <Note notes={[...notes, ...blockNotes({ change: cell, manner })]} manner={manner} />
    </Element>
  )
}

function isHeader({ attrs }: BlockChange): boolean {
  return attrs.header === true
}
