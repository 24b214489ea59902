import { diffText, type FieldChange, idsOf, partsOf, type Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { hasMovedAddition, type SectionState } from '@/domain/revisions'
import { OWN_FIELDS, RICH_FIELDS, type RichField } from '@/domain/section'
import { changeName } from '@/messages/changeName'
import type { Translator } from '@/messages/translate'
import { textChange } from '../reading/textChange'
import { sayPolicy } from '../words/sayRules'
import { countsOf, partAlone, type RichChange } from './fieldParts'
import type { PaneField } from './panes'

/** One part of a text alone: its difference, the ids of its blocks, whether it is unchanged, and whether it is new. */
export type ComparedPart = { change: RichChange; ids: string[]; isSame: boolean; isNew: boolean }

/** One field that differs; `comesAlone` says whether it can be restored without the others. */
export type ComparedPane = { field: PaneField; comesAlone: boolean } & (
  | { kind: 'field'; change: FieldChange }
  | { kind: 'parts'; parts: ComparedPart[]; partsComeAlone: boolean }
  | { kind: 'words'; segments: Segment[] }
  | { kind: 'settings'; policy: Segment[] | null; sets: FieldChange[] }
)

/** The differences between two states of a section in one language, field by field; none if they are the same. */
export async function comparedPanes({
  before,
  after,
  language,
  comesAlone,
  say,
}: {
  before: SectionState
  after: SectionState
  language: Language
  /** Can this field of the earlier state be restored alone, or its blocks with these ids? */
  comesAlone: (field: PaneField, ids?: string[]) => Promise<boolean>
  say: Translator
}): Promise<ComparedPane[]> {
  const panes: ComparedPane[] = []
  const { fields } = textChange({ before: before.content, after: after.content, language })
  for (const change of fields) {
    const field = OWN_FIELDS.find((name) => name === change.field)
    if (!field || change.status === 'same') continue
    const pane = { field, comesAlone: await comesAlone(field) }
    const rich = RICH_FIELDS.find((name) => name === field)
    if (change.kind !== 'richText' || !rich) panes.push({ ...pane, kind: 'field', change })
    else panes.push({ ...pane, kind: 'parts', ...(await partsIn({ change, field: rich, comesAlone })) })
  }
  const isMoved = hasMovedAddition(before.content, after.content)
  const plain = [
    {
      field: 'addition-place' as const,
      was: isMoved ? placeOf(before, say) : '',
      is: isMoved ? placeOf(after, say) : '',
    },
    { field: 'guidance' as const, was: before.content.guidance[language], is: after.content.guidance[language] },
    { field: 'reasons' as const, was: reasonOf(before, { language, say }), is: reasonOf(after, { language, say }) },
  ]
  for (const { field, was = '', is = '' } of plain) {
    const segments = wordsOf({ was, is })
    if (segments.every(({ status }) => status === 'same')) continue
    panes.push({ field, comesAlone: await comesAlone(field), kind: 'words', segments })
  }
  const sets = fields.filter((field) => field.kind === 'set' && field.status !== 'same')
  const [was, is] = [policyOf(before, { language, say }), policyOf(after, { language, say })]
  const policy = was === is ? null : wordsOf({ was, is })
  if (sets.length > 0 || policy)
    panes.push({ field: 'settings', comesAlone: await comesAlone('settings'), kind: 'settings', policy, sets })
  return panes
}

async function partsIn({
  change,
  field,
  comesAlone,
}: {
  change: RichChange
  field: RichField
  comesAlone: (field: PaneField, ids: string[]) => Promise<boolean>
}): Promise<{ parts: ComparedPart[]; partsComeAlone: boolean }> {
  const parts = partsOf(change.blocks).map((blocks): ComparedPart => {
    const alone = partAlone({ field: change, blocks })
    const isNew = blocks.every(({ status }) => status === 'added')
    return { change: alone, ids: idsOf(blocks), isSame: countsOf(alone).changes === 0, isNew }
  })
  // What prevents one part alone prevents each: checking each would compare the texts again for it.
  const first = parts.find(({ isSame }) => !isSame)
  return { parts, partsComeAlone: await comesAlone(field, first?.ids ?? []) }
}

function wordsOf({ was, is }: { was: string; is: string }): Segment[] {
  return diffText({ before: was, after: is }).segments
}

function reasonOf(
  { changeReasons, explanation, reason, sources }: SectionState,
  { language, say }: { language: Language; say: Translator },
): string {
  const ofChanges = changeReasons.flatMap((one) => [
    `${say(changeName(one.at))} ${one.at.words}.`,
    one.reason ? `${say(`words.reason.${one.reason}`)}.` : '',
    one.explanation[language] ?? '',
    ...one.references.map(({ text, url }) => (url === null || url === text ? text : `${text} (${url})`)),
  ])
  return [reason ? `${say(`words.reason.${reason}`)}.` : '', explanation[language] ?? '', sources, ...ofChanges]
    .filter(Boolean)
    .join(' ')
}

function placeOf({ content: { additionPlace } }: SectionState, say: Translator): string {
  if (!additionPlace) return say('editor.place.after')
  if (additionPlace.where === 'before') return say('editor.place.before')
  return say('history.place.after-block', { words: additionPlace.words })
}

/** In a national version the common framework decides this, and the country cannot change it. */
function policyOf({ content, mode }: SectionState, words: { language: Language; say: Translator }): string {
  return mode === null ? sayPolicy(content, words) : ''
}
