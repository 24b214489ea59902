import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import type { OwnField } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { Words } from '@/textView/Words'
import { PartDifference } from './PartDifference'
import { type FieldRestored, type LanguageRestored, wordsOf } from './restoreChanges'

/**
 * A part of a text with a checkbox, and the number of words removed and restored; `isSame` if nothing changes in it.
 */
export type PartShown = { ids: string[]; gone: number; back: number; isSame: boolean; shown: ReactNode }

/** One field that restoring changes. */
export type FieldShown = {
  field: OwnField
  gone: number
  back: number
  parts: PartShown[] | null
  /** Nobody reads it now. */
  isUnread: boolean
  shown: ReactNode
}

/** What restoring the whole section would change in one language, as it is shown. */
export type RestorePane = {
  language: Language
  fields: FieldShown[]
  isEmptied: boolean
  explanation: { gone: number; shown: ReactNode } | null
}

type Page = { pageLanguage: Language; say: Translator }

/** Shows what restoring changes, with the number of words removed and restored. */
export function restorePanes({ changes, ...page }: Page & { changes: readonly LanguageRestored[] }): RestorePane[] {
  return changes.map(({ explanation, fields, isEmptied, language }) => ({
    language,
    fields: fields.map((field) => fieldShown({ field, language, ...page })),
    isEmptied,
    explanation: explanation && explained({ segments: explanation, language, ...page }),
  }))
}

function fieldShown({
  field: { change, field, isUnread, parts },
  ...given
}: Page & { field: FieldRestored; language: Language }): FieldShown {
  const { language, say } = given
  const anchor = `${language}-${field}`
  const { gone, back } = wordsOf(change)
  const whole = <PartDifference key={anchor} field={change} anchor={`${anchor}-`} {...given} />
  const unread = (
    <>
      <p className="muted small">
        {say('history.restore.unread', {
          mode: say(field === 'addition' ? 'words.mode.supplement' : 'words.mode.adapt'),
        })}
      </p>
      {whole}
    </>
  )
  return {
    field,
    gone,
    back: isUnread ? 0 : back,
    isUnread,
    parts:
      parts?.map(({ change: part, ids }, index) => ({
        ids,
        ...wordsOf(part),
        shown: <PartDifference field={part} anchor={`${anchor}-${index}-`} {...given} />,
      })) ?? null,
    shown: isUnread ? unread : whole,
  }
}

function explained({
  segments,
  language,
  pageLanguage,
  say,
}: Page & { segments: NonNullable<LanguageRestored['explanation']>; language: Language }): RestorePane['explanation'] {
  const options = { t: say, ...(language === pageLanguage ? {} : { wordsLang: pageLanguage }) }
  return {
    gone: wordsOf({ field: 'explanation', kind: 'text', status: 'removed', segments }).gone,
    shown: (
      <p lang={language}>
        <Words segments={segments} options={options} />
      </p>
    ),
  }
}
