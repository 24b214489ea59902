import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LANGUAGES, type Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { usedKeys } from './usedKeys'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** TYPE.literal of the parser, which intl-messageformat does not export. */
const LITERAL = 0

const folder = fileURLToPath(new URL('../../src/messages/', import.meta.url))
const NAMESPACES = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
const OTHERS = LANGUAGES.filter((language) => language !== 'en')

describe.each(NAMESPACES)('the messages in "%s"', (namespace) => {
  const english = messagesIn({ namespace, language: 'en' })

  it.each(OTHERS)('are the same in English and in "%s"', (language) => {
    const keys = Object.keys(messagesIn({ namespace, language }))
    expect(keys.toSorted()).toEqual(Object.keys(english).toSorted())
  })

  it.each(LANGUAGES)('can all be parsed as patterns in "%s"', (language) => {
    const broken = Object.entries(messagesIn({ namespace, language })).filter(
      ([, pattern]) => argumentsOf({ pattern, language }) === null,
    )
    expect(broken).toEqual([])
  })

  it.each(OTHERS)('have the same parameters in English and in "%s"', (language) => {
    const different = Object.entries(messagesIn({ namespace, language })).flatMap(([key, pattern]) => {
      const ours = argumentsOf({ pattern, language })
      const inEnglish = argumentsOf({ pattern: english[key] ?? pattern, language: 'en' })
      return String(ours) === String(inEnglish) ? [] : [{ key, ours, inEnglish }]
    })
    expect(different).toEqual([])
  })

  it.each(LANGUAGES)('are never empty in "%s"', (language) => {
    const empty = Object.entries(messagesIn({ namespace, language })).filter(([, pattern]) => pattern.trim() === '')
    expect(empty).toEqual([])
  })

  it.each(LANGUAGES)('have keys that start with the namespace in "%s"', (language) => {
    const keys = Object.keys(messagesIn({ namespace, language }))
    expect(keys.filter((key) => !key.startsWith(`${namespace}.`))).toEqual([])
  })
})

describe.each(LANGUAGES)('the whole catalogue in "%s"', (language) => {
  const keys = NAMESPACES.flatMap((namespace) => Object.keys(messagesIn({ namespace, language })))

  it('has each key in one namespace only', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('has the messages of every namespace', () => {
    expect(Object.keys(catalogues[language]).toSorted()).toEqual([...new Set(keys)].toSorted())
  })
})

describe('the sources', () => {
  it('use every message', () => {
    const said = usedKeys()
    const keys = new Set(said.filter((one) => typeof one === 'string'))
    const patterns = said.filter((one) => typeof one !== 'string')
    const unused = NAMESPACES.flatMap((namespace) => Object.keys(messagesIn({ namespace, language: 'en' }))).filter(
      (key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
    // Reading the types takes some seconds.
  }, 120_000)
})

function messagesIn({ namespace, language }: { namespace: string; language: Language }): Record<string, string> {
  const text = readFileSync(`${folder}${namespace}/${language}.json`, 'utf8')
  return z.record(z.string(), z.string()).parse(JSON.parse(text))
}

/** The names of the parameters anywhere in a pattern; null if it is not a pattern. */
function argumentsOf({ pattern, language }: { pattern: string; language: Language }): string[] | null {
  try {
    // The same options as in translate.ts: "<" is a character, not a tag.
    const format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true })
    return [...new Set(format.getAst().flatMap(namesIn))].toSorted()
  } catch {
    return null
  }
}

function namesIn(element: Element): string[] {
  // Literal text has a value too but is not an argument; "#" has none.
  if (!('value' in element) || element.type === LITERAL) return []
  const inside =
    'options' in element ? Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn)) : []
  return [element.value, ...inside]
}
