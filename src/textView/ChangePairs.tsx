import { createElement } from 'react'
import type { BlockChange, Place } from '@/domain/diff/diff'
import type { Attributes } from '@/domain/richText/richText'
import { Blocks } from './blocks/Blocks'
import { describePlace } from './describeChange'
import { Note } from './Note'
import { blockNotes } from './notes'
import { numberingOf } from './numbering'
import type { ViewOptions } from './options'
import { setWord } from './setWord'
import { blocksOn, type Side, segmentsOn } from './sides'
import { Words } from './Words'

type Given = {
  places: Place[]
  options: ViewOptions
  anchor: string
  headingLevel: number
  beforeLabel: string
  afterLabel: string
}

/** Every difference separately: its kind, its old and its new state. */
export function ChangePairs({ places, options, anchor, headingLevel, beforeLabel, afterLabel }: Given) {
  const { t, wordsLang } = options
  const { only: _, idOf, placeOf, ...plain } = options
  const label = (words: string) =>
    createElement(`h${deeper(headingLevel)}`, { className: 'label', lang: wordsLang }, words)
  return places.map((place, index) => {
    const number = index + 1
    const id = `${anchor}${number}`
    const { key, params } = describePlace(place)
    const title = t(key, params)
    const notes = place.block ? blockNotes({ change: place.block, options }).filter((note) => note !== title) : []
    return (
      <section key={id} className="change" id={id} aria-labelledby={`${id}-title`}>
        <header>
          {createElement(`h${headingLevel}`, { id: `${id}-title`, lang: wordsLang }, `${number}. ${title}`)}
          <nav aria-label={t('diff.from', { number })} lang={wordsLang}>
            {index > 0 ? <a href={`#${anchor}${number - 1}`}>{t('diff.previous')}</a> : null}{' '}
            {number < places.length ? <a href={`#${anchor}${number + 1}`}>{t('diff.next')}</a> : null}
          </nav>
        </header>
        {notes.length > 0 ? (
          <p>
            <Note notes={notes} options={options} />
          </p>
        ) : null}
        <div className="pair">
          <div className="was">
            {label(beforeLabel)}
            <OneSide side="before" place={place} options={plain} />
          </div>
          <div className="now">
            {label(afterLabel)}
            <OneSide side="after" place={place} options={plain} />
          </div>
        </div>
      </section>
    )
  })
}

function deeper(level: number): number {
  return Math.min(6, level + 1)
}

function OneSide({ side, place, options }: { side: Side; place: Place; options: ViewOptions }) {
  const { field, block, holder, parts } = place
  if (block) {
    const shown = blocksOn(side, (parts ?? [block]).map(own))
    if (shown.length === 0) return <NotThere options={options} />
    const blocks = held(shown, holder)
    const numbering = numberingOf({ blocks, topLevel: options.topLevel })
    return <Blocks blocks={blocks} options={{ ...options, numbering }} />
  }
  if (field.kind === 'set') {
    const values = [...field.kept, ...(side === 'before' ? field.removed : field.added)]
    if (values.length === 0) return <NotThere options={options} />
    return (
      <p lang={options.wordsLang}>
        {values.map((value) => setWord({ field: field.field, value, t: options.t })).join(', ')}
      </p>
    )
  }
  const segments = field.kind === 'text' ? segmentsOn(side, field.segments) : []
  if (segments.every((segment) => segment.text.trim() === '')) return <NotThere options={options} />
  return (
    <p>
      <Words segments={segments} options={options} />
    </p>
  )
}

function NotThere({ options }: { options: ViewOptions }) {
  return (
    <p>
      <span className="muted" lang={options.wordsLang}>
        {options.t('diff.not-there')}
      </span>
    </p>
  )
}

/** The children of an item or a callout that changed are shown separately. */
function own(block: BlockChange): BlockChange {
  const whole = block.status === 'added' || block.status === 'removed'
  return whole || (block.kind !== 'item' && block.kind !== 'callout') ? block : { ...block, children: [] }
}

/** An item needs a list around it, and an entry needs the list that says what it is. */
function held(blocks: BlockChange[], holder: BlockChange | undefined): BlockChange[] {
  if (blocks.every((block) => block.kind === 'item')) return [frame('list', holder, blocks)]
  return blocks.map((block) => {
    if (block.kind === 'item') return frame('list', holder, [block])
    if (block.kind === 'cell') return frame('table', undefined, [frame('row', undefined, [block])])
    return block.kind === 'entry' && holder ? frame(holder.kind, undefined, [block]) : block
  })
}

function frame(kind: BlockChange['kind'], holder: BlockChange | undefined, children: BlockChange[]): BlockChange {
  const style = holder?.kind === 'list' ? holder.attrs.style : undefined
  const attrs: Attributes = style === undefined ? {} : { style }
  return { status: 'same', id: '', kind, attrs, segments: [], children }
}
