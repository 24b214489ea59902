import type { Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { Blocks } from '@/textView/blocks/Blocks'
import { numberingOf } from '@/textView/numbering'
import { viewOptions } from '@/textView/options'
import type { ShownFile } from './takenAnswer'

type Given = { language: Language; pageLanguage: Language; t: Translator }

/** What the file says in no section of the version, in full: it is taken over nowhere. */
export function UnknownTexts({ unknown, ...given }: Given & Pick<ShownFile, 'unknown'>) {
  const { language, t } = given
  if (unknown.length === 0) return null
  return (
    <section className="panel stack" aria-labelledby="word-unknown">
      <h3 id="word-unknown">{t('editor.word.unknown')}</h3>
      <p className="muted">{t('editor.word.unknown-lead')}</p>
      {unknown.map(({ blocks, title }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two titles can be the same, and their order never changes.
        <section key={index} className="stack" aria-labelledby={`word-unknown-${index}`}>
          <h4 id={`word-unknown-${index}`} lang={language}>
            {title}
          </h4>
          <TextAlone {...given} blocks={blocks} idPrefix={`unknown-${index}-`} />
        </section>
      ))}
    </section>
  )
}

/** Its pictures are described in words: they are not stored. */
function TextAlone({ blocks, idPrefix, language, pageLanguage, t }: Given & { blocks: RichText; idPrefix: string }) {
  const numbering = numberingOf({ blocks, topLevel: 5, idPrefix })
  const wordsLang = pageLanguage === language ? {} : { wordsLang: pageLanguage }
  const options = viewOptions({ language, t, topLevel: 5, numbering, idPrefix, ...wordsLang })
  return (
    <div className="text" lang={language}>
      <Blocks blocks={blocks} options={options} />
    </div>
  )
}
