import { expect, test } from 'vitest'
import type { ImportedSection, ImportNote } from '@/domain/importing'
import { importedTextOf } from '@/domain/importPlan/importedText'
import { notesThatHold } from '@/domain/importPlan/notesThatHold'
import type { ExistingSection } from '@/domain/importPlan/plan'
import { NOTHING_CHOSEN, planImport } from '@/domain/planImport'
import { type Attributes, block } from '@/domain/richText/richText'
import { contentOf, p } from './sections'

const LOSS: ImportNote = { kind: 'loss', source: '1', key: 'import.picture-missing', params: { name: 'x' } }
const asks = (name: string): ImportNote => ({
  kind: 'doubt',
  source: '1',
  key: 'import.picture-without-alt',
  params: { name },
})

/** A document with one section that shows these pictures inside and after a callout, without descriptions. */
const said = (...media: string[]): ImportedSection => ({
  source: '1',
  depth: 1,
  title: 'Shown',
  body: [
    p('What is shown here'),
    ...media.map((one) => block('callout', { children: [block('image', { attrs: { media: one, alt: '' } })] })),
  ],
})

/** The same section in the toolkit, with the descriptions that were written since. */
function stored(incoming: ImportedSection, written: Attributes[], given: Partial<ExistingSection> = {}) {
  const body = incoming.body.map((one, index) => ({
    ...one,
    id: `${index}`,
    children: one.children.map((picture) => ({
      ...picture,
      attrs: { ...picture.attrs, ...written[index - 1] },
    })),
  }))
  const content = contentOf('a', { title: { en: 'Shown' }, body: { en: body } })
  return { slug: 'shown', parent: null, rank: 'a0', retired: false, content, ...given }
}

function planOf(incoming: ImportedSection, existing: ExistingSection[], language: 'en' | 'fr' = 'en') {
  return planImport({
    existing,
    remembered: existing.map(({ content: { key } }) => ({
      key,
      parent: null,
      text: importedTextOf(incoming),
      left: false,
    })),
    incoming: [incoming],
    language,
    sourceLanguage: 'en',
    choices: NOTHING_CHOSEN,
    newKey: () => 'new',
  })
}

const pictures = new Map([
  ['a.png', 'id-a'],
  ['b.png', 'id-b'],
])
const notes = [LOSS, asks('a.png'), asks('b.png'), asks('new.png')]

test('a picture is asked about while the toolkit would show it without a description, and no other note is dropped', () => {
  const document = said('id-a', 'id-b', 'new.png')
  const hold = (written: Attributes[]) =>
    notesThatHold({ notes, plan: planOf(document, [stored(document, written)]), pictures })
  expect(hold([])).toEqual(notes)
  expect(hold([{ alt: 'A red dot' }])).toEqual([LOSS, asks('b.png'), asks('new.png')])
  expect(hold([{ alt: 'A red dot' }, { decorative: true }])).toEqual([LOSS, asks('new.png')])
})

test('all pictures are asked about if the toolkit is new', () => {
  const document = said('id-a', 'id-b', 'new.png')
  expect(notesThatHold({ notes, plan: planOf(document, []), pictures })).toEqual(notes)
})

test('a picture is asked about while one of its places lacks the description', () => {
  const document = said('id-a', 'id-a')
  const plan = planOf(document, [stored(document, [{ alt: 'A red dot' }])])
  expect(notesThatHold({ notes: [asks('a.png')], plan, pictures })).toEqual([asks('a.png')])
})

test('no picture is asked about in a section that is left out here', () => {
  const document = said('id-a')
  const plan = planOf(document, [stored(document, [], { retired: true })])
  expect(notesThatHold({ notes: [LOSS, asks('a.png')], plan, pictures })).toEqual([LOSS])
})

test('a document that cannot be planned keeps all notes', () => {
  const document = said('id-a')
  const plan = planOf(document, [], 'fr')
  expect(plan.problems).toHaveLength(1)
  expect(notesThatHold({ notes, plan, pictures })).toEqual(notes)
})
