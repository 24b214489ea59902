import type { Block } from '@/domain/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { textOf } from '@/domain/richText/walk'
import { spansOfRow } from '@/domain/spans'
import { BlockViews } from './BlockViews'
import { Runs } from './Runs'
import type { Reading } from './reading'

/** A table in a region that scrolls sideways by itself (and by keyboard), with the scope of every heading. */
export function TableView({ block, reading }: { block: Block; reading: Reading }) {
  const rows = block.children.filter((row) => row.kind === 'row')
  const headRows = leadingHeadRows(rows)
  const name = reading.say('reader.table', { under: reading.numbering.tables.get(block) || 'none' })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll wide" aria-label={name} tabIndex={0}>
      <table>
        <caption className="vh">{name}</caption>
        {headRows > 0 && (
          <thead>
            {rows.slice(0, headRows).map((row, index) => (
              <Row key={row.id || String(index)} row={row} scope="col" reading={reading} />
            ))}
          </thead>
        )}
        <tbody>
          {rows.slice(headRows).map((row, index) => (
            <Row key={row.id || String(index)} row={row} scope="row" reading={reading} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, scope, reading }: { row: Block; scope: 'col' | 'row'; reading: Reading }) {
  // Texts that were stored before spans had a limit are read here, too.
  const spans = spansOfRow(row.children.map(({ attrs }) => attrs))
  return (
    <tr>
      {row.children.map((cell, index) => (
        <Cell key={cell.id || String(index)} cell={cell} spans={spans[index]} scope={scope} reading={reading} />
      ))}
    </tr>
  )
}

type CellGiven = { cell: Block; spans: Spans | undefined; scope: 'col' | 'row'; reading: Reading }
type Spans = ReturnType<typeof spansOfRow>[number]

function Cell({ cell, spans: given, scope, reading }: CellGiven) {
  const spans = { colSpan: beyondOne(given?.colSpan), rowSpan: beyondOne(given?.rowSpan) }
  const words = <CellWords cell={cell} reading={reading} />
  return isHeader(cell) ? (
    <th scope={scope} {...spans}>
      {words}
    </th>
  ) : (
    <td {...spans}>{words}</td>
  )
}

function CellWords({ cell, reading }: { cell: Block; reading: Reading }) {
  const [only, ...others] = cell.children
  if (only?.kind === 'paragraph' && others.length === 0) return <Runs runs={only.runs} reading={reading} />
  return (
    <>
      <Runs runs={cell.runs} reading={reading} />
      <BlockViews blocks={cell.children} reading={reading} />
    </>
  )
}

/** An empty corner is no heading: it would be read out as one without a name. */
function isHeader(cell: Block): boolean {
  return Boolean(cell.attrs.header) && (textOf(cell.children) + plainTextOf(cell.runs)).trim() !== ''
}

function leadingHeadRows(rows: Block[]): number {
  const first = rows.findIndex((row) => !row.children.every((cell) => Boolean(cell.attrs.header)))
  // A table of headings only has no body: then its first row alone is the head.
  return first === -1 ? Math.min(1, rows.length) : first
}

function beyondOne(span: number | undefined): number | undefined {
  return span === 1 ? undefined : span
}
