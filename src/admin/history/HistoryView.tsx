import { bringBack, isSameAlready, isSameState, type Part, restore, withoutText } from '@/domain/bringBack'
import { LANGUAGES } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { nationalState } from '@/domain/revisions'
import { OWN_FIELDS, RICH_FIELDS } from '@/domain/section'
import { longDate } from '@/messages/dates'
import { loadBaseOf } from '@/stored/commonBase'
import { loadCountries } from '@/stored/countries'
import { loadManifests } from '@/stored/manifests'
import { loadNames } from '@/stored/names'
import { loadVariantSectionRevisions } from '@/stored/revisions'
import type { StoredVariantSection } from '@/stored/variants'
import { editionNote } from '../editor/editionNote'
import { LanguageLinks } from '../editor/LanguageLinks'
import { loadSectionFacts } from '../editor/sectionFacts'
import { AdminFrame } from '../frame/AdminFrame'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { SectionNotThere } from '../places/SectionNotThere'
import { historyAddress, restoreAddress, sectionAddress, sidesAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { comparedHistory } from './comparedHistory'
import { loadHistory, revisionIn } from './entries'
import { HistoryScreen } from './HistoryScreen'
import { EDITION_NOTE, type PaneField } from './panes'
import { releasesWith } from './releasesWith'
import { SectionLead, sectionTitle } from './SectionHead'
import { SectionTabs } from './SectionTabs'
import { UndoBar } from './UndoBar'
import { loadUndo } from './undo'

/** `/admin/version/:variant/section/:key/history?lang=&from=&to=&before=`: every kept text of a national section. */
export async function HistoryView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const [facts, countries] = await Promise.all([
    loadSectionFacts({ visitor, variant, key, asked: queryOf(view, 'lang') }),
    loadCountries(visitor),
  ])
  if (!facts) return <SectionNotThere view={view} />
  const { base, language, mayDraft, own, state } = facts
  const { language: pageLanguage, req, say } = visitor
  const { country: code, languages } = state.variant
  const country = countryName({ code, countries, language: pageLanguage })
  const here = { variant: state.variant.id, key, language }
  const asked = { from: queryOf(view, 'from'), to: queryOf(view, 'to'), before: revisionIn(queryOf(view, 'before')) }
  const stateOf = (section: VariantSection, on = base) => nationalState({ base: on, section, languages })
  const untouched = base && own && stateOf(withoutText(own))
  const baseOf = (some: StoredVariantSection | null) => loadBaseOf({ req, variant: state.variant, key, own: some })
  const [found, manifests, undo] = await Promise.all([
    own &&
      loadHistory({
        load: (some) => loadVariantSectionRevisions({ req, id: own.id, ...some }),
        stateOf: (section) => stateOf(section),
        ifUsed: (section) => (base && section.mode === 'omit' ? stateOf({ ...section, mode: 'inherit' }) : null),
        isSame: isSameState,
        languages,
        firstChange: async (first) => {
          // The save can itself be a decision on an update: before it, the section stood where the version started.
          const [start, then] = await Promise.all([baseOf(null), baseOf(first)])
          const common = start ?? then
          return common && { before: stateOf(withoutText(first), common), after: stateOf(first, then) }
        },
        newest: own.rev,
        before: asked.before,
        named: [asked.from, asked.to].flatMap((one) => revisionIn(one) ?? []),
      }),
    loadManifests({ req, releases: state.releases.map(({ id }) => id) }),
    loadUndo({ facts, visitor }),
  ])
  // A translation stays, whatever is restored: if there is nothing else, nothing is offered.
  const isRestorable =
    base && own && restore({ common: base.content, own, part: { kind: 'whole' }, languages: LANGUAGES }).ok
  const version = state.baseline.version
  const note = editionNote({ state, say })
  const title = sectionTitle(facts)
  const history =
    own && found?.newest
      ? await comparedHistory({
          visitor,
          language,
          entries: found.entries,
          named: found.named,
          newest: found.newest,
          marks: releasesWith({ releases: state.releases, manifests, key }).map(({ publishedAt, version: number }) => ({
            at: publishedAt,
            label: say('history.published', { country, version: number, date: longDate(publishedAt, pageLanguage) }),
          })),
          common: untouched && {
            label: say('history.common', { version }),
            note: say('history.common-note', { version }),
            state: untouched,
          },
          asked,
          areMore: found.areMore,
          names: await loadNames({ req, ids: [...found.entries, ...found.named].map(({ by }) => by) }),
          address: historyAddress(here),
          bringBack: mayDraft
            ? {
                action: 'bring-back-section',
                input: here,
                whole: say('history.back-note-whole'),
                byLanguage: languages.length > 1,
                describedBy: note ? EDITION_NOTE : undefined,
                // The bar above has said it already.
                editionNote: undo?.input ? null : note,
              }
            : null,
          bringsBack: ({ field, ids, ...given }) => {
            const part = partOf(field, ids)
            // One part that is already restored says nothing about the others.
            const outcome = part && bringBack({ common: base?.content ?? null, part, ...given })
            return outcome !== null && (outcome.ok || (ids !== undefined && isSameAlready(outcome)))
          },
          restore: mayDraft && isRestorable ? restoreAddress(here) : null,
        })
      : null
  return (
    <AdminFrame
      view={view}
      title={title}
      crumb={say('history.tabs.history')}
      crumbs={[
        { label: country, href: versionAddress(here.variant) },
        { label: title, href: sectionAddress(here) },
      ]}
      lead={<SectionLead facts={facts} say={say} />}
      buttons={
        <LanguageLinks
          languages={languages}
          current={language}
          addressOf={(one) => historyAddress({ ...here, language: one })}
          say={say}
        />
      }
      sample={state.toolkit.sample}
    >
      <SectionTabs
        current="history"
        text={sectionAddress(here)}
        sides={facts.base && sidesAddress(here)}
        history={historyAddress(here)}
        say={say}
      />
      <UndoBar undo={undo} visitor={visitor} editionNote={note} />
      {history ? <HistoryScreen history={history} /> : <p>{say('history.none')}</p>}
    </AdminFrame>
  )
}

/**
 * A field of a national section that can be restored, or the whole; null for one that only the common framework has.
 */
function partOf(field: PaneField | undefined, ids: string[] | undefined): Part | null {
  if (field === undefined) return { kind: 'whole' }
  const rich = RICH_FIELDS.find((one) => one === field)
  if (ids && rich) return { kind: 'blocks', field: rich, ids }
  const known = [...OWN_FIELDS, 'reasons' as const].find((one) => one === field)
  return known ? { kind: 'fields', fields: [known] } : null
}
