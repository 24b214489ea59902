import { expect, it } from 'vitest'
import { editorText, typedWords, type VariantValues } from '@/admin/editor/sectionValues'
import { block, text } from '@/domain/richText/richText'

const paragraph = (said: string) => editorText([block('paragraph', { runs: [text(said)] })])

const SAVED: VariantValues = {
  mode: 'adapt',
  title: 'The first talk',
  summary: '',
  body: paragraph('A quiet room.'),
  addition: editorText([]),
  additionPlace: { where: 'after' },
  reason: '',
  explanation: '',
  sources: '',
  changeReasons: [],
}

it('counts the typed words that are not saved: those of the text and of the reason', () => {
  const after = { ...SAVED, body: paragraph('A quiet and warm room.'), explanation: 'Our law asks it.' }
  expect(typedWords({ before: SAVED, after })).toBe(6)
})

it('counts none if only another choice was made', () => {
  expect(typedWords({ before: SAVED, after: { ...SAVED, mode: 'inherit' } })).toBe(0)
})
