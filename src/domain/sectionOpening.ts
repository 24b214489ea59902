import type { BlockKind } from './richText/blockKinds'

/*
 * Sections that are decided together are compared and merged as one text, in which a line and a heading begin the text of each of the
 * others (`domain/updates/joinedText`).
 */

type Block = { id: string; kind: BlockKind }

/** The ids of the line that begins the text of a section, and of the heading with its title. */
export function openingId(key: string): string {
  return `section-${key}`
}

export function titleId(key: string): string {
  return titleAfter(openingId(key))
}

function titleAfter(opening: string): string {
  return `${opening}-title`
}

/** The ids of all such lines and headings in the text of several sections. */
export function openingIds(body: readonly Block[]): Set<string> {
  const ids = body.flatMap(({ id, kind }, at) => {
    const title = titleAfter(id)
    return kind === 'rule' && body[at + 1]?.id === title ? [id, title] : []
  })
  return new Set(ids)
}

/** The heading with the title of the section that each such line begins, by the line. In a difference, other blocks can stand in between. */
export function titlesOpened<One extends Block>(blocks: readonly One[]): Map<One, One> {
  const lines = blocks.filter(({ kind }) => kind === 'rule')
  const byId = lines.length > 0 ? new Map(blocks.map((one) => [one.id, one])) : new Map<string, One>()
  return new Map(
    lines.flatMap((line) => {
      const title = byId.get(titleAfter(line.id))
      return title ? [[line, title]] : []
    }),
  )
}
