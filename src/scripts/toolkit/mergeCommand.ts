import { mergeSummary } from '@/files/mergeReport'
import { countTakenOver, mergeTexts, type TextMerge, type ThreeTexts } from '@/files/mergeTexts'
import { readMarkdownText } from '@/files/readFileText'
import { writeMerge } from '@/files/writeFileText'
import { toLexical } from '@/lexical/toLexical'
import { translatorFor } from '@/messages/translate'
import { namesOf } from './diffCommand'
import { answerLines, type JsonRecord, type LineAnswer, textsIn } from './jsonLines'
import { complain, give } from './output'
import { readTexts, sayNotes } from './readTexts'
import { parseTextOptions, type TextOptions } from './textOptions'
import { HOW } from './usage'

/** Merges three files. Ends with 0 if everything was merged, 1 if there are conflicts, 2 for errors. */
export async function mergeCommand(args: string[]): Promise<number> {
  const parsed = parseTextOptions(args)
  if (!parsed.ok) return complain(`${parsed.because}\n${HOW}`)
  const { options, paths } = parsed
  if (options.as === 'jsonl') return answerLines(answerLine)
  if (paths.length !== 3) return complain(`Name three files: merge BASE OURS THEIRS.\n${HOW}`)
  const read = await readTexts({ paths, language: options.language })
  if (!read.ok) return complain(read.because)
  const [base, ours, theirs] = read.texts
  if (!base || !ours || !theirs) throw new Error('Three files were read.')
  const texts = { base, ours, theirs }
  const merge = mergeTexts(texts)
  const takenOver = countTakenOver({ texts, merge })
  const text = await shown({ texts, merge, takenOver, options, paths })
  const failure = await give({ text, output: options.output })
  if (failure) return complain(failure)
  const t = translatorFor(options.language)
  const problems = read.notes.filter(({ kind }) => kind === 'problem')
  for (const line of sayNotes(problems, options.language)) console.error(line)
  console.error(mergeSummary({ merge, takenOver, t }))
  if (merge.limited) console.error(t('diff.limited'))
  return merge.conflicts.length > 0 || problems.length > 0 ? 1 : 0
}

type Shown = { texts: ThreeTexts; merge: TextMerge; takenOver: number; options: TextOptions; paths: string[] }

async function shown({ texts, merge, takenOver, options, paths }: Shown): Promise<string> {
  const isLexical = texts.ours.kind === 'lexical'
  const { language, textLanguage } = options
  switch (options.as) {
    case 'json': {
      const { status, conflicts, checks, limited } = merge
      const merged = isLexical ? toLexical(merge.body.value) : writeMerge(merge)
      return `${JSON.stringify({ status, merged, conflicts, checks, limited }, null, 2)}\n`
    }
    case 'html': {
      const { renderMergePage } = await import('@/files/renderPage')
      const [base = '', ours = '', theirs = ''] = namesOf(paths)
      return renderMergePage({ merge, takenOver, base, ours, theirs, language, textLanguage })
    }
    default:
      return isLexical ? `${JSON.stringify(toLexical(merge.body.value), null, 2)}\n` : writeMerge(merge)
  }
}

function answerLine(record: JsonRecord): LineAnswer {
  const given = textsIn({ record, names: ['base', 'ours', 'theirs'] })
  if (!given.ok) return given
  const [base = '', ours = '', theirs = ''] = given.texts
  const merge = mergeTexts({
    base: readMarkdownText(base),
    ours: readMarkdownText(ours),
    theirs: readMarkdownText(theirs),
  })
  const { status, conflicts, checks, limited } = merge
  return { ok: true, answer: { merged: writeMerge(merge), conflicts, checks, status, limited } }
}
