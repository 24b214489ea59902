import { LANGUAGES, type Language } from '@/domain/language'
import { changesBetween, type SectionState } from '@/domain/revisions'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { Visitor } from '../frame/visitor'
import { LocalTime } from '../words/LocalTime.client'
import { CompareForm } from './CompareForm'
import { type Entry, precisionOf, sharedMinutes } from './entries'
import { HistoryList, type Mark } from './HistoryList'
import { type BringBack, PANE_FIELDS, type PaneField, StateDifference } from './StateDifference'
import './history.css'

/** The common text as something to compare with. */
export type CommonText = { label: string; state: SectionState; note: string }

export type HistoryScreenProps<Document> = {
  visitor: Visitor
  language: Language
  entries: Entry<Document>[]
  /** Entries that the address names but that are not on this page. */
  named: Entry<Document>[]
  newest: Entry<Document>
  marks: Mark[]
  common: CommonText | null
  /** As in the address; empty (null) if it does not say. */
  asked: { from: string; to: string; before: number | null }
  areMore: boolean
  names: ReadonlyMap<string, string>
  /** The address of this history in this language. */
  address: string
  /** The input for restoring, without the revision; null for those who may not. */
  bringBack: BringBack | null
  /**
   * Would an earlier state change these languages, as a whole or in a field? Not if it is already so, nor if a language
   * or a field cannot be restored alone.
   */
  bringsBack: (given: {
    earlier: Document
    now: Document
    languages: readonly Language[]
    field?: PaneField
    /** Restricted to the blocks with one of these ids. */
    ids?: string[]
  }) => boolean
  /** The screen on which the common text is restored; null if there is none. */
  restore: string | null
}

type Side<Document> = {
  name: string
  at: string | null
  label: string
  state: SectionState
  entry: Entry<Document> | null
}

/**
 * The entries of a section on the left; on the right two of its texts compared, with the buttons that restore the
 * earlier one.
 */
export function HistoryScreen<Document>(props: HistoryScreenProps<Document>) {
  const { address, areMore, asked, entries, language, names, newest, visitor } = props
  const { actor, language: pageLanguage, say } = visitor
  const choices = [...entries, ...props.named]
  const sideOf = (name: string): Side<Document> | null => sideNamed({ name, choices, newest, common: props.common })
  const to = sideOf(asked.to) ?? sideOf(String(newest.rev))
  const before = choices.find(({ rev }) => rev < (to?.entry?.rev ?? newest.rev))
  const from = sideOf(asked.from) ?? (before ? sideOf(String(before.rev)) : sideOf('common'))
  const earlier = to?.entry?.rev === newest.rev && from?.entry?.rev !== newest.rev ? from?.entry : null
  const comesBack = (languages: readonly Language[], field?: PaneField, ids?: string[]) =>
    earlier
      ? props.bringsBack({
          earlier: earlier.document,
          now: newest.document,
          languages,
          ...(field && { field }),
          ...(ids && { ids }),
        })
      : false
  const isAsNow = Boolean(earlier && !comesBack(LANGUAGES))
  const bringBack: BringBack | null =
    earlier && !isAsNow && props.bringBack
      ? {
          ...props.bringBack,
          input: { ...props.bringBack.input, seen: newest.rev, revision: earlier.rev },
          comesAlone: (field, ids) => comesBack([language], field, ids),
        }
      : null
  const isOnlyWhole =
    bringBack !== null &&
    from !== null &&
    changesBetween({ before: from.state, after: newest.state, languages: [language] }).some(
      ({ kind }) => kind === 'words',
    ) &&
    !comesBack([language]) &&
    !PANE_FIELDS.some((field) => comesBack([language], field))
  const last = entries.at(-1)
  const shared = sharedMinutes([newest, ...choices].map(({ at }) => at))
  return (
    <>
      <div className="cols list">
        <HistoryList
          entries={entries}
          marks={props.marks}
          newest={newest.rev}
          from={from?.entry?.rev ?? null}
          to={to?.entry?.rev ?? null}
          userId={actor.userId}
          names={names}
          language={pageLanguage}
          shared={shared}
          addressOf={(entry) => {
            const page = asked.before ? `&before=${asked.before}` : ''
            return entry.rev === newest.rev ? `${address}${page}` : `${address}&from=${entry.rev}${page}`
          }}
          older={areMore && last ? `${address}&before=${last.rev - 1}` : null}
          newestAddress={asked.before ? address : null}
          say={say}
        />
        <section aria-labelledby="compared-title" className="stack">
          <CompareForm
            entries={choices.some(({ rev }) => rev === newest.rev) ? choices : [newest, ...choices]}
            newest={newest.rev}
            from={from?.name ?? ''}
            to={to?.name ?? ''}
            hidden={{ lang: language, ...(asked.before ? { before: String(asked.before) } : {}) }}
            common={props.common?.label ?? null}
            language={pageLanguage}
            shared={shared}
            say={say}
          />
          {from && to ? (
            <>
              <div className="row end">
                <h2 id="compared-title">
                  <SideName side={from} language={pageLanguage} shared={shared} /> →{' '}
                  <SideName side={to} language={pageLanguage} shared={shared} />
                </h2>
                <DifferenceLegend t={say} />
              </div>
              <StateDifference
                before={from.state}
                after={to.state}
                language={language}
                pageLanguage={pageLanguage}
                say={say}
                bringBack={bringBack}
              />
            </>
          ) : (
            <h2 id="compared-title">{say('history.change.first-kept')}</h2>
          )}
          {props.common ? <p className="muted xs">{props.common.note}</p> : null}
        </section>
      </div>
      {props.bringBack ? (
        <div className="actions">
          <div className="actions-words">
            <p className="muted">
              {isAsNow ? say('history.back-nothing') : say('history.back-note')}{' '}
              {isOnlyWhole ? say('history.back-only-whole') : null} {bringBack?.whole}
            </p>
          </div>
          <div className="row">
            {props.restore ? (
              <a className="btn quiet" href={props.restore}>
                {say('editor.restore')}
              </a>
            ) : null}
            {bringBack?.byLanguage && comesBack([language]) ? (
              <ActionButton
                action={bringBack.action}
                input={{ ...bringBack.input, part: { kind: 'whole' }, languages: [language] }}
                label={say('history.back-language', { language: say(`words.language.${language}`) })}
                words={actionWords(say)}
                next={address}
                look="second"
              />
            ) : null}
            {bringBack && from?.at ? (
              <ActionButton
                action={bringBack.action}
                input={bringBack.input}
                label={
                  <>
                    {say('history.back-whole')} (
                    <LocalTime at={from.at} language={pageLanguage} precise={precisionOf({ at: from.at, shared })} />)
                  </>
                }
                words={actionWords(say)}
                next={address}
              />
            ) : null}
          </div>
        </div>
      ) : null}
    </>
  )
}

function SideName({
  side,
  language,
  shared,
}: {
  side: Side<unknown>
  language: Language
  shared: ReadonlySet<string>
}) {
  if (side.at === null) return side.label
  return <LocalTime at={side.at} language={language} precise={precisionOf({ at: side.at, shared })} />
}

function sideNamed<Document>({
  name,
  choices,
  newest,
  common,
}: {
  name: string
  choices: Entry<Document>[]
  newest: Entry<Document>
  common: CommonText | null
}): Side<Document> | null {
  if (name === 'common') return common && { name, at: null, label: common.label, state: common.state, entry: null }
  const entry = [newest, ...choices].find(({ rev }) => String(rev) === name)
  return entry ? { name, at: entry.at, label: '', state: entry.state, entry } : null
}
