import { BlockWords } from '../BlockWords'
import type { ViewGiven } from './viewGiven'

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

/** A heading with its level on the page, which is computed before the text is rendered. */
export function HeadingView({ block, options }: ViewGiven) {
  const level = options.numbering.headings.get(block)?.level ?? options.topLevel
  const Element = level === 3 || level === 4 || level === 5 || level === 6 ? HEADINGS[level] : HEADINGS[2]
  return (
    <Element id={options.idOf?.(block)}>
      <BlockWords block={block} options={options} />
    </Element>
  )
}
