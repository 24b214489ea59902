import type { Language } from '@/domain/language'
import type { SectionContent } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { textIn } from '../words/titles'

/** What the common framework tells those who adapt this section, and what they may do with it. */
export function GuidanceNote({
  content,
  language,
  say,
}: {
  content: SectionContent | undefined
  language: Language
  say: Translator
}) {
  if (!content) return null
  const guidance = textIn({ given: content.guidance, languages: [language, 'en'], otherwise: '' })
  if (guidance.text === '' && content.policy === 'free') return null
  return (
    <div className="note">
      <p>
        <strong>{say('editor.guidance')}</strong> {say(`words.policy.${content.policy}`)}.
      </p>
      {guidance.text === '' ? null : <p lang={guidance.language}>{guidance.text}</p>}
    </div>
  )
}
