import type { BlockChange, Departure } from '@/domain/diff/change'
import { diffText } from '@/domain/diff/diffWords'
import type { Manner } from './manner'
import { Note } from './Note'
import { blockNotes } from './notes'
import { Words } from './Words'

/** The words of a block and what else changed about it. */
export function Text({ block, manner }: { block: BlockChange; manner: Manner }) {
  return (
    <>
      <Words segments={block.segments} manner={manner} />
      <Note notes={blockNotes({ change: block, manner })} manner={manner} />
    </>
  )
}

/** A title or a description: an attribute that is words to a reader. Nothing where there is none on either side. */
export function NamedText({ block, name, manner }: { block: BlockChange; name: 'title' | 'alt'; manner: Manner }) {
  const { status, attrs, attrsBefore } = block
  const now = String(attrs[name] ?? '')
  const was = status === 'added' ? '' : String(attrsBefore?.[name] ?? now)
  const { segments } = diffText({ before: was, after: status === 'removed' ? '' : now })
  return <Words segments={segments} manner={manner} />
}

/** At the place that a block left: where its words went is seen there. */
export function MovedAway({ departure, manner }: { departure: Departure; manner: Manner }) {
  return (
    <span className="diff-note small muted" lang={manner.wordsLang}>
      {manner.t('diff.moved-away', { opening: departure.opening })}
    </span>
  )
}
