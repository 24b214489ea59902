import type { Language } from '@/domain/language'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { VersionHead } from '../reading/versionHead'
import { siteAddress } from '../words/addresses'
import { Pill } from '../words/Status'

type Given = { state: Newer; language: Language; say: Translator }

type Newer = Pick<VersionHead, 'common' | 'newerCommon' | 'toolkit'>

/**
 * Says that newer common text is available, or that the common framework is withdrawn, with links to what is new or
 * why.
 */
export function NewerCommon({ state, language, say }: Given) {
  const { common, newerCommon } = state
  if (common.withdrawal) return <WithdrawnCommon state={state} language={language} say={say} />
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

/** Says that the common framework is withdrawn, with a link to the reason; nothing while it is in use. */
export function WithdrawnCommon({ state, language, say }: Given) {
  const { withdrawal } = state.common
  if (!withdrawal) return null
  const { publishedAt, version } = withdrawal
  return (
    <div className="panel wash row end">
      <p>{say('admin.newer.withdrawn', { version, date: longDate(publishedAt, language) })}</p>
      <a className="btn second sm" href={newerCommonAddress({ state, language })}>
        {say('admin.newer.why')}
      </a>
    </div>
  )
}

/**
 * The page of the site for the newer release of the common framework, in a language that it has. While that is
 * withdrawn, the page that says so.
 */
export function newerCommonAddress({ state, language }: { state: Newer; language: Language }): string {
  const { common, newerCommon, toolkit } = state
  const { languages = [] } = common.withdrawal ?? newerCommon ?? {}
  const inLanguage = languages.includes(language) ? language : toolkit.sourceLanguage
  return siteAddress({
    country: 'master',
    language: inLanguage,
    toolkit,
    ...(newerCommon ? { version: newerCommon.version } : {}),
  })
}
