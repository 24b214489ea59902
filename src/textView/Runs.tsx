import { Fragment, type ReactNode } from 'react'
import type { Footnote, Mark, Run, TextRun } from '@/domain/richText/richText'
import { linkTarget } from '@/domain/safeUrl'
import { keyed } from './keyed'
import type { WordOptions } from './options'

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
} as const satisfies Record<Mark, string>

/** Words with their formatting, links (one for adjacent runs with the same address), line breaks and notes. */
export function Runs({ runs, options }: { runs: readonly Run[]; options: WordOptions }) {
  return keyed(linked(runs)).map(({ key, one: { link, runs: group } }) => {
    const words = keyed(group).map((run) => <Fragment key={run.key}>{runElement(run.one, options)}</Fragment>)
    const address = linkTarget(link)
    return address ? (
      <a key={key} href={address}>
        {words}
      </a>
    ) : (
      <Fragment key={key}>{words}</Fragment>
    )
  })
}

function runElement(run: Run, options: WordOptions): ReactNode {
  if (run.type === 'break') return <br />
  if (run.type === 'footnote') return <Note note={run} options={options} />
  return formatted(run)
}

function formatted({ text, marks: [mark, ...inner] }: Pick<TextRun, 'text' | 'marks'>): ReactNode {
  if (mark === undefined) return text
  const Element = ELEMENTS[mark]
  return <Element>{formatted({ text, marks: inner })}</Element>
}

function Note({ note, options: { t, wordsLang, notes } }: { note: Footnote; options: WordOptions }) {
  if (notes) return <NoteNumber number={notes.numbers.get(note)} idPrefix={notes.idPrefix} t={t} />
  return (
    <small className="footnote">
      {' ['}
      <span lang={wordsLang}>{t('diff.footnote')}</span>
      {`${t('words.colon')}${note.text}]`}
    </small>
  )
}

type NumberGiven = { number: number | undefined; idPrefix: string } & Pick<WordOptions, 't'>

function NoteNumber({ number, idPrefix, t }: NumberGiven) {
  return (
    <sup className="fn">
      <a
        id={`${idPrefix}ref-${number}`}
        href={`#${idPrefix}note-${number}`}
        aria-label={t('reader.note-number', { number: String(number) })}
      >
        {number}
      </a>
    </sup>
  )
}

function linked(runs: readonly Run[]): { link: string | undefined; runs: Run[] }[] {
  const groups: { link: string | undefined; runs: Run[] }[] = []
  for (const run of runs) {
    const link = run.type === 'text' ? run.link : undefined
    const last = groups.at(-1)
    if (last && last.link === link) last.runs.push(run)
    else groups.push({ link, runs: [run] })
  }
  return groups
}
