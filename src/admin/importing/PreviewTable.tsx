import type { ReactNode } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { Decisions } from './Decisions'
import { GoneSections } from './GoneSections'
import type { SaidNote, ShownPreview, ShownSection } from './importAnswer'
import type { Answered } from './sendDocument'

/** What the import would do: what stands against it, what is lost or doubtful, every section, and what is gone. */
export function PreviewTable({
  preview,
  resolutions,
  isAllowed,
  t,
  onAnswer,
  onAllow,
}: {
  preview: ShownPreview
  resolutions: Record<string, Answered>
  isAllowed: boolean
  t: Translator
  onAnswer: (id: string, answer: Answered) => void
  onAllow: (isAllowed: boolean) => void
}) {
  const { asksAboutGone, counts, existing, gone, notes, problems, sections } = preview
  const disputed = sections.filter(({ decisions }) => decisions.length > 0)
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
      {disputed.map(({ key, number, title, decisions }) => (
        <section key={key} className="panel stack" aria-labelledby={`decide-title-${key}`}>
          <h3 id={`decide-title-${key}`}>
            {number} {title}
          </h3>
          <Decisions decisions={decisions} resolutions={resolutions} t={t} onAnswer={onAnswer} />
        </section>
      ))}
      <GoneSections
        gone={gone}
        existing={existing}
        asks={asksAboutGone}
        isAllowed={isAllowed}
        resolutions={resolutions}
        t={t}
        onAnswer={onAnswer}
        onAllow={onAllow}
      />
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

function whatWords({ section, t }: { section: ShownSection; t: Translator }): ReactNode {
  const { status, moved, edited, isLeftOut } = section
  const words = [
    isLeftOut ? t('editor.import.status.left-out') : t(`editor.import.status.${status}`),
    ...(moved ? [t('editor.import.status.moved')] : []),
    ...(edited ? [t('editor.import.status.edited')] : []),
  ].join(', ')
  return status === 'same' && !moved ? <span className="muted">{words}</span> : <strong>{words}</strong>
}

function howWords({ section: { status, how }, t }: { section: ShownSection; t: Translator }): string {
  if (status === 'new') return ''
  const known = (['hand', 'slug', 'title', 'content', 'place'] as const).find((one) => one === how)
  return known ? t(`editor.import.how.${known}`) : ''
}
