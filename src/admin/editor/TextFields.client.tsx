'use client'

import { type RefObject, useDeferredValue, useId, useMemo } from 'react'
import type { Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import { countWords } from '@/domain/words/tokens'
import { fromLexical } from '@/lexical/fromLexical'
import type { Translator } from '@/messages/translate'
import { Field, fieldAttributes } from './Field'
import { keysHintOf } from './nameEditorControls'
import { RichTextInput } from './RichTextInput.client'
import type { EditorText } from './sectionValues'

/** Where a text is edited: which field of the stored form, in which language. */
export type Writing = {
  collection: 'sections' | 'variant-sections'
  /** The owner of the text: a country's code, or `master`. */
  country: string
  language: Language
  /** That of the screen. */
  pageLanguage: Language
  /** Another number shows another text: the editor opens again. */
  round: number
  /** Is that still the current number? */
  isNewest: () => boolean
  pending: RefObject<number>
  t: Translator
}

type Texts = { title: string; summary: string; body: EditorText }

/** Title, summary and text of a section. `wrong` contains the errors, by field. */
export function TextFields({
  writing,
  values,
  change,
  common = null,
  wrong = {},
  needless = [],
}: {
  writing: Writing
  values: Texts
  change: (changes: Partial<Texts>) => void
  /** The common text in this language, if it has one. */
  common?: EditorText | null
  wrong?: { title?: string | undefined; summary?: string | undefined; body?: string | undefined }
  /** The fields that a translation leaves empty, because the common text has them in no language. */
  needless?: readonly (keyof Texts)[]
}) {
  const { language, t } = writing
  const isNeedless = (field: keyof Texts) => needless.includes(field)
  return (
    <>
      <div className="head-fields">
        <Field id="section-title" label={t('editor.title')} error={wrong.title} errorMark={t('editor.error')}>
          <input
            {...fieldAttributes({ id: 'section-title', error: wrong.title })}
            name="title"
            type="text"
            lang={language}
            maxLength={300}
            value={values.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </Field>
        <Field
          id="section-summary"
          label={t('editor.summary')}
          hint={
            wrong.summary ? undefined : t(isNeedless('summary') ? 'editor.nothing-to-translate' : 'editor.summary-hint')
          }
          error={wrong.summary}
          errorMark={t('editor.error')}
        >
          <textarea
            {...fieldAttributes({ id: 'section-summary', error: wrong.summary })}
            name="summary"
            rows={1}
            lang={language}
            maxLength={2000}
            value={values.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </Field>
      </div>
      <TextField
        writing={writing}
        field="body"
        label={t('editor.body')}
        hint={isNeedless('body') && !wrong.body ? t('editor.nothing-to-translate') : undefined}
        error={wrong.body}
        text={values.body}
        common={common}
        onChange={(body) => change({ body })}
      />
    </>
  )
}

/** One rich text with its label. */
export function TextField({
  writing: { collection, country, isNewest, language, pageLanguage, pending, round, t },
  field,
  label,
  hint,
  error,
  text,
  common = null,
  onChange,
}: {
  writing: Writing
  field: 'body' | 'addition'
  label: string
  hint?: string | undefined
  error?: string | undefined
  text: EditorText
  common?: EditorText | null
  onChange: (text: EditorText) => void
}) {
  const labelId = useId()
  const words = useWords(text)
  const commonWords = useWords(common)
  return (
    <div className={error ? 'field is-wrong' : 'field'} id={`section-${field}`} data-field={field} tabIndex={-1}>
      <div className="row end label-row">
        <p className="lab" id={labelId}>
          {label}
        </p>
        <p className="hint">
          {t('editor.words', { count: words })}
          {commonWords > 0 ? ` · ${t('editor.words-common', { count: commonWords })}` : null}
        </p>
        <p className="hint" id={keysHintOf(labelId)}>
          {t('editor.leave-field')}
        </p>
      </div>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="field-error">{error}</p> : null}
      <RichTextInput
        key={`${field}-${round}`}
        collection={collection}
        country={country}
        field={field}
        labelId={labelId}
        t={t}
        language={language}
        pageLanguage={pageLanguage}
        opening={text}
        pending={pending}
        isCurrent={isNewest}
        onChange={onChange}
      />
    </div>
  )
}

/** How many words a text has; counted when the browser has time, and not while a key is pressed. */
function useWords(text: EditorText | null): number {
  const counted = useDeferredValue(text)
  return useMemo(() => (counted === null ? 0 : countWords(textOf(fromLexical(counted)))), [counted])
}
