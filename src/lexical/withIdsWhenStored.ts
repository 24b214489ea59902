import type { Sides } from '@/domain/alignment/sides'
import type { RichText } from '@/domain/richText/richText'
import { repairBlockIds } from './blockIds'
import { fromLexical } from './fromLexical'
import { newBlockId } from './newBlockId'
import { toLexical } from './toLexical'

/**
 * Returns the text after with the ids that its blocks get when it is stored in place of the text before. What names a block
 * by its id, as a rule does, needs them earlier.
 */
export function withIdsWhenStored({ before, after }: Sides<RichText>): RichText {
  const previous = toLexical(before)
  return fromLexical(repairBlockIds({ value: toLexical(after), previous, newId: newBlockId }).value)
}
