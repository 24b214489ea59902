import { openIn } from '@/domain/countryStanding'
import { MODES } from '@/domain/section'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { shortDate } from '@/messages/dates'
import type { Overview } from '@/stored/overview'
import { baselineOf } from '@/stored/resolveVariant'
import { onCommon, publishedOf } from '../reading/versionHead'
import { versionAddress } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { EditionStatus, Pill, Status } from '../words/Status'
import { standsElsewhere } from '../words/standsElsewhere'
import { basisWords } from './basisWords'
import { ModeCounts } from './ModeCounts'
import type { NamedOverview, Place } from './overviewPlace'

/** Every national version with its edition, what it is based on, and its last release. */
export function CountryTable({
  place: { language, say },
  countries,
  overview: { common, heads },
}: {
  place: Place
  countries: readonly NamedOverview[]
  overview: Pick<Overview, 'common' | 'heads'>
}) {
  const headings = {
    country: say('admin.overview.country'),
    state: say('admin.overview.state'),
    based: say('admin.overview.based-on'),
    sections: say('admin.overview.sections'),
    release: say('admin.overview.release'),
    waiting: say('admin.overview.waiting'),
  }
  return (
    <section className="stack" aria-labelledby="countries">
      <h2 id="countries">{say('admin.overview.countries')}</h2>
      {countries.length === 0 ? (
        <p className="muted">{say('admin.overview.none')}</p>
      ) : (
        <FoldTable name={{ labelledBy: 'countries' }} headings={Object.values(headings)}>
          <FoldBody>
            {countries.map((country) => {
              const { edition, name, standing, variant } = country
              const { lastRelease, withdrawn } = publishedOf(country.releases)
              const on = onCommon({ baseline: country.follows, common, withdrawals: heads })
              // It follows the newest one, and has not decided on all of it.
              const newerCommon = on.newerCommon ?? (openIn(standing).length > 0 ? common.inUse : null)
              return (
                <FoldRow key={variant.id} head={<a href={versionAddress(variant.id)}>{name}</a>}>
                  <FoldCell heading={headings.state}>
                    {edition ? (
                      <span>
                        <EditionStatus state={edition.state} isWithdrawn={withdrawn} say={say} />{' '}
                        <span className="sub">{say('admin.overview.edition', { number: edition.number })}</span>
                      </span>
                    ) : (
                      '–'
                    )}
                  </FoldCell>
                  <FoldCell heading={headings.based}>
                    <span>
                      {basisWords(country, say)}
                      {standsElsewhere(baselineOf({ baseline: country.follows, others: country.others }), say).map(
                        (sentence) => (
                          <span key={sentence} className="sub">
                            {' '}
                            {sentence}
                          </span>
                        ),
                      )}
                    </span>
                  </FoldCell>
                  <FoldCell heading={headings.sections}>
                    <ModeCounts counts={countsOf(standing.modes)} say={say} />
                  </FoldCell>
                  <FoldCell heading={headings.release} hide={lastRelease ? undefined : 'empty'}>
                    {lastRelease ? (
                      <span>
                        {withdrawn ? `${say('admin.overview.withdrawn')} ` : ''}
                        {lastRelease.version}{' '}
                        <span className="sub nowrap">{shortDate(lastRelease.publishedAt, language)}</span>
                      </span>
                    ) : (
                      <span className="muted">–</span>
                    )}
                  </FoldCell>
                  <FoldCell heading={headings.waiting} hide={newerCommon ? undefined : 'calm'}>
                    {newerCommon ? (
                      <Pill tone="ready" icon={<UpdateIcon sign="ready" />}>
                        {say('admin.overview.waits', { version: newerCommon.version })}
                      </Pill>
                    ) : (
                      <Status icon={<UpdateIcon sign="none" />} muted>
                        {say(common.withdrawal ? 'admin.overview.none-in-use' : 'admin.overview.nothing-waits')}
                      </Status>
                    )}
                  </FoldCell>
                </FoldRow>
              )
            })}
          </FoldBody>
        </FoldTable>
      )}
    </section>
  )
}

function countsOf(modes: NamedOverview['standing']['modes']) {
  const all = [...modes.values()]
  const counts = { inherit: 0, adapt: 0, supplement: 0, local: 0, omit: 0 }
  for (const mode of MODES) counts[mode] = all.filter((one) => one === mode).length
  return counts
}
