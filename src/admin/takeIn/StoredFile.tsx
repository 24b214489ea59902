import type { RefObject } from 'react'
import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { versionAddress } from '../words/addresses'
import { SectionLinks } from './SectionLinks'
import type { StoredSections } from './takenAnswer'

/** What was stored, with the ways to it. */
export function StoredFile({
  stored: { stored, takenBack },
  variant,
  language,
  heading,
  t,
  onAgain,
}: {
  stored: StoredSections
  variant: string
  language: Language
  heading: RefObject<HTMLHeadingElement | null>
  t: Translator
  onAgain: () => void
}) {
  return (
    <section className="panel stack" aria-labelledby="word-stored-title">
      <h2 id="word-stored-title" tabIndex={-1} ref={heading}>
        <SignIcon sign="tick" /> {t('editor.word.stored', { count: stored.length })}
      </h2>
      <SectionLinks sections={stored} variant={variant} language={language} />
      {takenBack ? <p className="note">{t('editor.bar.done-taken-back')}</p> : null}
      <div className="row">
        <a className="btn" href={versionAddress(variant)}>
          {t('editor.word.to-version')}
        </a>
        <button type="button" className="btn second" onClick={onAgain}>
          {t('editor.import.another-file')}
        </button>
      </div>
    </section>
  )
}
