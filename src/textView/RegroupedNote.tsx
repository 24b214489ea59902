import { Fragment } from 'react'
import type { RegroupedMember, RegroupedWith } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** With which sections one was divided or joined, as links, and that nothing else changed if its words are the same. */
export function RegroupedNote({
  regrouped: { became, head, others },
  of,
  isSame,
  address,
  pageLanguage,
  t,
}: {
  regrouped: RegroupedWith
  /** The key of the section on whose page or in whose part this stands. */
  of: string
  /** Does no word differ from what it was made of? */
  isSame: boolean
  /** Null for a section that cannot be opened. */
  address: (section: RegroupedMember) => string | null
  pageLanguage: Language
  t: Translator
}) {
  const isHead = of === head.key
  const isGone = !isHead && became === 'joined'
  return (
    <>
      {t(`diff.regrouped.${became}-${isHead ? 'head' : 'other'}`)}{' '}
      {(isHead ? others : [head]).map((section, at) => (
        <Fragment key={section.key}>
          {at === 0 ? null : ', '}
          <Named section={section} address={address(section)} pageLanguage={pageLanguage} />
        </Fragment>
      ))}
      . {isSame && !isGone ? t('diff.regrouped.same') : null}
    </>
  )
}

function Named({
  section: { number, title },
  address,
  pageLanguage,
}: {
  section: RegroupedMember
  address: string | null
  pageLanguage: Language
}) {
  const name = (
    <>
      {number} <span lang={title.language === pageLanguage ? undefined : title.language}>{title.value}</span>
    </>
  )
  return address === null ? name : <a href={address}>{name}</a>
}
