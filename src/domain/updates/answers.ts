import { type ByLanguage, LANGUAGES, type Language } from '../language'
import { answersTo, type Conflict, type GivenAnswers, isAmong, openPlaces } from '../merge/merge'
import { type Outcome, refuse } from '../refusal'
import { TEXT_FIELDS } from '../section'
import type { UpdateDecision } from './decide'
import { mergeIn, type UpdateSides } from './sides'

/** Returns the field of the text in which a place is. */
export function fieldOfPlace({ field }: Pick<Conflict, 'field'>): string {
  return field.split('/').at(-1) ?? field
}

/** Returns the places that both changed in each language of the version, without the changes that a person declined. */
export function placesToDecide(sides: UpdateSides, declined: UpdateDecision['declined'] = {}): ByLanguage<Conflict[]> {
  return Object.fromEntries(
    sides.languages.map((language) => [language, openPlaces(mergeIn(sides, language, declined[language])).conflicts]),
  )
}

/** Returns the same answer to each of these places. */
export function answeredAlike(
  places: ByLanguage<readonly Conflict[]>,
  answer: 'ours' | 'theirs',
): ByLanguage<GivenAnswers> {
  return Object.fromEntries(
    Object.entries(places).map(([language, some]) => [
      language,
      Object.fromEntries(some.map(({ id }) => [id, answer])),
    ]),
  )
}

/** Returns the places that are still to be answered: a field that a person edited by hand is an answer to all of its places. */
export function withoutAnswer<Place extends Pick<Conflict, 'id' | 'field'>>(
  places: readonly Place[],
  { answers = {}, isEdited }: { answers?: GivenAnswers | undefined; isEdited: (field: string) => boolean },
): Place[] {
  return places.filter((place) => answers[place.id] === undefined && !isEdited(fieldOfPlace(place)))
}

/**
 * Refuses a combination with places in the decided parts that both changed and nobody answered, with answers to places that it
 * does not have, or with answers that a place does not offer; else null. `sides` are those of all sections that are decided together.
 */
export function answersForbid({
  sides,
  decision,
}: {
  sides: UpdateSides
  decision: UpdateDecision
}): Outcome<never> | null {
  if (decision.choice !== 'combine') return null
  const all = placesToDecide(sides, decision.declined)
  let count = 0
  for (const language of LANGUAGES) {
    const [places, answers] = [all[language] ?? [], decision.resolutions?.[language]]
    for (const [id, answer] of Object.entries(answers ?? {})) {
      const place = places.find((one) => one.id === id)
      if (!place) return refuse('refusal.update-changed')
      if (!isAmong(answersTo(place), answer)) return refuse('refusal.update-choice')
    }
    count += withoutAnswer(places, { answers, isEdited: (field) => isSettled(field, language, decision) }).length
  }
  return count > 0 ? refuse('refusal.update-places-open', { count }) : null
}

/** Does the decision say what the field is, whatever both changed there, or leave the field alone? */
function isSettled(field: string, language: Language, { parts, written }: UpdateDecision): boolean {
  const name = TEXT_FIELDS.find((one) => one === field)
  return !name || written?.[name]?.[language] !== undefined || (parts !== undefined && !parts.includes(name))
}
