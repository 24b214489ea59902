import { BlockWords } from '../BlockWords'
import { notesOf } from '../notes'
import { hasWords } from '../shownBlock'
import { departedFrom } from '../touched'
import { Blocks } from './Blocks'
import type { ViewGiven } from './viewGiven'

/** A quotation; in files, and if another kind became one, it can contain blocks. */
export function QuoteView({ block, options }: ViewGiven) {
  const words = <BlockWords block={block} options={options} />
  const departed = departedFrom(block)
  const holdsBlocks = block.children.length > 0 || departed.length > 0
  const hasOwn = hasWords(block) || notesOf(block, options).length > 0
  return (
    <blockquote id={options.idOf?.(block)}>
      {holdsBlocks ? hasOwn && <p>{words}</p> : words}
      <Blocks blocks={block.children} departed={departed} options={options} />
    </blockquote>
  )
}
