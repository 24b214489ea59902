import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import type { SaidNote, ShownPreview } from './importAnswer'

/** What must be put right in the document before it can be imported. */
export function ProblemsFirst({ preview: { notes, problems }, t }: { preview: ShownPreview; t: Translator }) {
  const wrong = [...problems, ...notes.filter(({ kind }) => kind === 'problem').map(said)]
  if (wrong.length === 0) return null
  return (
    <section className="panel is-problem stack" aria-labelledby="problems-title">
      <h3 id="problems-title">
        <SignIcon sign="warning" /> {t('editor.import.problems')}
      </h3>
      <List>{wrong}</List>
    </section>
  )
}

/** What is not taken over, and what may not be meant so. */
export function Notes({ notes, t }: { notes: SaidNote[]; t: Translator }) {
  return (
    <div id="notes" className="stack">
      <OneKind notes={notes} kind="loss" title={t('editor.import.losses')} lead={t('editor.import.losses-lead')} />
      <OneKind notes={notes} kind="doubt" title={t('editor.import.doubts')} lead={t('editor.import.doubts-lead')} />
    </div>
  )
}

function OneKind({
  notes,
  kind,
  title,
  lead,
}: {
  notes: SaidNote[]
  kind: 'loss' | 'doubt'
  title: string
  lead: string
}) {
  const found = notes.filter((note) => note.kind === kind)
  if (found.length === 0) return null
  return (
    <section className="panel wash stack" aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>
        {title} ({found.length})
      </h3>
      <p className="muted">{lead}</p>
      <List>{found.map(said)}</List>
    </section>
  )
}

function List({ children }: { children: string[] }) {
  return (
    <ul>
      {[...new Set(children)].map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

function said({ source, text }: Pick<SaidNote, 'source' | 'text'>): string {
  return source === '' ? text : `${source}: ${text}`
}
