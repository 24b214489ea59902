import type { Block } from '@/domain/richText'
import { WEIGHTS, type Weight } from '@/domain/richText/blockKinds'
import { WeightIcon } from '@/icons/WeightIcon'
import { fieldText, titleOf } from './fieldText'
import { FOLDING } from './foldingTable'
import type { Reading } from './reading'

/**
 * Signs with their weight, as a table that folds to one block a sign on a phone.
 */
export function IndicatorsView({ block, reading }: { block: Block; reading: Reading }) {
  const { say } = reading
  const hasNotes = block.children.some((entry) => fieldText(entry, 'note') !== '')
  const title = titleOf(block)
  return (
    <div className="fold wide">
      <table {...FOLDING.table}>
        <caption className={title ? undefined : 'vh'}>{title || say('reader.indicators')}</caption>
        <thead {...FOLDING.group}>
          <tr {...FOLDING.row}>
            <th {...FOLDING.column}>{say('reader.indicator')}</th>
            <th {...FOLDING.column}>{say('reader.weight')}</th>
            {hasNotes && <th {...FOLDING.column}>{say('reader.indicator-note')}</th>}
          </tr>
        </thead>
        <tbody {...FOLDING.group}>
          {block.children.map((entry, index) => (
            <tr key={entry.id || String(index)} {...FOLDING.row}>
              <th {...FOLDING.name}>{fieldText(entry, 'indicator')}</th>
              <td {...FOLDING.cell}>
                <WeightMark weight={entry.attrs.weight} reading={reading} />
              </td>
              {hasNotes && <td {...FOLDING.cell}>{fieldText(entry, 'note')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WeightMark({ weight: given, reading }: { weight: unknown; reading: Reading }) {
  const weight: Weight | undefined = WEIGHTS.find((one) => one === given)
  if (!weight) return null
  return (
    <span className="weight">
      <WeightIcon weight={weight} />
      {reading.say(`words.weight.${weight}`)}
    </span>
  )
}
