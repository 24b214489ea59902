import { Fragment } from 'react'
import { BlockWords, MovedAway } from '../BlockWords'
import { keyed } from '../keyed'
import { Note } from '../Note'
import { notesOf } from '../notes'
import { changeOf, type ShownBlock } from '../shownBlock'
import { isTouched, leftAt, leftOutOf, moveSourcesOf } from '../touched'
import { Blocks } from './Blocks'
import { numbersOf } from './numbersOf'
import type { ViewGiven } from './viewGiven'

/**
 * A list with its items; additions and removals are marked inside them. In a numbered list the items have their new
 * numbers, whatever else is shown between them.
 */
export function ListView({ block, options }: ViewGiven) {
  const items: readonly ShownBlock[] = block.children
  const isNumbered = block.attrs.style === 'number'
  const Element = isNumbered ? 'ol' : 'ul'
  const start = startOf(block)
  // If all items are shown, the browser numbers them.
  const numbers = isNumbered && isTouched(block, options) ? numbersOf(items, start) : null
  const notes = notesOf(block, options)
  const isLeftOut = leftOutOf(block, options)
  return (
    <>
      {notes.length > 0 && (
        <p>
          <Note notes={notes} options={options} />
        </p>
      )}
      <Element id={options.idOf?.(block)} start={isNumbered && !numbers && start !== 1 ? start : undefined}>
        {keyed(items).map(({ key, one: item, index }) => (
          <Fragment key={key}>
            <LeftItems block={block} at={index} options={options} />
            {!isLeftOut(item) && <Item item={item} number={numbers?.[index]} options={options} />}
          </Fragment>
        ))}
        <LeftItems block={block} at={items.length} options={options} />
      </Element>
    </>
  )
}

/** In a list, in the old place of an item. */
export function LeftItems({ block, at, options }: ViewGiven & { at: number }) {
  return leftAt({ block, at, options }).map((source) => (
    <li key={source.move} className="diff-unnumbered">
      <MovedAway source={source} options={options} />
    </li>
  ))
}

function Item({
  item,
  number,
  options,
}: { item: ShownBlock; number: number | undefined } & Pick<ViewGiven, 'options'>) {
  const isRemoved = changeOf(item)?.status === 'removed'
  return (
    <li
      id={options.idOf?.(item)}
      value={isRemoved ? undefined : number}
      className={isRemoved ? 'diff-unnumbered' : undefined}
    >
      <BlockWords block={item} options={options} />
      <Blocks blocks={item.children} moveSources={moveSourcesOf(item)} options={options} />
    </li>
  )
}

function startOf({ attrs }: ShownBlock): number {
  const start = Number(attrs.start)
  return Number.isInteger(start) ? start : 1
}
