import { greekWords } from '@collections/payloadInGreek'
import { editorInGreek } from '@collections/richText/editorInGreek'
import { en } from '@payloadcms/translations/languages/en'
import { expect, test } from 'vitest'
import { configWithEditor } from './payloadEditor'

/** The texts of a tree of messages by path: `heading.label`. */
function textsOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]])
  return new Map(
    Object.entries(words ?? {}).flatMap(([key, value]) => [...textsOf(value, path ? `${path}.${key}` : key)]),
  )
}

/** The placeholders in a text: `{{label}}`, `<0>`. */
function placesIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/\{\{.*?\}\}|<\/?\d>/g)].map(([place]) => place).sort()
}

test('the editor has a Greek text for each English text of its features', async () => {
  const { translations } = (await configWithEditor()).i18n
  const english = textsOf((translations as { en?: { lexical?: unknown } }).en?.lexical)
  const greek = textsOf(editorInGreek)
  expect(english.size).toBeGreaterThan(15)
  expect([...greek.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [path, text] of greek) expect([path, placesIn(text)]).toEqual([path, placesIn(english.get(path))])
})

test('Payload’s Greek texts have the placeholders of the English ones', () => {
  const english = textsOf(en.translations)
  for (const [path, text] of textsOf(greekWords))
    expect([path, placesIn(text)]).toEqual([path, placesIn(english.get(path))])
})

test('the translated texts contain no English', () => {
  for (const text of [...textsOf(greekWords).values(), ...textsOf(editorInGreek).values()])
    expect(text.replace(/\{\{.*?\}\}|<\/?\d>/g, '')).not.toMatch(/[A-Za-z]/)
})
