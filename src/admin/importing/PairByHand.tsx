import { useState } from 'react'
import type { Translator } from '@/messages/translate'
import type { ShownPreview, ShownSection } from './importAnswer'

/**
 * Chooses the section of the toolkit that a text of the document belongs to if the tool did not find it; unmatched
 * sections come first.
 */
export function PairByHand({
  section: { index, key },
  preview: { gone, sections },
  isWriting,
  t,
  onPair,
}: {
  section: ShownSection
  preview: ShownPreview
  isWriting: boolean
  t: Translator
  onPair: (index: number, key: string) => void
}) {
  const options = [
    ...gone.map((one) => ({ key: one.key, title: one.title, number: '' })),
    ...sections.filter((one) => !one.isNew && one.key !== key),
  ]
  const [chosen, setChosen] = useState('')
  if (options.length === 0) return null
  const id = `pair-${index}`
  return (
    <details className="menu-d">
      <summary>{t('editor.import.pair')}</summary>
      <div className="pop stack">
        <label htmlFor={id}>{t('editor.import.pair-label')}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('editor.import.pair-choose')}</option>
          {options.map((one) => (
            <option key={one.key} value={one.key}>
              {`${one.number} ${one.title}`.trim()}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn sm"
          aria-disabled={chosen === '' || isWriting || undefined}
          onClick={() => {
            if (chosen !== '') onPair(index, chosen)
          }}
        >
          {t('editor.import.pair-do')}
        </button>
      </div>
    </details>
  )
}
