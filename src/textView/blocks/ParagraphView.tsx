import { BlockWords } from '../BlockWords'
import { notesOf } from '../notes'
import { hasWords } from '../shownBlock'
import { moveSourcesOf } from '../touched'
import { Blocks } from './Blocks'
import type { ViewGiven } from './viewGiven'

/** A paragraph, followed by the blocks inside it: nothing if it has no words. */
export function ParagraphView({ block, options }: ViewGiven) {
  const id = options.idOf?.(block)
  const isShown = hasWords(block) || id !== undefined || notesOf(block, options).length > 0
  return (
    <>
      {isShown && (
        <p id={id}>
          <BlockWords block={block} options={options} />
        </p>
      )}
      <Blocks blocks={block.children} moveSources={moveSourcesOf(block)} options={options} />
    </>
  )
}
