import { RichTextView } from './RichTextView'
import { levelOf, SideBlocks, type SideGiven, shownOf } from './SideBlocks'

/** As `SideBlocks`; a plain side is shown as readers see it, with its notes below it. */
export function SideText(given: SideGiven) {
  const { blocks, change, side, language, files, idPrefix } = given
  if (shownOf(change, side)) return <SideBlocks {...given} />
  return (
    <RichTextView
      blocks={blocks}
      language={language}
      headingOffset={levelOf(blocks) - 2}
      files={files}
      idPrefix={idPrefix}
    />
  )
}
