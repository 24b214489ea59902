import { type MoveSource, type NamedText, segmentsOfNamed } from '@/domain/diff/diff'
import { Note } from './Note'
import { notesOf } from './notes'
import type { ViewOptions } from './options'
import { Runs } from './Runs'
import { changeOf, runsOf, type ShownBlock } from './shownBlock'
import { Words } from './Words'

/** The words of a block; in a difference, with the changes in them and what else changed about the block. */
export function BlockWords({ block, options }: { block: ShownBlock; options: ViewOptions }) {
  const change = changeOf(block)
  if (!change) return <Runs runs={runsOf(block)} options={options} />
  return (
    <>
      <Words segments={change.segments} options={options} />
      <Note notes={notesOf(block, options)} options={options} />
    </>
  )
}

/** A title or a description: an attribute that readers see as words. Nothing if neither side has one. */
export function NamedWords({ block, name, options }: { block: ShownBlock; name: NamedText; options: ViewOptions }) {
  const change = changeOf(block)
  return change ? <Words segments={segmentsOfNamed(change, name)} options={options} /> : String(block.attrs[name] ?? '')
}

/** In the old place of a block: the new place shows its words. */
export function MovedAway({ source, options }: { source: MoveSource; options: ViewOptions }) {
  return (
    <span className="diff-note small muted" lang={options.wordsLang}>
      {options.t('diff.moved-away', { opening: source.opening })}
    </span>
  )
}
