import { MarkedWith } from '../Marked'
import { Note } from '../Note'
import { notesOf } from '../notes'
import { changeOf, wordsWithin } from '../shownBlock'
import type { ViewGiven } from './viewGiven'

/** A horizontal rule; one that was added, removed or moved is described in words, and so is one that begins a section. */
export function RuleView({ block, options }: ViewGiven) {
  const status = changeOf(block)?.status
  const notes = notesOf(block, options)
  const title = options.openedBy?.(block)
  if (!title && status !== 'added' && status !== 'removed' && notes.length === 0) return <hr />
  const said = title ? (status === 'removed' ? 'diff.began' : 'diff.begins') : 'diff.line'
  return (
    <p id={options.idOf?.(block)}>
      <MarkedWith block={block} options={options}>
        <span lang={options.wordsLang}>{options.t(said)}</span>
        {title ? ` ${wordsWithin(title)}` : null}
      </MarkedWith>
      <Note notes={notes} options={options} />
    </p>
  )
}
