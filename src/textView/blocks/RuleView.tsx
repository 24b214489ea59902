import { MarkedWith } from '../Marked'
import { Note } from '../Note'
import { notesOf } from '../notes'
import { changeOf } from '../shownBlock'
import type { ViewGiven } from './viewGiven'

/** A horizontal rule; one that was added, removed or moved is described in words. */
export function RuleView({ block, options }: ViewGiven) {
  const status = changeOf(block)?.status
  const notes = notesOf(block, options)
  if (status !== 'added' && status !== 'removed' && notes.length === 0) return <hr />
  return (
    <p id={options.idOf?.(block)}>
      <MarkedWith block={block} options={options}>
        <span lang={options.wordsLang}>{options.t('diff.line')}</span>
      </MarkedWith>
      <Note notes={notes} options={options} />
    </p>
  )
}
