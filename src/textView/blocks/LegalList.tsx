import { linkTarget } from '@/domain/safeUrl'
import { keyed } from '../keyed'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { fieldText } from './fieldText'

/** Consecutive legal references, as one list. On paper the address of each is printed. */
export function LegalList({ blocks, options }: { blocks: readonly ShownBlock[]; options: ViewOptions }) {
  return (
    <ul className="law" aria-label={options.t('reader.legal')}>
      {keyed(blocks).map(({ key, one: block }) => (
        <li key={key}>
          <Reference block={block} />
        </li>
      ))}
    </ul>
  )
}

function Reference({ block }: { block: ShownBlock }) {
  const words = [fieldText(block, 'instrument'), fieldText(block, 'article')].filter(Boolean).join(', ')
  const address = linkTarget(fieldText(block, 'url'))
  const note = fieldText(block, 'note')
  return (
    <>
      <p>{address ? <a href={address}>{words || address}</a> : words}</p>
      {note && <p className="small">{note}</p>}
    </>
  )
}
