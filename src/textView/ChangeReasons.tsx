import { Fragment, type ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { linkTarget } from '@/domain/safeUrl'
import type { Reference } from '@/domain/section'
import type { ChangeWhy } from '@/domain/why'
import type { Translator } from '@/messages/translate'
import { ChangedPlace } from './ChangedPlace'
import { keyed } from './keyed'

/** Why a country made single changes: what it changed, the reason, and the laws that it refers to. Nothing for none. */
export function ChangeReasons({
  changes,
  language,
  pageLanguage = language,
  t,
}: {
  changes: readonly ChangeWhy[] | undefined
  /** The language that explanations are wanted in. */
  language: Language
  pageLanguage?: Language
  t: Translator
}) {
  if (!changes || changes.length === 0) return null
  return (
    <div className="change-reasons">
      <p>
        <strong>{t('diff.why.title')}</strong>
      </p>
      <ul>
        {keyed(changes).map(({ key, one }) => (
          <li key={key}>
            <ChangeReason why={one} language={language} pageLanguage={pageLanguage} t={t} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type One = {
  why: ChangeWhy
  /** The language that explanations are wanted in. */
  language: Language
  pageLanguage: Language
  t: Translator
}

/** One of them. */
export function ChangeReason(given: One) {
  const { why, pageLanguage, t } = given
  return (
    <>
      <p>
        <ChangedPlace at={why.at} pageLanguage={pageLanguage} t={t} />
      </p>
      <ReasonOfChange {...given} />
    </>
  )
}

/** Why a country made a change, beside the change itself. */
export function ReasonOfChange({ why: { explanation, reason, references }, language, pageLanguage, t }: One) {
  const lang = (one: Language) => (one === pageLanguage ? undefined : one)
  return (
    <>
      {explanation?.standsIn ? (
        <p className="small muted">
          {t('reader.stand-in', {
            language: t(`words.language.${language}`),
            other: t(`words.language.${explanation.language}`),
          })}
        </p>
      ) : null}
      {reason || explanation ? (
        <p>
          {reason ? <strong>{t(`words.reason.${reason}`)}.</strong> : null}{' '}
          {explanation ? <span lang={lang(explanation.language)}>{explanation.value}</span> : null}
        </p>
      ) : null}
      {references.length > 0 ? (
        <p className="small">
          {t('diff.why.references')} <References references={references} />
        </p>
      ) : null}
    </>
  )
}

function References({ references }: { references: readonly Reference[] }): ReactNode {
  return keyed(references).map(({ key, one: { text, url }, index }) => {
    const address = linkTarget(url ?? undefined)
    return (
      <Fragment key={key}>
        {index > 0 ? ' · ' : ''}
        {address ? <a href={address}>{text}</a> : text}
      </Fragment>
    )
  })
}
