import type { Language } from '@/domain/language'
import type { Toolkit } from '@/stored/toolkits'
import { toolkitTitle } from './titles'

/** The title of a toolkit, shown where there are several: without it, a country has two versions with the same name. */
export function ToolkitName({
  toolkit,
  language,
}: {
  toolkit: Pick<Toolkit, 'slug' | 'sourceLanguage' | 'title'>
  language: Language
}) {
  const name = toolkitTitle({ toolkit, language })
  return (
    <span className="light muted" lang={name.language === language ? undefined : name.language}>
      {name.text}
    </span>
  )
}
