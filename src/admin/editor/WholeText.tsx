import type { Language } from '@/domain/language'
import type { Texts } from '@/domain/section'
import { RichTextView } from '@/textView/RichTextView'
import { DRAFT_PICTURES } from '../words/addresses'

/** A section as readers see it in one language: title, summary, text and addition. Headings fit below an h3. */
export function WholeText({
  content,
  language,
  idPrefix,
  additionLabel,
}: {
  content: Texts
  language: Language
  idPrefix: string
  /** Shown above a country's addition. */
  additionLabel?: string
}) {
  const addition = content.addition[language] ?? []
  return (
    <div lang={language} className="stack">
      {content.title[language] ? <p className="text-title">{content.title[language]}</p> : null}
      {content.summary[language] ? <p className="text-summary">{content.summary[language]}</p> : null}
      <RichTextView
        blocks={content.body[language] ?? []}
        language={language}
        headingOffset={2}
        idPrefix={idPrefix}
        files={DRAFT_PICTURES}
      />
      {addition.length > 0 ? (
        <div className="text-addition">
          {additionLabel ? <p className="muted xs">{additionLabel}</p> : null}
          <RichTextView
            blocks={addition}
            language={language}
            headingOffset={2}
            idPrefix={`${idPrefix}addition-`}
            files={DRAFT_PICTURES}
          />
        </div>
      ) : null}
    </div>
  )
}
