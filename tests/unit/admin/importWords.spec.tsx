import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { readImportAnswer } from '@/admin/importing/importAnswer'
import { SectionDetail } from '@/admin/importing/SectionDetail'
import { SectionTree } from '@/admin/importing/SectionTree'
import { NO_CHOICES } from '@/admin/importing/sendDocument'
import { LANGUAGES, type Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { sayRefusal, translatorFor } from '@/messages/translate'

function shown(...given: Record<string, unknown>[]) {
  const sections = given.map((one, index) => ({
    index,
    key: `${index}`,
    number: '1',
    title: 'A',
    decisions: [],
    ...one,
  }))
  const answer = readImportAnswer({ ok: true, result: { sections } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  const [section] = answer.preview.sections
  return { preview: answer.preview, section: section ?? expect.fail() }
}

function treeIn(language: Language, ...given: Record<string, unknown>[]): string {
  return renderToStaticMarkup(
    <SectionTree
      sections={shown(...given).preview.sections}
      chosen={null}
      resolutions={{}}
      pageLanguage={language}
      t={translatorFor(language)}
      onChoose={() => {}}
    />,
  )
}

function foundIn(language: Language, how: string): string {
  const html = renderToStaticMarkup(
    <SectionDetail
      {...shown({ status: 'changed', how, alike: 8, differences: {} })}
      choices={NO_CHOICES}
      isWriting={false}
      ownWords={{ of: () => undefined, type: () => {} }}
      language={language}
      pageLanguage={language}
      t={translatorFor(language)}
      onAnswer={() => {}}
      onPair={() => {}}
    />,
  )
  return (
    /class="panel wash found"><p>(.*?)<\/p>/
      .exec(html)?.[1]
      ?.replace(/<[^>]+>/g, '')
      .trim() ?? expect.fail(html)
  )
}

/** “Folder” in each language. The form has no field for one. */
const FOLDER = { en: /folder/i, fr: /dossier/i, es: /carpeta/i, it: /cartella/i, el: /φάκελο/i, de: /ordner/i }

it.each(LANGUAGES)('the messages about files do not ask for a folder in the form, in "%s"', (language) => {
  const about = ['no-files', 'no-documents', 'folder-too-large', 'word-one-at-a-time'] as const
  const said = about.map((key) => catalogues[language][`import.${key}`])
  expect(said.filter((one) => one === undefined || FOLDER[language].test(one))).toEqual([])
})

it.each(LANGUAGES)('a section that is too large gets one advice, wherever that is found, in "%s"', (language) => {
  const advice = (key: 'import.section-too-long' | 'import.section-too-large') =>
    translatorFor(language)(key, { title: 'A', count: 2, limit: 1, percent: 2 }).split('. ').slice(-2)
  expect(advice('import.section-too-long')).toEqual(advice('import.section-too-large'))
  // A lower level of headings can be chosen only where the preview offers one.
  expect(advice('import.section-too-long')[0]).toMatch(/^(?:If|Si|Se|Αν|Wird) /)
})

it.each(['import.section-too-long', 'import.section-too-large', 'import.section-line-too-long'] as const)(
  'a long title is quoted up to the end of a word, with “…”: %s',
  (key) => {
    const quoted = (title: string) =>
      /“(.*?)”/.exec(sayRefusal('en', { key, params: { title, field: 'title', count: 2, limit: 1, percent: 2 } }))?.[1]
    expect(quoted('x'.repeat(100))).toBe('x'.repeat(100))
    expect(quoted('x'.repeat(101))).toBe(`${'x'.repeat(100)}…`)
    expect(quoted(`${'x'.repeat(99)}😀`)).toBe(`${'x'.repeat(99)}…`)
    expect(quoted('word '.repeat(30))).toBe(`${'word '.repeat(20)}…`)
    expect(quoted('longer '.repeat(30))).toBe(`${'longer '.repeat(14)}…`)
  },
)

describe('the list of sections', () => {
  it('marks one section in the singular', () => {
    expect(treeIn('fr', { status: 'new' })).toContain('Nouvelle<')
    expect(treeIn('es', { status: 'changed' })).toContain('Modificada<')
    expect(treeIn('it', { status: 'same', moved: true })).toContain('Spostata<')
    expect(treeIn('el', { status: 'changed' })).toContain('Άλλαξε<')
  })

  it('names a part once, and counts the changes in it', () => {
    const part = treeIn(
      'en',
      { number: '5', title: 'Shelter', status: 'new', words: 0 },
      { number: '5.1', title: 'One', status: 'new', words: 3 },
      { number: '5.2', title: 'Two', status: 'same', words: 1 },
    )
    expect(part.split('Shelter')).toHaveLength(2)
    expect(part).toContain('5 Shelter <span class="w">2 changes</span>')
    expect(part).toContain('<span class="name">The part itself</span>')
    expect(treeIn('en', { title: 'Shelter', status: 'new' })).toContain('<span class="name">Shelter</span>')
  })

  it.each(LANGUAGES)('writes numbers as the page does, whatever the language of the browser, in "%s"', (language) => {
    const number = new Intl.NumberFormat(language).format(28_800)
    expect(treeIn(language, { status: 'same', words: 28_800 })).toContain(`aria-hidden="true">${number}<`)
  })
})

describe('the sentences on how a section was recognised', () => {
  it.each(LANGUAGES)('are two sentences, without a semicolon, in "%s"', (language) => {
    for (const how of ['slug', 'title', 'content', 'place'])
      expect(foundIn(language, how)).toMatch(/^[^:;]+: [^.;]+\. \p{Lu}?[^.;]+\.$/u)
  })

  it('name the feature with its preposition', () => {
    expect(foundIn('el', 'title')).toBe('Πώς αναγνωρίστηκε: από τον τίτλο της. Το 8% των λέξεων είναι ίδιο.')
    expect(foundIn('de', 'title')).toBe('Woran erkannt: an seinem Titel. 8\u00a0% der Wörter sind gleich.')
  })
})

it.each(LANGUAGES)('the size of a section is written as a number of the language, in "%s"', (language) => {
  const said = translatorFor(language)('import.section-too-long', { title: 'A', count: 55_001, limit: 30_000 })
  const { format } = new Intl.NumberFormat(language)
  expect(said).toContain(format(55_001))
  expect(said).toContain(format(30_000))
})
