import { expect, it } from 'vitest'
import type { Entry } from '@/admin/history/entries'
import { sayEntry } from '@/admin/history/sayEntry'
import type { RevisionChange } from '@/domain/revisions'
import { block, text } from '@/domain/richText/richText'
import type { Mode } from '@/domain/section'
import { translatorFor } from '@/messages/translate'

const say = translatorFor('en')
const state: Entry['state'] = {
  ...{ mode: 'inherit', retired: false, reason: null, explanation: {}, sources: '', changeReasons: [], place: '' },
  content: {
    ...{ key: 'k', title: {}, summary: {}, body: {}, addition: {} },
    ...{ audiences: [], stages: [], policy: 'free', guidance: {} },
  },
}
const NO_BLOCKS = { blocksAdded: 0, blocksRemoved: 0, blocksMoved: 0, reformatted: 0 }
const counts = { ...{ changes: 1, wordsAdded: 2, wordsRemoved: 0 }, ...NO_BLOCKS }
const words = (field: 'title' | 'addition', language: 'el' | 'fr'): RevisionChange => {
  return { kind: 'words', field, language, counts }
}

const said = (did: string, changes: RevisionChange[], translated: string[] = ['el']) =>
  sayEntry({ entry: { rev: 2, at: '', by: null, as: null, did, document: { translated }, state, changes }, say })

it.each([
  ['only translated words', 'save-national-section', [words('title', 'el')], true],
  ['the same words, from an older save', 'translate-section', [words('title', 'el')], true],
  ["words of the country's own", 'save-national-section', [words('title', 'fr')], false],
  ['a translation and an addition', 'save-national-section', [words('title', 'el'), words('addition', 'el')], false],
  ['nothing that readers see', 'save-national-section', [], false],
] as const)('a save is called a translation if it changed only a translation: %s', (_, did, changes, isSaid) => {
  expect(said(did, [...changes]).startsWith(say('history.did.translate-section'))).toBe(isSaid)
})

it('says that somebody confirmed a translation, and not that nothing changed', () => {
  expect(said('settle-translation', [])).toBe('Translation confirmed as still right')
  expect(said('pause-section', [])).toBe('Saved without a change to the text')
})

it('names the words that were written when a section is used again, and not those that readers lost before', () => {
  const use = (before: Mode, after: Mode): RevisionChange => ({ kind: 'mode', before, after })
  const written = words('title', 'el')
  expect(said('save-national-section', [use('omit', 'adapt'), written])).toContain('2 words added')
  expect(said('omit-section', [use('adapt', 'omit'), written])).not.toContain('words')
  expect(said('bring-back-section', [use('omit', 'inherit'), written])).toContain('2 words added')
})

it('names the part that lost its rule, before what became of its words', () => {
  const lost: RevisionChange = {
    ...{ kind: 'rule', is: 'gone', demand: 'fixed', field: 'body' },
    block: block('paragraph', { id: 'a', runs: [text('Danger now.')] }),
  }
  expect(said('import-toolkit', [lost])).toBe('Imported: Rule removed: “Danger now.”: Fixed')
  expect(said('save-section', [{ ...lost, is: 'back', field: 'title', block: null }])).toBe(
    'Rule brought back: Title: Fixed',
  )
})
