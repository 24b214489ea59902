'use client'

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { findText, type Wanted } from '@/domain/words/findText'
import { indexesOf } from '@/lexical/replaceText'
import { highlight } from '../highlight.client'
import { writtenLines } from '../writtenLines.client'
import { $nodeAt } from './applyReplacements.client'
import type { Found } from './foundPlaces'

/** Marks the places in the text that is seen, without a change of it, and shows the one at `at`. */
export function paintFound(
  editor: LexicalEditor,
  { wanted, found, at }: { wanted: Wanted; found: readonly Found[]; at: number },
): void {
  const root = editor.getRootElement()
  if (!root) return
  unpaint(root)
  const ranges = writtenLines(root).flatMap(({ rangeOf, text }) =>
    findText(text, wanted).flatMap((part) => rangeOf(part) ?? []),
  )
  const inLines = found.filter(({ place }) => place.kind === 'runs')
  const current = found[at]
  // What the page shows can be other than the text: a block that is open shows fields, and a closed one also has words of ours.
  const seen = [found, inLines].find((some) => some.length === ranges.length)
  const range = current && seen ? ranges[seen.indexOf(current)] : undefined
  highlight('found', ranges)
  highlight('found-now', range ? [range] : [])
  if (!current) return
  const holder = editor.read(() => $nodeAt(indexesOf(current.place.path))?.getKey())
  const element = holder === undefined ? null : editor.getElementByKey(holder)
  const control = range ? null : fieldWith(element, current.place.text)
  if (!range) (control ?? element)?.setAttribute(MARK, '')
  const shown = range?.startContainer.parentElement ?? control ?? element
  shown?.scrollIntoView({ block: 'center' })
}

const MARK = 'data-found'

/** Takes the marks away. */
export function unpaint(root: HTMLElement | null): void {
  for (const name of ['found', 'found-now'] as const) highlight(name, [])
  for (const one of root?.querySelectorAll(`[${MARK}]`) ?? []) one.removeAttribute(MARK)
}

/** The field of a block that has this text. */
function fieldWith(block: HTMLElement | null, text: string): HTMLElement | undefined {
  const fields = [...(block?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])]
  return fields.find(({ value }) => value === text)
}
