import { isOfForm, isTextKind } from '../richText/blockKinds'
import { ALIKE, ALIKE_WITH_ID, type Lists, pairUp, WORDS_ANCHOR } from './pairing'
import { pairChildren } from './pairSiblings'
import { similarity } from './similarity'
import { ownWordsOf, type TreeBlock } from './tree'

/** Pairs a text that is alone between two pairs with the text that was alone there, if they have anything in common. */
export function pairRewritten({ before, after, pairing }: Lists): void {
  const places = new Map(after.map((block, index) => [block, index]))
  const partnerAt = (index: number): number | undefined => {
    const was = before[index]
    if (!was) return index < 0 ? -1 : after.length
    const is = pairing.afterOf.get(was)
    return is && places.get(is)
  }
  before.forEach((was, index) => {
    const is = pairing.afterOf.get(was)
    if (is) {
      if (was.whole !== is.whole) pairRewritten({ before: was.children, after: is.children, pairing })
      return
    }
    const [from, to] = [partnerAt(index - 1), partnerAt(index + 1)]
    if (from === undefined || to === undefined || pairing.joined.has(was)) return
    const texts = after.slice(from + 1, to).filter((block) => block.kind === was.kind)
    const [only, more] = texts
    if (!only || more || pairing.beforeOf.has(only) || pairing.split.has(only)) return
    if (!isTextKind(was.kind) && !holdsItems(was)) return
    const isShort = was.kind === 'item' && Math.max(ownWordsOf(was).length, ownWordsOf(only).length) < WORDS_ANCHOR
    if (!isShort && !holdsItems(was) && similarity(was, only) < ALIKE_WITH_ID) return
    pairUp({ was, is: only, pairing })
    pairChildren({ was, is: only, pairing, least: ALIKE })
  })
}

/** Lists and lists of entries: the only one at a place is the same list, whatever became of its entries. */
function holdsItems({ kind }: TreeBlock): boolean {
  return isOfForm(kind, 'list', 'entries')
}
