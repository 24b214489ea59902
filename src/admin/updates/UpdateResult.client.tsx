'use client'

import { useMemo } from 'react'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import type { UpdateSides } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { SectionDifference } from '@/textView/SectionDifference'
import { readersChange, readNowOf, type UpdatePreview } from './updatePreview'

/** What readers would get after a decision, with the differences from what they get now. */
export function UpdateResult({
  sides,
  preview,
  language,
  pageLanguage,
  isDivided,
  isKept,
  nameOf,
  t,
}: {
  sides: UpdateSides
  preview: UpdatePreview
  language: Language
  pageLanguage: Language
  /** Does the decision divide or join the text? */
  isDivided: boolean
  /** Does the country keep its text? */
  isKept: boolean
  /** The name of a section, by its key. */
  nameOf: (key: string) => string
  t: Translator
}) {
  const change = useMemo(() => {
    const before = readNowOf(sides)
    return preview.ok ? readersChange({ before, after: preview.content, language }) : null
  }, [sides, preview, language])
  if (!preview.ok)
    return preview.because.map((because) => (
      <p key={JSON.stringify(because)} className="note">
        {t(because.key, because.params)}
      </p>
    ))
  if (preview.content === null) return <p>{t('updates.result.away')}</p>
  const apart = preview.undivided[language] ?? []
  const undivided = apart.length > 0 && (
    <p className="note">
      {t('updates.result.undivided', {
        language: t(`words.language.${language}`),
        source: t(`words.language.${sides.sourceLanguage}`),
        section: nameOf(sides.own.key),
        sections: new Intl.ListFormat(pageLanguage).format(apart.map(nameOf)),
        count: apart.length,
        common: isEmptyField(sides.newest?.content.body[language]) ? 'none' : 'whole',
      })}
    </p>
  )
  const lost = preview.unjoined[language] ?? []
  const unjoined = lost.length > 0 && (
    <p className="note">
      {t('updates.result.unjoined', {
        language: t(`words.language.${language}`),
        sections: new Intl.ListFormat(pageLanguage).format(lost.map(nameOf)),
      })}
    </p>
  )
  // The version is not published in the language of the common framework, so what its readers get stays too.
  const isElsewhere = isKept && !sides.languages.includes(language)
  if (!change || change.status === 'same' || isElsewhere)
    return (
      undivided || (
        <p className="muted">
          {t(
            isDivided && !isEmptyField(preview.content.body[language])
              ? 'updates.result.same-words'
              : 'updates.result.same',
            {
              language: t(`words.language.${language}`),
            },
          )}
        </p>
      )
    )
  return (
    <div className="panel stack">
      {undivided}
      {unjoined}
      <div className="row">
        <p className="muted">{t('updates.result.compared')}</p>
        <DifferenceLegend t={t} />
      </div>
      <div className="text diff">
        <SectionDifference change={change} language={language} pageLanguage={pageLanguage} t={t} headingOffset={2} />
      </div>
    </div>
  )
}
