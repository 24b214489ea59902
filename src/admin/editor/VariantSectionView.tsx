import type { SectionChange } from '@/domain/diff/diff'
import { LANGUAGES, type Language } from '@/domain/language'
import { keepsOwnWords } from '@/domain/nationalSave'
import { proposablePlaces } from '@/domain/proposals'
import { isEmptyField, isWritten } from '@/domain/richText/sameText'
import { MODES, type Mode, withWords } from '@/domain/section'
import { hasOwnWords, nothingToTranslate } from '@/domain/translating'
import { languageNames } from '@/messages/languageNames'
import { sayRefusal } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { VIEW_WORDS } from '@/textView/viewWords'
import { DoneMessage, justDone } from '../DoneMessage'
import { AdminFrame } from '../frame/AdminFrame'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { SectionLead, sectionTitle } from '../history/SectionHead'
import { SectionTabs } from '../history/SectionTabs'
import { UndoBar } from '../history/UndoBar'
import { loadUndo } from '../history/undo'
import { RETURNED } from '../places/RemovedView'
import { SectionNotThere } from '../places/SectionNotThere'
import { WithdrawnCommon } from '../version/NewerCommon'
import {
  historyAddress,
  placeAddress,
  proposeAddress,
  restoreAddress,
  sectionAddress,
  sidesAddress,
  takeInAddress,
  versionAddress,
} from '../words/addresses'
import { countryName } from '../words/countryName'
import { AskedPlace } from './AskedPlace.client'
import { additionPlaces } from './additionPlaces'
import { editionNote } from './editionNote'
import { GuidanceNote } from './GuidanceNote'
import { loadKeptOnServer } from './keptOnServer'
import { LanguageLinks } from './LanguageLinks'
import { loadLaggingPlaces } from './laggingPlaces'
import { LIVE_WORDS } from './live/liveWords'
import type { ModeCard } from './ModeCards.client'
import { modeChoices } from './modeChoices'
import { commonValues, savedValues } from './openingValues'
import { ownChange } from './ownChange'
import { PartNotes, partLabels } from './PartNotes'
import { SavedDifference } from './SavedDifference'
import { SectionReading } from './SectionReading'
import { loadSectionFacts, type SectionFacts, sourceLanguageOf, textUnderAddition } from './sectionFacts'
import { sentWords } from './sentWords'
import type { Beside } from './TextPanes.client'
import { TranslationCurrent } from './TranslationCurrent.client'
import { TranslationLag } from './TranslationLag'
import type { KeptOnServer } from './useCopyKeeper.client'
import { VariantSectionEditor } from './VariantSectionEditor.client'
import { WholeText } from './WholeText'
import { WordFileLinks } from './WordFileLinks'

/** `/admin/version/:variant/section/:key?lang=`: one section of a national version, to write, translate or read. */
export async function VariantSectionView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const [facts, countries] = await Promise.all([
    loadSectionFacts({ visitor, variant, key, asked: queryOf(view, 'lang') }),
    loadCountries(visitor),
  ])
  if (!facts) return <SectionNotThere view={view} />
  const { say, language: pageLanguage } = visitor
  const asReader = queryOf(view, 'view') === 'reader'
  const name = countryName({
    code: facts.state.variant.country,
    countries,
    language: pageLanguage,
  })
  const here = { variant: facts.state.variant.id, key, language: facts.language }
  const writes = !asReader && (facts.mayDraft || facts.mayTranslate)
  const change = asReader ? null : ownChange(facts)
  const lagging = asReader ? null : await loadLaggingPlaces({ facts, visitor })
  const undo = await loadUndo({ facts, visitor })
  return (
    <AdminFrame
      view={view}
      title={sectionTitle(facts)}
      crumbs={[{ label: name, href: versionAddress(facts.state.variant.id) }]}
      lead={<SectionLead facts={facts} say={say} />}
      buttons={<Buttons facts={facts} visitor={visitor} asReader={asReader} />}
      sample={facts.state.toolkit.sample}
    >
      <SectionTabs
        current="text"
        text={sectionAddress(here)}
        sides={facts.base && sidesAddress(here)}
        history={historyAddress(here)}
        say={say}
      />
      <UndoBar undo={undo} visitor={visitor} editionNote={editionNote({ state: facts.state, say })} />
      <AskedPlace />
      <div className="stack-l">
        {justDone(view) === RETURNED ? (
          <DoneMessage about={RETURNED} title={say('editor.removed.returned', { section: sectionTitle(facts) })} />
        ) : null}
        {asReader ? null : <WithdrawnCommon state={facts.state} language={pageLanguage} say={say} />}
        {asReader ? null : <GuidanceNote content={facts.base?.content} language={facts.language} say={say} />}
        {asReader ? null : <PartNotes facts={facts} reader={pageLanguage} say={say} />}
        {lagging ? <TranslationLag facts={facts} visitor={visitor} {...lagging} writes={writes} /> : null}
        <TranslationCurrent key={`${key}/${facts.language}`} count={lagging?.places.length ?? 0}>
          {say('editor.lag.current')}
        </TranslationCurrent>
        {writes ? (
          <Editor
            facts={facts}
            visitor={visitor}
            change={change}
            onServer={await loadKeptOnServer({ req: visitor.req, of: here })}
          />
        ) : (
          <SectionReading facts={facts} visitor={visitor} change={change} asReader={asReader} country={name} />
        )}
      </div>
    </AdminFrame>
  )
}

function Buttons({ facts, visitor: { say }, asReader }: { facts: SectionFacts; visitor: Visitor; asReader: boolean }) {
  const { key, language, state } = facts
  const { id: variant, languages } = state.variant
  const here = sectionAddress({ variant, key, language })
  const { base, hasBelow, mayDraft, own } = facts
  const isProposable = mayDraft && proposablePlaces({ own, common: base?.content ?? null, languages }).length > 0
  return (
    <>
      <LanguageLinks
        languages={languages}
        current={language}
        addressOf={(one) => sectionAddress({ variant, key, language: one })}
        say={say}
      />
      <WordFileLinks line={{ variant }} sectionKey={key} language={language} hasBelow={hasBelow} say={say} />
      {facts.mayDraft || facts.mayTranslate ? (
        <a className="btn quiet" href={takeInAddress(variant, language)}>
          {say('editor.word.heading')}
        </a>
      ) : null}
      {facts.kind === 'own' && facts.mayDraft ? (
        <a className="btn second" href={placeAddress({ variant, key, language })}>
          {say('editor.move.open')}
        </a>
      ) : null}
      {isProposable ? (
        <a className="btn second" href={proposeAddress({ variant, key, language })}>
          {say('proposals.do')}
        </a>
      ) : null}
      <a className="btn second" href={asReader ? here : `${here}&view=reader`}>
        {asReader ? say('editor.back-to-text') : say('editor.as-reader')}
      </a>
    </>
  )
}

/** The editor with everything that it needs from the server, in the person's language. */
function Editor({
  facts,
  visitor,
  change,
  onServer,
}: {
  facts: SectionFacts
  visitor: Visitor
  change: SectionChange | null
  onServer: KeptOnServer
}) {
  const { base, kind, key, language, mayDraft, own, state } = facts
  const { actor, language: pageLanguage, say } = visitor
  const common = commonValues({ content: base?.content ?? null, language })
  const onlyTranslates = !mayDraft
  return (
    <VariantSectionEditor
      // Another section or language is separate work: nothing of the previous one may stay.
      key={`${state.variant.id}/${key}/${language}`}
      words={sentWords({
        language: pageLanguage,
        beginnings: ['editor.', 'words.reason.', ...LIVE_WORDS, ...VIEW_WORDS],
      })}
      pageLanguage={pageLanguage}
      language={language}
      userId={actor.userId}
      variant={state.variant.id}
      country={state.variant.country}
      sectionKey={key}
      onServer={onServer}
      kind={kind}
      onlyTranslates={onlyTranslates}
      hasOwnWords={own !== null && hasOwnWords({ own, language })}
      keepsOwnWords={keepsOwnWords({ base, own, languages: state.variant.languages })}
      hasAdditionElsewhere={own !== null && isWritten(withWords(own, 'addition', language, undefined).addition)}
      explainedIn={languageNames({
        languages: LANGUAGES.filter((one) => one !== language && !isEmptyField(own?.explanation[one])),
        ...{ pageLanguage, t: say },
      })}
      saved={{
        rev: own?.rev ?? 0,
        at: own?.updatedAt ?? '',
        values: savedValues({ own, common, body: textUnderAddition(facts), language }),
      }}
      common={base ? common : null}
      cards={base && mayDraft ? cardsFor(facts, visitor) : []}
      modeNames={Object.fromEntries(MODES.map((mode) => [mode, say(`words.mode.${mode}`)])) as Record<Mode, string>}
      beside={besideOf({ facts, visitor, change })}
      needless={base ? nothingToTranslate(base.content) : []}
      editionNote={editionNote({ state, say })}
      places={additionPlaces(facts)}
      restore={{
        some: restoreAddress({ variant: state.variant.id, key, language }),
        all: restoreAddress({ variant: state.variant.id, key, language, all: true }),
      }}
    />
  )
}

function cardsFor({ base, kind }: SectionFacts, { language, say }: Visitor): ModeCard[] {
  return modeChoices(base?.content.policy ?? 'free').map(({ mode, forbidden }) => ({
    mode,
    name: say(`words.mode.${mode}`),
    does: say(mode === 'inherit' && kind === 'translation' ? 'editor.mode.inherit-translated' : `editor.mode.${mode}`),
    forbidden: forbidden ? sayRefusal(language, forbidden) : null,
  }))
}

function besideOf({
  facts,
  visitor: { language: pageLanguage, say },
  change,
}: {
  facts: SectionFacts
  visitor: Visitor
  /** The country's changes to the common text; null if there are none. */
  change: SectionChange | null
}): Beside {
  const { base, content, kind, language, state } = facts
  const version = state.baseline.version
  const source = kind === 'common' ? language : sourceLanguageOf(facts)
  const note = say('editor.beside.read-only')
  const labels = (language: Language) => partLabels({ common: base?.content, language, reader: pageLanguage, say })
  const labelsOf = (language: Language) => {
    const of = labels(language)
    const said = (base?.content.body[language] ?? []).map((block) => [block.id, of?.(block)] as const)
    return Object.fromEntries(said.filter(([, label]) => label))
  }
  if (!base && !source) {
    const plain = <p className="muted">{say('editor.beside.nothing')}</p>
    return { title: say('editor.beside.own'), note: '', plain, ...UNMARKED }
  }
  if (kind !== 'common') {
    const title = say('editor.beside.source', { language: source ? say(`words.language.${source}`) : '–' })
    const plain = source ? (
      <WholeText
        content={content}
        language={source}
        idPrefix="source-"
        additionLabel={say('editor.addition')}
        labelOf={labels(source)}
      />
    ) : (
      <p className="muted">{say('editor.beside.nothing')}</p>
    )
    if (!source || (content.addition[source] ?? []).length > 0) return { title, note, plain, ...UNMARKED }
    const texts = commonValues({ content, language: source })
    return { title, note, plain, ...UNMARKED, labels: labelsOf(source), source: { language: source, texts } }
  }
  const labelOf = labels(language)
  const plain = base ? (
    <WholeText content={base.content} language={language} idPrefix="common-" labelOf={labelOf} />
  ) : null
  const marked = change ? (
    <SavedDifference change={change} language={language} pageLanguage={pageLanguage} labelOf={labelOf} say={say} />
  ) : null
  const summary = change ? say('editor.differences', { count: change.counts.changes }) : null
  const title = say(state.isBasisWithdrawn ? 'editor.beside.common-withdrawn' : 'editor.beside.common', { version })
  return { title, note, plain, marked, summary, labels: labelsOf(language) }
}

/** A text with which no words are compared. */
const UNMARKED = { marked: null, summary: null }
