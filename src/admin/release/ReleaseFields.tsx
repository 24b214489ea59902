import { useState } from 'react'
import type { ReleaseValues } from './notesWork'
import { type NoteWords, SMALL, WHOLE } from './noteWords'
import { Theirs } from './Theirs'

/** What the release is about, and its number, which follows from the classes until somebody types another one. */
export function ReleaseFields({
  values,
  theirs,
  suggestions: { whole, small, isWhole, isFinal },
  isFirst,
  words,
  onChange,
  onDecide,
}: {
  values: ReleaseValues
  theirs: ReleaseValues | null
  /** `isFinal`: every change has a class. */
  suggestions: { whole: string; small: string; isWhole: boolean; isFinal: boolean }
  isFirst: boolean
  words: NoteWords
  onChange: (changes: Partial<ReleaseValues>) => void
  onDecide: (choice: 'mine' | 'theirs') => void
}) {
  // While somebody types, the field may be empty; afterwards it has the number that follows from the classes again.
  const [typed, setTyped] = useState<string | null>(null)
  const suggested = isWhole ? whole : small
  const smaller = isFinal ? words.versionSmall : words.versionEither
  const why = isFirst ? words.versionFirst : isWhole ? words.versionWhole : smaller
  return (
    <section className="relsec" aria-labelledby="the-release">
      <h2 id="the-release">{words.release}</h2>
      {theirs ? (
        <Theirs spoken={words.release} words={words} onDecide={onDecide}>
          <p className="typed-text">{theirs.summary || words.theirsNothing}</p>
          {theirs.version ? <p>{theirs.version}</p> : null}
        </Theirs>
      ) : null}
      <div className="cols rel">
        <div className="field">
          <label htmlFor="summary">{words.summary}</label>
          <p className="hint" id="summary-hint">
            {words.summaryHint}
          </p>
          <textarea
            id="summary"
            name="summary"
            value={values.summary}
            rows={4}
            maxLength={5000}
            aria-describedby="summary-hint"
            onChange={({ target }) => onChange({ summary: target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="version">{words.version}</label>
          <input
            type="text"
            id="version"
            name="version"
            value={typed ?? (values.version || suggested)}
            maxLength={20}
            autoComplete="off"
            aria-describedby="version-why"
            onChange={({ target: { value } }) => {
              setTyped(value)
              onChange({ version: value.trim() === suggested ? '' : value.trim() })
            }}
            onBlur={() => setTyped(null)}
          />
          <p className="hint" id="version-why">
            {why.replaceAll(WHOLE, () => whole).replaceAll(SMALL, () => small)}
          </p>
        </div>
      </div>
    </section>
  )
}
