'use client'

import { useState } from 'react'
import type { Language } from '@/domain/language'
import type { PlaceInText } from '@/domain/proposals'
import { isEmptyField } from '@/domain/richText/sameText'
import { Field } from '../editor/Field'
import { MasterTextFields, MasterTextNotes, useMasterText } from '../editor/MasterText.client'
import { shownOf } from '../editor/SavingBar.client'
import type { MasterValues } from '../editor/sectionValues'
import type { Saved } from '../editor/work'
import { Result } from '../Result'

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
  const at = place === null ? '' : place === 'beginning' ? place : place.after
  const draft = { userId, section: `proposal/${proposal}/${at}`, language }
  const text = useMasterText({ words, pageLanguage, place: draft, saved })
  const { t, work } = text
  const { base, state, theirs, values } = work
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

  return (
    <div className="section-editor stack" data-form>
      <MasterTextNotes text={text} others={() => []} onSave={(from) => void take(from)} />
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
          <MasterTextFields text={text} isUntitled={isUntitled} />
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
