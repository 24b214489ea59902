import { type Attributes, type Block, block, type Run } from '@/domain/richText/richText'
import { joinParagraphs } from '../inline'

type Item = { isOrdered: boolean; level: number; value: number; runs: Run[] }
type Level = { level: number; list: Block; item: Block; value: number; isJoined: boolean }

/**
 * Builds nested lists from paragraphs that each know their level and number, because Word has no other form of lists.
 */
export function openListBuilder(emit: (found: Block) => void) {
  let open: Level[] = []
  let behind: Block[] = []

  const close = (): void => {
    const [outermost] = open
    open = []
    if (outermost) emit(outermost.list)
    const rest = behind
    behind = []
    rest.forEach(emit)
  }

  return {
    /**
     * A new item: the list continues, goes deeper, or a new list begins (another kind, another numbering). Our texts join a
     * list to one of its kind directly before it; `isRenumbered` says if the item has another number because of that.
     */
    item: ({ isOrdered, level, value, runs }: Item): { isRenumbered: boolean } => {
      open = open.filter((one, index) => index === 0 || one.level <= level)
      const top = open.at(-1)
      const item = block('item', { runs })
      if (top && top.level >= level && goesOn({ top, isOrdered, value })) {
        top.list.children.push(item)
        open[open.length - 1] = { ...top, level, item, value }
        return { isRenumbered: top.isJoined }
      }
      const list = block('list', { attrs: attributesOf({ isOrdered, value }), children: [item] })
      if (top && top.level < level) {
        top.item.children.push(list)
        open.push({ level, list, item, value, isJoined: false })
        return { isRenumbered: false }
      }
      const above = open.at(-2)
      const isAfterNumbers = top?.list.attrs.style === 'number' && (above !== undefined || behind.length === 0)
      const isJoined = isOrdered && isAfterNumbers
      if (above) {
        above.item.children.push(list)
        open[open.length - 1] = { level, list, item, value, isJoined }
      } else {
        close()
        open = [{ level, list, item, value, isJoined }]
      }
      return { isRenumbered: isJoined }
    },
    /**
     * A further paragraph of the last item of a level. Its text precedes the lists in the item; `isAfterList` says if
     * that is another order than in the file.
     */
    continuation: ({ level, runs }: { level: number; runs: Run[] }): { isAfterList: boolean } => {
      open = open.filter((one, index) => index === 0 || one.level <= level)
      const top = open.at(-1)
      if (!top) {
        if (runs.length > 0) emit(block('paragraph', { runs }))
        return { isAfterList: false }
      }
      top.item.runs = joinParagraphs([top.item.runs, runs])
      return { isAfterList: top.item.children.length > 0 }
    },
    /** Blocks that cannot be in a list: they are put after the whole list. */
    after: (blocks: Block[]): void => {
      behind.push(...blocks)
    },
    close,
  }
}

function goesOn({ top, isOrdered, value }: { top: Level; isOrdered: boolean; value: number }): boolean {
  const wasOrdered = top.list.attrs.style === 'number'
  return wasOrdered === isOrdered && (!isOrdered || value === top.value + 1)
}

function attributesOf({ isOrdered, value }: { isOrdered: boolean; value: number }): Attributes {
  if (!isOrdered) return { style: 'bullet' }
  return value === 1 ? { style: 'number' } : { style: 'number', start: value }
}
