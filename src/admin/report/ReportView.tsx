import { isPlainCommon, REPORTED, type Reported } from '@/domain/adaptationReport'
import { SignIcon } from '@/icons/SignIcon'
import { nameOfCountry } from '@/messages/countryName'
import { type ReportChapter, reportChapters, sayNames, sayTranslated } from '@/messages/reportChapters'
import { type LoadedReport, loadAdaptationReport } from '@/stored/adaptationReport'
import { today } from '@/stored/today'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { reportAddress, reportFileAddress, versionAddress } from '../words/addresses'
import { Decision, ReportedSection } from './ReportedSection'
import './report.css'

/** `/admin/version/:variant/report?of=`: what a country did with the common framework, of its release or its working text. */
export async function ReportView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  const variant = view.params.variant
  const asked = REPORTED.find((one) => one === queryOf(view, 'of')) ?? 'working'
  const loaded =
    (await loadAdaptationReport({ req, actor, variant, of: asked, language })) ??
    // A release is asked for, and there is none yet.
    (asked === 'release' ? await loadAdaptationReport({ req, actor, variant, of: 'working', language }) : null)
  if (!loaded) return <PlainPage view={view} about="not-there" />
  const { of, sample, variant: version } = loaded
  const country = nameOfCountry({ code: version.country, given: loaded.countryName, language })
  const chapters = reportChapters({ about: loaded, report: loaded.report, country, language, say, day: today() })
  return (
    <AdminFrame
      view={view}
      title={say('report.title', { country })}
      crumb={say('report.name')}
      crumbs={[{ label: country, href: versionAddress(version.id) }]}
      lead={<p className="muted">{say('report.lead')}</p>}
      buttons={
        <a className="btn" href={reportFileAddress(version.id, of)} download>
          <SignIcon sign="download" /> {say('report.download')}
        </a>
      }
      sample={sample}
    >
      <div className="stack-l report">
        <Which loaded={loaded} say={say} />
        {asked !== of ? <p className="note">{say('report.no-release')}</p> : null}
        {chapters.map((chapter, index) => (
          <Chapter key={chapter.name} chapter={chapter} number={index + 1}>
            {chapter.name === 'recommendations' ? <Sections loaded={loaded} visitor={visitor} /> : null}
          </Chapter>
        ))}
      </div>
    </AdminFrame>
  )
}

/** Which text is reported, as links: the address says which one is open. */
function Which({ loaded: { of, release, variant }, say }: { loaded: LoadedReport; say: Visitor['say'] }) {
  const name = (one: Reported) =>
    one === 'release' && release ? say('report.of.release', { version: release.version }) : say('report.of.working')
  const shown = REPORTED.filter((one) => one === 'working' || release !== null)
  return (
    <nav aria-label={say('report.which')}>
      <ul className="tabs">
        {shown.map((one) => (
          <li key={one}>
            <a href={reportAddress(variant.id, one)} {...(one === of ? { 'aria-current': 'page' as const } : {})}>
              {name(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Chapter({
  chapter: { facts, items, name, title },
  number,
  children,
}: {
  chapter: ReportChapter
  number: number
  children: React.ReactNode
}) {
  return (
    <section className="stack" aria-labelledby={`chapter-${name}`}>
      <div>
        <h2 id={`chapter-${name}`}>
          {number}. {title}
        </h2>
        <p className="muted xs">{items}</p>
      </div>
      {facts.length > 0 ? (
        <dl className="kv">
          {facts.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      ) : null}
      {children}
    </section>
  )
}

function Sections({ loaded: { report, variant }, visitor }: { loaded: LoadedReport; visitor: Visitor }) {
  const { language, say } = visitor
  const common = report.sections.filter(isPlainCommon)
  const others = report.sections.filter((section) => !isPlainCommon(section))
  return (
    <>
      <div className="row end">
        <h3>{say('report.differing')}</h3>
        <DifferenceLegend t={say} />
      </div>
      {others.length === 0 ? <p>{say('report.none')}</p> : null}
      {others.map((section) => (
        <ReportedSection key={section.key} section={section} variant={variant.id} visitor={visitor} />
      ))}
      {common.length > 0 ? (
        <details className="disclose">
          <summary>
            {say('report.common')} <b>{common.length}</b>
          </summary>
          <ul className="plain">
            {common.map((section) => (
              <li key={section.key}>
                <span className="num">{section.number}</span>{' '}
                <span lang={section.title.language === language ? undefined : section.title.language}>
                  {section.title.value}
                </span>{' '}
                <span className="muted">{sayTranslated(section, say)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {report.otherDecisions.length > 0 ? (
        <>
          <h3>{say('report.gone')}</h3>
          <ul>
            {report.otherDecisions.map((decision) => (
              <li key={decision.id}>
                <strong>{sayNames(decision.others)}</strong>{' '}
                <Decision decision={{ ...decision, others: [] }} visitor={visitor} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
