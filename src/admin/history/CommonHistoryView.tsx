import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { bringBackCommon, COMMON_FIELDS, type CommonPart, isSameContent } from '@/domain/bringBackCommon'
import { isLanguage, LANGUAGES } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { commonState } from '@/domain/revisions'
import { longDate } from '@/messages/dates'
import { sayProposedBy } from '@/messages/proposedBy'
import { loadManifests } from '@/stored/manifests'
import { loadNames } from '@/stored/names'
import { loadProposals } from '@/stored/proposals'
import { releaseHeads } from '@/stored/releases'
import { loadSectionRevisions } from '@/stored/revisions'
import { loadSection, loadWorkingPlaces } from '@/stored/sections'
import { loadToolkitById } from '@/stored/toolkits'
import { LanguageLinks } from '../editor/LanguageLinks'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { numberedTitle } from '../framework/numberedTitle'
import { frameworkAddress, frameworkHistoryAddress, frameworkSectionAddress } from '../words/addresses'
import { crumbOf, textIn } from '../words/titles'
import { comparedHistory } from './comparedHistory'
import { loadHistory, revisionIn } from './entries'
import { HistoryScreen } from './HistoryScreen'
import type { PaneField } from './panes'
import { releasesWith } from './releasesWith'
import { SectionTabs } from './SectionTabs'
import { UndoBar } from './UndoBar'
import { loadCommonUndo } from './undo'

/** `/admin/framework/:toolkit/section/:key/history`: every kept working text of a section of the common framework. */
export async function CommonHistoryView(view: ViewProps<'toolkit' | 'key'>) {
  const visitor = await visitorOf(view)
  const { actor, language: pageLanguage, req, say } = visitor
  const { toolkit: toolkitId, key } = view.params
  const toolkit = await loadToolkitById({ req, id: toolkitId })
  const [section, places, releases] = toolkit
    ? await Promise.all([
        loadSection({ req, toolkit: toolkit.id, key }),
        loadWorkingPlaces({ req, toolkit: toolkit.id }),
        releaseHeads({ req, toolkit: toolkit.id, country: MASTER }),
      ])
    : [null, [], []]
  if (!toolkit || !section) return <PlainPage view={view} about="not-there" />
  const wanted = queryOf(view, 'lang')
  const language = isLanguage(wanted) ? wanted : toolkit.sourceLanguage
  const here = { toolkit: toolkit.id, key, language }
  const asked = { from: queryOf(view, 'from'), to: queryOf(view, 'to'), before: revisionIn(queryOf(view, 'before')) }
  const [found, manifests, undo, proposals] = await Promise.all([
    loadHistory({
      load: (some) => loadSectionRevisions({ req, id: section.id, ...some }),
      stateOf: commonState,
      isSame: (one, other) => isSameContent(one.content, other.content),
      languages: LANGUAGES,
      newest: section.rev,
      before: asked.before,
      named: [asked.from, asked.to].flatMap((one) => revisionIn(one) ?? []),
    }),
    loadManifests({ req, releases: releases.map(({ id }) => id) }),
    loadCommonUndo({ section, language, visitor }),
    loadProposals({ req, toolkit: toolkit.id, key, states: ['taken-over'] }),
  ])
  const title = numberedTitle({ section, places, language, toolkit })
  const name = textIn({ given: toolkit.title, languages: [pageLanguage], otherwise: toolkit.slug })
  const history = found.newest
    ? await comparedHistory({
        visitor,
        language,
        entries: found.entries.map((entry) => {
          const proposal = proposals.find(({ takenRevision }) => takenRevision === entry.rev)
          const codes = proposal ? [proposal.country] : []
          return { ...entry, credit: sayProposedBy({ codes, language: pageLanguage, t: say }) }
        }),
        named: found.named,
        newest: found.newest,
        marks: releasesWith({ releases, manifests, key }).map(({ publishedAt, version }) => ({
          at: publishedAt,
          label: say('history.released', { version, date: longDate(publishedAt, pageLanguage) }),
        })),
        common: null,
        asked,
        areMore: found.areMore,
        names: await loadNames({ req, ids: [...found.entries, ...found.named].map(({ by }) => by) }),
        address: frameworkHistoryAddress(here),
        bringBack: hasRoleEverywhere(actor, KEEPERS)
          ? {
              action: 'bring-back-common-section',
              input: { toolkit: toolkit.id, key, language },
              whole: say('history.back-note-whole-common'),
            }
          : null,
        // A part of a text can be restored wherever its field can.
        bringsBack: ({ earlier, now, languages, field }) => {
          const part = partOf(field)
          const contents = { earlier: earlier.content, now: now.content }
          return part !== null && bringBackCommon({ ...contents, part, languages }).ok
        },
        restore: null,
      })
    : null
  return (
    <AdminFrame
      view={view}
      title={title}
      crumb={say('history.tabs.history')}
      crumbs={[crumbOf(name, frameworkAddress(toolkit)), { label: title, href: frameworkSectionAddress(here) }]}
      lead={<p className="muted">{say('editor.master.lead', { language: say(`words.language.${language}`) })}</p>}
      buttons={
        <LanguageLinks
          languages={LANGUAGES}
          current={language}
          addressOf={(one) => frameworkHistoryAddress({ ...here, language: one })}
          say={say}
        />
      }
      sample={toolkit.sample}
    >
      <SectionTabs
        current="history"
        text={frameworkSectionAddress(here)}
        history={frameworkHistoryAddress(here)}
        say={say}
      />
      <UndoBar undo={undo} visitor={visitor} />
      {history ? <HistoryScreen history={history} /> : <p>{say('history.change.first-kept')}</p>}
    </AdminFrame>
  )
}

/** A field of a section that can be restored, or the whole; null for one that only countries have. */
function partOf(field: PaneField | undefined): CommonPart | null {
  if (field === undefined) return { kind: 'whole' }
  const known = [...COMMON_FIELDS, 'settings' as const].find((one) => one === field)
  return known ? { kind: 'fields', fields: [known] } : null
}
