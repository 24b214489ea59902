import { keyed } from '../keyed'
import { OwnWords } from '../OwnWords'
import type { ShownBlock } from '../shownBlock'
import { fieldText, titleOf } from './fieldText'
import type { ViewGiven } from './viewGiven'

/**
 * A list to tick. On the site it is a form that sends the ticks to its own address (`?c=1&c=3`), so that they stay, can
 * be bookmarked and printed; without script, and nothing is stored. Elsewhere it is a list of boxes.
 */
export function ChecklistView({ block, options }: ViewGiven) {
  const { ticked, t, idPrefix, numbering } = options
  if (ticked === null) return <PlainChecklist block={block} options={options} />
  const entries: readonly ShownBlock[] = block.children
  const id = `${idPrefix}list-${numbering.checks.get(entries[0] ?? block) ?? 0}`
  const own = new Set(entries.map((entry) => numbering.checks.get(entry)))
  const elsewhere = [...ticked].filter((number) => !own.has(number))
  return (
    <form className="checklist" id={id} action={`#${id}`} method="get">
      {elsewhere.map((number) => (
        <input key={number} type="hidden" name="c" value={number} />
      ))}
      <fieldset className="checks">
        <legend>
          <Title block={block} options={options} />
        </legend>
        {entries.map((entry) => {
          const number = numbering.checks.get(entry) ?? 0
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
          {t('reader.ticks-keep')}
        </button>
        <p className="small muted">{t('reader.ticks-where')}</p>
      </div>
    </form>
  )
}

function PlainChecklist({ block, options }: ViewGiven) {
  const entries: readonly ShownBlock[] = block.children
  return (
    <div className="checks">
      <p className="block-title">
        <Title block={block} options={options} />
      </p>
      <ul className="boxes">
        {keyed(entries).map(({ key, one: entry }) => (
          <li className="check" key={key}>
            <EntryWords entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Title({ block, options }: ViewGiven) {
  return titleOf(block) || <OwnWords options={options}>{options.t('reader.checklist')}</OwnWords>
}

function EntryWords({ entry }: { entry: ShownBlock }) {
  const note = fieldText(entry, 'note')
  return (
    <span>
      {fieldText(entry, 'text')}
      {note && <small>{note}</small>}
    </span>
  )
}
