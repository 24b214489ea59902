import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { saySummary } from '@/textView/DifferenceSummary'
import type { ViewOptions } from '@/textView/options'
import { SectionDifference } from '@/textView/SectionDifference'

/** The differences between the saved text and what it is compared with, for the pane beside the editor. */
export function SavedDifference({
  change,
  language,
  pageLanguage,
  labelOf,
  say,
}: {
  change: SectionChange
  language: Language
  pageLanguage: Language
  labelOf?: ViewOptions['labelOf']
  say: Translator
}) {
  return (
    <div className="stack">
      <p className="muted xs">{saySummary({ counts: change.counts, t: say })}</p>
      <SectionDifference
        change={change}
        language={language}
        pageLanguage={pageLanguage}
        t={say}
        headingOffset={2}
        labelOf={labelOf}
      />
    </div>
  )
}
