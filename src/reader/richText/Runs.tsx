import { Fragment, type ReactNode } from 'react'
import type { Footnote, Mark, Run, TextRun } from '@/domain/richText'
import { linkTarget } from '@/domain/safeUrl'
import type { Reading } from './reading'

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
} as const satisfies Record<Mark, string>

/** The words of a block: marks, links (one for neighbours that share an address), line breaks and notes. */
export function Runs({ runs, reading }: { runs: Run[]; reading: Reading }) {
  return linked(runs).map(({ link, runs: group }, index) => {
    const words = group.map((run, at) => <Fragment key={keyOf(at)}>{runElement(run, reading)}</Fragment>)
    const address = linkTarget(link)
    return address ? (
      <a key={keyOf(index)} href={address}>
        {words}
      </a>
    ) : (
      <Fragment key={keyOf(index)}>{words}</Fragment>
    )
  })
}

function runElement(run: Run, reading: Reading): ReactNode {
  if (run.type === 'break') return <br />
  if (run.type === 'footnote') return <NoteMark note={run} reading={reading} />
  return marked(run)
}

function marked({ text, marks: [mark, ...inner] }: Pick<TextRun, 'text' | 'marks'>): ReactNode {
  if (mark === undefined) return text
  const Element = ELEMENTS[mark]
  return <Element>{marked({ text, marks: inner })}</Element>
}

function NoteMark({ note, reading }: { note: Footnote; reading: Reading }) {
  const number = reading.numbering.notes.get(note)
  return (
    <sup className="fn">
      <a
        id={`${reading.idPrefix}ref-${number}`}
        href={`#${reading.idPrefix}note-${number}`}
        aria-label={reading.say('reader.note-number', { number: String(number) })}
      >
        {number}
      </a>
    </sup>
  )
}

function linked(runs: Run[]): { link: string | undefined; runs: Run[] }[] {
  const groups: { link: string | undefined; runs: Run[] }[] = []
  for (const run of runs) {
    const link = run.type === 'text' ? run.link : undefined
    const last = groups.at(-1)
    if (last && last.link === link) last.runs.push(run)
    else groups.push({ link, runs: [run] })
  }
  return groups
}

/** A published text does not change while it is shown: its place is its key. */
const keyOf = (place: number) => String(place)
