'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Spot } from '@/domain/places'
import { isEmptyField } from '@/domain/richText/sameText'
import { NEW_SECTION } from '@/domain/section'
import { browserTranslator } from './browserTranslator'
import { focusField } from './focusField'
import { PlaceFields } from './PlaceFields'
import type { PlacedTitle } from './placeChoices'
import { ReasonFields } from './ReasonFields.client'
import { SavingBar } from './SavingBar.client'
import { fitsVariant, typedWords, type VariantValues } from './sectionValues'
import { TextFields } from './TextFields.client'
import type { KeptOnServer } from './useCopyKeeper.client'
import { useSaving } from './useSaving.client'
import { WordsFromBefore } from './WordsFromBefore.client'
import { whenWritten } from './whenWritten'
import './editor.css'

/** `newKey` is the key of the section once it is stored: sent again, even after a crash, it is still one section. */
type NewSection = VariantValues & { spot: Spot; newKey: string }

/** A new section of a national version: its place, its text, and why the country adds it. */
export function AddSectionEditor({
  words,
  pageLanguage,
  language,
  userId,
  variant,
  country,
  onServer,
  places,
  opening,
  editionNote,
}: {
  words: Record<string, string>
  pageLanguage: Language
  language: Language
  userId: string
  variant: string
  country: string
  onServer: KeptOnServer
  places: PlacedTitle[]
  opening: NewSection
  editionNote: string | null
}) {
  const router = useRouter()
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const pending = useRef(0)
  const written = useCallback(() => whenWritten(pending), [])
  const place = useMemo(() => ({ userId, section: `${variant}/${NEW_SECTION}`, language }), [userId, variant, language])
  const saved = useMemo(() => ({ rev: 0, at: '', values: opening }), [opening])
  const work = useSaving({ place, onServer, fits: fitsVariant, saved, written })
  const { base, change, isChanged, state, values } = work
  const [isWrong, setWrong] = useState(false)
  const isUntitled = isEmptyField(values.title)

  async function add(): Promise<void> {
    setWrong(isUntitled)
    if (isUntitled) return focusField('section-title')
    // The sentence that refused it said that another press adds another section.
    const isAnother = state.kind === 'refused' && state.isMoved
    const result = await work.send({
      from: base,
      write: ({ after: { spot, newKey, title, summary, body, reason, explanation, sources } }) => ({
        action: 'add-section',
        input: {
          variant,
          language,
          ...spot,
          newKey,
          isAnother,
          title,
          summary,
          body,
          explanation,
          sources,
          ...(reason === '' ? {} : { reason }),
        },
      }),
    })
    if (typeof result?.key === 'string') {
      router.push(`/admin/version/${variant}/section/${encodeURIComponent(result.key)}?lang=${language}`)
    }
  }

  // What was sent does not change until it is known whether it is stored: words typed in the meantime would be missing
  // from it.
  const isSent = state.kind === 'saving' || state.kind === 'unknown'
  const typed = () => typedWords({ before: saved.values, after: values })
  return (
    <div className="section-editor stack-l" data-form>
      <WordsFromBefore work={work} typed={typed} language={language} pageLanguage={pageLanguage} t={t} />
      <div className="measure" inert={isSent}>
        <PlaceFields places={places} spot={values.spot} change={(spot) => change({ spot })} t={t} />
      </div>
      <section className="pane edit" aria-labelledby="ours-title" id="ours" inert={isSent}>
        <header>
          <h2 className="pane-title" id="ours-title">
            {t('editor.our-text')}
          </h2>
        </header>
        {work.isReady ? (
          <div className="pane-fields">
            <TextFields
              writing={{ collection: 'variant-sections', country, language, pageLanguage, ...work.editing, pending, t }}
              values={values}
              change={change}
              wrong={{ title: isWrong && isUntitled ? t('editor.missing.title') : undefined }}
            />
            <p className="muted xs">{t('editor.no-real-case')}</p>
          </div>
        ) : (
          <p className="muted pane-fields">{t('editor.opening')}</p>
        )}
      </section>
      <div inert={isSent}>
        <ReasonFields mode="local" values={values} change={change} language={language} isChosen={false} t={t} />
      </div>
      <SavingBar
        label={t('editor.save.add')}
        state={state}
        isChanged={isChanged}
        isCompared={false}
        isReady={work.isReady}
        isNew
        typed={typed}
        saved=""
        note={editionNote}
        t={t}
        onSave={() => void add()}
        onDiscard={work.takeSaved}
      />
    </div>
  )
}
