import { type CheckedVersion, countGrades } from '@/domain/check/checkVersion'
import type { Language } from '@/domain/language'
import { AdminFrame } from '../frame/AdminFrame'
import type { FrameProps } from '../frame/Frame'
import { queryOf, type ViewProps, type Visitor } from '../frame/visitor'
import { FilterLinks } from '../words/FilterLinks'
import { languageName } from '../words/languageName'
import { Findings } from './Findings'
import { Links } from './Links'

/** What the checks found in a whole text, in one of its languages. */
export function CheckScreen({
  view,
  visitor: { language: reader, say },
  name,
  crumb,
  crumbs,
  sample,
  checked,
  addressOf,
  sectionAddressOf,
  linksAddressOf,
  untranslatedAddress,
}: {
  view: ViewProps
  visitor: Visitor
  name: string
  crumb: string
  crumbs: FrameProps['crumbs']
  sample: boolean
  /** One for each language of the text; the address says which one is shown. */
  checked: readonly CheckedVersion[]
  addressOf: (language: Language) => string
  sectionAddressOf: (place: { key: string; language: Language }) => string
  /** Where it is asked whether the links answer. */
  linksAddressOf: (language: Language) => string
  /** The list of the sections that are not wholly written; null if there is none. */
  untranslatedAddress: string | null
}) {
  const inLanguage = (asked: string) => checked.find(({ language }) => language === asked)
  const shown = inLanguage(queryOf(view, 'lang')) ?? inLanguage(reader) ?? checked[0]
  if (!shown) throw new Error('A text has at least one language')
  const { language, minutes, sections, untranslated, words } = shown
  const filters = checked.map((one) => ({
    key: one.language,
    name: languageName(say, one.language),
    count: countOwn(one),
    address: addressOf(one.language),
    isChosen: one === shown,
    isAll: true,
  }))
  return (
    <AdminFrame
      view={view}
      title={say('check.title', { name })}
      crumb={crumb}
      crumbs={crumbs}
      sample={sample}
      lead={<p className="muted">{say('check.lead')}</p>}
    >
      <div className="stack-l check">
        <div className="stack">
          {filters.length > 1 ? <FilterLinks label={say('check.languages')} filters={filters} /> : null}
          <p>{say('check.size', { sections: sections.length, words, minutes })}</p>
          {untranslated > 0 ? (
            <p>
              {say('check.untranslated', { count: untranslated, language: say(`words.language.${language}`) })}{' '}
              {untranslatedAddress ? <a href={untranslatedAddress}>{say('check.show-untranslated')}</a> : null}
            </p>
          ) : null}
        </div>
        <Links checked={shown} address={linksAddressOf(language)} reader={reader} say={say} />
        <Findings checked={shown} sectionAddressOf={sectionAddressOf} reader={reader} say={say} />
      </div>
    </AdminFrame>
  )
}

/** How many places somebody who writes this text would correct or look at. */
function countOwn({ sections }: CheckedVersion): number {
  const { look, mend } = countGrades(sections.flatMap(({ findings }) => findings.filter(({ isCommon }) => !isCommon)))
  return mend + look
}
