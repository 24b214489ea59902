import { redirect } from 'next/navigation'
import { classOf } from '@/domain/changeGroups'
import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import {
  brokenByUpdate,
  choicesFor,
  isAsking,
  losesAdditionPlace,
  saidDecision,
  sectionsOf,
  shownOf,
  treatmentOf,
} from '@/domain/updates/updates'
import { longDate } from '@/messages/dates'
import { sayProposedBy } from '@/messages/proposedBy'
import type { Translator } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { othersSeen, type WaitingUpdate } from '@/stored/updates'
import { SectionDifference } from '@/textView/SectionDifference'
import { VIEW_WORDS } from '@/textView/viewWords'
import { actionWords } from '../actionWords'
import { noteIntroduction } from '../changes/noteIntroduction'
import { editionNote } from '../editor/editionNote'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { proposalAddress, updateAddress, updatesAddress, versionAddress } from '../words/addresses'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { countryName } from '../words/countryName'
import { languageNames } from '../words/languageName'
import { ModeStatus } from '../words/Status'
import { sayPart } from '../words/sayRules'
import { JustPaused, JustRecorded, justRecorded, recordedAddress } from './JustDone'
import { loadKeptDecision, textsDecided } from './keptDecision'
import { PauseUpdates } from './PauseUpdates'
import { AskCoordinator, JUST_SAID, Questions } from './Questions'
import { sayChoice } from './sayChoice'
import { sayWho } from './sayWho'
import { sayWithLess } from './sayWithLess'
import { UnrecordedUpdate } from './UnrecordedWords.client'
import { UpdateForm } from './UpdateForm.client'
import { UpdateMark } from './UpdateMark'
import { firstChoice, updateCards } from './updateCards'
import { explanationLanguage, reasonsStored } from './updateDraft'
import { loadUpdateFacts, type NamedMove, type UpdateFacts } from './updateFacts'
import { notedLanguages, openingLanguage, updatePanes } from './updatePanes'
import { lastDay } from './updateRows'
import type { NamedSection } from './versionUpdates'
import './updates.css'

/** `/admin/version/:variant/updates/:key?lang=`: what a release would change in one section, and the decision on it. */
export async function UpdateView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const recorded = justRecorded(view)
  const [facts, countries] = await Promise.all([
    loadUpdateFacts({ visitor, variant, key, recorded }),
    loadCountries(visitor),
  ])
  if (!facts) return <PlainPage view={view} about="not-there" />
  if (facts.decidedWith) redirect(updateAddress({ variant, key: facts.decidedWith }))
  const { language, say } = visitor
  const { named, newest, state, waiting } = facts
  const country = countryName({ code: state.variant.country, countries, language })
  const pausing =
    waiting && (waiting.sides.base || waiting.own) ? (
      <Pausing facts={facts} visitor={visitor} waiting={waiting} />
    ) : null
  return (
    <AdminFrame
      view={view}
      title={say('updates.one.title', { section: named.name, version: newest.version })}
      crumb={named.name}
      crumbs={[
        { label: country, href: versionAddress(variant) },
        { label: say('updates.one.crumb'), href: updatesAddress(variant) },
      ]}
      lead={<Lead facts={facts} visitor={visitor} />}
      sample={state.toolkit.sample}
    >
      <div className="stack-l update">
        {facts.recorded ? (
          <JustRecorded
            recorded={facts.recorded}
            variant={state.variant}
            language={language}
            mayTakeBack={facts.mayDecide}
            say={say}
          />
        ) : null}
        <JustPaused view={view} named={named} say={say} />
        <Pager facts={facts} say={say} />
        <CoordinatorNotes facts={facts} visitor={visitor} />
        <Asked facts={facts} visitor={visitor} isJustSaid={queryOf(view, JUST_SAID) !== ''} />
        <Together facts={facts} visitor={visitor} />
        <Apart facts={facts} visitor={visitor} />
        <OnlyAccept facts={facts} say={say} />
        {waiting ? <WithLess visitor={visitor} waiting={waiting} /> : null}
        {waiting ? <AdditionPlace facts={facts} visitor={visitor} waiting={waiting} /> : null}
        <OwnProposal facts={facts} say={say} />
        {waiting?.paused ? pausing : null}
        {waiting?.update.isFixed ? <Fixed facts={facts} visitor={visitor} waiting={waiting} /> : null}
        {waiting ? null : <p>{say('updates.one.nothing')}</p>}
        <Unrecorded keys={waiting ? facts.others.map((one) => one.key) : [key]} facts={facts} visitor={visitor} />
        {waiting ? (
          <Waiting
            facts={facts}
            visitor={visitor}
            waiting={waiting}
            country={country}
            asked={queryOf(view, 'lang')}
            isInPlace={queryOf(view, IN_PLACE) !== ''}
          />
        ) : null}
        {waiting?.paused ? null : pausing}
        <Asking facts={facts} visitor={visitor} />
        <p>
          <a href={updatesAddress(variant)}>{say('updates.one.to-list')}</a>
        </p>
      </div>
    </AdminFrame>
  )
}

/**
 * What this person typed for the updates of these sections, which have no form: somebody else decided since then, or they
 * are decided with another section now.
 */
async function Unrecorded({ keys, facts: { state }, visitor }: { keys: readonly string[] } & Given) {
  const { actor, language } = visitor
  const { variant } = state
  const kept = await Promise.all(keys.map((key) => loadKeptDecision({ visitor, variant, key })))
  return keys.map((key, at) => (
    <UnrecordedUpdate
      key={key}
      words={sentWords({ language, beginnings: UNRECORDED_WORDS })}
      pageLanguage={language}
      place={{ userId: actor.userId, variant: variant.id, key }}
      onServer={kept[at] ?? null}
    />
  ))
}

const UNRECORDED_WORDS = [
  'updates.kept',
  'updates.places.own-label',
  'updates.why.note',
  'editor.discard.',
  'editor.unsaved.',
  'editor.draft.discard',
  'editor.why.',
  'words.choice.',
  'words.language.',
]

/** Our addition stands after a block that the newest common text does not have any more. */
function AdditionPlace({
  facts: { newest },
  visitor: { say },
  waiting: { sides },
}: Given & { waiting: NonNullable<UpdateFacts['waiting']> }) {
  const place = sides.own.additionPlace
  if (place?.where !== 'after-block' || !losesAdditionPlace(sides)) return null
  return <p className="note">{say('updates.one.addition-place', { words: place.words, version: newest.version })}</p>
}

function Pausing({
  facts: { key, mayDecide, notes, state },
  visitor: { language, say },
  waiting: { own, paused, sides, update },
}: Given & { waiting: NonNullable<UpdateFacts['waiting']> }) {
  const fixed = {
    ...{ variant: state.variant.id, key, seen: own?.rev ?? 0 },
    language: sides.languages.find((one) => one === language) ?? sides.languages[0] ?? language,
  }
  const isOfVersion = paused !== null && paused === state.variant.paused
  const waits = { lastDays: [lastDay(update, notes)], isUrgent: isAsking(update) && classOf(notes) === 'urgent' }
  const screen = updateAddress({ variant: state.variant.id, key })
  const given = { ...{ paused, isOfVersion, fixed, screen, language, say }, ...waits }
  return <PauseUpdates {...given} action="pause-section" mayPause={mayDecide} />
}

/** Why the country cannot keep its text: the parts that the release fixes, by their first words. */
function Fixed({
  facts: { newest },
  visitor: { language, say },
  waiting: { sides },
}: Given & { waiting: NonNullable<UpdateFacts['waiting']> }) {
  const parts = brokenByUpdate(sides).map(({ rule: { field }, block }) => sayPart({ field, block }, say))
  const { version } = newest
  return <p className="note">{say('updates.one.fixed', { version, parts: joined([...new Set(parts)], language) })}</p>
}

function Lead({
  facts: { decided, isOwnCountry, state, versions, waiting },
  visitor: { actor, language, say },
}: Given) {
  const said = decided && saidDecision(decided)
  const isAsked = waiting !== null && isAsking(waiting.update)
  return (
    <div className="stack-s">
      <p className="row">
        {waiting ? <UpdateMark status={waiting.update.status} say={say} /> : null}
        {waiting ? <Treated waiting={waiting} say={say} /> : null}
        {state.isBasisWithdrawn ? (
          <strong>{say('admin.version.based-on-withdrawn', { version: state.baseline.version })}</strong>
        ) : null}
      </p>
      <p className="muted">
        {isAsked ? say(isOwnCountry ? 'updates.one.lead' : 'updates.one.lead-country') : null}{' '}
        {isAsked && versions.length > 1 ? say('updates.one.several', { versions: joined(versions, language) }) : null}
        {!waiting && decided && said
          ? say('updates.one.decided', {
              date: longDate(decided.at, language),
              choice: sayChoice(said.choice, say),
              who: sayWho({ decision: decided, actor, say }),
            })
          : null}
      </p>
    </div>
  )
}

/** How the country treats the section; nothing where it treats several that are decided together in different ways. */
function Treated({ waiting, say }: { waiting: WaitingUpdate; say: Translator }) {
  // It does not have a new section yet.
  const here = sectionsOf(waiting).filter(({ base, own }) => base || own.mode !== 'inherit')
  const [mode, ...others] = new Set(here.map(({ own }) => own.mode))
  return mode && others.length === 0 ? <ModeStatus mode={mode} say={say} /> : null
}

type Given = { facts: UpdateFacts; visitor: Visitor }

/** Nothing is decided during a pause. */
function isPausedNow(waiting: UpdateFacts['waiting']): boolean {
  return waiting !== null && waiting.paused !== null
}

function joined(versions: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(versions)
}

/** The way to the next update is also on the keys that the form names. */
function Pager({ facts: { next, previous, state }, say }: { facts: UpdateFacts; say: Translator }) {
  if (!next && !previous) return null
  const link = (one: NamedSection, rel: 'next' | 'prev') => (
    <a
      href={updateAddress({ variant: state.variant.id, key: one.key })}
      rel={rel}
      data-update={rel}
      lang={one.lang}
      className="btn second sm"
    >
      {say(rel === 'next' ? 'updates.pager.next' : 'updates.pager.previous', { section: one.name })}
    </a>
  )
  return (
    <nav className="row" aria-label={say('updates.pager.label')}>
      {previous ? link(previous, 'prev') : null}
      {next ? link(next, 'next') : null}
    </nav>
  )
}

/** Which sections are decided with this one, because the common framework divided or joined them. */
function Together({ facts: { others, waiting }, visitor: { language, say } }: Given) {
  const became = waiting?.update.became
  if (became !== 'split' && became !== 'joined') return null
  return (
    <p className="note">
      {say(`updates.one.${became}`, {
        sections: joined(
          others.map(({ name }) => say('words.quoted', { text: name })),
          language,
        ),
      })}
    </p>
  )
}

/**
 * The sections with which this one exchanged text: why they are decided apart, or that they come together. During a pause nothing
 * is to be checked, and readers may lack the text all the same.
 */
function Apart({ facts: { apart, goesInto, key, others, waiting }, visitor: { language, say } }: Given) {
  const { from, into } = apart
  const keys = [key, ...others.map((one) => one.key)]
  const back = apart.back.filter((one) => !keys.includes(one.key))
  const { own } = waiting?.sides ?? {}
  const treatment = own && treatmentOf({ ...own, isPaused: waiting?.paused != null })
  const isUnused = treatment === 'own' || treatment === 'not-used'
  const isQuiet = isUnused || treatment === 'paused'
  const between = [...from, ...into, ...(isUnused ? back : [])]
  const each = [...new Map(between.map((one) => [one.key, one])).values()]
  const sides: { side: 'between' | 'from' | 'into' | 'back'; sections: readonly NamedMove[] }[] = [
    { side: 'between', sections: isQuiet ? each : [] },
    { side: 'from', sections: isQuiet ? [] : from },
    { side: 'into', sections: isQuiet ? [] : into },
    { side: 'back', sections: isUnused ? [] : back },
  ]
  const isBackHere = !isUnused && back.length < apart.back.length
  const named = ({ name, treatment }: NamedMove) => {
    const quoted = say('words.quoted', { text: name })
    return treatment === 'used' ? quoted : `${quoted} (${say(TREATMENT_WORDS[treatment])})`
  }
  const check = isQuiet ? '' : ` ${say('updates.one.apart-check')}`
  const notes = [
    ...sides.map(({ side, sections }) => ({ of: `updates.one.apart-${side}` as const, sections })),
    { of: 'updates.one.goes-into' as const, sections: goesInto },
  ]
  return (
    <>
      {notes.map(({ of, sections }) =>
        sections.length === 0 ? null : (
          <p key={of} className="note">
            {say(of, { sections: joined(sections.map(named), language) })}
            {of === 'updates.one.apart-from' || of === 'updates.one.apart-back' ? check : null}
          </p>
        ),
      )}
      {isBackHere ? <p className="note">{`${say('updates.one.apart-back-here')}${check}`}</p> : null}
    </>
  )
}

/** What the person can do where the text that moved does not fit our version, and there is nothing but to accept it. */
function OnlyAccept({ facts: { mayDecide, waiting }, say }: { facts: UpdateFacts; say: Translator }) {
  if (!waiting?.update.apart || !mayDecide || waiting.update.status === 'told') return null
  return choicesFor(waiting.update).length === 1 ? <p className="note">{say('updates.one.only-accept')}</p> : null
}

/** In which languages readers would get less than the text in another language that they got until now. */
function WithLess({ waiting, visitor: { language, say } }: Omit<Given, 'facts'> & { waiting: WaitingUpdate }) {
  const { withLess, withoutOurs } = notedLanguages(waiting)
  const languages = languageNames(withoutOurs, { language, say })
  const source = say(`words.language.${waiting.sides.sourceLanguage}`)
  return (
    <>
      {sayWithLess({ withLess, language, t: say }).map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
      {withoutOurs.length > 0 ? <p className="note">{say('updates.one.without-ours', { languages, source })}</p> : null}
    </>
  )
}

const TREATMENT_WORDS = {
  adapted: 'words.mode.adapt',
  supplemented: 'words.mode.supplement',
  own: 'words.mode.local',
  'not-used': 'words.mode.omit',
  paused: 'words.update.paused',
} as const

/** That the change comes from a proposal of this country, where it does. */
function OwnProposal({ facts: { ownProposal, waiting }, say }: { facts: UpdateFacts; say: Translator }) {
  if (!waiting || !ownProposal) return null
  return (
    <p className="note">
      {say('updates.one.from-own-proposal')} <a href={proposalAddress(ownProposal)}>{say('proposals.read')}</a>
    </p>
  )
}

function Asked({
  facts: { canSay, key, questions, state, waiting },
  visitor: { actor, language, say },
  isJustSaid,
}: Given & { isJustSaid: boolean }) {
  const isPaused = isPausedNow(waiting)
  const about = { variant: state.variant.id, updateKey: key, userId: actor.userId, isPaused }
  const { heads } = state
  return <Questions {...{ ...about, questions, heads, isJustSaid, language, say }} can={canSay} />
}

/** While a question is open, the form to ask another one is not there. */
function Asking({ facts, visitor: { actor, language, say } }: Given) {
  const { canAsk, key, newest, state, waiting } = facts
  if (!canAsk) return null
  const isPaused = isPausedNow(waiting)
  const about = { variant: state.variant.id, updateKey: key, userId: actor.userId, isPaused }
  return <AskCoordinator {...{ ...about, release: newest.id, language, say }} />
}

/** The way from the buttons of the decision to the question: to ask it, or to the one that is open. */
function askLink(facts: UpdateFacts, say: Translator): { href: string; label: string } | null {
  if (facts.canAsk) return { href: '#ask', label: say('updates.ask.title') }
  return facts.canSay === 'ask' ? { href: '#questions', label: say('updates.asked.see') } : null
}

/**
 * What the coordinator said, each note with its release if there are several, and under the name of its section if several
 * are decided together.
 */
function CoordinatorNotes({ facts: { named, notes, others, state, waiting }, visitor: { language, say } }: Given) {
  const { sourceLanguage } = state.toolkit
  const of = classOf(notes)
  const decideBy = waiting && lastDay(waiting.update, notes)
  const isOfOneClass = notes.every((note) => note.class === of)
  if (notes.length === 0) return null
  return (
    <div className={of === 'urgent' ? 'note urgent stack-s' : 'note stack-s'}>
      <p className="row">
        {of ? <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} /> : null}
        {decideBy ? <strong>{say('updates.one.decide-by', { date: longDate(decideBy, language) })}</strong> : null}
      </p>
      {[named, ...others].map((section) => {
        const about = notes.filter(({ key }) => key === section.key)
        if (about.length === 0) return null
        return (
          <div key={section.key} className="stack-s">
            {others.length > 0 ? (
              <p>
                <strong lang={section.lang}>{section.name}</strong>
              </p>
            ) : null}
            {about.map(({ class: ofNote, isWithdrawn, note, proposedBy = [], version }) => (
              <p key={version}>
                {isOfOneClass ? null : (
                  <>
                    <ChangeClassStatus of={ofNote} word={say(`words.change-class.${ofNote}`)} />{' '}
                  </>
                )}
                <strong>
                  {noteIntroduction({ note: { version, isWithdrawn }, isOnly: notes.length === 1, t: say })}
                </strong>{' '}
                <span lang={sourceLanguage === language ? undefined : sourceLanguage}>{note}</span>
                {proposedBy.length > 0 ? (
                  <strong> {sayProposedBy({ codes: proposedBy, language, t: say })}.</strong>
                ) : null}
              </p>
            ))}
          </div>
        )
      })}
    </div>
  )
}

async function Waiting({
  facts,
  visitor,
  waiting,
  country,
  asked,
  isInPlace,
}: Given & {
  waiting: NonNullable<UpdateFacts['waiting']>
  country: string
  /** The language that the address asks for. */
  asked: string
  /** Does the person decide in the place of the country, as the address says? */
  isInPlace: boolean
}) {
  const { actor, language: pageLanguage, say } = visitor
  const { isOwnCountry, key, mayDecide, newest, next, standsOn, state } = facts
  const { sides, together, update, own } = waiting
  const { variant } = state
  const shown = (change: SectionChange | null, language: Language, anchor = 'd') =>
    change && (
      <div className="text diff">
        <SectionDifference
          change={change}
          language={language}
          pageLanguage={pageLanguage}
          t={say}
          only="changes"
          headingOffset={2}
          anchor={anchor}
        />
      </div>
    )
  const panes = updatePanes(waiting).map(({ common, language, offered, ours }) => ({
    language,
    common: shown(common, language),
    ours: shown(ours, language),
    offered: offered.map(({ id, change }, at) => ({ id, view: shown(change, language, `c${at}-`) })),
  }))
  const names = Object.fromEntries([facts.named, ...facts.others].map((one) => [one.key, one.name]))
  const cards = updateCards({ waiting, names, language: pageLanguage, say })
  const opening = openingLanguage({ waiting, panes, missingIn: cards.flatMap((card) => card.missingIn), asked })
  const explainedIn = explanationLanguage({ languages: sides.languages, pageLanguage, opening })
  const seen = { seen: own?.rev ?? 0, others: othersSeen(waiting), release: newest.id, shown: shownOf(update) }
  const where = { variant: variant.id, key, ...seen }
  const onServer = await loadKeptDecision({ visitor, variant, key })
  // Whoever comes to answer a question does not decide by the way.
  const isDeciding = isOwnCountry || isInPlace || onServer.newest !== null
  const commonTitle =
    update.became === 'new'
      ? say('updates.one.common-new', { to: newest.version })
      : update.became === 'gone'
        ? say('updates.one.common-gone', { to: newest.version })
        : say('updates.one.common', { from: standsOn ?? '', to: newest.version })
  return (
    <UpdateForm
      // Another revision or release is another question, and so is another status: nothing of the former one may stay.
      key={JSON.stringify(where)}
      words={sentWords({
        language: pageLanguage,
        beginnings: [
          'updates.',
          'admin.changes.whole',
          'editor.',
          'files.conflict.',
          'refusal.part-fixed',
          'refusal.policy-',
          'refusal.update-',
          'words.choice.',
          'words.quoted',
          'words.reason.',
          'words.language.',
          ...VIEW_WORDS,
        ],
      })}
      actionWords={actionWords(say)}
      pageLanguage={pageLanguage}
      userId={actor.userId}
      onServer={onServer}
      about={textsDecided(waiting)}
      where={where}
      country={variant.country}
      names={names}
      sides={sides}
      together={together}
      update={update}
      panes={panes}
      opening={opening}
      titles={{ common: commonTitle, ours: say('updates.one.ours', { country }) }}
      oursNothing={oursNothing(waiting)}
      reason={sides.own.reason ? say('updates.one.our-reason', { reason: reasonWords(waiting, say) }) : null}
      stored={reasonsStored(sides.own, explainedIn)}
      explainedIn={explainedIn}
      otherParts={update.parts.filter((part) => !['title', 'summary', 'body'].includes(part))}
      cards={cards}
      first={firstChoice(waiting)}
      mayDecide={mayDecide && isDeciding && !isPausedNow(waiting)}
      inPlace={mayDecide && !isDeciding ? inPlaceAddress(where) : null}
      isPaused={isPausedNow(waiting)}
      next={next?.name ?? null}
      list={updatesAddress(variant.id)}
      afterwards={recordedAddress(
        next ? updateAddress({ variant: variant.id, key: next.key }) : updatesAddress(variant.id),
        key,
      )}
      ask={askLink(facts, say)}
      editionNote={editionNote({ state, say })}
    />
  )
}

/** The part of the address that says that a person decides in the place of the country. */
const IN_PLACE = 'in-place'

function inPlaceAddress(of: { variant: string; key: string }): string {
  return `${updateAddress(of)}?${IN_PLACE}=1#decision`
}

function oursNothing({ sides, update }: NonNullable<UpdateFacts['waiting']>) {
  if (sides.own.mode === 'omit') return 'updates.one.ours-omitted'
  return update.became === 'new' ? 'updates.one.ours-none' : 'updates.one.ours-same'
}

function reasonWords({ sides: { own } }: NonNullable<UpdateFacts['waiting']>, say: Translator): string {
  const reason = own.reason ? say(`words.reason.${own.reason}`) : ''
  return own.sources ? `${reason}, ${own.sources}` : reason
}
