'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import type { PlaceInText } from '@/domain/proposals'
import { MASTER } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import { browserTranslator } from '../editor/browserTranslator'
import { whenWritten } from '../editor/editorForms.client'
import { Field } from '../editor/Field'
import { RestoredNote } from '../editor/RestoredNote'
import { shownOf } from '../editor/SavingBar.client'
import { StaleComparison } from '../editor/StaleComparison.client'
import { type MasterValues, typedWords, valuesChange } from '../editor/sectionValues'
import { TextFields } from '../editor/TextFields.client'
import { sayTimeOfDay } from '../editor/timeOfDay'
import { useSaving } from '../editor/useSaving.client'
import type { Saved } from '../editor/work'
import { Result } from '../Result'
import '../editor/editor.css'

/**
 * The common text as it would be with the proposal, to edit before it is taken over. If the common text changes meanwhile,
 * both texts are compared, as in the editor of the common framework.
 */
export function TakeOverEditor({
  words,
  pageLanguage,
  language,
  userId,
  proposal,
  seenProposal,
  place,
  after,
  saved,
  titleOf,
}: {
  words: Record<string, string>
  pageLanguage: Language
  language: Language
  userId: string
  proposal: string
  seenProposal: number
  /** Where in the text new blocks stand. */
  place: PlaceInText
  /** The section that a new one follows; null if the common framework has the section. */
  after: { sections: { key: string; label: string }[]; chosen: string } | null
  /** The text with the proposal, and the revision of the common text in it. */
  saved: Saved<MasterValues>
  /** Must the section have a title in this language? */
  titleOf: 'needed' | 'optional'
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const pending = useRef(0)
  const written = useCallback(() => whenWritten(pending), [])
  const at = place === null ? '' : place === 'beginning' ? place : place.after
  const draft = useMemo(
    () => ({ userId, section: `proposal/${proposal}/${at}`, language }),
    [userId, proposal, at, language],
  )
  const work = useSaving({ place: draft, saved, written })
  const { base, change, state, theirs, values } = work
  const [isAsked, setAsked] = useState(false)
  const [follows, setFollows] = useState(after?.chosen ?? '')
  // What was typed before, or must be compared, is shown at once; the editor takes a moment to open.
  const isOpen = isAsked || work.isRestored || theirs !== null
  const isUntitled = titleOf === 'needed' && isEmptyField(values.title)

  async function take(from: Saved<MasterValues>): Promise<void> {
    if (state.kind === 'saving' || isUntitled) return
    await work.send({
      from,
      write: ({ after: { title, summary, body } }) => ({
        action: 'take-over-proposal',
        input: {
          ...{ proposal, seenProposal, language, place },
          ...(follows === '' ? {} : { after: follows }),
          texts: { [language]: { ...(isEmptyField(title) ? {} : { title }), summary, body } },
        },
      }),
    })
  }

  const typed = () => typedWords({ before: base.values, after: values })
  const toMine = useMemo(() => theirs && valuesChange({ before: theirs.values, after: values }), [theirs, values])
  return (
    <div className="section-editor stack" data-form>
      {work.isRestored ? <RestoredNote typed={typed} t={t} onDiscard={work.takeSaved} /> : null}
      {theirs && toMine ? (
        <StaleComparison
          change={toMine}
          others={[]}
          isMerged={work.isMerged}
          notes={[work.isElsewhere ? t('editor.stale.elsewhere') : null]}
          when={
            work.isReady
              ? sayTimeOfDay({ at: theirs.at, now: new Date(), language: pageLanguage, key: 'editor.stale.when', t })
              : ''
          }
          language={language}
          pageLanguage={pageLanguage}
          isBusy={state.kind === 'saving'}
          isAwaited={work.isAwaited}
          typed={typed}
          t={t}
          onSaveMine={() => void take(theirs)}
          onTakeTheirs={work.takeSaved}
          onFetch={work.fetchTheirs}
        />
      ) : null}
      {after ? (
        <div className="measure">
          <Field id="section-after" label={t('proposals.after')} errorMark={t('editor.error')}>
            <select id="section-after" value={follows} onChange={({ target }) => setFollows(target.value)}>
              <option value="">{t('proposals.after.own')}</option>
              {after.sections.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
        </div>
      ) : null}
      {isOpen ? (
        <section className="pane edit" aria-labelledby="ours-title" id="ours">
          <header>
            <h3 className="pane-title" id="ours-title">
              {t('proposals.take.text')}
            </h3>
          </header>
          {work.isReady ? (
            <div className="pane-fields">
              <TextFields
                writing={{ collection: 'sections', country: MASTER, language, ...work.editing, pending, t }}
                values={values}
                change={change}
                wrong={{ title: isUntitled ? t('editor.missing.title') : undefined }}
              />
              <p className="muted xs">{t('editor.no-real-case')}</p>
            </div>
          ) : (
            <p className="muted pane-fields">{t('editor.opening')}</p>
          )}
        </section>
      ) : (
        <p>
          <button type="button" className="btn second" onClick={() => setAsked(true)}>
            {t('proposals.take.edit')}
          </button>
        </p>
      )}
      <div className="actions row end">
        <div className="why">
          <Result shown={shownOf({ state, done: 'whole', t })} />
        </div>
        <button
          type="button"
          className="btn"
          aria-disabled={theirs !== null || state.kind === 'saving' || isUntitled ? true : undefined}
          onClick={() => {
            if (theirs === null) void take(base)
          }}
        >
          {t('proposals.take.do')}
        </button>
      </div>
    </div>
  )
}
