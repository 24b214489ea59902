import type { Mark } from '@/domain/countryStanding'
import type { Translator } from '@/messages/translate'
import type { NextUpdates } from '@/stored/nextUpdates'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'

/** What the next release means for a country, with the name of the country. */
export type NamedUpdates = NextUpdates & { name: string }

/** What every release asks for stands in each table; the others only where there are some. */
const ALWAYS: readonly Mark[] = ['decide', 'check', 'ready', 'kept']
const COLUMNS: readonly Mark[] = ['decide', 'check', 'ready', 'kept', 'paused', 'told']

/** What will wait in each country after the next release, and how many decisions on the last one are still open. */
export function CountriesGet({
  countries,
  version,
  last,
  hasEditorial,
  say,
}: {
  countries: readonly NamedUpdates[]
  version: string
  /** The number of the release in use; null if there is none. */
  last: string | null
  /** Is one of its changes editorial? */
  hasEditorial: boolean
  say: Translator
}) {
  const columns = COLUMNS.filter(
    (mark) => ALWAYS.includes(mark) || countries.some(({ sections }) => sections[mark] > 0),
  )
  const heads: Record<Mark, string> = {
    decide: say('words.update.decision-needed'),
    check: say('words.update.please-check'),
    ready: say('words.update.ready'),
    kept: say('overview.means.kept'),
    paused: say('words.update.paused'),
    told: say('words.update.told'),
  }
  const open = last === null ? null : say('admin.release.still-open', { version: last })
  const letIn = countries.filter(({ variant }) => hasEditorial && variant.acceptsEditorial).map(({ name }) => name)
  return (
    <section className="stack" aria-labelledby="countries-get">
      <h2 id="countries-get">{say('admin.release.countries')}</h2>
      {countries.length === 0 ? (
        <p className="muted">{say('admin.overview.none')}</p>
      ) : (
        <>
          <FoldTable
            name={{ caption: say('admin.release.waits', { version }) }}
            headings={[
              say('admin.overview.country'),
              ...columns.map((mark) => heads[mark]),
              ...(open === null ? [] : [open]),
            ]}
          >
            <FoldBody>
              {countries.map(({ name, open: decisions, sections, variant }) => (
                <FoldRow key={variant.id} head={name}>
                  {columns.map((mark) => (
                    <FoldCell key={mark} heading={heads[mark]} hide={hideIf(sections[mark] === 0 && mark !== 'decide')}>
                      {sections[mark]}
                    </FoldCell>
                  ))}
                  {open === null ? null : (
                    <FoldCell heading={open} hide={hideIf(decisions === 0)}>
                      {decisions}
                    </FoldCell>
                  )}
                </FoldRow>
              ))}
            </FoldBody>
          </FoldTable>
          <p className="muted xs">{say('admin.release.waits-hint')}</p>
          {letIn.length > 0 ? (
            <p className="muted xs">{say('admin.release.lets-in', { countries: letIn.join(', ') })}</p>
          ) : null}
        </>
      )}
    </section>
  )
}

function hideIf(isCalm: boolean) {
  return isCalm ? 'calm' : undefined
}
