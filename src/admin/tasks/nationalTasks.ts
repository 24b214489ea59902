import type { Language } from '@/domain/language'
import type { RefusalKey } from '@/domain/refusal'
import type { EditionState } from '@/domain/workflow'
import type { PausedUpdates } from '../updates/pausedUpdates'
import type { BehindSection } from '../version/behindSections'
import type { SectionRow } from '../version/sectionRows'
import type { TextIn } from '../words/titles'

/** A task for those who write a national version. Derived, never stored. */
export type NationalTask =
  | { kind: 'changes-requested'; comment: string }
  | { kind: 'to-be-filled-in'; sections: TextIn[] }
  | { kind: 'reason-missing'; sections: TextIn[] }
  | { kind: 'untranslated'; language: Language; sections: TextIn[] }
  | ({ kind: 'behind'; language: Language; sections: TextIn[] } & Pick<BehindSection, 'class' | 'decideBy'>)
  | { kind: 'newer-common'; version: string }
  | { kind: 'paused'; paused: PausedUpdates }
  | { kind: 'send'; changed: number }

/**
 * The tasks in a version, the most urgent first. While it is in review there are none in its text: writing would return
 * it to draft.
 */
export function nationalTasks({
  rows,
  behind,
  languages,
  edition,
  comment,
  newerCommon,
  paused,
  maySubmit,
  mayDraft,
}: {
  rows: readonly SectionRow[]
  /** The translations that are behind, the most important change first. */
  behind: readonly BehindSection[]
  languages: readonly Language[]
  edition: EditionState | null
  /** The reviewer's message when changes were asked for. */
  comment: string
  /** The number of a newer release of the common framework. */
  newerCommon: string | null
  /** The pause during which the person is asked about no update, if some wait for its end. */
  paused: PausedUpdates | null
  /** Could the person send it for review now? */
  maySubmit: boolean
  /** May the person change the country's text? A translator does not change what the country has adapted. */
  mayDraft: boolean
}): NationalTask[] {
  const open = edition !== 'submitted' && edition !== 'approved'
  const problem = (...keys: RefusalKey[]) =>
    titlesOf(rows.filter(({ problem }) => problem !== null && keys.includes(problem.key)))
  const toFillIn = problem('refusal.to-be-filled-in', 'refusal.part-to-fill-in')
  const withoutReason = problem('refusal.reason-missing')
  const changed = rows.filter(({ since }) => since !== 'same').length
  const mayWrite = (row: SectionRow) => mayDraft || row.mode !== 'adapt'
  const untranslated = languages.flatMap((language): NationalTask[] => {
    const isMissing = (one: SectionRow['languages'][number]) => one.language === language && one.state === 'missing'
    const sections = titlesOf(rows.filter((row) => mayWrite(row) && row.languages.some(isMissing)))
    return sections.length > 0 ? [{ kind: 'untranslated', language, sections }] : []
  })
  const writable = new Map(rows.filter(mayWrite).map((row) => [row.key, row]))
  const outdated = languages.flatMap((language): NationalTask[] => {
    const found = behind.filter((one) => one.language === language && writable.has(one.key))
    const sections = titlesOf(found.flatMap(({ key }) => writable.get(key) ?? []))
    // The days of what matters most count: those of other changes come later.
    const [first] = found
    return first ? [{ kind: 'behind', language, sections, class: first.class, decideBy: first.decideBy }] : []
  })
  const writing: NationalTask[] = [
    ...(edition === 'changes-requested' ? [{ kind: 'changes-requested' as const, comment }] : []),
    ...(toFillIn.length > 0 ? [{ kind: 'to-be-filled-in' as const, sections: toFillIn }] : []),
    ...(withoutReason.length > 0 ? [{ kind: 'reason-missing' as const, sections: withoutReason }] : []),
    // What a translation says wrongly does more harm than what it does not say.
    ...outdated,
    ...untranslated,
    ...(maySubmit && changed > 0 ? [{ kind: 'send' as const, changed }] : []),
  ]
  const pause = paused ? [{ kind: 'paused' as const, paused }] : []
  const isUrgent = paused !== null && paused.urgent > 0
  return [
    ...(isUrgent ? pause : []),
    ...(open ? writing : []),
    ...(isUrgent ? [] : pause),
    ...(newerCommon === null ? [] : [{ kind: 'newer-common' as const, version: newerCommon }]),
  ]
}

function titlesOf(rows: readonly SectionRow[]): TextIn[] {
  return rows.map(({ number, title }) => ({ ...title, text: `${number} ${title.text}` }))
}
