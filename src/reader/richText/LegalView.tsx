import type { Block } from '@/domain/richText'
import { linkTarget } from '@/domain/safeUrl'
import { fieldText } from './fieldText'
import type { Reading } from './reading'

/** Legal references that follow each other, as one list. On paper the address of each is written out. */
export function LegalView({ blocks, reading }: { blocks: Block[]; reading: Reading }) {
  return (
    <ul className="law" aria-label={reading.say('reader.legal')}>
      {blocks.map((block, index) => (
        <li key={block.id || String(index)}>
          <Reference block={block} />
        </li>
      ))}
    </ul>
  )
}

function Reference({ block }: { block: Block }) {
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
