import type { CheckedSection, CheckedVersion } from '@/domain/check/checkVersion'
import { GRADES, type Grade, gradeOf } from '@/domain/check/finding'
import type { Language } from '@/domain/language'
import { type Sign, SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { placeHash } from '../words/placeInText'
import { textIn } from '../words/titles'
import { sayFinding } from './sayFinding'

type Given = {
  checked: CheckedVersion
  sectionAddressOf: (place: { key: string; language: Language }) => string
  reader: Language
  say: Translator
}

/** The findings: the most urgent first, each kind by section; those in words of the common framework in a list that opens. */
export function Findings({ checked, ...given }: Given) {
  const { say } = given
  const common = withFindings(checked.sections, ({ isCommon }) => isCommon)
  return (
    <>
      {GRADES.map((grade) => {
        const own = withFindings(checked.sections, (one) => !one.isCommon && gradeOf(one) === grade)
        return (
          <section key={grade} className="stack" aria-labelledby={`check-${grade}`}>
            <h2 id={`check-${grade}`}>
              <SignIcon sign={own.length === 0 ? 'tick' : SIGNS[grade]} /> {say(`check.grade.${grade}`)}{' '}
              <b className="count">{countOf(own)}</b>
            </h2>
            {own.length === 0 ? <p className="muted">{say('check.nothing')}</p> : null}
            <Sections sections={own} checked={checked} {...given} />
          </section>
        )
      })}
      {common.length > 0 ? (
        <details className="disclose">
          <summary>
            {say('check.common')} <b>{countOf(common)}</b>
          </summary>
          <div className="stack">
            <p className="muted">{say('check.common-hint')}</p>
            <Sections sections={common} checked={checked} {...given} />
          </div>
        </details>
      ) : null}
    </>
  )
}

const SIGNS: Record<Grade, Sign> = { mend: 'warning', look: 'search', advice: 'pencil' }

function Sections({
  sections,
  checked: { language },
  sectionAddressOf,
  reader,
  say,
}: Given & { sections: CheckedSection[] }) {
  return sections.map(({ findings, key, number, title }) => {
    const name = textIn({ given: title, languages: [language, reader], otherwise: key })
    return (
      <div key={key} className="check-section">
        <h3>
          <span className="num">{number}</span>{' '}
          <span lang={name.language === reader ? undefined : name.language}>{name.text}</span>
        </h3>
        <ul>
          {findings.map((finding, index) => {
            const { at } = finding
            const href = `${sectionAddressOf({ key, language })}${placeHash(at)}`
            return (
              // Two findings can be equal in everything that is said of them.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on this page
              <li key={index}>
                {sayFinding(finding, say)}{' '}
                <a href={href}>
                  {at.line === '' ? (
                    say('check.open')
                  ) : (
                    <span lang={language === reader ? undefined : language}>{at.line}</span>
                  )}
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    )
  })
}

/** The sections with those of their findings that are meant, without sections that have none. */
function withFindings(
  sections: readonly CheckedSection[],
  isMeant: (finding: CheckedSection['findings'][number]) => boolean,
): CheckedSection[] {
  return sections
    .map((section) => ({ ...section, findings: section.findings.filter(isMeant) }))
    .filter(({ findings }) => findings.length > 0)
}

function countOf(sections: readonly CheckedSection[]): number {
  return sections.reduce((sum, { findings }) => sum + findings.length, 0)
}
