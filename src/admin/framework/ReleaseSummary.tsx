import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Mode } from '@/domain/section'
import type { Standing } from '@/domain/standing'
import type { Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { loadSectionModes, loadVariants } from '@/stored/variants'
import { AboutDifference } from '../review/AboutDifference'
import { OutgoingList } from '../review/OutgoingList.client'
import { outgoingSection } from '../review/outgoingSection'
import { byCountryName } from '../words/byCountryName'
import { CountryEffects, type NamedEffect } from './CountryEffects'
import { type CountryEffect, countryEffects } from './countryEffects'
import { nextRelease } from './nextRelease'
import { loadRemovedSections } from './removedSections'
import type { WorkingText } from './workingRows'

/** What a release of the common framework means for the countries that have a national version. */
export async function loadCountryEffects({
  req,
  toolkit,
  text,
  common,
  releases,
}: {
  req: PayloadRequest
  toolkit: string
  text: WorkingText
  common: Standing
  /** All releases of the common framework: the country is based on one of them. */
  releases: readonly Release[]
}): Promise<CountryEffect[]> {
  const variants = await loadVariants({ req, toolkit })
  const modes = await loadSectionModes({ req, variants: variants.map(({ id }) => id) })
  const countries = variants.map(({ id, country, baseline }) => ({
    country,
    has: sectionsOf(releases, baseline),
    modes: modes.get(id) ?? new Map<string, Mode>(),
  }))
  const changed = nextRelease({ text, common }).going.map(({ key }) => key)
  // A country may have its own text in removed sections even if the release before is withdrawn.
  return countryEffects({ changed, removed: text.removed, countries })
}

function sectionsOf(releases: readonly Release[], id: string): Set<string> {
  const release = releases.find((one) => one.id === id)
  if (!release) throw new Error(`Release ${id} is not there`)
  return new Set(release.manifest.map(({ key }) => key))
}

/** What is released, and what each country gets: the coordinator reads it before it is final. */
export async function ReleaseSummary({
  req,
  text,
  common,
  languages,
  effects: given,
  reader,
  say,
}: {
  req: PayloadRequest
  text: WorkingText
  common: Standing
  /** The language for titles after the reader's. */
  languages: readonly Language[]
  effects: readonly CountryEffect[]
  reader: Language
  say: Translator
}) {
  const countries = await loadCountries({ req })
  const effects = byCountryName({ rows: given, codeOf: ({ country }) => country, countries, language: reader }).map(
    ({ row, country: { name } }) => ({ ...row, name }),
  )
  const { lastText: last, withdrawal } = common
  const { going, about, removed: taken } = nextRelease({ text, common })
  const titles = [reader, ...languages]
  const removed = await loadRemovedSections({ req, last, removed: taken, languages: titles })
  const goingOut = going.map(({ key, number, title, state }) =>
    outgoingSection({ key, number, title, reader, note: state && say(`admin.since.${state}`) }),
  )
  const goingAway = removed.map((section) =>
    outgoingSection({ ...section, number: '', reader, note: say('admin.release.removed') }),
  )
  const isAboutOnly = going.length + removed.length === 0 && about.length > 0
  return (
    <>
      {withdrawal ? <p>{say('admin.release.after-withdrawal', { version: withdrawal.version })}</p> : null}
      <p>
        {isAboutOnly
          ? say('admin.release.about-only', {
              count: effects.length,
              countries: effects.map(({ name }) => name).join(', '),
            })
          : say('admin.release.reach', { sections: going.length, removed: removed.length, countries: effects.length })}
      </p>
      <section className="stack" aria-labelledby="goes-out" hidden={going.length + removed.length === 0}>
        <h4 id="goes-out">{say('admin.release.goes-out')}</h4>
        <OutgoingList sections={[...goingOut, ...goingAway]} />
      </section>
      <AboutDifference changes={about} of="common" level="h4" reader={reader} say={say} />
      {withdrawal ? <StillHeld effects={effects} say={say} /> : null}
      <CountryEffects effects={effects} going={going.length} removed={removed.length} say={say} />
    </>
  )
}

/**
 * The countries that have written in sections which a withdrawn release had and the next one does not have: no
 * comparison mentions them.
 */
function StillHeld({ effects, say }: { effects: readonly NamedEffect[]; say: Translator }) {
  const held = effects.filter(({ ownInRemoved }) => ownInRemoved > 0)
  if (held.length === 0) return null
  const countries = held.map(({ name, ownInRemoved }) => `${name} (${ownInRemoved})`).join(', ')
  return <p>{say('admin.release.still-held', { countries })}</p>
}
