import type { Language } from '@/domain/language'
import { LANGUAGES } from '@/domain/language'
import { isEmptyField, isSameField } from '@/domain/richText/sameText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import type { KeptCopy } from '../editor/draft'
import type { Reasons } from '../editor/sectionValues'
import type { KeptOnServer } from '../editor/useCopyKeeper.client'
import { drop, keep, kept, type OpenShelf } from '../keptInWindow'
import type { UpdateDraft } from './updateDraft'

/** Whose words they are, and about which update. */
export type KeptPlace = { userId: string; variant: string; key: string }

/** Words that a person typed for an update: in the result, in a place, as the reasons, or as the note. */
export type TypedWords = {
  of: 'result' | 'answer' | 'why' | 'whyParked' | 'note'
  /** Of a result. */
  language: Language | null
  text: string
}

/** What is kept of an update until it is recorded. */
export type KeptUpdate = {
  /** The revisions and the release that the draft is about. */
  about: string
  /** What the screen said by then about sections that are decided apart. */
  shown: string
  /** Null if the person typed nothing since then. */
  draft: UpdateDraft | null
  /** The reasons with which the form opened: these the person did not type. */
  stored: Reasons | null
  /** Words of earlier drafts, whose revision or release is no longer the one that is decided on. */
  earlier: TypedWords[]
}

type Given = { shelf: OpenShelf; place: KeptPlace }

/** Keeps what a person has chosen and typed; nothing of it means nothing kept. */
export function keepUpdate({ shelf, place, value }: Given & { value: KeptUpdate }): void {
  if (value.draft === null && value.earlier.length === 0) drop({ shelf, name: nameOf(place) })
  else keep({ shelf, name: nameOf(place), value })
}

/** Returns what this window keeps of an update. */
export function keptUpdate({ shelf, place }: Given): KeptUpdate {
  return readUpdate(kept({ shelf, name: nameOf(place) }))
}

/**
 * Returns what a person has chosen and typed before: what this window keeps or, if that is nothing, what they kept on the
 * server last, with the copy that it is from.
 */
export function updateFromBefore({
  newest,
  ...given
}: Given & { newest: KeptOnServer['newest'] }): KeptUpdate & { from: KeptCopy | null } {
  const here = keptUpdate(given)
  if (newest === null || here.draft !== null || here.earlier.length > 0) return { ...here, from: null }
  return { ...readUpdate(parsed(newest.copy)), from: newest }
}

/** Every script of the window can write to the storage, and an older form of the screen wrote to the server. */
function readUpdate({ about, shown, draft, stored, earlier }: Record<string, unknown>): KeptUpdate {
  return {
    about: String(about ?? ''),
    shown: String(shown ?? ''),
    draft: isDraft(draft) ? draft : null,
    stored: stored ? (stored as Reasons) : null,
    earlier: Array.isArray(earlier) ? earlier.filter(isTyped) : [],
  }
}

/** Returns all words that a person typed and did not record, those of earlier drafts first. */
export function unrecordedWords({ draft, stored, earlier }: Omit<KeptUpdate, 'about' | 'shown'>): TypedWords[] {
  return [...earlier, ...(draft ? typedIn(draft, stored) : [])]
}

function parsed(copy: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(copy))
  } catch {
    return {}
  }
}

function nameOf({ userId, variant, key }: KeptPlace): string {
  return `toolkit-update:${userId}:${variant}/${key}`
}

function isDraft(value: unknown): value is UpdateDraft {
  const { answers, written, why, note } = Object(value)
  const areObjects = [answers, written, why].every((one) => typeof one === 'object' && one !== null)
  return areObjects && typeof note === 'string'
}

const KINDS = ['result', 'answer', 'why', 'whyParked', 'note'] as const satisfies TypedWords['of'][]

function isTyped(value: unknown): value is TypedWords {
  const { of, text } = Object(value)
  return KINDS.some((one) => one === of) && typeof text === 'string'
}

function typedIn({ answers, written, why, whyParked, note }: UpdateDraft, stored: Reasons | null): TypedWords[] {
  const results = LANGUAGES.flatMap((language): TypedWords[] => {
    const { title = '', summary = '', body } = written[language] ?? {}
    const text = joined([title, summary, textOf(fromLexical(body))])
    return [{ of: 'result', language, text }]
  })
  const own = Object.values(answers).flatMap((of) =>
    Object.values(of ?? {}).flatMap((one): TypedWords[] =>
      typeof one === 'object' && one !== null ? [{ of: 'answer', language: null, text: String(one.text) }] : [],
    ),
  )
  const reasons = (given: Partial<Reasons> | undefined, before: Partial<Reasons> | null): string => {
    const typed = (part: 'explanation' | 'sources') =>
      isSameField(given?.[part] ?? '', before?.[part] ?? '') ? '' : (given?.[part] ?? '')
    return joined([typed('explanation'), typed('sources')])
  }
  const all: TypedWords[] = [
    ...results,
    ...own,
    { of: 'why', language: null, text: reasons(why, stored) },
    { of: 'whyParked', language: null, text: reasons(whyParked, null) },
    { of: 'note', language: null, text: note },
  ]
  return all.filter(({ text }) => !isEmptyField(text))
}

function joined(texts: readonly string[]): string {
  return texts.filter((one) => !isEmptyField(one)).join('\n\n')
}
