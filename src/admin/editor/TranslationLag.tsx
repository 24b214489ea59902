import { joinedNote, type ReleasedNote } from '@/domain/changeGroups'
import type { Language } from '@/domain/language'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { fieldWord } from '@/textView/FieldDifference'
import { RichTextView } from '@/textView/RichTextView'
import { SectionDifference } from '@/textView/SectionDifference'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { Visitor } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import { DRAFT_PICTURES } from '../words/addresses'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { GoToPlace } from './GoToPlace.client'
import type { LaggingPlace } from './laggingPlaces'
import type { SectionFacts } from './sectionFacts'

/** Where a translation is behind the common text: for each place what changed, the translation now, and the decision. */
export function TranslationLag({
  facts: { key, language, own, state },
  visitor: { language: pageLanguage, say },
  places,
  source,
  notes,
  writes,
}: {
  facts: SectionFacts
  visitor: Visitor
  places: readonly LaggingPlace[]
  /** The language of the common text from which it is translated. */
  source: Language
  /** What the coordinator said about the changes that it does not have yet. */
  notes: readonly ReleasedNote[]
  /** May the person change the translation? */
  writes: boolean
}) {
  const where = { variant: state.variant.id, key, seen: own?.rev ?? 0, language }
  return (
    <section className="panel stack lagging" aria-labelledby="lag-title">
      <MessageHeading id="lag-title" about={`${where.seen}`}>
        <span className="st">
          <LanguageIcon sign="behind" />
          <span>{say('editor.lag.title', { count: places.length })}</span>
        </span>
      </MessageHeading>
      <Notes notes={notes} source={state.toolkit.sourceLanguage} pageLanguage={pageLanguage} say={say} />
      <p className="muted">{say(writes ? 'editor.lag.what' : 'editor.lag.what-reading')}</p>
      <ol className="stack">
        {places.map((place, index) => {
          const number = say('editor.lag.place', { number: index + 1 })
          const field = place.field === 'body' ? '' : ` (${fieldWord({ field: place.field, t: say })})`
          return (
            <li key={JSON.stringify(place.settles)} className="stack-s">
              <h3>
                {say(`editor.lag.${place.became}`)}
                {field}
              </h3>
              <div className="cols c2">
                <div className="stack-s">
                  <p className="muted xs">{say('editor.lag.source', { language: say(`words.language.${source}`) })}</p>
                  <div className="text diff">
                    <SectionDifference
                      change={place.change}
                      language={source}
                      pageLanguage={pageLanguage}
                      t={say}
                      only="changes"
                      headingOffset={2}
                      anchor={`lag-${index + 1}-`}
                      describesPictures
                    />
                  </div>
                </div>
                <div className="stack-s">
                  <p className="muted xs">{say('editor.lag.ours')}</p>
                  <Translated place={place} language={language} nothing={say('editor.lag.nothing')} index={index} />
                </div>
              </div>
              {writes ? <Answers place={place} where={where} number={number} say={say} /> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The class of the changes and the day that was set for them, and each note with its release. */
function Notes({
  notes,
  source,
  pageLanguage,
  say,
}: {
  notes: readonly ReleasedNote[]
  /** The language in which the coordinator writes. */
  source: Language
  pageLanguage: Language
  say: Translator
}) {
  const joined = joinedNote(notes)
  if (!joined) return null
  const { class: of, decideBy } = joined
  return (
    <div className={of === 'urgent' ? 'note urgent stack-s' : 'note stack-s'}>
      <p className="row">
        <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} />
        {decideBy ? <strong>{say('admin.behind.day', { date: longDate(decideBy, pageLanguage) })}</strong> : null}
      </p>
      {notes.map(({ note, version }) => (
        <p key={version}>
          <strong>{say('editor.lag.note', { version })}</strong>{' '}
          <span lang={source === pageLanguage ? undefined : source}>{note}</span>
        </p>
      ))}
    </div>
  )
}

/** What can be done about a place: first the way to it. A paragraph that is left out is asked about once more. */
function Answers({
  place,
  where,
  number,
  say,
}: {
  place: LaggingPlace
  where: { variant: string; key: string; seen: number; language: Language }
  number: string
  say: Translator
}) {
  const { became, field, follows, line, settles } = place
  const settle = {
    action: 'settle-translation',
    input: { ...where, ...settles },
    spoken: number,
    words: actionWords(say),
  }
  const name = say(`words.language.${where.language}`)
  if (became === 'new')
    return (
      <div className="stack-s">
        <div className="row">
          <GoToPlace field={field} line={follows} label={say('editor.lag.go-add')} spoken={number} />
        </div>
        <details className="disclose">
          <summary>
            {say('editor.lag.not-needed', { language: name })}
            <span className="vh">: {number}</span>
          </summary>
          <div className="stack-s">
            <p>{say('editor.lag.not-needed-what', { language: name })}</p>
            <ActionButton {...settle} label={say('editor.lag.not-needed-do')} look="second" small />
          </div>
        </details>
      </div>
    )
  return (
    <div className="row">
      {line === '' ? null : <GoToPlace field={field} line={line} label={say('editor.lag.go')} spoken={number} />}
      <ActionButton {...settle} label={say('editor.lag.still-right')} look="second" small />
    </div>
  )
}

function Translated({
  place: { translated },
  language,
  nothing,
  index,
}: {
  place: LaggingPlace
  language: Language
  nothing: string
  index: number
}) {
  if (translated.length === 0) return <p className="muted">{nothing}</p>
  return (
    <div className="text" lang={language}>
      {typeof translated === 'string' ? (
        <p>{translated}</p>
      ) : (
        <RichTextView
          blocks={translated}
          language={language}
          headingOffset={2}
          idPrefix={`lag-${index + 1}-ours-`}
          files={DRAFT_PICTURES}
        />
      )}
    </div>
  )
}
