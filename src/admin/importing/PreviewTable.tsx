import type { ReactNode } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import type { SaidNote, ShownPreview, ShownSection } from './importAnswer'

/** What the import would do: what stands against it, what is lost or doubtful, every section, and what is gone. */
export function PreviewTable({ preview, t }: { preview: ShownPreview; t: Translator }) {
  const { counts, gone, notes, problems, sections } = preview
  const wrong = [
    ...problems,
    ...notes.filter(({ kind }) => kind === 'problem').map(({ source, text }) => said({ source, text })),
  ]
  return (
    <>
      <p>{t('editor.import.counts', counts)}</p>
      {wrong.length > 0 ? (
        <section className="panel is-problem stack" aria-labelledby="problems-title">
          <h3 id="problems-title">
            <SignIcon sign="warning" /> {t('editor.import.problems')}
          </h3>
          <List>{wrong}</List>
        </section>
      ) : null}
      <Notes notes={notes} kind="loss" title={t('editor.import.losses')} lead={t('editor.import.losses-lead')} />
      <Notes notes={notes} kind="doubt" title={t('editor.import.doubts')} lead={t('editor.import.doubts-lead')} />
      {sections.length > 0 ? (
        <section className="stack" aria-labelledby="sections-title">
          <h3 id="sections-title">{t('editor.import.sections')}</h3>
          <Sections sections={sections} t={t} />
        </section>
      ) : null}
      {gone.length > 0 ? (
        <section className="stack" aria-labelledby="gone-title">
          <h3 id="gone-title">{t('editor.import.gone')}</h3>
          <p className="muted">{t('editor.import.gone-lead')}</p>
          <ul>
            {gone.map(({ key, title }) => (
              <li key={key}>{title}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Notes({
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

function Sections({ sections, t }: { sections: ShownSection[]; t: Translator }) {
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('editor.import.column.section')}</th>
          <th scope="col">{t('editor.import.column.what')}</th>
          <th scope="col">{t('editor.import.column.how')}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <tr key={section.number}>
            <th scope="row" style={{ paddingInlineStart: `${(section.depth - 1) * 1.4}em` }}>
              <span className="num">{section.number}</span> {titleWords({ section, t })}
            </th>
            <td data-h={t('editor.import.column.what')}>{whatWords({ section, t })}</td>
            <td data-h={t('editor.import.column.how')} className="muted">
              {howWords({ section, t })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function titleWords({ section: { title, titleBefore }, t }: { section: ShownSection; t: Translator }): ReactNode {
  if (titleBefore === null) return title
  return (
    <>
      {title} <span className="muted">{t('editor.import.title-before', { title: titleBefore })}</span>
    </>
  )
}

function whatWords({ section: { status, moved }, t }: { section: ShownSection; t: Translator }): ReactNode {
  const words = [t(`editor.import.status.${status}`), ...(moved ? [t('editor.import.status.moved')] : [])].join(', ')
  return status === 'same' && !moved ? <span className="muted">{words}</span> : <strong>{words}</strong>
}

function howWords({ section: { status, how }, t }: { section: ShownSection; t: Translator }): string {
  if (status === 'new') return ''
  const known = (['slug', 'title', 'content', 'place'] as const).find((one) => one === how)
  return known ? t(`editor.import.how.${known}`) : ''
}
