'use client'

import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { blockIdsOf, explainedIn, isSameReasons, ownChanges, reasonsOfChanges, saysWhy } from '@/domain/changeReasons'
import type { Language } from '@/domain/language'
import { completedAddress, isAddressOrNone } from '@/domain/safeUrl'
import {
  type ChangedAt,
  type ChangeReason,
  MOST_CHARACTERS,
  MOST_REFERENCES,
  REASONS,
  type Reference,
} from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { ChangedPlace } from '@/textView/ChangedPlace'
import { keyed } from '@/textView/keyed'
import { ReasonOptions } from '../words/ReasonOptions'
import { Field, fieldAttributes } from './Field'
import { sectionTextOf, type VariantValues } from './sectionValues'

type Given = {
  /** The common text in the language. */
  common: VariantValues
  values: VariantValues
  change: (changes: Pick<VariantValues, 'changeReasons'>) => void
  language: Language
  pageLanguage: Language
  t: Translator
}

/** Each change of the common text, as it is typed now, with its reason or the button to give one. */
export function ChangeReasonFields({ common, values: typed, change, language, pageLanguage, t }: Given) {
  // Compared a moment after typing, so that a long text does not wait for it.
  const values = useDeferredValue(typed)
  const { changes, ids } = useMemo(() => {
    const sides = { common: sectionTextOf(common), own: sectionTextOf(values) }
    return { changes: ownChanges({ ...sides, language }), ids: blockIdsOf(sides) }
  }, [common, values, language])
  const reasons = typed.changeReasons
  const { found, gone } = reasonsOfChanges({ changes, reasons, ids })
  const lost = gone.filter(saysWhy)
  // A new paragraph has no id before it is stored, so its reason keeps up with its words.
  const kept = reasons.map((one) => {
    const here = found.find(({ reasons: given }) => given.includes(one))
    const isNamed = one.at.block !== null && ids.has(one.at.block)
    return here && !isNamed ? { ...one, at: { ...here.change.at, block: one.at.block } } : one
  })
  const isRenamed = !isSameReasons(kept, reasons)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when the compared text is another one
  useEffect(() => {
    if (isRenamed) change({ changeReasons: kept })
  }, [changes])
  const put = (was: ChangeReason | null, is: ChangeReason | null) => {
    const others = was ? reasons.flatMap((one) => (one === was ? (is ?? []) : one)) : [...reasons, ...(is ? [is] : [])]
    change({ changeReasons: others })
  }
  return (
    <section className="panel change-why" aria-labelledby="change-why-title" data-field="changeReasons">
      <h2 id="change-why-title">{t('editor.change-why.title')}</h2>
      <p className="muted why-lead">{t('editor.change-why.lead')}</p>
      {found.length === 0 ? <p>{t('editor.change-why.none')}</p> : null}
      <ul className="change-list">
        {keyed(found).map(({ key, one: { change: own, reasons: given } }) => (
          <li key={own.at.block ?? `${own.at.field} ${key}`}>
            {keyed<ChangeReason | null>(given.length > 0 ? given : [null]).map(({ key: place, one: reason }) => (
              <OneChange
                key={place}
                at={own.at}
                reason={reason}
                onChange={(is) => put(reason, is)}
                language={language}
                pageLanguage={pageLanguage}
                t={t}
              />
            ))}
          </li>
        ))}
        {lost.map((one) => (
          <li key={`${one.at.field} ${one.at.block ?? one.at.words}`}>
            <p>
              <ChangedPlace at={one.at} pageLanguage={pageLanguage} t={t} />
            </p>
            <p className="muted">{t('editor.change-why.gone')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneGiven = Pick<Given, 'language' | 'pageLanguage' | 't'> & {
  at: ChangedAt
  /** Null if none is given yet. */
  reason: ChangeReason | null
  onChange: (reason: ChangeReason | null) => void
}

function OneChange({ at, reason, onChange, language, pageLanguage, t }: OneGiven) {
  const [isOpen, setOpen] = useState(false)
  const fields = useRef<HTMLFieldSetElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const name = <ChangedPlace at={at} pageLanguage={pageLanguage} t={t} />
  /** An opened form gets the focus, and the button has it again when the form closes. */
  const open = (isNow: boolean) => {
    setOpen(isNow)
    requestAnimationFrame(() => (isNow ? fields.current?.querySelector('select') : button.current)?.focus())
  }
  return (
    <div className="stack-s">
      <div className="row">
        <p id={`${id}-name`} className="change-name">
          {name}
        </p>
        <button
          ref={button}
          type="button"
          className="btn second sm"
          aria-expanded={isOpen}
          aria-describedby={`${id}-name`}
          onClick={() => open(!isOpen)}
        >
          {isOpen ? t('editor.change-why.close') : t(reason ? 'editor.change-why.edit' : 'editor.change-why.give')}
        </button>
      </div>
      {isOpen ? (
        <fieldset ref={fields} className="change-fields" aria-labelledby={`${id}-name`}>
          <ReasonOfChange
            id={id}
            reason={reason ?? { at, reason: null, explanation: {}, references: [] }}
            onChange={onChange}
            language={language}
            t={t}
          />
          {reason ? (
            <p>
              <button
                type="button"
                className="btn quiet sm"
                onClick={() => {
                  onChange(null)
                  open(false)
                }}
              >
                {t('editor.change-why.remove')}
              </button>
            </p>
          ) : null}
        </fieldset>
      ) : reason ? (
        <p className="change-said">
          {reason.reason ? <strong>{t(`words.reason.${reason.reason}`)}.</strong> : null}{' '}
          <span lang={language}>{reason.explanation[language]}</span>
          {reason.references.length > 0 ? (
            <span className="muted"> {reason.references.map(({ text, url }) => text || url).join(' · ')}</span>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function ReasonOfChange({
  id,
  reason,
  onChange,
  language,
  t,
}: {
  id: string
  reason: ChangeReason
  onChange: (reason: ChangeReason) => void
  language: Language
  t: Translator
}) {
  const { references } = reason
  const list = useRef<HTMLDivElement>(null)
  const errorMark = t('editor.error')
  const putReferences = (next: readonly Reference[]) => onChange({ ...reason, references: next })
  const focusReference = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[2 * index]?.focus())
  return (
    <>
      <div className="cols c2">
        <Field id={`${id}-reason`} label={t('editor.why.reason')} errorMark={errorMark}>
          <select
            id={`${id}-reason`}
            value={reason.reason ?? ''}
            onChange={(event) =>
              onChange({ ...reason, reason: REASONS.find((one) => one === event.target.value) ?? null })
            }
          >
            <option value="">{t('editor.change-why.no-reason')}</option>
            <ReasonOptions t={t} />
          </select>
        </Field>
        <Field
          id={`${id}-explanation`}
          label={t('editor.why.explanation')}
          hint={t('editor.why.explanation-hint')}
          errorMark={errorMark}
        >
          <textarea
            id={`${id}-explanation`}
            rows={3}
            lang={language}
            maxLength={MOST_CHARACTERS.explanation}
            value={reason.explanation[language] ?? ''}
            onChange={(event) => onChange(explainedIn(reason, language, event.target.value))}
          />
        </Field>
      </div>
      <div ref={list} className="stack-s">
        {keyed(references).map(({ key, one: reference, index }) => {
          const put = (changes: Partial<Reference>) =>
            putReferences(references.map((one, at) => (at === index ? { ...one, ...changes } : one)))
          const number = index + 1
          const isWrong = !isAddressOrNone(reference.url ?? '')
          const error = isWrong ? t('editor.change-why.wrong-address') : undefined
          return (
            <div key={key} className="change-reference">
              <Field
                id={`${id}-text-${key}`}
                label={t('editor.change-why.reference', { number })}
                hint={t('editor.change-why.reference-hint')}
                errorMark={errorMark}
              >
                <input
                  id={`${id}-text-${key}`}
                  type="text"
                  maxLength={MOST_CHARACTERS.reference}
                  value={reference.text}
                  onChange={(event) => put({ text: event.target.value })}
                />
              </Field>
              <Field id={`${id}-url-${key}`} label={t('editor.change-why.address')} error={error} errorMark={errorMark}>
                <input
                  {...fieldAttributes({ id: `${id}-url-${key}`, error })}
                  type="text"
                  inputMode="url"
                  autoComplete="off"
                  maxLength={2000}
                  value={reference.url ?? ''}
                  onChange={(event) => put({ url: event.target.value === '' ? null : event.target.value })}
                  onBlur={() => reference.url && put({ url: completedAddress(reference.url) || null })}
                />
              </Field>
              <button
                type="button"
                className="btn quiet sm"
                onClick={() => {
                  putReferences(references.filter((_, at) => at !== index))
                  focusReference(Math.max(0, index - 1))
                }}
              >
                {t('editor.change-why.remove-reference', { number })}
              </button>
            </div>
          )
        })}
        {references.length < MOST_REFERENCES ? (
          <p>
            <button
              type="button"
              className="btn second sm"
              onClick={() => {
                putReferences([...references, { text: '', url: null }])
                focusReference(references.length)
              }}
            >
              {t('editor.change-why.add-reference')}
            </button>
          </p>
        ) : null}
      </div>
    </>
  )
}
