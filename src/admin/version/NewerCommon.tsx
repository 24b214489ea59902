import type { Language } from '@/domain/language'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import type { VersionState } from '../reading/versionState'
import { siteAddress } from '../words/addresses'
import { Pill } from '../words/Status'

/** Says that newer common text is out, and where to read what is new in it. */
export function NewerCommon({ state, language, say }: { state: VersionState; language: Language; say: Translator }) {
  const { newerCommon } = state
  if (!newerCommon) return null
  return (
    <div className="panel wash row end">
      <p className="row">
        <Pill tone="ready" icon={<UpdateIcon sign="ready" />}>
          {say('admin.newer.waits')}
        </Pill>
        <span>{say('admin.newer.what', { version: newerCommon.version })}</span>
      </p>
      <a className="btn second sm" href={newerCommonAddress({ state, language })}>
        {say('admin.newer.read', { version: newerCommon.version })}
      </a>
    </div>
  )
}

/** Where the site shows the newer release of the common framework, in a language that it has. */
export function newerCommonAddress({ state, language }: { state: VersionState; language: Language }): string {
  const { newerCommon, toolkit } = state
  const inLanguage = newerCommon?.languages.includes(language) ? language : toolkit.sourceLanguage
  return siteAddress({
    country: 'master',
    language: inLanguage,
    toolkit,
    ...(newerCommon ? { version: newerCommon.version } : {}),
  })
}
