import { BlockWords } from '../BlockWords'
import { notesOf } from '../notes'
import { hasWords } from '../shownBlock'
import { moveSourcesOf } from '../touched'
import { Blocks } from './Blocks'
import type { ViewGiven } from './viewGiven'

/** A quotation; in files, and if another kind became one, it can contain blocks. */
export function QuoteView({ block, options }: ViewGiven) {
  const words = <BlockWords block={block} options={options} />
  const moveSources = moveSourcesOf(block)
  const holdsBlocks = block.children.length > 0 || moveSources.length > 0
  const hasOwn = hasWords(block) || notesOf(block, options).length > 0
  return (
    <blockquote id={options.idOf?.(block)}>
      {holdsBlocks ? hasOwn && <p>{words}</p> : words}
      <Blocks blocks={block.children} moveSources={moveSources} options={options} />
    </blockquote>
  )
}
