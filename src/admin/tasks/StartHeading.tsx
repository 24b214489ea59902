import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { Toolkit } from '@/stored/toolkits'
import { ToolkitName } from '../words/ToolkitName'

/** What a national lead may start: the toolkits of which their countries have no version. */
export function StartHeading({
  id,
  toolkit,
  language,
  say,
}: {
  id: string
  toolkit: Toolkit
  language: Language
  say: Translator
}) {
  return (
    <h2 id={id}>
      {say('admin.start.title')} <ToolkitName toolkit={toolkit} language={language} />
    </h2>
  )
}
