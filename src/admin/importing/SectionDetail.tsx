import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { saySummary } from '@/textView/DifferenceSummary'
import { SectionDifference } from '@/textView/SectionDifference'
import { sayRulesGone } from '../words/sayRules'
import { Decisions, type TypedWords } from './Decisions'
import type { ShownPreview, ShownSection } from './importAnswer'
import { PairByHand } from './PairByHand'
import type { Answered, Choices } from './sendDocument'

type Given = {
  section: ShownSection
  preview: ShownPreview
  choices: Choices
  /** An import is being saved: choices are disabled. */
  isWriting: boolean
  ownWords: TypedWords
  /** The language of the document, and that of our own texts. */
  language: Language
  pageLanguage: Language
  t: Translator
  onAnswer: (id: string, answer: Answered | null) => void
  /** The key of the paired section; null for a new one; undefined undoes the person's choice. */
  onPair: (index: number, key: string | null | undefined) => void
}

/**
 * One section: how it was found, what each side changed since the last import, what must be decided, and the result.
 */
export function SectionDetail(given: Given) {
  const { section, preview, choices, isWriting, language, ownWords, pageLanguage, t, onAnswer } = given
  const { ours, theirs, result } = section.differences
  const { policy, guidance } = section.beside
  const base = preview.last && section.alike !== null
  const hasBoth = ours !== null && theirs !== null
  const show = (change: SectionChange, anchor: string) => (
    <SectionDifference
      change={change}
      language={language}
      pageLanguage={pageLanguage}
      t={t}
      headingOffset={3}
      anchor={`${anchor}-`}
      // A new text is shown whole; of the others only the differences.
      {...(section.isNew ? {} : { only: 'changes' as const })}
    />
  )
  return (
    <div className="stack pad">
      <Found {...given} />
      {theirs === null && ours === null && section.decisions.length === 0 && policy === null && !guidance ? (
        <p>{t(section.moved ? 'editor.import.only-moved' : 'editor.import.same-text')}</p>
      ) : null}
      {theirs !== null && ours !== null && base ? (
        <h4>{t('editor.import.compared-last', { date: longDate(preview.last?.at ?? '', pageLanguage) })}</h4>
      ) : null}
      <div className={hasBoth ? 'cols c2' : 'stack'}>
        {ours ? (
          <Pane title={t('editor.import.pane.ours')} change={ours} t={t}>
            {show(ours, 'ours')}
          </Pane>
        ) : null}
        {theirs ? (
          <Pane
            title={section.isNew ? t('editor.import.pane.new') : t('editor.import.pane.theirs')}
            change={section.isNew ? null : theirs}
            t={t}
          >
            {show(theirs, 'theirs')}
          </Pane>
        ) : null}
      </div>
      <Decisions
        decisions={section.decisions}
        resolutions={choices.resolutions}
        isWriting={isWriting}
        ownWords={ownWords}
        t={t}
        onAnswer={onAnswer}
      />
      {policy === null ? null : <p>{t('editor.import.beside.policy', { policy: t(`words.policy.${policy}`) })}</p>}
      {guidance ? <p>{t('editor.import.beside.guidance')}</p> : null}
      {section.rulesGone.length > 0 ? <p className="note">{sayRulesGone(section.rulesGone, t)}</p> : null}
      {section.checks > 0 ? <p>{t('editor.import.checks', { count: section.checks })}</p> : null}
      {result && hasBoth ? (
        <Pane title={t('editor.import.pane.result')} words={t('editor.import.pane.result-now')} t={t}>
          {show(result, 'result')}
        </Pane>
      ) : null}
    </div>
  )
}

function Pane({
  title,
  words,
  change = null,
  t,
  children,
}: {
  title: string
  words?: string
  change?: SectionChange | null
  t: Translator
  children: React.ReactNode
}) {
  return (
    <section className="pane">
      <header>
        <h4>{title}</h4>
        <span className="muted xs">{words ?? (change ? saySummary({ counts: change.counts, t }) : '')}</span>
      </header>
      <div className="text diff">{children}</div>
    </section>
  )
}

/** How the section was recognised, and how a person can correct that. */
function Found({ section, preview, choices, isWriting, t, onAnswer, onPair }: Given) {
  const { alike, how, index, isNew, stays, titleBefore } = section
  const said = choices.pairs[index]
  const saidStays = stays !== null && choices.resolutions[stays] === 'ours'
  const known = (['slug', 'title', 'content', 'place'] as const).find((one) => one === how)
  // Only actions with a button are explained.
  const canBeNew = said === undefined && !isNew
  const hints = [
    ...(canBeNew ? [t('editor.import.hint-new')] : []),
    ...(stays === null || saidStays ? [] : [t('editor.import.hint-stays')]),
  ]
  return (
    <div className="panel wash found">
      <p>
        <strong>{t('editor.import.found')}</strong>{' '}
        {said === null
          ? t('editor.import.said-new')
          : said !== undefined
            ? t('editor.import.said-pair')
            : isNew
              ? t('editor.import.found-new')
              : known
                ? t(`editor.import.how.${known}`)
                : ''}
        {alike === null ? null : ` ${t('editor.import.alike', { alike })}`}{' '}
        {titleBefore === null ? null : t('editor.import.here-called', { title: titleBefore })}
      </p>
      <div className="row">
        {said === undefined ? (
          <PairByHand section={section} preview={preview} isWriting={isWriting} t={t} onPair={onPair} />
        ) : null}
        {canBeNew ? (
          <button
            type="button"
            className="btn second sm"
            aria-disabled={isWriting || undefined}
            onClick={() => onPair(index, null)}
          >
            {t('editor.import.is-new')}
          </button>
        ) : null}
        {said !== undefined ? (
          <button
            type="button"
            className="btn second sm"
            aria-disabled={isWriting || undefined}
            onClick={() => onPair(index, undefined)}
          >
            {t('editor.import.take-back')}
          </button>
        ) : null}
      </div>
      {stays === null ? null : (
        <div className="row">
          {saidStays ? <p>{t('editor.import.said-stays')}</p> : null}
          <button
            type="button"
            className="btn second sm"
            aria-disabled={isWriting || undefined}
            onClick={() => onAnswer(stays, saidStays ? null : 'ours')}
          >
            {saidStays ? t('editor.import.take-back') : t('editor.import.stays')}
          </button>
        </div>
      )}
      {hints.length > 0 ? <p className="muted xs">{hints.join(' ')}</p> : null}
    </div>
  )
}
