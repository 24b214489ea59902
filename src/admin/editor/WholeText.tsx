import { blocksBefore } from '@/domain/additionPlace'
import type { Language } from '@/domain/language'
import type { SectionContent, Texts } from '@/domain/section'
import type { ViewOptions } from '@/textView/options'
import { RichTextView } from '@/textView/RichTextView'
import { DRAFT_PICTURES } from '../words/addresses'

/** A section as readers see it in one language: title, summary, text, and the addition in its place. Headings fit below an h3. */
export function WholeText({
  content,
  language,
  idPrefix,
  additionAt,
  additionLabel,
  labelOf,
}: {
  content: Texts & Pick<SectionContent, 'additionPlace'>
  language: Language
  idPrefix: string
  /** How many blocks of the text stand before the addition, if the content does not say where it stands. */
  additionAt?: number | undefined
  /** Shown above a country's addition. */
  additionLabel?: string
  /** What is said above a block, if anything. */
  labelOf?: ViewOptions['labelOf']
}) {
  const addition = content.addition[language] ?? []
  const body = content.body[language] ?? []
  const at = additionAt ?? blocksBefore({ place: content.additionPlace, body: content.body, language })
  const added =
    addition.length > 0 ? (
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
    ) : null
  return (
    <div lang={language} className="stack">
      {content.title[language] ? <p className="text-title">{content.title[language]}</p> : null}
      {content.summary[language] ? <p className="text-summary">{content.summary[language]}</p> : null}
      <RichTextView
        blocks={body}
        language={language}
        headingOffset={2}
        idPrefix={idPrefix}
        files={DRAFT_PICTURES}
        inserted={at < body.length ? { at, view: added } : undefined}
        labelOf={labelOf}
      />
      {at < body.length ? null : added}
    </div>
  )
}
