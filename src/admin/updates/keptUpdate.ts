import { LANGUAGES } from '@/domain/language'
import { isEmptyField, isSameField } from '@/domain/richText/sameText'
import { textOf } from '@/domain/richText/walk'
import { countWords } from '@/domain/words/tokens'
import { fromLexical } from '@/lexical/fromLexical'
import { type DraftOrigin, originIn } from '../editor/draft'
import { type KeptBefore, keptBefore } from '../editor/keptBefore'
import type { Reasons } from '../editor/sectionValues'
import type { KeptOnServer } from '../editor/useCopyKeeper.client'
import { drop, keep, kept, type OpenShelf } from '../keptInWindow'
import {
  isNothing,
  isTyped,
  type KeptUpdate,
  readCopy,
  readUpdate,
  type TypedWords,
  type Unrecorded,
} from './readUpdate'
import type { UpdateDraft } from './updateDraft'

/** Whose words they are, and about which update. */
export type KeptPlace = { userId: string; variant: string; key: string }

type Given = { shelf: OpenShelf; place: KeptPlace }

/** Keeps what a person has chosen and typed; nothing of it means nothing kept. */
export function keepUpdate({ shelf, place, value, origin }: Given & { value: KeptUpdate; origin: DraftOrigin }): void {
  if (isNothing(value)) drop({ shelf, name: nameOf(place) })
  else keep({ shelf, name: nameOf(place), value: { ...value, origin } })
}

/** Forgets what this window keeps of an update. */
export function dropUpdate({ shelf, place }: Given): void {
  drop({ shelf, name: nameOf(place) })
}

/** What an update opens with, of what a person chose and typed before. `window` is the name of this one. */
export function updateFromBefore({
  shelf,
  place,
  window,
  onServer,
}: Given & { window: string; onServer: KeptOnServer | null }): KeptBefore<KeptUpdate> {
  const stored = kept({ shelf, name: nameOf(place) })
  return keptBefore({
    inWindow: readUpdate(stored),
    origin: originIn(stored),
    read: readCopy,
    window,
    onServer,
  })
}

/** Returns all that a person chose, answered and typed and did not record, that of earlier drafts first. */
export function unrecorded({ draft, stored, earlier }: Omit<KeptUpdate, 'about' | 'shown'>): Unrecorded[] {
  return [...earlier, ...(draft ? typedIn(draft, stored) : [])]
}

/** Returns the words of the person's own in these answers, except for those that also `without` has. */
export function ownAnswers(
  answers: UpdateDraft['answers'],
  { without = {} }: { without?: UpdateDraft['answers'] } = {},
): TypedWords[] {
  return LANGUAGES.flatMap((language) =>
    Object.entries(answers[language] ?? {}).flatMap(([id, one]): TypedWords[] => {
      const isElsewhere = without[language]?.[id] !== undefined
      return typeof one === 'object' && !isElsewhere ? [{ of: 'answer', language: null, text: one.text }] : []
    }),
  )
}

function nameOf({ userId, variant, key }: KeptPlace): string {
  return `toolkit-update:${userId}:${variant}/${key}`
}

/** Counts the words that a person typed. */
export function countTyped(typed: readonly Unrecorded[]): number {
  return typed.filter(isTyped).reduce((sum, { text }) => sum + countWords(text), 0)
}

function typedIn(
  { choice, answers, declined, written, why, whyParked, note }: UpdateDraft,
  stored: Reasons | null,
): Unrecorded[] {
  const results = LANGUAGES.flatMap((language): TypedWords[] => {
    const { title = '', summary = '', body } = written[language] ?? {}
    const text = joined([title, summary, textOf(fromLexical(body))])
    return [{ of: 'result', language, text }]
  })
  const reasons = (given: Reasons, before: Reasons | null): string =>
    joined(WORDS_OF_REASONS.map((part) => (isSameField(given[part], before?.[part] ?? '') ? '' : given[part])))
  const all: TypedWords[] = [
    ...results,
    ...ownAnswers(answers),
    { of: 'why', language: null, text: reasons(why, stored) },
    { of: 'whyParked', language: null, text: reasons(whyParked, null) },
    { of: 'note', language: null, text: note },
  ]
  const answered = Object.values(answers).flatMap(Object.keys).length
  const leftOut = Object.values(declined).flat().length
  return [
    ...(choice ? [{ of: 'choice', choice } as const] : []),
    ...(answered + leftOut > 0 ? [{ of: 'places', answered, declined: leftOut } as const] : []),
    ...all.filter(({ text }) => !isEmptyField(text)),
  ]
}

const WORDS_OF_REASONS = ['explanation', 'sources'] as const

function joined(texts: readonly string[]): string {
  return texts.filter((one) => !isEmptyField(one)).join('\n\n')
}
