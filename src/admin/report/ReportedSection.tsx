import type { ReportedText, SectionReport, ShownDecision } from '@/domain/adaptationReport'
import { ROW_STATES } from '@/domain/sideBySide'
import { sayDecided, sayTogether } from '@/messages/reportChapters'
import { ChangedPlace } from '@/textView/ChangedPlace'
import { ChangeReasons } from '@/textView/ChangeReasons'
import { keyed } from '@/textView/keyed'
import { LinkedWords } from '@/textView/LinkedWords'
import { SectionDifference } from '@/textView/SectionDifference'
import { WholeText } from '../editor/WholeText'
import type { Visitor } from '../frame/visitor'
import { SideTable } from '../sides/SideTable'
import { DRAFT_PICTURES, sectionAddress } from '../words/addresses'
import { ModeStatus } from '../words/Status'

/** One section of the report: what the country did with it and why, the words that differ, and its decisions. */
export function ReportedSection({
  section: { decisions, key, mode, number, standsOn, texts, title, why, wordsLeftOut },
  variant,
  visitor,
}: {
  section: SectionReport
  variant: string
  visitor: Visitor
}) {
  const { language, say } = visitor
  const lang = (one: string) => (one === language ? undefined : one)
  return (
    <section className="panel stack" aria-labelledby={`section-${key}`}>
      <h4 id={`section-${key}`}>
        <span className="num">{number}</span>{' '}
        <a href={sectionAddress({ variant, key })} lang={lang(title.language)}>
          {title.value}
        </a>
      </h4>
      <div className="row">
        <ModeStatus mode={mode} say={say} />
        {standsOn ? <span className="muted">{say('report.stands-on', { version: standsOn })}</span> : null}
        {wordsLeftOut > 0 ? <span className="muted">{say('report.left-out', { count: wordsLeftOut })}</span> : null}
      </div>
      {why ? (
        <dl className="kv">
          {why.reason ? (
            <div>
              <dt>{say('editor.why.reason')}</dt>
              <dd>{say(`words.reason.${why.reason}`)}</dd>
            </div>
          ) : null}
          {why.explanation ? (
            <div>
              <dt>{say('report.explanation')}</dt>
              <dd className="said" lang={lang(why.explanation.language)}>
                {why.explanation.value}
              </dd>
            </div>
          ) : null}
          {why.sources ? (
            <div>
              <dt>{say('report.sources')}</dt>
              <dd className="said">
                <LinkedWords words={why.sources} />
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      <ChangeReasons changes={why?.changes} language={language} t={say} />
      {texts.map((one) => (
        <Text key={one.language} text={one} anchor={`${key}-${one.language}-`} visitor={visitor} />
      ))}
      {decisions.length > 0 ? <Decisions decisions={decisions} visitor={visitor} /> : null}
    </section>
  )
}

function Text({
  text,
  anchor,
  visitor: { language: pageLanguage, say },
}: {
  text: ReportedText
  anchor: string
  visitor: Visitor
}) {
  const { language } = text
  const name = say(`words.language.${language}`)
  switch (text.is) {
    case 'missing':
      return <p className="muted">{say('report.missing', { language: name })}</p>
    case 'compared':
      return (
        <div className="stack-s">
          <h5>{say('report.differences', { language: name })}</h5>
          <div className="text measure">
            <SectionDifference
              change={text.change}
              language={language}
              pageLanguage={pageLanguage}
              t={say}
              only="changes"
              headingOffset={4}
              anchor={anchor}
              pictureUrl={(media) => `${DRAFT_PICTURES}/${encodeURIComponent(media)}`}
              describesPictures
              labelOf={({ id }) =>
                id === text.additionFrom ? (
                  <p className="label" lang={pageLanguage === language ? undefined : pageLanguage}>
                    {say('diff.section.addition')}
                  </p>
                ) : null
              }
            />
          </div>
        </div>
      )
    case 'own':
      return (
        <div className="stack-s">
          <h5>{say('report.own', { language: name })}</h5>
          <div className="text measure">
            <WholeText content={text.content} language={language} idPrefix={anchor} />
          </div>
        </div>
      )
    case 'beside': {
      const common = say(`words.language.${text.common}`)
      const states = ROW_STATES.filter((state) => text.states[state] > 0)
      return (
        <div className="stack-s">
          <h5>{say('report.beside', { language: name, common })}</h5>
          <p>
            {states
              .map((state) =>
                say('report.counted', { name: say(`history.sides.state.${state}`), count: text.states[state] }),
              )
              .join(' · ')}
          </p>
          {text.differing.length > 0 ? (
            <SideTable
              fields={text.differing}
              headings={{
                common: say('history.sides.side', { text: say('words.mode.inherit'), language: common }),
                national: say('report.own', { language: name }),
              }}
              languages={{ common: text.common, national: language }}
              pageLanguage={pageLanguage}
              say={say}
              anchor={anchor}
            />
          ) : null}
        </div>
      )
    }
    default:
      return text satisfies never
  }
}

function Decisions({ decisions, visitor }: { decisions: readonly ShownDecision[]; visitor: Visitor }) {
  const { say } = visitor
  return (
    <div className="stack-s">
      <h5>{say('report.label.decisions')}</h5>
      <ul className="stack-s">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Decision decision={decision} visitor={visitor} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was decided, by which role and why; with which sections, and what a combination was made without. */
export function Decision({ decision, visitor: { language, say } }: { decision: ShownDecision; visitor: Visitor }) {
  const { declined, note, reason } = decision
  const together = sayTogether(decision, say)
  return (
    <>
      {sayDecided(decision, { language, say })}
      {reason ? ` · ${say(`words.reason.${reason}`)}` : ''}
      {together === '' ? null : <p className="muted">{together}</p>}
      {declined.length > 0 ? (
        <>
          <p className="muted">{say('report.declined')}</p>
          <ul>
            {keyed(declined).map(({ key, one }) => (
              <li key={key}>
                <ChangedPlace at={one} pageLanguage={language} t={say} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {note ? <p className="said muted">{note}</p> : null}
    </>
  )
}
