import type { ShownPreview } from './importAnswer'
import { type Answered, type Choices, NO_CHOICES } from './sendDocument'

/**
 * What a person chooses in a preview: the level of headings at which sections begin, the pairs, and the answers to
 * conflicts.
 */
export type Chosen = { level: string; choices: Choices }

/**
 * The work on one document: the preview that is shown with its input, and the input of a new one while it is requested.
 * What was shown is imported, and never what was only requested.
 */
export type ImportWork = {
  shown: { preview: ShownPreview; chosen: Chosen } | null
  asked: Chosen | null
}

export const NO_WORK: ImportWork = { shown: null, asked: null }
const NOTHING: Chosen = { level: '', choices: NO_CHOICES }

/** A new preview is requested. */
export function asking(work: ImportWork, chosen: Chosen): ImportWork {
  return { ...work, asked: chosen }
}

/** The new preview has arrived, and is shown with its input. */
export function answered({ asked, shown }: ImportWork, preview: ShownPreview): ImportWork {
  return { shown: { preview, chosen: asked ?? shown?.chosen ?? NOTHING }, asked: null }
}

/** No new preview arrives: it was cancelled or refused. The earlier one stays, with its input. */
export function unanswered(work: ImportWork): ImportWork {
  return { ...work, asked: null }
}

/** What the controls of a preview show: while a request is open, its input. */
export function chosenIn({ asked, shown }: ImportWork): Chosen {
  return asked ?? shown?.chosen ?? NOTHING
}

/** Is more chosen than the document and its target, so that something would be lost with the preview? */
export function hasChoices(work: ImportWork): boolean {
  const { pairs, resolutions } = chosenIn(work).choices
  return Object.keys(pairs).length + Object.keys(resolutions).length > 0
}

/** The answers, with the own words typed so far, whether or not they were sent. */
export function withTyped({ choices, typed }: { choices: Choices; typed: Readonly<Record<string, string>> }): Choices {
  const resolutions = Object.entries(choices.resolutions).map(([id, said]): [string, Answered] => {
    const text = typed[id]
    return [id, typeof said === 'object' && text !== undefined ? { text } : said]
  })
  return { ...choices, resolutions: Object.fromEntries(resolutions) }
}

/** The answers to questions of one preview that a later one does not ask in the same form. */
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
