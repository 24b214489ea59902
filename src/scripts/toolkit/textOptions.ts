import { parseArgs } from 'node:util'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'

/** How a command on texts should answer. */
export type TextOptions = {
  as: 'text' | 'json' | 'html' | 'jsonl'
  output: string | undefined
  /** The language of our messages, and of the texts. */
  language: Language
  textLanguage: Language
}

export type ParsedOptions = { ok: true; options: TextOptions; paths: string[] } | { ok: false; because: string }

/** The options, or what is wrong with them. */
export function parseTextOptions(args: string[]): ParsedOptions {
  const parsed = parsedArgs(args)
  if (!parsed.ok) return parsed
  const { values, positionals: paths } = parsed
  const forms = (['json', 'html', 'jsonl'] as const).filter((form) => values[form])
  if (forms.length > 1)
    return { ok: false, because: `Choose one of ${forms.map((form) => `--${form}`).join(' and ')}.` }
  const language = values.language ?? 'en'
  const textLanguage = values['text-language'] ?? language
  for (const one of [language, textLanguage]) {
    if (!isLanguage(one))
      return { ok: false, because: `"${one}" is not a language of this tool. Languages are: ${LANGUAGES.join(', ')}.` }
  }
  if (!isLanguage(language) || !isLanguage(textLanguage)) return { ok: false, because: 'There is no such language.' }
  const [form = 'text'] = forms
  if (form === 'jsonl' && paths.length > 0)
    return { ok: false, because: 'With --jsonl the texts come from standard input: name no files.' }
  if (form === 'jsonl' && values.output !== undefined)
    return { ok: false, because: 'With --jsonl the answers go to standard output: leave --output out, and use ">".' }
  return { ok: true, options: { as: form, output: values.output, language, textLanguage }, paths }
}

function parsedArgs(args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        html: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        output: { type: 'string' },
        language: { type: 'string' },
        'text-language': { type: 'string' },
      },
    })
    return { ok: true as const, ...parsed }
  } catch (error) {
    return { ok: false as const, because: error instanceof Error ? error.message : String(error) }
  }
}
