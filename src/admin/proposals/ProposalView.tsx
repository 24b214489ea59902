import { LANGUAGES, type Language } from '@/domain/language'
import type { ProposalState } from '@/domain/proposals'
import { isEmptyField } from '@/domain/richText/sameText'
import { longDate } from '@/messages/dates'
import { languageNames } from '@/messages/languageNames'
import { opening } from '@/messages/opening'
import { sayRefusal, type Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { ChangeReasons, ReasonOfChange } from '@/textView/ChangeReasons'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { keyed } from '@/textView/keyed'
import { SectionDifference } from '@/textView/SectionDifference'
import { VIEW_WORDS } from '@/textView/viewWords'
import { ActionButton } from '../ActionButton.client'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { DoneMessage, justDone } from '../DoneMessage'
import { LanguageLinks } from '../editor/LanguageLinks'
import { editorText } from '../editor/sectionValues'
import { sentWords } from '../editor/sentWords'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { frameworkSectionAddress, proposalAddress, proposeAddress, sectionAddress, TASKS } from '../words/addresses'
import { countryName } from '../words/countryName'
import { sayRulesGone } from '../words/sayRules'
import { ProposalStatus } from './ProposalStatus'
import { isOfBlock, loadProposalFacts, type ProposalFacts } from './proposalFacts'
import { sayPart } from './proposalRows'
import { TakeOverEditor } from './TakeOverEditor.client'

/** After this proposal was sent (`justDone`). */
export const SENT = 'sent'

/** So many characters of a text that did not go into the result, or that took the place of another, are quoted. */
const MOST_QUOTED = 400

/**
 * `/admin/proposal/:id?lang=&place=`: what a country proposed, beside the working text of the common framework, and the
 * answer of the coordinator.
 */
export async function ProposalView(view: ViewProps<'proposal'>) {
  const visitor = await visitorOf(view)
  const { proposal: id } = view.params
  const asked = { language: queryOf(view, 'lang'), place: queryOf(view, 'place') }
  const [facts, countries] = await Promise.all([loadProposalFacts({ visitor, id, asked }), loadCountries(visitor)])
  if (!facts) return <PlainPage view={view} about="not-there" />
  const { language: pageLanguage, say } = visitor
  const { language, languages, number, proposal, title, toolkit } = facts
  const country = countryName({ code: proposal.country, countries, language: pageLanguage })
  const section = `${number} ${title}`.trim()
  return (
    <AdminFrame
      view={view}
      title={say('proposals.title', { country, section })}
      crumb={say('proposals.crumb')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      lead={
        <div className="row">
          <ProposalStatus state={proposal.state} say={say} />
          <span className="muted">
            {say('proposals.made', {
              date: longDate(proposal.at, pageLanguage),
              what: sayPart(proposal, say, pageLanguage),
            })}
          </span>
        </div>
      }
      buttons={
        <LanguageLinks
          languages={languages}
          current={language}
          addressOf={(one) => proposalAddress(id, one)}
          say={say}
        />
      }
      sample={toolkit.sample}
    >
      <div className="stack-l">
        {justDone(view) === SENT && proposal.state === 'open' ? (
          <DoneMessage about={SENT} title={say('proposals.sent', { section })} />
        ) : null}
        <Settled facts={facts} visitor={visitor} />
        <Why facts={facts} visitor={visitor} country={country} />
        <Text facts={facts} visitor={visitor} country={country} />
        {facts.mayAnswer ? <Answer facts={facts} visitor={visitor} /> : null}
        {facts.mayWithdraw && !facts.mayAnswer ? (
          <section className="stack" aria-labelledby="withdraw-h">
            <h2 id="withdraw-h">{say('proposals.withdraw.do')}</h2>
            <p>{say('proposals.withdraw.what')}</p>
            <ActionButton
              action="withdraw-proposal"
              input={{ proposal: id, seen: proposal.rev }}
              label={say('proposals.withdraw.do')}
              words={actionWords(say)}
              look="second"
            />
          </section>
        ) : null}
        <p className="row">
          {facts.section ? (
            <a href={frameworkSectionAddress({ toolkit: toolkit.id, key: proposal.key, language })}>
              {say('proposals.to-framework')}
            </a>
          ) : null}
          <a href={sectionAddress({ variant: proposal.variant, key: proposal.key, language })}>
            {say('proposals.to-country', { country })}
          </a>
        </p>
      </div>
    </AdminFrame>
  )
}

type Given = { facts: ProposalFacts; visitor: Visitor }

/** What became of it; nothing while it is open. */
function Settled({ facts, visitor: { language, say } }: Given) {
  const { isOutNow, language: of, mayProposeAgain, proposal, version } = facts
  const { answer, key, settledAt, state, variant } = proposal
  if (state === 'open' || settledAt === null) return null
  const date = longDate(settledAt, language)
  return (
    <div className="note stack-s" role="status">
      <p>{isOutNow ? say('proposals.out-now', { date }) : sayAnswer({ date, state, version, say })}</p>
      {mayProposeAgain ? (
        <p>
          <a href={proposeAddress({ variant, key, language: of })}>{say('proposals.again')}</a>
        </p>
      ) : null}
      {state === 'declined' ? <p className="said">{answer}</p> : null}
    </div>
  )
}

function sayAnswer({
  date,
  state,
  version,
  say,
}: {
  date: string
  state: Exclude<ProposalState, 'open'>
  version: string | null
  say: Translator
}): string {
  if (version === null) return say(`proposals.settled.${state}`, { date, version: '' })
  return say(state === 'taken-out' ? 'proposals.settled.taken-out' : 'proposals.settled.released', { date, version })
}

/** The message of the country, and why its text differs. */
function Why({ facts, visitor: { language: pageLanguage, say }, country }: Given & { country: string }) {
  const { language, proposal, reasons } = facts
  const { explanation, message, reason, sources } = proposal
  const words = explanation[language] ?? Object.values(explanation)[0] ?? ''
  const of = LANGUAGES.find((one) => explanation[one] === words)
  return (
    <div className="cols c2">
      <section className="panel stack-s" aria-labelledby="why-h">
        <h2 id="why-h">{say('proposals.why', { country })}</h2>
        <p className="said">{message}</p>
      </section>
      {reason || !isEmptyField(words) || sources || reasons.others.length > 0 ? (
        <section className="panel stack-s" aria-labelledby="reason-h">
          <h2 id="reason-h">{say('proposals.reason', { country })}</h2>
          {reason ? <p>{say(`words.reason.${reason}`)}</p> : null}
          {words ? <p lang={of}>{words}</p> : null}
          {sources ? <p className="muted">{sources}</p> : null}
          <ChangeReasons changes={reasons.others} language={language} pageLanguage={pageLanguage} t={say} />
        </section>
      ) : null}
    </div>
  )
}

/** While it is open, the proposal as a difference to the working text; afterwards what was proposed. */
function Text({ facts, visitor, country }: Given & { country: string }) {
  const { language: pageLanguage, say } = visitor
  const { change, language, merged, offered, proposal, reasons, section } = facts
  const isCompared = proposal.state === 'open' && section !== null
  return (
    <section className="pane" aria-labelledby="text-h">
      <header>
        <h2 id="text-h">{say(isCompared ? 'proposals.compared' : 'proposals.text')}</h2>
        {isCompared && change ? (
          <DifferenceLegend t={say} added={say('proposals.legend.added')} removed={say('proposals.legend.removed')} />
        ) : null}
      </header>
      <div className="text diff">
        {isCompared && merged.isMerged ? <Merged merged={merged} country={country} visitor={visitor} /> : null}
        {isCompared && change ? (
          <SectionDifference
            change={change}
            language={language}
            pageLanguage={pageLanguage}
            t={say}
            only="changes"
            headingOffset={2}
            anchor="proposal-"
            labelOf={(block) => {
              const here = reasons.atBlocks.filter(({ at }) => isOfBlock(at, block))
              if (here.length === 0) return null
              return keyed(here).map(({ key, one }) => (
                <div key={key} lang={pageLanguage}>
                  <ReasonOfChange why={one} language={language} pageLanguage={pageLanguage} t={say} />
                </div>
              ))
            }}
          />
        ) : (
          <>
            {isCompared ? <p className="muted">{say('proposals.same')}</p> : null}
            <WholeText
              content={offered}
              language={language}
              idPrefix="proposal-"
              additionLabel={say('history.field.addition')}
            />
          </>
        )}
      </div>
    </section>
  )
}

/** What the result has of the country and what of the common framework, where they do not agree. */
function Merged({
  merged: { disputed, left },
  country,
  visitor: { language: pageLanguage, say },
}: {
  merged: ProposalFacts['merged']
  country: string
  visitor: Visitor
}) {
  const quoted = (words: string, of: Language) =>
    words === '' ? (
      say('updates.places.nothing')
    ) : (
      <span lang={of}>{say('words.quoted', { text: opening(words, MOST_QUOTED) })}</span>
    )
  return (
    <div className="note stack" lang={pageLanguage}>
      <p>{say('proposals.merged')}</p>
      {disputed.length > 0 ? (
        <div className="stack-s">
          <p>{say('proposals.merged.disputed', { country })}</p>
          <ul className="stack-s">
            {keyed(disputed).map(({ key, one }) => (
              <li key={key}>
                <p>
                  <strong>{country}</strong> {quoted(one.ours, one.language)}
                </p>
                <p>
                  <strong>{say('words.country.master')}</strong> {quoted(one.theirs, one.language)}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {left.length > 0 ? (
        <div className="stack-s">
          <p>{say('proposals.merged.left', { country })}</p>
          <ul className="stack-s">
            {keyed(left).map(({ key, one }) => (
              <li key={key}>{quoted(one.theirs, one.language)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

/** Taking it over or declining it. */
function Answer({ facts, visitor }: Given) {
  const { actor, language: pageLanguage, say } = visitor
  const { after, language, languages, place, places, proposal, rev, section, sections, taken, toolkit } = facts
  const isGone = section === null && !proposal.isNational
  const asked = place === null ? '' : place === 'beginning' ? place : place.after
  return (
    <>
      <section className="stack" aria-labelledby="take-h">
        <h2 id="take-h">{say('proposals.take.title')}</h2>
        {isGone ? (
          <p className="note">{sayRefusal(pageLanguage, { key: 'refusal.proposal-section-gone' })}</p>
        ) : facts.isSame ? (
          <p className="note">
            {sayRefusal(pageLanguage, {
              key: facts.isWithoutText ? 'refusal.proposal-no-text' : 'refusal.proposal-same',
            })}
          </p>
        ) : (
          <>
            <p>{say('proposals.take.what')}</p>
            {languages.length > 1 ? (
              <p>
                {say('proposals.take.others', {
                  languages: languageNames({
                    languages: languages.filter((one) => one !== language),
                    ...{ pageLanguage, t: say },
                  }),
                })}
              </p>
            ) : null}
            {places.length > 0 ? (
              <form className="row end-fields" method="get" action={proposalAddress(proposal.id)}>
                <input type="hidden" name="lang" value={language} />
                <div className="field">
                  <label htmlFor="place">{say('proposals.place.label')}</label>
                  <select id="place" name="place" defaultValue={asked}>
                    <option value="">{say(facts.isAtEnd ? 'proposals.place.end' : 'proposals.place.own')}</option>
                    <option value="beginning">{say('proposals.place.beginning')}</option>
                    {places.map(({ value, text }) => (
                      <option key={value} value={value}>
                        {say('proposals.place.after', { text })}
                      </option>
                    ))}
                  </select>
                </div>
                <button type="submit" className="btn second">
                  {say('proposals.place.show')}
                </button>
              </form>
            ) : null}
            {facts.rulesGone.length > 0 ? <p className="note">{sayRulesGone(facts.rulesGone, say)}</p> : null}
            <TakeOverEditor
              key={`${proposal.id}/${language}/${asked}`}
              words={sentWords({ language: pageLanguage, beginnings: ['editor.', 'proposals.', ...VIEW_WORDS] })}
              pageLanguage={pageLanguage}
              language={language}
              userId={actor.userId}
              proposal={proposal.id}
              seenProposal={proposal.rev}
              place={place}
              after={section === null ? { sections, chosen: after } : null}
              saved={{
                rev,
                at: section?.updatedAt ?? '',
                values: {
                  title: taken.title[language] ?? '',
                  summary: taken.summary[language] ?? '',
                  body: editorText(taken.body[language] ?? []),
                  guidance: '',
                  policy: taken.policy,
                  audiences: taken.audiences,
                  stages: taken.stages,
                  // The rules for parts stay with their parts.
                  rules: [],
                },
              }}
              titleOf={toolkit.sourceLanguage === language ? 'needed' : 'optional'}
            />
          </>
        )}
      </section>
      <section className="stack" aria-labelledby="decline-h">
        <h2 id="decline-h">{say('proposals.decline.title')}</h2>
        <ActionForm
          fixed={{ proposal: proposal.id, seen: proposal.rev }}
          choices={[{ action: 'decline-proposal', label: say('proposals.decline.do'), look: 'second' }]}
          words={actionWords(say)}
        >
          <div className="field">
            <label htmlFor="answer">{say('proposals.decline.label')}</label>
            <textarea id="answer" name="answer" rows={3} maxLength={2000} />
          </div>
        </ActionForm>
      </section>
    </>
  )
}
