import { type Block, block, type RichText, type Run, type TextRun, text } from '@/domain/richText/richText'
import { allBlocks } from '@/domain/richText/walk'
import type { Draw } from './draw'
import { plain } from './wordCounts'

/** A text after an edit, with words that are found nowhere else: those that came in, and those that went. */
export type Edited = { body: RichText; written: string[]; removed: string[] }

/** Gives words that no other text has. */
export type NewWord = () => string

type Edit = (given: { body: RichText; draw: Draw; newWord: NewWord }) => Edited | null

/** Changes a text at random places, as a person would who adapts it. */
export function editedAtRandom(given: { body: RichText; draw: Draw; newWord: NewWord; edits: number }): Edited {
  const { draw, newWord } = given
  const done: Edited = { body: given.body, written: [], removed: [] }
  for (let edit = 0; edit < given.edits; edit++) {
    const next = draw.one(EDITS)({ body: done.body, draw, newWord })
    if (!next) continue
    done.body = next.body
    done.written.push(...next.written)
    done.removed.push(...next.removed)
  }
  // There is always something that the country wrote.
  if (done.written.length === 0) {
    const last = addParagraph({ body: done.body, draw, newWord })
    return { body: last.body, written: last.written, removed: done.removed }
  }
  return done
}

/** Replaces one of these words of a block, as a person does who has another word for it; null if the block has none. */
export function replacedIn({
  body,
  id,
  words,
  newWord,
}: {
  body: RichText
  id: string
  words: readonly string[]
  newWord: NewWord
}): Edited | null {
  const known = allBlocks(body).find((one) => one.id === id)
  const word = words.find((one) => known?.runs.some((run) => run.type === 'text' && run.text.includes(one)))
  if (!known || !word) return null
  const written = newWord()
  const runs = known.runs.map(
    (run): Run => (run.type === 'text' ? { ...run, text: run.text.replace(word, written) } : run),
  )
  return { body: withBlock(body, known, () => [{ ...known, runs }]), written: [written], removed: [] }
}

/** A paragraph of new words. */
export function newParagraph(newWord: NewWord): { paragraph: Block; written: string[] } {
  const written = [newWord(), newWord()]
  return {
    paragraph: block('paragraph', { runs: [text(`Here the office ${written.join(' writes to the ')}.`)] }),
    written,
  }
}

function addParagraph({ body, draw, newWord }: Parameters<Edit>[0]): Edited {
  const { paragraph, written } = newParagraph(newWord)
  return { body: body.toSpliced(draw.below(body.length + 1), 0, paragraph), written, removed: [] }
}

const insertWord: Edit = ({ newWord, ...given }) => {
  const word = newWord()
  return inWords(given, ({ before, here, after }) => ({ line: joined(before, here, word, after), written: [word] }))
}

const removeWord: Edit = (given) =>
  inWords(given, ({ before, after }) => ({ line: joined(before, after), written: [] }), 'removes')

const replaceWord: Edit = ({ newWord, ...given }) => {
  const word = newWord()
  return inWords(given, ({ before, after }) => ({ line: joined(before, word, after), written: [word] }), 'removes')
}

const removeParagraph: Edit = ({ body, draw }) => {
  const candidates = [
    ...body.filter(({ kind }) => kind === 'paragraph'),
    ...body.filter(({ kind, children }) => kind === 'list' && children.length > 2).flatMap(({ children }) => children),
  ]
  if (body.length < 4 || candidates.length === 0) return null
  const gone = draw.one(candidates)
  const line = plain([gone])
  return { body: withBlock(body, gone, () => []), written: [], removed: line.length > 20 ? [line] : [] }
}

const moveParagraph: Edit = ({ body, draw }) => {
  if (body.length < 4) return null
  const moved = draw.one(body)
  const others = body.filter((one) => one !== moved)
  return { body: others.toSpliced(draw.below(others.length + 1), 0, moved), written: [], removed: [] }
}

const EDITS: readonly Edit[] = [
  insertWord,
  insertWord,
  removeWord,
  replaceWord,
  replaceWord,
  addParagraph,
  removeParagraph,
  moveParagraph,
]

type Words = { before: string; here: string; after: string }

/** Changes one word of a run; in a text without spaces, three characters. */
function inWords(
  { body, draw }: { body: RichText; draw: Draw },
  change: (words: Words) => { line: string; written: string[] },
  kind: 'removes' | 'adds' = 'adds',
): Edited | null {
  const places = allBlocks(body).flatMap((one) =>
    one.runs.filter(isLongEnough).map((run) => ({ one, run, words: wordsIn(run.text) })),
  )
  const inside = places.filter(({ words }) => words.length > 2)
  if (inside.length === 0) return null
  const { one, run, words } = draw.one(inside)
  const at = 1 + draw.below(words.length - 2)
  const [here = ''] = words.slice(at, at + 1)
  const [before, after] = [words.slice(0, at).join(''), words.slice(at + 1).join('')]
  const { line, written } = change({ before, here, after })
  const runs = one.runs.map((each): Run => (each === run ? { ...run, text: line } : each))
  // With its neighbours a removed word is found nowhere else.
  const gone = words
    .slice(Math.max(0, at - 2), at + 3)
    .join('')
    .trim()
  return {
    body: withBlock(body, one, (known) => [{ ...known, runs }]),
    written,
    removed: kind === 'removes' && gone.length > 16 ? [gone] : [],
  }
}

function isLongEnough(run: Run): run is TextRun {
  return run.type === 'text' && run.text.length > 10
}

/** The words of a line with the spaces after them, which make the line again. */
function wordsIn(line: string): string[] {
  return line.match(/\p{Script=Han}{1,3}|(?:(?!\p{Script=Han})\S)+\s*|\s+/gu) ?? []
}

/** Parts of a line with a space between two words, and none beside a script without spaces. */
function joined(...parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (line, part) =>
        line === '' || /[\s\p{Script=Han}]$/u.test(line) || /^[\s\p{Script=Han}]/u.test(part)
          ? line + part
          : `${line} ${part}`,
      '',
    )
}

function withBlock(body: RichText, target: Block, change: (known: Block) => Block[]): RichText {
  return body.flatMap((one) =>
    one === target ? change(one) : [{ ...one, children: withBlock(one.children, target, change) }],
  )
}
