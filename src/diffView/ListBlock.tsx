import { Fragment } from 'react'
import type { BlockChange } from '@/domain/diff/change'
import { Blocks } from './Blocks'
import { keyed } from './keyed'
import { leftAt, leftOutOf, type Manner } from './manner'
import { Note } from './Note'
import { blockNotes } from './notes'
import { MovedAway, Text } from './Text'

/**
 * A list with its items; what is new or gone is marked inside of them. In a numbered list the items keep the numbers that
 * they have afterwards, whatever else is shown between them.
 */
export function ListBlock({ block, manner }: { block: BlockChange; manner: Manner }) {
  const { attrs, children, departed } = block
  const Element = attrs.style === 'number' ? 'ol' : 'ul'
  const notes = blockNotes({ change: block, manner })
  const away = (at: number) =>
    leftAt({ departed, at, manner }).map((departure) => (
      <li key={departure.move} className="diff-unnumbered">
        <MovedAway departure={departure} manner={manner} />
      </li>
    ))
  const isLeftOut = leftOutOf(block, manner)
  const numbers = numbersOf(children, Number(attrs.start ?? 1))
  return (
    <>
      {notes.length > 0 ? (
        <p>
          <Note notes={notes} manner={manner} />
        </p>
      ) : null}
      <Element id={manner.idOf?.(block)}>
        {keyed(children).map(({ key, one: item, index }) => (
          <Fragment key={key}>
            {away(index)}
            {isLeftOut(item) ? null : (
              <ListItem item={item} number={Element === 'ol' ? numbers[index] : undefined} manner={manner} />
            )}
          </Fragment>
        ))}
        {away(children.length)}
      </Element>
    </>
  )
}

function ListItem({ item, number, manner }: { item: BlockChange; number: number | undefined; manner: Manner }) {
  const removed = item.status === 'removed'
  return (
    <li
      id={manner.idOf?.(item)}
      value={removed ? undefined : number}
      className={removed ? 'diff-unnumbered' : undefined}
    >
      <Text block={item} manner={manner} />
      <Blocks blocks={item.children} departed={item.departed} manner={manner} />
    </li>
  )
}

function numbersOf(items: BlockChange[], start: number): number[] {
  let next = start
  return items.map((item) => (item.status === 'removed' ? next : next++))
}
