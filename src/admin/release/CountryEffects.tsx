import type { Translator } from '@/messages/translate'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import type { CountryEffect } from './countryEffects'

/** An effect with the name of its country. */
export type NamedEffect = CountryEffect & { name: string }

/** What the sections of a release mean for each country; nothing if none is released and none is removed. */
export function CountryEffects({
  effects,
  going,
  removed,
  say,
}: {
  effects: readonly NamedEffect[]
  /** How many sections are released, and how many are removed: only these are counted. */
  going: number
  removed: number
  say: Translator
}) {
  if (going + removed === 0) return null
  const title = going > 0 ? say('admin.release.countries-of', { sections: going }) : say('admin.release.countries')
  const columns = [
    ...(going > 0
      ? [
          { head: say('admin.release.own'), all: going, of: ({ own }: CountryEffect) => own },
          { head: say('admin.release.common'), all: going, of: ({ common }: CountryEffect) => common },
          // Most releases have no new sections, so the table stays narrow.
          ...(effects.some(({ added }) => added > 0)
            ? [{ head: say('admin.release.added'), all: going, of: ({ added }: CountryEffect) => added }]
            : []),
          { head: say('admin.release.unused'), all: going, of: ({ unused }: CountryEffect) => unused },
        ]
      : []),
    ...(removed > 0
      ? [
          {
            head: say('admin.release.own-in-removed'),
            all: removed,
            of: ({ ownInRemoved }: CountryEffect) => ownInRemoved,
          },
        ]
      : []),
  ]
  return (
    <section className="stack" aria-labelledby="countries-get">
      <h2 id="countries-get">{title}</h2>
      {effects.length === 0 ? (
        <p className="muted">{say('admin.overview.none')}</p>
      ) : (
        <FoldTable
          name={{ labelledBy: 'countries-get' }}
          headings={[say('admin.overview.country'), ...columns.map(({ head }) => head)]}
        >
          <FoldBody>
            {effects.map((effect) => (
              <FoldRow key={effect.country} head={effect.name}>
                {columns.map((column) => (
                  <FoldCell key={column.head} heading={column.head}>
                    {say('admin.release.of', { count: column.of(effect), all: column.all })}
                  </FoldCell>
                ))}
              </FoldRow>
            ))}
          </FoldBody>
        </FoldTable>
      )}
    </section>
  )
}
