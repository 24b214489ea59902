import type { GivenAnswers } from '@/domain/merge/merge'
import type { Reason } from '@/domain/section'
import type { MessageKey } from '@/messages/catalogues'
import type { ShownFile, ShownTaken } from './takenAnswer'

/** What a person chose for one section: to leave it, or why it differs. */
export type TakenChoice = { isLeft?: boolean; reason?: Reason | ''; explanation?: string }

/** By the key of the section; where nothing was chosen yet, it is not in it. */
export type TakenChoices = Readonly<Record<string, TakenChoice>>

/** What was chosen so far, and the answers to the conflicts. */
export type Chosen = { choices: TakenChoices; answers: GivenAnswers }

/** Can the changes of the section be taken over, now or after a decision? */
export function isPossible({ because, decisions, isSomething }: ShownTaken, answers: GivenAnswers): boolean {
  return because.length === 0 && (isSomething || decisions.some(({ id }) => answers[id] === undefined))
}

/** Is the section left as it is here? */
export function isLeft({ leftBecause }: ShownTaken, choice: TakenChoice | undefined): boolean {
  return choice?.isLeft ?? leftBecause !== null
}

/**
 * The choices after one more for a section: what is left or taken over with it is so too. One that is left for a reason of its own is
 * taken over only where that is said.
 */
export function withChoice({
  sections,
  choices,
  key,
  choice,
}: {
  sections: readonly ShownTaken[]
  choices: TakenChoices
  key: string
  choice: TakenChoice
}): TakenChoices {
  const next = { ...choices, [key]: { ...choices[key], ...choice } }
  const group = sections.find((section) => section.key === key)?.group ?? null
  if (group === null || choice.isLeft === undefined) return next
  const { isLeft } = choice
  const follows = ({ leftBecause }: ShownTaken) => isLeft || leftBecause === null || leftBecause === 'moved'
  const together = sections.filter((section) => section.group === group && (section.key === key || follows(section)))
  return { ...next, ...Object.fromEntries(together.map(({ key }) => [key, { ...next[key], isLeft }])) }
}

/** The sections that are taken over. */
export function takenSections({ sections }: ShownFile, { answers, choices }: Chosen): ShownTaken[] {
  return sections.filter((section) => isPossible(section, answers) && !isLeft(section, choices[section.key]))
}

/** What a person must still do before the sections can be stored, and with which section. */
export function stillOpen({
  taken,
  choices,
  answers,
}: Chosen & { taken: readonly ShownTaken[] }): { key: MessageKey & `editor.word.${string}`; section?: ShownTaken }[] {
  if (taken.length === 0) return [{ key: 'editor.word.none-chosen' }]
  return taken.flatMap((section) => [
    ...(section.decisions.some(({ id }) => answers[id] === undefined)
      ? [{ key: 'editor.word.still-open' as const, section }]
      : []),
    ...(section.asksReason && !choices[section.key]?.reason
      ? [{ key: 'editor.word.reason-open' as const, section }]
      : []),
  ])
}

/** The chosen sections as the server takes them. */
export function chosenSections(taken: readonly ShownTaken[], choices: TakenChoices) {
  return taken.map(({ key, seen, asksReason }) => {
    const { reason, explanation } = choices[key] ?? {}
    return { key, seen, ...(asksReason && reason ? { reason, explanation: explanation ?? '' } : {}) }
  })
}
