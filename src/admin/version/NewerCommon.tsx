import type { Language } from '@/domain/language'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { VersionHead } from '../reading/versionHead'
import type { VersionState } from '../reading/versionState'
import type { PausedUpdates } from '../updates/pausedUpdates'
import { sayPause } from '../updates/sayPause'
import { UrgentDuringPause } from '../updates/UrgentDuringPause'
import { changesAddress, siteAddress, updatesAddress } from '../words/addresses'
import { Pill, Status } from '../words/Status'

type Given<State> = { state: State; language: Language; say: Translator }

type Newer = Pick<VersionState, 'common' | 'newerCommon' | 'resolved' | 'toolkit'>
type Withdrawn = Pick<VersionHead, 'common' | 'toolkit'>

/**
 * Says that newer common text is available, that all updates are paused, or that the common framework is withdrawn, with
 * links to what is new, to the list of updates, or why.
 */
export function NewerCommon({
  state,
  paused = null,
  language,
  say,
}: Given<Newer> & {
  /** The pause of all updates that holds today. */
  paused?: PausedUpdates | null
}) {
  const { common, newerCommon } = state
  if (common.withdrawal) return <WithdrawnCommon state={state} language={language} say={say} />
  if (paused) return <Paused paused={paused} isNewer={newerCommon !== null} language={language} say={say} />
  if (!newerCommon) return null
  return (
    <div className="panel wash row end">
      <p className="row">
        <Pill tone="ready" icon={<UpdateIcon sign="ready" />}>
          {say('admin.newer.waits')}
        </Pill>
        <span>{`${say('admin.newer.title', { version: newerCommon.version })}. ${say('admin.newer.stays')}`}</span>
      </p>
      <a className="btn second sm" href={newerCommonAddress(state)}>
        {say('admin.newer.read', { version: newerCommon.version })}
      </a>
    </div>
  )
}

function Paused({
  paused,
  isNewer,
  language,
  say,
}: Omit<Given<never>, 'state'> & {
  paused: PausedUpdates
  /** Does the version follow an older release than the newest? */
  isNewer: boolean
}) {
  return (
    <div className="panel wash row end">
      <div className="stack-s">
        {isNewer ? <p>{`${say('admin.newer.title', { version: paused.version })}.`}</p> : null}
        <p>
          <Status icon={<UpdateIcon sign="paused" />}>{sayPause(paused.pause, { language, say })}</Status>
        </p>
        <UrgentDuringPause paused={paused} language={language} say={say} />
      </div>
      <a className="btn second sm" href={updatesAddress(paused.variant)}>
        {say('admin.updates.see')}
      </a>
    </div>
  )
}

/** Says that the common framework is withdrawn, with a link to the reason; nothing while it is in use. */
export function WithdrawnCommon({ state, language, say }: Given<Withdrawn>) {
  const { common, toolkit } = state
  const { withdrawal } = common
  if (!withdrawal) return null
  const { languages, publishedAt, version } = withdrawal
  const inLanguage = languages.includes(language) ? language : toolkit.sourceLanguage
  return (
    <div className="panel wash row end">
      <p>{say('admin.newer.withdrawn', { version, date: longDate(publishedAt, language) })}</p>
      <a className="btn second sm" href={siteAddress({ country: 'master', language: inLanguage, toolkit })}>
        {say('admin.newer.why')}
      </a>
    </div>
  )
}

/** The screen that compares the newer release of the common framework with the one that the version is based on. */
export function newerCommonAddress({ newerCommon, resolved, toolkit }: Newer): string {
  return changesAddress(
    { toolkit: toolkit.id },
    { from: resolved.baseline.version, ...(newerCommon ? { to: newerCommon.version } : {}) },
  )
}
