'use client'

import { useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { hasText } from '@/domain/sectionText'
import type { UpdateChoice, UpdateSides, Waiting } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { SectionDifference } from '@/textView/SectionDifference'
import {
  hasTextBelowTitle,
  keepsSections,
  readersChange,
  readInstead,
  readNowApart,
  readNowOf,
  type UpdatePreview,
} from './updatePreview'

/** What readers would get after a decision, with the differences from what they get now. */
export function UpdateResult({
  sides,
  preview,
  language,
  pageLanguage,
  together,
  choice,
  offered,
  nameOf,
  shownIn,
  onShow,
  t,
}: {
  sides: UpdateSides
  preview: UpdatePreview
  language: Language
  pageLanguage: Language
  /** The sections that are decided together; null if it is one. */
  together: Waiting['together']
  choice: UpdateChoice
  /** The choices that the update has. */
  offered: readonly UpdateChoice[]
  /** The name of a section, by its key. */
  nameOf: (key: string) => string
  /** The languages that the person can choose, and what chooses one. */
  shownIn: readonly Language[]
  onShow: (language: Language) => void
  t: Translator
}) {
  const [isWhole, setWhole] = useState(false)
  const isKept = keepsSections(choice)
  const before = useMemo(
    () => (together && isKept ? readNowApart(together) : readNowOf(sides)),
    [sides, together, isKept],
  )
  const change = useMemo(
    () => (preview.ok ? readersChange({ before, after: preview.content, language }) : null),
    [before, preview, language],
  )
  if (!preview.ok)
    return preview.because.map((because) => (
      <p key={JSON.stringify(because)} className="note">
        {t(because.key, because.params)}
      </p>
    ))
  // What readers do not get now does not go.
  if (preview.content === null) return <p>{t(before ? 'updates.result.away' : 'updates.result.unused')}</p>
  const gaps = preview.gaps[language]
  const inThis = t(`words.language.${language}`)
  const listed = (keys: readonly string[]) => new Intl.ListFormat(pageLanguage).format(keys.map(nameOf))
  const adviceOn = (gap: 'missing' | 'once') =>
    offered.includes('combine')
      ? t(`updates.result.${gap}`, { choice, keeps: offered.includes('keep') ? 'yes' : 'no', language: inThis })
      : t('updates.one.only-accept')
  const notes = gaps && (
    <>
      {gaps.untranslated.length > 0 ? (
        <p className="note">
          {t(together?.became === 'joined' ? 'updates.result.in-source' : 'updates.result.undivided', {
            language: t(`words.language.${language}`),
            source: t(`words.language.${sides.sourceLanguage}`),
            section: nameOf(sides.own.key),
            sections: listed(gaps.untranslated),
            count: gaps.untranslated.length,
            common: isEmptyField(sides.newest?.content.body[language]) ? 'none' : 'whole',
          })}
        </p>
      ) : null}
      {gaps.missing.length > 0 ? (
        <p className="note">
          {t('updates.does.missing', { languages: inThis, sections: listed(gaps.missing) })} {adviceOn('missing')}
        </p>
      ) : null}
      {gaps.twice.length > 0 ? (
        <p className="note">
          {t('updates.result.twice', {
            language: inThis,
            section: nameOf(sides.own.key),
            sections: listed(gaps.twice),
          })}{' '}
          {adviceOn('once')}
        </p>
      ) : null}
    </>
  )
  const hasNotes = gaps !== undefined && Object.values(gaps).some((keys) => keys.length > 0)
  const after = preview.content
  const insteadOf = (one: Language) => readInstead({ sides, preview, choice, language: one })
  // The version is not published in this language, and what its readers get in place of their own stays too.
  const isElsewhere =
    choice === 'keep' &&
    !sides.languages.includes(language) &&
    !sides.languages.some((one) => insteadOf(one)?.language === language)
  const isUnwritten = ![before, after].some((content) => content && hasText(content, language))
  const other = isElsewhere ? null : insteadOf(language)
  const instead = other ? (
    <div className="stack-s">
      <p className="muted">
        {t('updates.result.instead', {
          has: hasTextBelowTitle(after, language) ? 'some' : 'none',
          is: other.isChanged ? 'changed' : 'new',
          language: inThis,
          other: t(`words.language.${other.language}`),
        })}
      </p>
      {shownIn.includes(other.language) ? (
        <p>
          <button type="button" className="btn quiet sm" onClick={() => onShow(other.language)}>
            {t('updates.result.show-in', { language: t(`words.language.${other.language}`) })}
          </button>
        </p>
      ) : null}
    </div>
  ) : null
  if (!change || change.status === 'same' || isElsewhere || isUnwritten) {
    const same = (
      <p className="muted">
        {t(
          together && choice !== 'keep' && !isEmptyField(after.body[language])
            ? 'updates.result.same-words'
            : preview.leavesOut
              ? 'updates.result.same-omitted'
              : 'updates.result.same',
          { language: inThis },
        )}
      </p>
    )
    if (!hasNotes && !instead) return same
    return (
      <div className="stack">
        {notes}
        {instead}
        {instead || isKept || gaps?.missing.length ? null : same}
      </div>
    )
  }
  return (
    <div className="panel stack">
      {notes}
      {instead}
      <div className="row">
        <p className="muted">{t('updates.result.compared')}</p>
        <DifferenceLegend t={t} />
        <label className="tick-label">
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} />
          {t('admin.changes.whole')}
        </label>
      </div>
      <div className="text diff">
        <SectionDifference
          {...{ change, language, pageLanguage, t }}
          {...(isWhole ? {} : { only: 'changes' })}
          headingOffset={2}
        />
      </div>
    </div>
  )
}
