import { type Block, block, type RichText } from '@/domain/richText/richText'

type Holder = Pick<Block, 'kind' | 'attrs'> | undefined

/**
 * Returns blocks with what must be around them where they are shown alone: an item needs a list, and an entry the list that
 * says what it is.
 */
export function held(blocks: RichText, holder: Holder): RichText {
  if (blocks.every(({ kind }) => kind === 'item')) return [listOf(blocks, holder)]
  return blocks.map((one) => {
    if (one.kind === 'item') return listOf([one], holder)
    if (one.kind === 'cell') return block('table', { children: [block('row', { children: [one] })] })
    if (one.kind === 'row') return block('table', { children: [one] })
    return one.kind === 'entry' && holder ? block(holder.kind, { children: [one] }) : one
  })
}

function listOf(children: RichText, holder: Holder): Block {
  const style = holder?.kind === 'list' ? holder.attrs.style : undefined
  return block('list', { attrs: style === undefined ? {} : { style }, children })
}
