import type { ReactNode } from 'react'
import { type BlockChange, type FieldChange, placesOf, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { ChangePairs } from './ChangePairs'
import { FieldDifference } from './FieldDifference'
import { type ViewOptions, viewOptions } from './options'
import { changeOf } from './shownBlock'

export type SectionDifferenceGiven = {
  change: SectionChange
  /** The language of the compared text. */
  language: Language
  /** Our own words, in the language of the reader. */
  t: Translator
  /** The language of `t` and of the page, if it is not that of the text. */
  pageLanguage?: Language
  /** `text`: the whole section with the differences in place; `pairs`: only the differences, before and after. */
  view?: 'text' | 'pairs'
  /** In the text: leave out what stayed the same. */
  only?: 'changes'
  /** In the text: headings begin at h2, or this many levels below. */
  headingOffset?: number
  /** In pairs: the level of the heading of each difference. */
  headingLevel?: number
  /** In pairs: whose text is on which side. */
  beforeLabel?: string
  afterLabel?: string
  /** Differences have the ids `d1`, `d2` …; another prefix for pages with several sections. */
  anchor?: string
  /** Why the two differ, shown above. */
  reason?: ReactNode
  pictureUrl?: (media: string) => string | undefined
  /**
   * Show the description of a new picture as words, for people who see the picture and are responsible for its
   * description.
   */
  describesPictures?: boolean
  /** What is said above a block of the text, if anything. */
  labelOf?: ViewOptions['labelOf']
}

/** The differences in one section. Plain markup for any page: no script, no colour, all words from the catalogues. */
export function SectionDifference(given: SectionDifferenceGiven) {
  const { change, language, t, pageLanguage = language, view = 'text', only, headingOffset = 0, anchor = 'd' } = given
  const places = placesOf(change.fields)
  const numbers = new Map(places.map((place, index) => [place.block ?? place.field, index + 1]))
  const indented = new Set(places.flatMap(({ indent }) => indent?.source ?? []))
  const numberOf = (shown: BlockChange | FieldChange | undefined) => shown && numbers.get(shown)
  const options = viewOptions({
    language,
    t,
    topLevel: 2 + headingOffset,
    only,
    ...(pageLanguage === language ? {} : { wordsLang: pageLanguage }),
    ...(given.pictureUrl ? { pictureUrl: given.pictureUrl } : {}),
    ...(given.describesPictures ? { describesPictures: true } : {}),
    labelOf: given.labelOf,
    placeOf: (block) => {
      const number = numberOf(block)
      return number === undefined ? undefined : places[number - 1]
    },
    isInPlace: (source) => indented.has(source),
    idOf: (block) => {
      const number = numberOf(changeOf(block))
      return number === undefined ? undefined : `${anchor}${number}`
    },
  })
  return (
    <div className="stack" lang={language}>
      <Remarks change={change} options={options} />
      {given.reason ? <div className="reason">{given.reason}</div> : null}
      {view === 'pairs' ? (
        <ChangePairs
          places={places}
          options={options}
          anchor={anchor}
          headingLevel={given.headingLevel ?? 2}
          beforeLabel={given.beforeLabel ?? t('diff.before')}
          afterLabel={given.afterLabel ?? t('diff.after')}
        />
      ) : (
        change.fields.map((field) => (
          <FieldDifference
            key={field.field}
            field={field}
            options={options}
            id={numbers.has(field) ? `${anchor}${numbers.get(field)}` : undefined}
          />
        ))
      )}
    </div>
  )
}

function Remarks({ change, options }: { change: SectionChange; options: ViewOptions }) {
  const { t, wordsLang } = options
  const remarks = [
    ...(change.status === 'added' ? [t('diff.section-added')] : []),
    ...(change.status === 'removed' ? [t('diff.section-removed')] : []),
    ...(change.moved ? [t('diff.section-moved')] : []),
    ...(change.fields.some((field) => field.kind !== 'set' && field.limited) ? [t('diff.limited')] : []),
  ]
  return remarks.map((remark) => (
    <p key={remark} className="small muted" lang={wordsLang}>
      {remark}
    </p>
  ))
}
