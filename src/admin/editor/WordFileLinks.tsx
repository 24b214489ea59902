import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { wordFileAddress } from '../words/addresses'

/** The section as a Word file, and with the sections below it if there are any. */
export function WordFileLinks({
  line,
  sectionKey: key,
  language,
  hasBelow,
  say,
}: {
  line: Parameters<typeof wordFileAddress>[0]
  sectionKey: string
  language: Language
  hasBelow: boolean
  say: Translator
}) {
  return (
    <>
      <a className="btn quiet" href={wordFileAddress(line, { language, key })}>
        {say('report.download')}
      </a>
      {hasBelow ? (
        <a className="btn quiet" href={wordFileAddress(line, { language, key, below: true })}>
          {say('report.download-part')}
        </a>
      ) : null}
    </>
  )
}
