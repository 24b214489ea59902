import type { Language } from '@/domain/language'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { LocalTime } from '../words/LocalTime.client'
import { ModeChange } from '../words/ModeChange'
import { CompareForm } from './CompareForm'
import type { ComparedHistory, Side } from './comparedHistory'
import { precisionOf } from './entries'
import { HistoryList } from './HistoryList'
import { EDITION_NOTE } from './panes'
import { LeftOutDifference, StateDifference } from './StateDifference'
import './history.css'

/**
 * The entries of a section on the left; on the right two of its texts compared, with the buttons that restore the
 * earlier one.
 */
export function HistoryScreen<Document>({ history }: { history: ComparedHistory<Document> }) {
  const { address, areMore, asked, bringBack, choices, common, entries, from, language, names, newest, panes, to } =
    history
  const { actor, language: pageLanguage, say } = history.visitor
  const { shared } = history
  const last = entries.at(-1)
  const compared = { language, pageLanguage, say, bringBack }
  return (
    <>
      <div className="cols list">
        <HistoryList
          entries={entries}
          marks={history.marks}
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
            common={common?.label ?? null}
            language={pageLanguage}
            shared={shared}
            say={say}
          />
          {from && to && panes ? (
            <>
              <div className="row end">
                <h2 id="compared-title">
                  <SideName side={from} language={pageLanguage} shared={shared} /> →{' '}
                  <SideName side={to} language={pageLanguage} shared={shared} />
                </h2>
                <DifferenceLegend t={say} />
              </div>
              {bringBack?.editionNote ? (
                <p className="note" id={EDITION_NOTE}>
                  {bringBack.editionNote}
                </p>
              ) : null}
              {from.state.mode !== to.state.mode && to.state.mode !== null ? (
                <ModeChange before={from.state.mode} now={to.state.mode} say={say} />
              ) : null}
              {history.isUsedAgain ? <p className="muted">{say('history.used-again')}</p> : null}
              {/* After each save the buttons do something else: what an earlier press did is no longer said at them. */}
              <div className="stack" key={newest.rev}>
                {history.wordsGone === null ? (
                  <StateDifference panes={panes} isSameInWords={history.isSameInWords} {...compared} />
                ) : (
                  <LeftOutDifference panes={panes} words={history.wordsGone} {...compared} />
                )}
              </div>
            </>
          ) : (
            <h2 id="compared-title">{say('history.change.first-kept')}</h2>
          )}
          {common ? <p className="muted xs">{common.note}</p> : null}
        </section>
      </div>
      {history.mayBringBack ? (
        <div className="actions" key={newest.rev}>
          <div className="actions-words">
            <p className="muted">
              {history.isAsNow ? say('history.back-nothing') : say('history.back-note')}{' '}
              {history.isOnlyWhole ? say('history.back-only-whole') : null} {bringBack?.whole}
            </p>
          </div>
          <div className="row">
            {history.restore ? (
              <a className="btn quiet" href={history.restore}>
                {say('editor.restore')}
              </a>
            ) : null}
            {bringBack?.byLanguage && history.comesBackHere ? (
              <ActionButton
                action={bringBack.action}
                input={{ ...bringBack.input, part: { kind: 'whole' }, languages: [language] }}
                label={say('history.back-language', { language: say(`words.language.${language}`) })}
                words={actionWords(say)}
                next={address}
                describedBy={bringBack.describedBy}
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
                describedBy={bringBack.describedBy}
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
