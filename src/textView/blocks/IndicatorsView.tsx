import { WEIGHTS, type Weight } from '@/domain/richText/blockKinds'
import { WeightIcon } from '@/icons/WeightIcon'
import { keyed } from '../keyed'
import { OwnWords } from '../OwnWords'
import type { ShownBlock } from '../shownBlock'
import { fieldText, titleOf } from './fieldText'
import { FOLDING } from './foldingTable'
import type { ViewGiven } from './viewGiven'

/** Signs with their weight, as a table that becomes one block for each sign on a phone. */
export function IndicatorsView({ block, options }: ViewGiven) {
  const { t, wordsLang } = options
  const entries: readonly ShownBlock[] = block.children
  const hasNotes = entries.some((entry) => fieldText(entry, 'note') !== '')
  const title = titleOf(block)
  return (
    <div className="fold wide">
      <table {...FOLDING.table}>
        <caption className={title ? undefined : 'vh'}>
          {title || <OwnWords options={options}>{t('reader.indicators')}</OwnWords>}
        </caption>
        <thead {...FOLDING.group}>
          <tr {...FOLDING.row}>
            <th {...FOLDING.column} lang={wordsLang}>
              {t('reader.indicator')}
            </th>
            <th {...FOLDING.column} lang={wordsLang}>
              {t('reader.weight')}
            </th>
            {hasNotes && (
              <th {...FOLDING.column} lang={wordsLang}>
                {t('reader.indicator-note')}
              </th>
            )}
          </tr>
        </thead>
        <tbody {...FOLDING.group}>
          {keyed(entries).map(({ key, one: entry }) => (
            <tr key={key} {...FOLDING.row}>
              <th {...FOLDING.name}>{fieldText(entry, 'indicator')}</th>
              <td {...FOLDING.cell}>
                <WeightMark block={entry} options={options} />
              </td>
              {hasNotes && <td {...FOLDING.cell}>{fieldText(entry, 'note')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WeightMark({ block, options }: ViewGiven) {
  const weight: Weight | undefined = WEIGHTS.find((one) => one === block.attrs.weight)
  if (!weight) return null
  return (
    <span className="weight">
      <WeightIcon weight={weight} />
      <OwnWords options={options}>{options.t(`words.weight.${weight}`)}</OwnWords>
    </span>
  )
}
