import type { ByLanguage, Language } from '@/domain/language'
import {
  answersTo,
  type Conflict,
  type GivenAnswer,
  type GivenAnswers,
  openPlaces,
  resolveSection,
} from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { allBlocks } from '@/domain/richText/walk'
import type { UpdatePart } from '@/domain/sectionBaseline'
import {
  choicesFor,
  fieldOfPlace,
  hasToKeep,
  mergeIn,
  readNow,
  type UpdateChoice,
  type UpdateSides,
} from '@/domain/updates/updates'
import type { WaitingUpdate } from '@/stored/updates'
import type { Draw } from './draw'
import { type NewWord, newParagraph } from './edits'
import { plain } from './wordCounts'

/** A place that both changed, the answer to it, and the words that the answer decides on, as each version has them. */
export type Answered = Pick<Conflict, 'kind' | 'field'> & {
  language: Language
  answer: GivenAnswer
  words: Record<'base' | 'ours' | 'theirs', string>
}

/** What a person of the program decides. */
export type Drawn = {
  choice: UpdateChoice
  parts?: UpdatePart[]
  resolutions: ByLanguage<GivenAnswers>
  /** The text as the person edited it, for a decision that combines. */
  body?: { language: Language; text: RichText }
  answered: Answered[]
  /** Words that the decision itself brings. */
  written: { language: Language; words: string }[]
}

/** Any decision that the update offers. `only` leaves the other choices out. */
export function drawDecision({
  waiting: { sides, update },
  draw,
  newWord,
  only,
}: {
  waiting: WaitingUpdate
  draw: Draw
  newWord: NewWord
  only?: UpdateChoice
}): Drawn {
  const choice = only ?? draw.one(choicesFor(update))
  const isOfParts = only === undefined && update.became === 'changed' && update.parts.length > 1 && draw.chance(0.2)
  const isKept = choice === 'keep' || choice === 'not-for-us'
  const possible =
    isKept && update.status !== 'told' ? update.parts.filter((part) => hasToKeep(sides, part)) : update.parts
  const parts = isOfParts ? [draw.one(possible)] : undefined
  const drawn: Drawn = { choice, resolutions: {}, answered: [], written: [], ...(parts ? { parts } : {}) }
  if (choice !== 'combine') return drawn
  const decided = parts ?? update.parts
  for (const language of sides.languages) {
    const merge = mergeIn(sides, language)
    const answers: Record<string, GivenAnswer> = {}
    for (const conflict of openPlaces(merge).conflicts) {
      const answer = answerTo({ conflict, draw, newWord })
      answers[conflict.id] = answer
      if (!decided.some((part) => part === fieldOfPlace(conflict))) continue
      const words = wordsInQuestion(conflict, sides, language)
      drawn.answered.push({ kind: conflict.kind, field: conflict.field, language, answer, words })
      if (typeof answer === 'object') drawn.written.push({ language, words: answer.text })
    }
    drawn.resolutions[language] = answers
    if (drawn.body || !decided.includes('body') || !draw.chance(0.2)) continue
    // Somebody goes over the merged text before it is stored.
    const merged = resolveSection({ section: merge, resolutions: answers }).body
    const { paragraph, written } = newParagraph(newWord)
    drawn.body = { language, text: [...merged, paragraph] }
    drawn.written.push(...written.map((words) => ({ language, words })))
  }
  return drawn
}

/**
 * Of a paragraph that one side deleted a conflict shows what the other one changed, and the answer decides on all of it. A conflict
 * about details shows values too that are no words.
 */
function wordsInQuestion(conflict: Conflict, sides: UpdateSides, language: Language): Answered['words'] {
  const { kind, about, block: id } = conflict
  const body = {
    base: sides.base?.content.body[language],
    ours: readNow(sides, 'body', language),
    theirs: sides.newest?.content.body[language],
  }
  const wordsIn = (version: keyof typeof body): string => {
    // Where one side deleted the paragraph, another text may have its id.
    if (kind === 'deleted' && conflict[version] === '') return ''
    const whole = allBlocks(body[version] ?? []).find((one) => one.id === id)
    // The address of a link stands behind its words.
    return (kind === 'deleted' || about === 'details') && whole
      ? plain([whole])
      : conflict[version].replace(/<[^>]*>/g, '')
  }
  return { base: wordsIn('base'), ours: wordsIn('ours'), theirs: wordsIn('theirs') }
}

function answerTo({ conflict, draw, newWord }: { conflict: Conflict; draw: Draw; newWord: NewWord }): GivenAnswer {
  const answer = draw.one(answersTo(conflict))
  return answer === 'own' ? { text: newWord() } : answer
}

/** The decision as `decide-update` takes it. */
export function inputOf({ choice, parts, resolutions, body }: Drawn, toStored: (text: RichText) => unknown) {
  return {
    ...{ choice, note: '' },
    ...(choice === 'combine' ? { resolutions } : {}),
    ...(parts ? { parts } : {}),
    ...(body ? { written: { body: { [body.language]: toStored(body.text) } } } : {}),
  }
}
