import type { Language } from '@/domain/language'
import { notesLanguage } from '@/domain/notesLanguage'
import type { ReleaseHead } from '@/stored/release'
import type { ReaderToolkit } from '../records'

/** Why a release was published or withdrawn, in the words of whoever did it. */
export function WhyReleased({
  release: { country, notes },
  toolkit,
  language: page,
}: {
  release: Pick<ReleaseHead, 'country' | 'notes'>
  toolkit: Pick<ReaderToolkit, 'sourceLanguage'>
  language: Language
}) {
  const lang = notesLanguage({ country, source: toolkit.sourceLanguage, page })
  return lang ? <span lang={lang}>{notes}</span> : notes
}
