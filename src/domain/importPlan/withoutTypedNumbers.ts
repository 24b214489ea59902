import { parentsByDepth } from '../alignment/parentsByDepth'
import { grouped } from '../grouped'
import type { ImportedSection } from '../importing'

/**
 * Sections without the numbers that somebody typed before their titles, where it is certain that they are the numbers of the tree,
 * which every screen shows: they agree with it, no section beside them has another one, and there are two of them or one has
 * several parts (“2.1”). “3 steps” alone stays as it is, and so do titles that differ by nothing else.
 */
export function withoutTypedNumbers(sections: readonly ImportedSection[]): ImportedSection[] {
  const parents = parentsByDepth(sections.map(({ depth }) => depth))
  const beside = grouped([...sections.keys()], (index) => parents[index] ?? -1)
  const numbers: string[] = []
  const titles = sections.map(({ title }) => title)
  for (const index of sections.keys()) {
    const parent = parents[index] ?? -1
    const place = (beside.get(parent) ?? []).indexOf(index) + 1
    numbers.push(parent < 0 ? `${place}` : `${numbers[parent]}.${place}`)
  }
  for (const siblings of beside.values()) {
    const typed = siblings.flatMap((index) => {
      const found = typedNumber(sections[index]?.title ?? '')
      return found ? [{ ...found, index, isOfTree: found.number === numbers[index] }] : []
    })
    const isCertain = typed.length > 1 || typed.some(({ number }) => number.includes('.'))
    if (!isCertain || !typed.every(({ isOfTree }) => isOfTree)) continue
    const left = new Map(typed.map(({ index, words }) => [index, words]))
    const known = new Set(siblings.map((index) => (left.get(index) ?? titles[index] ?? '').toLowerCase()))
    if (known.size === siblings.length) for (const [index, words] of left) titles[index] = words
  }
  return sections.map((section, index) => ({ ...section, title: titles[index] ?? section.title }))
}

/**
 * The title of a section that is known without the number that somebody typed before it: its own one, or any if the words behind it
 * are the known title. “3 steps” stays where the known title is no other one.
 */
export function withoutOwnNumber({ title, known, number }: { title: string; known: string; number: string }): string {
  const typed = typedNumber(title)
  if (typed?.number === number && !beginsWithNumber(known)) return typed.words
  return withoutNumberBefore({ title, known: new Set([known.toLowerCase()]) })
}

/** The title without the number typed before it, if what is left is one of the known titles (in lower case), and it is none itself. */
export function withoutNumberBefore({ title, known }: { title: string; known: ReadonlySet<string> }): string {
  const words = typedNumber(title)?.words
  return words !== undefined && known.has(words.toLowerCase()) && !known.has(title.toLowerCase()) ? words : title
}

/** Does a title begin with a number that somebody typed? */
export function beginsWithNumber(title: string): boolean {
  return typedNumber(title) !== null
}

/** “2.1 Title”, “2.1. Title” and “2) Title”. */
function typedNumber(title: string): { number: string; words: string } | null {
  const [, number = '', words = ''] = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(\S.*)$/su.exec(title) ?? []
  return number === '' ? null : { number, words }
}
