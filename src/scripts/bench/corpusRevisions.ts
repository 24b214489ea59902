import { applyRichText, countChanges, diffRichText, type RichTextDifference } from '@/domain/diff/diff'
import type { RichText } from '@/domain/richText/richText'
import { countWords } from '@/domain/words/tokens'
import { writeAsWritten } from '@/export/markdown/writeAsWritten'
import { readAsWritten } from '@/import/markdown/readAsWritten'
import { type CorpusRevision, corpusRevisions } from './corpus'
import { differingStretch } from './differingStretch'
import { wordDiffByGit } from './git'
import { markdownTable, milliseconds, type Target, target } from './target'

type Judged = {
  id: string
  path: string
  /**
   * Where applying all changes does not give the new text, or applying none does not give the old one; null if both do.
   */
  missesNew: string | null
  missesOld: string | null
  marked: { ours: number; git: number }
  limited: boolean
  milliseconds: number
}

/** Real revisions: whether our difference leads from the old text to the new one, and how many words it marks. */
export function compareOnRevisions({ say, show }: { say: (text: string) => void; show: number }): Target[] {
  const judged = corpusRevisions().map(judge)
  const sum = (of: (one: Judged) => number): number => judged.reduce((total, one) => total + of(one), 0)
  const slowest = Math.max(...judged.map((one) => one.milliseconds))
  const wrong = judged.filter((one) => one.missesNew !== null || one.missesOld !== null)
  const marked = { ours: sum((one) => one.marked.ours), git: sum((one) => one.marked.git) }
  say('\n### Real revisions\n')
  say(
    markdownTable({
      head: ['Revisions', ''],
      rows: [
        ['All', `${judged.length}`],
        ['Making all changes gives the new text', `${judged.filter((one) => one.missesNew === null).length}`],
        ['Making none gives the old text', `${judged.filter((one) => one.missesOld === null).length}`],
        ['Words marked by ours', `${marked.ours}`],
        ['Words marked by git’s word diff', `${marked.git}`],
        ['Fewer by ours, in', `${judged.filter((one) => one.marked.ours < one.marked.git).length}`],
        ['More by ours, in', `${judged.filter((one) => one.marked.ours > one.marked.git).length}`],
        ['Limited', `${judged.filter((one) => one.limited).length}`],
        ['Time of all', milliseconds(sum((one) => one.milliseconds))],
        ['Slowest', milliseconds(slowest)],
      ],
    }),
  )
  for (const { id, path, missesNew, missesOld } of wrong.slice(0, show)) {
    if (missesNew !== null) say(`\n#### all changes do not give the new text: ${id} ${path}\n${missesNew}`)
    if (missesOld !== null) say(`\n#### no changes do not give the old text: ${id} ${path}\n${missesOld}`)
  }
  const excess = judged.toSorted((one, other) => excessOf(other) - excessOf(one)).slice(0, show)
  for (const one of excess.filter((each) => excessOf(each) > 0)) {
    say(`\n#### more marked than by git (${one.marked.ours} for ${one.marked.git}): ${one.id} ${one.path}`)
  }
  return [
    target({
      what: 'Revisions: all changes made give the new text',
      measured: judged.filter((one) => one.missesNew === null).length,
      least: judged.length,
      show: String,
    }),
    target({
      what: 'Revisions: marked words, at most those of git’s word diff',
      measured: marked.ours,
      most: marked.git,
      show: String,
    }),
  ]
}

function excessOf({ marked }: Judged): number {
  return marked.ours - marked.git
}

function judge({ id, path, old, new: now }: CorpusRevision): Judged {
  const before = readAsWritten(old)
  const after = readAsWritten(now)
  const started = performance.now()
  const frontMatter = diffRichText({ before: before.frontMatter, after: after.frontMatter })
  const blocks = diffRichText({ before: before.blocks, after: after.blocks })
  const took = performance.now() - started
  const made = (accept: () => boolean): string =>
    writeAsWritten({ frontMatter: withChanges(frontMatter, accept), blocks: withChanges(blocks, accept) })
  const byGit = wordDiffByGit({ before: old, after: now })
  return {
    id,
    path,
    missesNew: missed({ found: made(() => true), expected: writeAsWritten(after) }),
    missesOld: missed({ found: made(() => false), expected: writeAsWritten(before) }),
    marked: {
      ours: markedIn(frontMatter) + markedIn(blocks),
      git: [...byGit.added, ...byGit.removed].reduce((sum, text) => sum + countWords(text), 0),
    },
    limited: frontMatter.limited || blocks.limited,
    milliseconds: took,
  }
}

function missed(two: { found: string; expected: string }): string | null {
  return two.found === two.expected ? null : differingStretch(two)
}

function withChanges({ blocks, moveSources }: RichTextDifference, accept: () => boolean): RichText {
  return applyRichText({ change: { blocks, moveSources }, accept })
}

function markedIn({ status, blocks, moveSources }: RichTextDifference): number {
  const { wordsAdded, wordsRemoved } = countChanges([{ field: '', kind: 'richText', status, blocks, moveSources }])
  return wordsAdded + wordsRemoved
}
