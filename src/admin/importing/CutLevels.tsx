import type { Translator } from '@/messages/translate'
import type { ShownPreview } from './importAnswer'

/** A section with fewer words than this can be read and decided on in one go. */
const TOO_LONG = 2500

/** The heading levels at which sections can begin, with the number and length of the sections for each. */
export function CutLevels({
  preview: { level, levels, last },
  askedLevel,
  isBusy,
  t,
  onChoose,
}: {
  preview: ShownPreview
  /** The level that a new preview is requested for; null while none is requested. */
  askedLevel: string | null
  isBusy: boolean
  t: Translator
  onChoose: (level: string) => void
}) {
  if (levels.length < 2) return null
  const asked = levels.find((one) => String(one.level) === askedLevel)?.level
  const chosen = asked ?? level
  return (
    <fieldset>
      <legend>{t('editor.import.level')}</legend>
      <div className="levels">
        {levels.map(({ level: one, sections, median, largest }) => {
          const hints = [
            t('editor.import.level-words', { sections, median, largest }),
            ...(largest > TOO_LONG ? [t('editor.import.level-long')] : []),
            ...(last?.level === one ? [t('editor.import.level-last')] : []),
          ]
          return (
            <label key={one}>
              <input
                type="radio"
                name="cut-level"
                checked={chosen === one}
                aria-disabled={isBusy || undefined}
                onChange={() => {
                  if (!isBusy) onChoose(String(one))
                }}
              />
              <span>
                {t('editor.import.level-gives', { level: one, sections })}
                {isBusy && one === asked && one !== level ? <> {t('editor.import.reading-short')}</> : null}
              </span>
              <span className="hint">{hints.join(' ')}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
