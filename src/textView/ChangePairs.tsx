import { createElement } from 'react'
import { type BlockChange, formerOf, type Place, runsOn } from '@/domain/diff/diff'
import type { Block, RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { isVisible } from '@/domain/richText/visible'
import { Blocks } from './blocks/Blocks'
import { describePlace } from './describeChange'
import { held } from './held'
import { Note } from './Note'
import { blockNotes } from './notes'
import { numberingOf } from './numbering'
import type { ViewOptions } from './options'
import { placeReader, type Side } from './placeReader'
import { Runs } from './Runs'
import { setWord } from './setWord'

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
  const reader = { before: placeReader('before'), after: placeReader('after') }
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
            <OneSide side="before" place={place} blocks={reader.before(place)} options={plain} />
          </div>
          <div className="now">
            {label(afterLabel)}
            <OneSide side="after" place={place} blocks={reader.after(place)} options={plain} />
          </div>
        </div>
      </section>
    )
  })
}

function deeper(level: number): number {
  return Math.min(6, level + 1)
}

type SideGiven = { side: Side; place: Place; blocks: RichText; options: ViewOptions }

function OneSide({ side, place, blocks, options }: SideGiven) {
  const { field, block, holder } = place
  if (block) {
    if (blocks.length === 0) return <NotThere options={options} />
    const shown = held(
      isWhole(block) ? blocks : blocks.map(own),
      holder && (side === 'before' ? formerOf(holder) : holder),
    )
    const numbering = numberingOf({ blocks: shown, topLevel: options.topLevel })
    return <Blocks blocks={shown} options={{ ...options, numbering }} />
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
  const runs = field.kind === 'text' ? runsOn({ segments: field.segments, choice: side }) : []
  if (!isVisible(plainTextOf(runs))) return <NotThere options={options} />
  return (
    <p>
      <Runs runs={runs} options={options} />
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

function isWhole({ status }: BlockChange): boolean {
  return status === 'added' || status === 'removed'
}

/** The children of an item or a callout that changed are shown separately. */
function own(one: Block): Block {
  return one.kind === 'item' || one.kind === 'callout' ? { ...one, children: [] } : one
}
