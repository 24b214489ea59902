import type { ReactNode } from 'react'
import type { WordOptions } from './options'
import { changeOf, type ShownBlock } from './shownBlock'

/** An addition or removal with its words for screen readers; the signs + and − come from the style sheet. */
export function Marked({
  status,
  options,
  children,
}: {
  status: 'added' | 'removed'
  options: WordOptions
  children: ReactNode
}) {
  const { t, wordsLang } = options
  const Element = status === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <span className="vh" lang={wordsLang}>{`${t(`diff.mark.${status}`)} `}</span>
      {children}
      <span className="vh" lang={wordsLang}>{` ${t(`diff.mark.${status}-end`)}`}</span>
    </Element>
  )
}

/** What belongs to a block besides its text: marked if the block itself was added or removed, and plain otherwise. */
export function MarkedWith({
  block,
  options,
  children,
}: {
  block: ShownBlock
  options: WordOptions
  children: ReactNode
}) {
  const status = changeOf(block)?.status
  if (status !== 'added' && status !== 'removed') return children
  return (
    <Marked status={status} options={options}>
      {children}
    </Marked>
  )
}
