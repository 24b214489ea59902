import { MarkedWith } from '../Marked'
import { Note } from '../Note'
import { notesOf } from '../notes'
import { changeOf } from '../shownBlock'
import type { ViewGiven } from './viewGiven'

/** A line across the page; one that came, went or moved is told in words. */
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
