import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { isLanguage, LANGUAGES, type Language } from '@/domain/language'
import { rulesSeen } from '@/domain/partRules'
import { MASTER } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { standingOf } from '@/domain/standing'
import { loadReleasedSection, releaseHeads } from '@/stored/releases'
import { loadSection, loadWorkingPlaces, type WorkingSection } from '@/stored/sections'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { VIEW_WORDS } from '@/textView/viewWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { numberedTitle } from '../framework/numberedTitle'
import { SectionTabs } from '../history/SectionTabs'
import { textChange } from '../reading/textChange'
import {
  frameworkAddress,
  frameworkHistoryAddress,
  frameworkPlaceAddress,
  frameworkRemovedAddress,
  frameworkSectionAddress,
} from '../words/addresses'
import { sayPolicy } from '../words/sayRules'
import { crumbOf, textIn } from '../words/titles'
import { AskedPlace } from './AskedPlace.client'
import { loadKeptOnServer } from './keptOnServer'
import { LanguageLinks } from './LanguageLinks'
import { MasterSectionEditor } from './MasterSectionEditor.client'
import { SavedDifference } from './SavedDifference'
import { editorText, type MasterValues } from './sectionValues'
import { sentWords } from './sentWords'
import type { Beside } from './TextPanes.client'
import { Unsaved } from './Unsaved'
import { WholeText } from './WholeText'
import { WordFileLinks } from './WordFileLinks'

/** `/admin/framework/:toolkit/section/:key?lang=`: the working text of one section of the common framework. */
export async function MasterSectionView(view: ViewProps<'toolkit' | 'key'>) {
  const visitor = await visitorOf(view)
  const { actor, req, say } = visitor
  const { toolkit: id, key } = view.params
  const toolkit = await loadToolkitById({ req, id })
  const [section, places] = toolkit
    ? await Promise.all([
        loadSection({ req, toolkit: toolkit.id, key }),
        loadWorkingPlaces({ req, toolkit: toolkit.id }),
      ])
    : [null, []]
  if (!toolkit || !section) return <PlainPage view={view} about="not-there" />
  const asked = queryOf(view, 'lang')
  const language = isLanguage(asked) ? asked : toolkit.sourceLanguage
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  const beside = keeps ? await besideOf({ toolkit, section, language, visitor }) : null
  const title = textIn({ given: toolkit.title, languages: [visitor.language], otherwise: toolkit.slug })
  return (
    <AdminFrame
      view={view}
      title={numberedTitle({ section, places, language, toolkit })}
      crumbs={[crumbOf(title, frameworkAddress(toolkit))]}
      lead={
        <p className="muted">
          {say('editor.master.lead', { language: say(`words.language.${language}`) })}
          {section.retired ? (
            <>
              {' '}
              {say('editor.master.retired')}{' '}
              <a href={frameworkRemovedAddress(toolkit)}>{say('editor.removed.title')}</a>
            </>
          ) : null}
        </p>
      }
      buttons={
        <>
          <LanguageLinks
            languages={LANGUAGES}
            current={language}
            addressOf={(one) => frameworkSectionAddress({ toolkit: toolkit.id, key, language: one })}
            say={say}
          />
          {keeps && !section.retired ? (
            <a className="btn second" href={frameworkPlaceAddress({ toolkit: toolkit.id, key, language })}>
              {say('tree.open')}
            </a>
          ) : null}
          {section.retired ? null : (
            <WordFileLinks
              line={{ toolkit: toolkit.id }}
              sectionKey={key}
              language={language}
              hasBelow={places.some(({ parent }) => parent === key)}
              say={say}
            />
          )}
        </>
      }
      sample={toolkit.sample}
    >
      <SectionTabs
        current="text"
        text={frameworkSectionAddress({ toolkit: toolkit.id, key, language })}
        history={frameworkHistoryAddress({ toolkit: toolkit.id, key, language })}
        say={say}
      />
      <AskedPlace />
      {beside ? (
        <MasterSectionEditor
          key={`${key}/${language}`}
          words={sentWords({
            language: visitor.language,
            beginnings: ['editor.', 'words.policy.', 'words.part', ...VIEW_WORDS],
          })}
          pageLanguage={visitor.language}
          language={language}
          userId={actor.userId}
          toolkit={toolkit.id}
          sectionKey={key}
          onServer={await loadKeptOnServer({ req, of: { toolkit: toolkit.id, key, language } })}
          saved={{ rev: section.rev, at: section.updatedAt, values: valuesOf(section.content, language) }}
          beside={beside}
        />
      ) : (
        <Reading toolkit={toolkit.id} section={section} language={language} visitor={visitor} />
      )}
    </AdminFrame>
  )
}

function valuesOf(content: SectionContent, language: Language): MasterValues {
  return {
    title: content.title[language] ?? '',
    summary: content.summary[language] ?? '',
    body: editorText(content.body[language] ?? []),
    guidance: content.guidance[language] ?? '',
    policy: content.policy,
    audiences: content.audiences,
    stages: content.stages,
    rules: rulesSeen({ content, language }),
  }
}

/** The last release, with the changes since; in a language without words, the text to translate from. */
async function besideOf({
  toolkit,
  section: { content },
  language,
  visitor: { language: pageLanguage, req, say },
}: {
  toolkit: Toolkit
  section: WorkingSection
  language: Language
  visitor: Visitor
}): Promise<Beside> {
  const note = say('editor.beside.read-only')
  const source = toolkit.sourceLanguage
  if (language !== source && isEmptyField(content.title[language])) {
    const title = say('editor.beside.source', { language: say(`words.language.${source}`) })
    const plain = <WholeText content={content} language={source} idPrefix="source-" />
    return { title, note, plain, marked: null, summary: null }
  }
  const { lastText: release, withdrawal } = standingOf(
    await releaseHeads({ req, toolkit: toolkit.id, country: MASTER }),
  )
  const released = release && (await loadReleasedSection({ req, release: release.id, key: content.key })).section
  if (!release || !released || isEmptyField(released.content.title[language])) {
    const plain = (
      <p className="muted">{say(release ? 'editor.master.not-released' : 'editor.master.never-released')}</p>
    )
    return { title: say('editor.master.released-none'), note, plain, marked: null, summary: null }
  }
  const change = textChange({ before: released.content, after: content, language })
  const isChanged = change.counts.changes > 0
  return {
    title: say(withdrawal ? 'editor.beside.common-withdrawn' : 'editor.beside.common', { version: release.version }),
    note,
    plain: <WholeText content={released.content} language={language} idPrefix="released-" />,
    marked: isChanged ? (
      <SavedDifference change={change} language={language} pageLanguage={pageLanguage} say={say} />
    ) : null,
    summary: isChanged ? say('editor.differences', { count: change.counts.changes }) : null,
  }
}

function Reading({
  toolkit,
  section: { content },
  language,
  visitor,
}: {
  toolkit: string
  section: WorkingSection
  language: Language
  visitor: Visitor
}) {
  const { say } = visitor
  const of = { toolkit, key: content.key, language }
  return (
    <div className="stack-l">
      <p className="muted">{say('editor.master.reading')}</p>
      <Unsaved of={of} saved={valuesOf(content, language)} visitor={visitor} />
      <section className="pane">
        <div className="text measure">
          {isEmptyField(content.title[language]) ? (
            <p>{say('editor.reading.missing', { language: say(`words.language.${language}`) })}</p>
          ) : (
            <WholeText content={content} language={language} idPrefix="" />
          )}
        </div>
      </section>
      {content.guidance[language] || content.rules ? (
        <div className="note">
          <p>
            <strong>{say('editor.guidance')}</strong> {sayPolicy(content, { language, say })}.
          </p>
          {content.guidance[language] ? <p lang={language}>{content.guidance[language]}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
