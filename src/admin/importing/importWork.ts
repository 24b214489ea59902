import type { ShownPreview } from './importAnswer'
import { type Answered, type Choices, NO_CHOICES } from './sendDocument'

/** What a person chooses in a preview: at which headings sections begin, what belongs together, what stands. */
export type Chosen = { level: string; choices: Choices }

/**
 * The work on one document: the preview that is shown with what it was made from, and what a new one is asked for, while
 * that question is open. What is imported is what was shown: never what was only asked for.
 */
export type ImportWork = {
  shown: { preview: ShownPreview; chosen: Chosen } | null
  asked: Chosen | null
}

export const NO_WORK: ImportWork = { shown: null, asked: null }
const NOTHING: Chosen = { level: '', choices: NO_CHOICES }

/** A new preview is asked for. */
export function asking(work: ImportWork, chosen: Chosen): ImportWork {
  return { ...work, asked: chosen }
}

/** The new preview has come, and is shown with what it was made from. */
export function answered({ asked, shown }: ImportWork, preview: ShownPreview): ImportWork {
  return { shown: { preview, chosen: asked ?? shown?.chosen ?? NOTHING }, asked: null }
}

/** No new preview comes: it was stopped, or refused. The former one holds, with what it was made from. */
export function unanswered(work: ImportWork): ImportWork {
  return { ...work, asked: null }
}

/** What the controls of a preview show: while a question is open, what was asked. */
export function chosenIn({ asked, shown }: ImportWork): Chosen {
  return asked ?? shown?.chosen ?? NOTHING
}

/** Is more chosen than the document and where it goes, so that something is lost with the preview? */
export function hasChoices(work: ImportWork): boolean {
  const { pairs, resolutions } = chosenIn(work).choices
  return Object.keys(pairs).length + Object.keys(resolutions).length > 0
}

/** What was said, with the own words that were typed by now, whether they were asked about or not. */
export function withTyped({ choices, typed }: { choices: Choices; typed: Readonly<Record<string, string>> }): Choices {
  const resolutions = Object.entries(choices.resolutions).map(([id, said]): [string, Answered] => {
    const text = typed[id]
    return [id, typeof said === 'object' && text !== undefined ? { text } : said]
  })
  return { ...choices, resolutions: Object.fromEntries(resolutions) }
}

/** The answers that were given to questions of one preview that another, made later, does not ask as they were. */
export function answersLost({
  before,
  after,
  choices: { resolutions },
}: {
  before: ShownPreview
  after: ShownPreview
  choices: Choices
}): Answered[] {
  const still = questionsIn(after)
  return [...questionsIn(before)].flatMap((id) => (still.has(id) ? [] : (resolutions[id] ?? [])))
}

function questionsIn({ sections, gone }: ShownPreview): Set<string> {
  return new Set([
    ...sections.flatMap(({ decisions, stays }) => [
      ...decisions.map(({ id }) => id),
      ...(stays === null ? [] : [stays]),
    ]),
    ...gone.map(({ id }) => id),
  ])
}
