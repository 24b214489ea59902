import { basename } from 'node:path'
import { changedPlaces } from '@/files/changedPlaces'
import { compareTexts, type TextDifference } from '@/files/compareTexts'
import { differenceReport } from '@/files/differenceReport'
import { readMarkdownText } from '@/files/readFileText'
import { translatorFor } from '@/messages/translate'
import { answerLines, type JsonRecord, type LineAnswer, textsIn } from './jsonLines'
import { complain, give } from './output'
import { readTexts, sayNotes } from './readTexts'
import { parseTextOptions, type TextOptions } from './textOptions'
import { HOW } from './usage'

/**
 * The differences between two files. Ends with 0 if there are none, 1 if there are some, 2 if they cannot be compared.
 */
export async function diffCommand(args: string[]): Promise<number> {
  const parsed = parseTextOptions(args)
  if (!parsed.ok) return complain(`${parsed.because}\n${HOW}`)
  const { options, paths } = parsed
  if (options.as === 'jsonl') return answerLines((record) => answerLine(record, options))
  const [before, after, ...others] = paths
  if (before === undefined || after === undefined || others.length > 0)
    return complain(`Name two files: diff BEFORE AFTER.\n${HOW}`)
  const read = await readTexts({ paths: [before, after], language: options.language })
  if (!read.ok) return complain(read.because)
  const [was, is] = read.texts
  if (!was || !is) throw new Error('Two files were read.')
  const difference = compareTexts({ before: was, after: is })
  const text = await shown({ difference, options, before, after })
  const failure = await give({ text, output: options.output })
  if (failure) return complain(failure)
  const problems = read.notes.filter(({ kind }) => kind === 'problem')
  for (const line of sayNotes(problems, options.language)) console.error(line)
  return difference.counts.changes > 0 || problems.length > 0 ? 1 : 0
}

type Shown = { difference: TextDifference; options: TextOptions; before: string; after: string }

async function shown({ difference, options, before, after }: Shown): Promise<string> {
  const { language, textLanguage } = options
  const t = translatorFor(language)
  switch (options.as) {
    case 'json': {
      const { frontMatter, body, counts, wordsMoved, limited } = difference
      const changes = changedPlaces({ difference, t })
      return `${JSON.stringify({ frontMatter, body, changes, counts: { ...counts, wordsMoved }, limited }, null, 2)}\n`
    }
    case 'html': {
      const { renderDifferencePage } = await import('@/files/renderPage')
      const names = namesOf([before, after])
      return renderDifferencePage({
        difference,
        before: names[0] ?? before,
        after: names[1] ?? after,
        language,
        textLanguage,
      })
    }
    default:
      return differenceReport({ difference, t })
  }
}

/** The names of files without their folders, if that distinguishes them. */
export function namesOf(paths: string[]): string[] {
  const names = paths.map((path) => basename(path))
  return new Set(names).size === names.length ? names : paths
}

function answerLine(record: JsonRecord, { language }: TextOptions): LineAnswer {
  const given = textsIn({ record, names: ['before', 'after'] })
  if (!given.ok) return given
  const [before = '', after = ''] = given.texts
  const difference = compareTexts({ before: readMarkdownText(before), after: readMarkdownText(after) })
  const { counts, wordsMoved, limited } = difference
  const words = { added: counts.wordsAdded, removed: counts.wordsRemoved, moved: wordsMoved }
  return {
    ok: true,
    answer: { changes: changedPlaces({ difference, t: translatorFor(language) }), words, limited },
  }
}
