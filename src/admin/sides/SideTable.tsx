import type { Language } from '@/domain/language'
import type { FieldRows, SideRow } from '@/domain/sideBySide'
import type { Translator } from '@/messages/translate'
import { SideText } from '@/textView/SideText'
import { DRAFT_PICTURES } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { RowState } from './RowState'
import './sides.css'

type Sides<Value> = { common: Value; national: Value }

/** Two texts as a table: in each row a paragraph of the common text, the one of the country, and what became of it. */
export function SideTable({
  fields,
  headings,
  languages,
  pageLanguage,
  anchor = '',
  say,
}: {
  fields: readonly FieldRows[]
  /** Above the columns: whose text it is, and in which language. */
  headings: Sides<string>
  languages: Sides<Language>
  pageLanguage: Language
  /** The prefix of every id, for pages with several tables. */
  anchor?: string
  say: Translator
}) {
  const columns = [say('history.sides.comparison'), headings.common, headings.national]
  return (
    <div className="sides">
      <FoldTable name={{ caption: say('history.sides.table') }} headings={columns}>
        {numberedRows(fields).map(({ field, rows, from }) => (
          <FoldBody key={`${field} ${from}`}>
            <FoldRow isGroup span={columns.length} head={say(`diff.section.${field}`)} />
            {rows.map((row, index) => {
              const prefix = `${anchor}${field}-${from + index + 1}-`
              const given = { row, languages, pageLanguage, say }
              return (
                <FoldRow key={prefix} head={<RowState row={row} say={say} />}>
                  <FoldCell heading={headings.common} hide={row.common.length === 0 ? 'empty' : undefined}>
                    <Side side="common" idPrefix={`${prefix}c-`} {...given} />
                  </FoldCell>
                  <FoldCell heading={headings.national} hide={row.national.length === 0 ? 'empty' : undefined}>
                    <Side side="national" idPrefix={`${prefix}n-`} {...given} />
                  </FoldCell>
                </FoldRow>
              )
            })}
          </FoldBody>
        ))}
      </FoldTable>
    </div>
  )
}

/** With how many rows of the same field are above: an addition can stand within the text. */
function numberedRows(fields: readonly FieldRows[]): (FieldRows & { from: number })[] {
  return fields.map((one, at) => {
    const above = fields.slice(0, at).filter(({ field }) => field === one.field)
    return { ...one, from: above.reduce((sum, { rows }) => sum + rows.length, 0) }
  })
}

function Side({
  row,
  side,
  languages,
  pageLanguage,
  idPrefix,
  say,
}: {
  row: SideRow
  side: 'common' | 'national'
  languages: Sides<Language>
  pageLanguage: Language
  idPrefix: string
  say: Translator
}) {
  const blocks = row[side]
  const language = languages[side]
  if (blocks.length === 0)
    return (
      <span className="muted">
        {say(row.state === 'missing' ? 'history.sides.state.missing' : `history.sides.not-${side}`)}
      </span>
    )
  return (
    <div className="text" lang={language}>
      <SideText
        blocks={blocks}
        change={row.change}
        side={side === 'common' ? 'before' : 'after'}
        language={language}
        pageLanguage={pageLanguage}
        t={say}
        files={DRAFT_PICTURES}
        idPrefix={idPrefix}
      />
    </div>
  )
}
