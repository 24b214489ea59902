import type { Language } from '@/domain/language'
import type { RefusalKey } from '@/domain/refusal'
import type { EditionState } from '@/domain/workflow'
import type { PausedUpdates } from '../updates/pausedUpdates'
import type { SectionRow } from '../version/sectionRows'
import type { TextIn } from '../words/titles'

/** A task for those who write a national version. Derived, never stored. */
export type NationalTask =
  | { kind: 'changes-requested'; comment: string }
  | { kind: 'to-be-filled-in'; sections: TextIn[] }
  | { kind: 'reason-missing'; sections: TextIn[] }
  | { kind: 'untranslated'; language: Language; sections: TextIn[] }
  | { kind: 'behind'; language: Language; sections: TextIn[] }
  | { kind: 'newer-common'; version: string }
  | { kind: 'paused'; paused: PausedUpdates }
  | { kind: 'send'; changed: number }

/**
 * The tasks in a version, the most urgent first. While it is in review there are none in its text: writing would return
 * it to draft.
 */
export function nationalTasks({
  rows,
  languages,
  edition,
  comment,
  newerCommon,
  paused,
  maySubmit,
  mayDraft,
}: {
  rows: readonly SectionRow[]
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
  const inLanguages = (kind: 'untranslated' | 'behind', isOne: (one: InLanguage) => boolean) =>
    languages.flatMap((language): NationalTask[] => {
      const sections = titlesOf(
        rows.filter(
          (row) =>
            (mayDraft || row.mode !== 'adapt') && row.languages.some((one) => one.language === language && isOne(one)),
        ),
      )
      return sections.length > 0 ? [{ kind, language, sections }] : []
    })
  const writing: NationalTask[] = [
    ...(edition === 'changes-requested' ? [{ kind: 'changes-requested' as const, comment }] : []),
    ...(toFillIn.length > 0 ? [{ kind: 'to-be-filled-in' as const, sections: toFillIn }] : []),
    ...(withoutReason.length > 0 ? [{ kind: 'reason-missing' as const, sections: withoutReason }] : []),
    ...inLanguages('untranslated', ({ state }) => state === 'missing'),
    ...inLanguages('behind', ({ behind }) => behind > 0),
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

type InLanguage = SectionRow['languages'][number]

function titlesOf(rows: readonly SectionRow[]): TextIn[] {
  return rows.map(({ number, title }) => ({ ...title, text: `${number} ${title.text}` }))
}
