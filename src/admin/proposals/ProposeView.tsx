import type { PayloadRequest } from 'payload'
import { ownBlocks, proposablePlaces } from '@/domain/proposals'
import { RICH_FIELDS } from '@/domain/section'
import { languageNames } from '@/messages/languageNames'
import { sayRefusal } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { loadManifests } from '@/stored/manifests'
import { loadProposals } from '@/stored/proposals'
import type { ReleaseHead } from '@/stored/release'
import { loadSection } from '@/stored/sections'
import { saySummary } from '@/textView/DifferenceSummary'
import { RichTextView } from '@/textView/RichTextView'
import { SectionDifference } from '@/textView/SectionDifference'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { LanguageLinks } from '../editor/LanguageLinks'
import { ownChange } from '../editor/ownChange'
import { loadSectionFacts, type SectionFacts } from '../editor/sectionFacts'
import { sentWords } from '../editor/sentWords'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { SectionLead, sectionTitle } from '../history/SectionHead'
import { SectionNotThere } from '../places/SectionNotThere'
import { DRAFT_PICTURES, proposalAddress, proposeAddress, sectionAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { SENT } from './ProposalView'
import { type OfferedField, ProposeForm } from './ProposeForm.client'
import { sayPart } from './proposalRows'

/** `/admin/version/:variant/section/:key/propose?lang=`: what of its text a country proposes to the common framework. */
export async function ProposeView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const [facts, countries] = await Promise.all([
    loadSectionFacts({ visitor, variant, key, asked: queryOf(view, 'lang') }),
    loadCountries(visitor),
  ])
  if (!facts) return <SectionNotThere view={view} />
  if (!facts.mayDraft) return <PlainPage view={view} about="no-role" />
  const { language: pageLanguage, req, say } = visitor
  const { base, language, own, state } = facts
  const [open, common, version] = await Promise.all([
    loadProposals({ req, variants: [variant], key, states: ['open'] }),
    loadSection({ req, toolkit: state.toolkit.id, key }),
    versionWithText({ facts, req }),
  ])
  const { languages } = state.variant
  const places = proposablePlaces({ own, common: base?.content ?? null, languages })
  const isGone = base !== null && (!common || common.retired)
  const title = sectionTitle(facts)
  const here = { variant, key, language }
  return (
    <AdminFrame
      view={view}
      title={title}
      crumb={say('proposals.do')}
      crumbs={[
        {
          label: countryName({ code: state.variant.country, countries, language: pageLanguage }),
          href: versionAddress(variant),
        },
        { label: title, href: sectionAddress(here) },
      ]}
      lead={<SectionLead facts={facts} say={say} />}
      buttons={
        <LanguageLinks
          languages={languages}
          current={language}
          addressOf={(one) => proposeAddress({ ...here, language: one })}
          say={say}
        />
      }
      sample={state.toolkit.sample}
    >
      <div className="stack-l">
        <section className="stack" aria-labelledby="propose-h">
          <h2 id="propose-h">{say('proposals.do')}</h2>
          <p>{say('proposals.lead')}</p>
          {open.length > 0 ? (
            <div className="note">
              {open.map((one) => (
                <p key={one.id}>
                  {say('proposals.already')} <a href={proposalAddress(one.id)}>{sayPart(one, say, pageLanguage)}</a>
                </p>
              ))}
            </div>
          ) : null}
        </section>
        {isGone || places.length === 0 ? (
          <p className="note">
            {isGone ? sayRefusal(pageLanguage, { key: 'refusal.proposal-section-gone' }) : say('proposals.nothing')}{' '}
            <a href={sectionAddress(here)}>{say('editor.back-to-text')}</a>
          </p>
        ) : (
          <ProposeForm
            key={`${own?.rev}/${language}`}
            words={sentWords({
              language: pageLanguage,
              beginnings: ['proposals.', 'history.field.', 'editor.back-to-text'],
            })}
            actionWords={actionWords(say)}
            pageLanguage={pageLanguage}
            isSection={base === null}
            languages={languageNames({
              languages: languages.filter((one) => places.some((place) => place.language === one)),
              ...{ pageLanguage, t: say },
            })}
            fields={offeredFields({ facts, places })}
            shown={<OwnText facts={facts} visitor={visitor} />}
            shownTitle={
              base === null
                ? say('proposals.our-section')
                : version === null
                  ? say('proposals.ours-mixed')
                  : say('proposals.ours', { version })
            }
            input={{ variant, key, seen: own?.rev ?? 0, language }}
            section={sectionAddress(here)}
            next={doneAddress('/admin/proposal/{proposal}', SENT)}
          />
        )}
      </div>
    </AdminFrame>
  )
}

/**
 * The number of the release that has the common text on which the section stands; null if no release has it, because parts
 * of it are those of several releases.
 */
async function versionWithText({
  facts: { base, key, state },
  req,
}: {
  facts: SectionFacts
  req: PayloadRequest
}): Promise<string | null> {
  const releases = [state.baseline, ...state.heads.filter(({ kind }) => kind === 'release')]
  const manifests = await loadManifests({ req, releases: releases.map(({ id }) => id) })
  const hasText = ({ id }: ReleaseHead) =>
    manifests.get(id)?.some((entry) => entry.key === key && entry.blob === base?.entry.blob)
  return releases.find(hasText)?.version ?? null
}

/** The texts of the page's language that can be proposed alone, each rich text with its own paragraphs. */
function offeredFields({
  facts: { base, content, language },
  places,
}: {
  facts: SectionFacts
  places: ReturnType<typeof proposablePlaces>
}): OfferedField[] {
  return places
    .filter((place) => place.language === language)
    .map((place) => {
      const isRich = RICH_FIELDS.some((name) => name === place.field)
      const blocks = isRich ? ownBlocks({ common: base?.content ?? null, content, place }) : []
      return {
        field: place.field,
        blocks: blocks.map((block) => ({
          id: block.id,
          shown: (
            <div lang={language}>
              <RichTextView
                blocks={[block]}
                language={language}
                headingOffset={2}
                idPrefix={`offer-${block.id}-`}
                files={DRAFT_PICTURES}
              />
            </div>
          ),
        })),
      }
    })
}

function OwnText({ facts, visitor: { language: pageLanguage, say } }: { facts: SectionFacts; visitor: Visitor }) {
  const { content, language } = facts
  const change = ownChange(facts)
  return change ? (
    <div className="stack">
      <p className="muted xs">{saySummary({ counts: change.counts, t: say })}</p>
      <SectionDifference
        change={change}
        language={language}
        pageLanguage={pageLanguage}
        t={say}
        only="changes"
        headingOffset={2}
      />
    </div>
  ) : (
    <WholeText content={content} language={language} idPrefix="own-" additionLabel={say('editor.addition')} />
  )
}
