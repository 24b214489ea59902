import type { Range } from '@/domain/words/pieces'
import { isRecord, recordOf } from './lexicalJson'
import { leavesOf, type TextPath, type TextPlace } from './textPlaces'

/** Words that take the place of a stretch of the text of a place. */
export type Replacement = { place: TextPlace; stretch: Range; words: string }

/** A node of an editor text with other words in it, by its indexes from the root. */
export type ChangedNode = { indexes: number[]; node: Record<string, unknown> }

/**
 * The nodes of an editor text that the replacements change, each as it is afterwards. Everything else of them stays: ids, formats,
 * fields that are filled in halfway. Words have the format of the first letter that they replace. A node of text may be left
 * without words; the editor removes it. The places are those of this text (`textPlaces`), the stretches of a place do not overlap.
 */
export function replaceText(state: unknown, replacements: readonly Replacement[]): ChangedNode[] {
  const root = recordOf(structuredClone(recordOf(state).root))
  const changed = new Map<string, number[]>()
  // From the end: what is replaced does not move what stands before it.
  for (const { place, stretch, words } of replacements.toSorted(
    (one, other) => other.stretch.from - one.stretch.from,
  )) {
    if (place.kind === 'field') replaceInField(root, place.path, { stretch, words })
    else replaceInRuns(root, place.path, { stretch, words })
    const indexes = indexesOf(place.path)
    changed.set(indexes.join(), indexes)
  }
  const all = [...changed.values()]
  // A footnote is part of the paragraph in which it stands.
  const isWithin = (one: number[], other: number[]) =>
    one.length > other.length && other.every((index, at) => one[at] === index)
  return all
    .filter((one) => !all.some((other) => isWithin(one, other)))
    .map((indexes) => ({
      indexes,
      node: recordOf(
        valueAt(
          root,
          indexes.flatMap((index) => ['children', index]),
        ),
      ),
    }))
}

/** The indexes of the node that holds a place: those below it are fields of the node. */
export function indexesOf(path: TextPath): number[] {
  const indexes: number[] = []
  for (let at = 0; path[at] === 'children'; at += 2) {
    const index = path[at + 1]
    if (typeof index === 'number') indexes.push(index)
  }
  return indexes
}

type Words = { stretch: Range; words: string }

function replaceInField(root: unknown, path: TextPath, { stretch, words }: Words): void {
  const holder = valueAt(root, path.slice(0, -1))
  const name = path.at(-1) ?? ''
  const text = String(valueAt(holder, [name]))
  const next = text.slice(0, stretch.from) + words + text.slice(stretch.to)
  if (Array.isArray(holder)) holder[Number(name)] = next
  else if (isRecord(holder)) holder[name] = next
}

function replaceInRuns(root: unknown, path: TextPath, { stretch, words }: Words): void {
  let at = 0
  let isSaid = false
  for (const leaf of leavesOf(recordOf(valueAt(root, path)).children, path)) {
    const [from, to] = [Math.max(stretch.from - at, 0), Math.min(stretch.to - at, leaf.text.length)]
    at += leaf.text.length
    const node = valueAt(root, leaf.path)
    if (from >= to || !leaf.isText || !isRecord(node)) continue
    node.text = leaf.text.slice(0, from) + (isSaid ? '' : words) + leaf.text.slice(to)
    isSaid = true
  }
}

function valueAt(root: unknown, path: TextPath): unknown {
  return path.reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : recordOf(value)[key]), root)
}
