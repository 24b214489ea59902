import type { Block } from '@/domain/richText'
import { fieldText, titleOf } from './fieldText'
import type { Reading } from './reading'

/**
 * A list to tick. On the site it is a form that sends the ticks to its own address (`?c=1&c=3`), so that they stay,
 * can be kept as a bookmark and print; no script, and nothing is stored. Elsewhere it is a list of boxes.
 */
export function ChecklistView({ block, reading }: { block: Block; reading: Reading }) {
  const { ticked, say } = reading
  const title = titleOf(block) || say('reader.checklist')
  const id = `${reading.idPrefix}list-${reading.numbering.checks.get(block.children[0] ?? block) ?? 0}`
  if (ticked === null) return <PlainChecklist block={block} title={title} />
  const own = new Set(block.children.map((entry) => reading.numbering.checks.get(entry)))
  const elsewhere = [...ticked].filter((number) => !own.has(number))
  return (
    <form className="checklist" id={id} action={`#${id}`} method="get">
      {elsewhere.map((number) => (
        <input key={number} type="hidden" name="c" value={number} />
      ))}
      <fieldset className="checks">
        <legend>{title}</legend>
        {block.children.map((entry) => {
          const number = reading.numbering.checks.get(entry) ?? 0
          return (
            <label className="check" key={number}>
              <input type="checkbox" name="c" value={number} defaultChecked={ticked.has(number)} />
              <EntryWords entry={entry} />
            </label>
          )
        })}
      </fieldset>
      <div className="no-print checks-keep">
        <button className="btn second" type="submit">
          {say('reader.ticks-keep')}
        </button>
        <p className="small muted">{say('reader.ticks-where')}</p>
      </div>
    </form>
  )
}

function PlainChecklist({ block, title }: { block: Block; title: string }) {
  return (
    <div className="checks">
      <p className="block-title">{title}</p>
      <ul className="boxes">
        {block.children.map((entry, index) => (
          <li className="check" key={entry.id || String(index)}>
            <EntryWords entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function EntryWords({ entry }: { entry: Block }) {
  const note = fieldText(entry, 'note')
  return (
    <span>
      {fieldText(entry, 'text')}
      {note && <small>{note}</small>}
    </span>
  )
}
