import { withoutOwnText } from '@/domain/bringBack'
import { loadCountries } from '@/stored/countries'
import { VIEW_WORDS } from '@/textView/viewWords'
import { actionWords } from '../actionWords'
import { editionNote } from '../editor/editionNote'
import { LanguageLinks } from '../editor/LanguageLinks'
import { loadSectionFacts } from '../editor/sectionFacts'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { historyAddress, restoreAddress, sectionAddress, sidesAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { RestoreForm } from './RestoreForm.client'
import { restoreChanges } from './restoreChanges'
import { restorePanes } from './restorePanes'
import { SectionLead, sectionTitle } from './SectionHead'
import { SectionTabs } from './SectionTabs'
import './history.css'

/**
 * `/admin/version/:variant/section/:key/restore?lang=`: which of the country's text to remove, before it is removed.
 */
export async function RestoreView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const [facts, countries] = await Promise.all([
    loadSectionFacts({ visitor, variant, key, asked: queryOf(view, 'lang') }),
    loadCountries(visitor),
  ])
  if (!facts?.base || !facts.mayDraft) return <PlainPage view={view} about={facts?.base ? 'no-role' : 'not-there'} />
  const { base, language, own, state } = facts
  const { language: pageLanguage, say } = visitor
  const country = countryName({
    code: state.variant.country,
    countries,
    language: pageLanguage,
  })
  const here = { variant: state.variant.id, key, language }
  const changes = own ? restoreChanges({ base, own, languages: state.variant.languages }) : []
  const panes = restorePanes({ changes, pageLanguage, say })
  const isRestorable = own !== null && (panes.length > 0 || own.mode === 'omit')
  const title = sectionTitle(facts)
  return (
    <AdminFrame
      view={view}
      title={title}
      crumb={say('history.restore.crumb')}
      crumbs={[
        { label: country, href: versionAddress(here.variant) },
        { label: title, href: sectionAddress(here) },
      ]}
      lead={<SectionLead facts={facts} say={say} />}
      buttons={
        <LanguageLinks
          languages={state.variant.languages}
          current={language}
          addressOf={(one) => restoreAddress({ ...here, language: one })}
          say={say}
        />
      }
      sample={state.toolkit.sample}
    >
      <SectionTabs
        current="text"
        text={sectionAddress(here)}
        sides={facts.base && sidesAddress(here)}
        history={historyAddress(here)}
        say={say}
      />
      {isRestorable ? (
        <RestoreForm
          key={`${own.rev}/${language}`}
          words={sentWords({
            language: pageLanguage,
            beginnings: ['history.restore.', 'history.field.', 'words.language.', ...VIEW_WORDS],
          })}
          actionWords={actionWords(say)}
          pageLanguage={pageLanguage}
          language={language}
          panes={panes}
          all={queryOf(view, 'all') === 'yes'}
          isOmitted={own.mode === 'omit'}
          hasReason={own.reason !== null}
          version={state.baseline.version}
          published={
            state.lastRelease && !state.withdrawn
              ? say('history.restore.stays-published', { country, version: state.lastRelease.version })
              : null
          }
          translated={withoutOwnText({ common: base.content, own }).translated}
          input={{ variant: here.variant, key, seen: own.rev }}
          section={sectionAddress(here)}
          editionNote={editionNote({ state, say })}
        />
      ) : (
        <>
          <p>{say('history.restore.nothing')}</p>
          <p>
            <a href={sectionAddress(here)}>{say('editor.back-to-text')}</a>
          </p>
        </>
      )}
    </AdminFrame>
  )
}
