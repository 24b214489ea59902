import { SignIcon } from '@/icons/SignIcon'
import type { MessageKey } from '@/messages/catalogues'
import type { Translator } from '@/messages/translate'
import type { SaidNote, ShownPreview } from './importAnswer'

type Kind = 'loss' | 'doubt'

/** What must be corrected in the document before it can be imported. */
export function ProblemsFirst({ preview, t }: { preview: ShownPreview; t: Translator }) {
  const wrong = problemsIn({ preview, t })
  if (wrong.length === 0) return null
  return (
    <section className="panel is-problem stack" aria-labelledby={PROBLEMS}>
      <h3 id={PROBLEMS} tabIndex={-1}>
        <SignIcon sign="warning" /> {t('editor.import.problems')}
      </h3>
      <List>{wrong}</List>
    </section>
  )
}

/** The id of the heading of these problems. */
export const PROBLEMS = 'problems-title'

/** The same as sentences, each once. */
export function problemsIn({
  preview: { notes, problems },
  t,
}: {
  preview: Pick<ShownPreview, 'notes' | 'problems'>
  t: Translator
}): string[] {
  return [...new Set([...problems, ...sentencesOf({ notes, kind: 'problem', t })])]
}

/** What is not imported, and what may not be as intended. */
export function Notes({ notes, t }: { notes: SaidNote[]; t: Translator }) {
  return (
    <div id="notes" className="stack">
      <OneKind
        notes={notes}
        kind="loss"
        words={{ title: 'editor.import.losses', lead: 'editor.import.losses-lead' }}
        t={t}
      />
      <OneKind
        notes={notes}
        kind="doubt"
        words={{ title: 'editor.import.doubts', lead: 'editor.import.doubts-lead' }}
        t={t}
      />
    </div>
  )
}

function OneKind({
  notes,
  kind,
  words,
  t,
}: {
  notes: SaidNote[]
  kind: Kind
  words: { title: MessageKey; lead: MessageKey }
  t: Translator
}) {
  const found = sentencesOf({ notes, kind, t })
  const count = found.length
  if (count === 0) return null
  return (
    <section className="panel wash stack" aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>
        {t(words.title, { count })} ({count})
      </h3>
      <p className="muted">{t(words.lead, { count })}</p>
      <List>{found}</List>
    </section>
  )
}

function List({ children }: { children: string[] }) {
  return (
    <ul>
      {children.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

/** The number of sentences about losses and doubts. */
export function countNotes(notes: readonly SaidNote[]): number {
  return distinctNotes(notes, 'loss').length + distinctNotes(notes, 'doubt').length
}

/** A note with its place in the document, unless its sentence names that already. */
export function sayNote({ note: { source, text }, t }: { note: SaidNote; t: Translator }): string {
  return source === '' || text.includes(source) ? text : t('editor.import.note', { source, text })
}

/** Each once: identical sentences about the same source count as one. */
function distinctNotes(notes: readonly SaidNote[], kind: Kind | 'problem'): SaidNote[] {
  const ofKind = notes.filter((note) => note.kind === kind)
  return [...new Map(ofKind.map((note) => [`${note.source}\n${note.text}`, note])).values()]
}

function sentencesOf({
  notes,
  kind,
  t,
}: {
  notes: readonly SaidNote[]
  kind: Kind | 'problem'
  t: Translator
}): string[] {
  return distinctNotes(notes, kind).map((note) => sayNote({ note, t }))
}
