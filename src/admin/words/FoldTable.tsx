import type { KeyboardEventHandler, ReactNode } from 'react'

/*
 * A table whose rows become blocks on narrow screens. A browser drops the table semantics when its parts are displayed
 * as something else, so every part names its role.
 */
const TABLE = { role: 'table' }
const GROUP = { role: 'rowgroup' }
const ROW = { role: 'row' }
const COLUMN = { role: 'columnheader' }
const ROW_HEAD = { role: 'rowheader' }
const CELL = { role: 'cell' }

export function FoldTable({
  name,
  headings,
  children,
}: {
  /** For screen readers: its own words, or the id of the heading above it that has them. */
  name: { caption: string } | { labelledBy: string }
  /** '' above columns that need no heading: buttons. */
  headings: string[]
  /** One or more `FoldBody`. */
  children: ReactNode
}) {
  return (
    <div className="fold">
      <table {...TABLE} aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}>
        {'caption' in name ? <caption className="vh">{name.caption}</caption> : null}
        <thead {...GROUP}>
          <tr {...ROW}>
            {headings.map((heading) =>
              heading === '' ? (
                <td key="buttons" {...CELL} />
              ) : (
                <th key={heading} {...COLUMN} scope="col">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}

export function FoldBody({ children }: { children: ReactNode }) {
  return <tbody {...GROUP}>{children}</tbody>
}

/** A row with its heading; `isGroup` if others belong below it. */
export function FoldRow({
  id,
  head,
  isGroup = false,
  span,
  onKeyDown,
  children,
}: {
  id?: string
  head: ReactNode
  isGroup?: boolean
  /** The heading alone, across this many columns. */
  span?: number
  /** What keys do while the focus is in the row. */
  onKeyDown?: KeyboardEventHandler | undefined
  children?: ReactNode
}) {
  return (
    <tr {...ROW} id={id} className={isGroup ? 'group' : undefined} onKeyDown={onKeyDown}>
      <th {...ROW_HEAD} scope={span ? 'rowgroup' : 'row'} colSpan={span}>
        {head}
      </th>
      {children}
    </tr>
  )
}

/** A cell; its heading is repeated on narrow screens, which omit cells that need no attention and empty ones. */
export function FoldCell({
  heading,
  hide,
  children,
}: {
  heading: string
  hide?: 'calm' | 'empty' | undefined
  children: ReactNode
}) {
  return (
    <td {...CELL} data-h={heading} className={hide}>
      {children}
    </td>
  )
}
