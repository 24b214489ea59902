import { RichTextView } from './RichTextView'
import { levelOf, SideBlocks, type SideGiven } from './SideBlocks'

/** As `SideBlocks`; a plain side is shown as readers see it, with its notes below it. */
export function SideText(given: SideGiven) {
  const { blocks, language, files, idPrefix } = given
  const headingOffset = levelOf(blocks) - 2
  return <SideBlocks {...given} plain={<RichTextView {...{ blocks, language, headingOffset, files, idPrefix }} />} />
}
