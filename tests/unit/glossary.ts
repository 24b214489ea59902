import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { saidWords } from './saidWords'

const pattern = z.string().transform((source) => new RegExp(source, 'u'))
/** A word may begin a sentence. */
const inAnyCase = z.string().transform((source) => new RegExp(source, 'iu'))

const concept = z.strictObject({
  /** English messages that match this are about the concept. */
  english: inAnyCase,
  /** The name of the concept. */
  terms: z.record(z.enum(LANGUAGES), z.string()),
  /** What a message about it must match: the term in its forms, and other accepted words for it. */
  forms: z.record(z.enum(LANGUAGES).exclude(['en']), inAnyCase),
  /** What no message, label or sample text may say. */
  never: z.partialRecord(z.enum(LANGUAGES), pattern).default({}),
  /** Messages that match `english` but are about something else, with what it is. */
  except: z.record(z.string(), z.string()).default({}),
  /** Must the sample texts follow it? */
  sample: z.boolean().default(false),
})

export type Concept = z.infer<typeof concept>

/** A text in one language, with its location. */
export type Said = { where: string; language: Language; words: string }

export const glossary: Record<string, Concept> = z
  .record(z.string(), concept)
  .parse(JSON.parse(readFileSync('src/messages/glossary.json', 'utf8')))

export const messages: Said[] = LANGUAGES.flatMap((language) =>
  Object.entries(catalogues[language]).map(([key, message]) => ({
    where: key,
    language,
    words: saidWords({ pattern: message, language }),
  })),
)

/** Labels in the code of the collections instead of the catalogues: one object with a word for each language. */
export const labels: Said[] = filesBelow('collections', '.ts').flatMap(({ path, text }) =>
  [...text.matchAll(/\{[^{}]*\ben: '[^{}]*\}/g)].flatMap(([object], at) =>
    [...object.matchAll(/\b(en|fr|es|it|el|de):\s*(?:'([^'\n]*)'|"([^"\n]*)")/g)].flatMap(
      ([, language, single, double]) =>
        isLanguage(language) ? [{ where: `${path} ${at}`, language, words: single ?? double ?? '' }] : [],
    ),
  ),
)

const SAMPLE = 'src/scripts/demo/content'

/** Lines at the top of a file that hold values of the product and no words. */
const VALUES = /^(?:slug|order|audiences|stages|policy|section|mode|reason|after): .*$/gm

/** The sample texts: the English ones, and their versions in another language under the same name. */
export const sample: Said[] = filesBelow(SAMPLE, '.md').flatMap(({ path, text }) => {
  const [, before = '', language = '', name = ''] = /^(.*?)\/?(en|fr|es|it|el|de)\/(.*)$/.exec(path) ?? []
  return isLanguage(language) ? [{ where: `${before}/${name}`, language, words: text.replace(VALUES, '') }] : []
})

/** The places where a text should use the term, because its English does, but uses another word. */
export function misnamed({ of, texts }: { of: Concept; texts: readonly Said[] }): string[] {
  const english = new Set(
    texts.filter(({ language, words }) => language === 'en' && of.english.test(words)).map(({ where }) => where),
  )
  return texts.flatMap(({ where, language, words }) => {
    if (language === 'en' || !english.has(where) || where in of.except) return []
    return of.forms[language].test(words) ? [] : [`${language} ${where}: ${words.slice(0, 200)}`]
  })
}

/** The places where a text uses a forbidden word. */
export function forbidden({ of, texts }: { of: Concept; texts: readonly Said[] }): string[] {
  return texts.flatMap(({ where, language, words }) => {
    const found = of.never[language]?.exec(words)
    return found ? [`${language} ${where}: ${found[0]}`] : []
  })
}

function filesBelow(folder: string, ending: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }))
}
