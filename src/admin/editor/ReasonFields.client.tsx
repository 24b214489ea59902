'use client'

import type { Language } from '@/domain/language'
import { type Mode, REASONS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { ReasonOptions } from '../words/ReasonOptions'
import { Field, fieldAttributes } from './Field'
import type { Reasons } from './sectionValues'
import { WHY_TITLES } from './whyTitles'

const LEADS = {
  adapt: 'editor.why.lead',
  supplement: 'editor.why.lead-supplement',
  omit: 'editor.why.omit-lead',
  local: 'editor.why.local-lead',
} as const

/** Why the text differs, why the section is left out, or why only the country has it: readers see it. */
export function ReasonFields({
  mode,
  title,
  lead,
  values,
  change,
  language,
  isChosen,
  wrong = {},
  t,
  notes = [],
}: {
  /** What the country does with the section. */
  mode: Exclude<Mode, 'inherit'>
  /** What stands in place of the heading, and of the sentence below it, for this mode. */
  title?: string
  lead?: string
  values: Reasons
  change: (changes: Partial<Reasons>) => void
  language: Language
  /** Is a reason stored? Then it can be changed, but not removed. */
  isChosen: boolean
  wrong?: { reason?: string | undefined; explanation?: string | undefined }
  t: Translator
  /** What else is to be known about these reasons. */
  notes?: readonly string[]
}) {
  return (
    <section className="panel" aria-labelledby="why-title">
      <h2 id="why-title">{title ?? t(WHY_TITLES[mode])}</h2>
      <p className="muted why-lead">{lead ?? t(LEADS[mode])}</p>
      {notes.length > 0 ? (
        <div className="stack-s why-lead">
          {notes.map((one) => (
            <p key={one} className="note">
              {one}
            </p>
          ))}
        </div>
      ) : null}
      <div className="cols c2">
        <div>
          <Field id="section-reason" label={t('editor.why.reason')} error={wrong.reason} errorMark={t('editor.error')}>
            <select
              {...fieldAttributes({ id: 'section-reason', error: wrong.reason })}
              name="reason"
              value={values.reason}
              onChange={(event) => change({ reason: REASONS.find((one) => one === event.target.value) ?? '' })}
            >
              {isChosen ? null : <option value="">{t('editor.why.choose')}</option>}
              <ReasonOptions t={t} />
            </select>
          </Field>
          <Field
            id="section-sources"
            label={t('editor.why.source')}
            hint={t('editor.why.source-hint')}
            errorMark={t('editor.error')}
          >
            <input
              id="section-sources"
              name="sources"
              type="text"
              maxLength={2000}
              value={values.sources}
              onChange={(event) => change({ sources: event.target.value })}
            />
          </Field>
        </div>
        <Field
          id="section-explanation"
          label={t('editor.why.explanation')}
          hint={t('editor.why.explanation-hint')}
          error={wrong.explanation}
          errorMark={t('editor.error')}
        >
          <textarea
            {...fieldAttributes({ id: 'section-explanation', error: wrong.explanation })}
            name="explanation"
            rows={4}
            lang={language}
            maxLength={2000}
            value={values.explanation}
            onChange={(event) => change({ explanation: event.target.value })}
          />
        </Field>
      </div>
    </section>
  )
}
