import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'
import { saidWords } from './saidWords'

/** The matches in a message: its key and its text. */
function saying({ language, mark }: { language: Language; mark: RegExp }): string[] {
  return Object.entries(catalogues[language]).flatMap(([key, pattern]) => {
    const words = saidWords({ pattern, language })
    return mark.test(words) ? [`${key}: ${words}`] : []
  })
}

describe.each(LANGUAGES)('a message in "%s"', (language) => {
  it('has curved apostrophes and quotation marks, except in code', () => {
    const straight = saying({ language, mark: /\p{L}'\p{L}|"/u })
    expect(straight.filter((one) => !one.includes('name="…"'))).toEqual([])
  })

  it('ends an unfinished message with one ellipsis character, with a space before it only in German', () => {
    expect(saying({ language, mark: /\.\.\./ })).toEqual([])
    const goesOn = language === 'de' ? /\p{L}…$/u : /(?<![\d,]) …$/
    expect(saying({ language, mark: goesOn })).toEqual([])
  })

  it('has the quotation marks of the language', () => {
    const others = { en: /[«»„]/, fr: /[“”„]/, es: /[“”„]/, it: /[“”„]/, el: /[“”„]/, de: /[«»”]|“[^“„]*“(?!.*„)/ }
    expect(saying({ language, mark: others[language] })).toEqual([])
  })
})

it.each(LANGUAGES)(
  'a percentage has a no-break space before its sign in French, Spanish and German alone: "%s"',
  (language) => {
    const isSpaced = ['fr', 'es', 'de'].includes(language)
    expect(saying({ language, mark: isSpaced ? /[^\u00a0]%/u : /\s%/u })).toEqual([])
  },
)

it('a Spanish question has both question marks', () => {
  expect(saying({ language: 'es', mark: /(?:^|[.:] )[^¿.:]*\?/ })).toEqual([])
})

it('a Greek question ends in the Greek question mark, which is used nowhere else', () => {
  // The Greek question mark is written as a semicolon; U+037E looks the same but is another character. A semicolon
  // between clauses is “·”.
  expect(saying({ language: 'el', mark: /[?\u037e]|;(?=\s+\p{Ll})/u })).toEqual([])
})

describe('in French', () => {
  it('does not break lines before a colon or question mark, or inside quotation marks', () => {
    const broken = Object.entries(catalogues.fr).filter(([, said]) => / [:;?!»](?:\s|$)|« /.test(said))
    expect(broken).toEqual([])
  })

  it('the colons of a block in a Markdown file are not changed', () => {
    expect(catalogues.fr['import.directive-open']).toContain(' :::')
  })

  it('a text is not bold any more', () => {
    const say = translatorFor('fr')
    expect(say('diff.format.not', { format: say('diff.format.bold') })).toBe('n’est plus en gras')
  })

  it('the sample texts have curved apostrophes and no-break spaces', () => {
    const folder = 'src/scripts/demo/content'
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\/fr\/.*\.md$/.test(path),
    )
    expect(paths.length).toBeGreaterThan(0)
    const lines = paths.flatMap((path) =>
      readFileSync(`${folder}/${path}`, 'utf8')
        .split('\n')
        .filter((line) => /\p{L}'\p{L}| [:;?!»](?:[\s"|]|$)|« /u.test(line) && !/^\|[ :|-]+$/.test(line))
        .map((line) => `${path}: ${line}`),
    )
    expect(lines).toEqual([])
  })
})
