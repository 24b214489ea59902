import { Fragment } from 'react'
import type { BlockChange } from '@/domain/diff/change'
import { BLOCK_KINDS, isOfForm, kindsOf, rowOf } from '@/domain/richText/blockKinds'
import { Blocks } from './Blocks'
import { Fields } from './Fields'
import { keyed } from './keyed'
import { isHidden, isLeft, leftAt, leftOutOf, type Manner } from './manner'
import { Note } from './Note'
import { blockNotes, wordFor } from './notes'
import { MovedAway, NamedText, Text } from './Text'
import { MarkedWith } from './Words'

/** Checklists, signs, steps, callouts, legal references and contacts: what they are in words, then what they hold. */
export function StructuredBlock({ block, manner }: { block: BlockChange; manner: Manner }) {
  const hasTitle = block.attrs.title !== undefined || block.attrsBefore?.title !== undefined
  return (
    <div className={`diff-block ${block.kind}`} id={manner.idOf?.(block)}>
      <p className="label">
        <span lang={manner.wordsLang}>
          <MarkedWith block={block} manner={manner}>
            {labelOf(block, manner)}
          </MarkedWith>
        </span>
        <Note notes={blockNotes({ change: block, manner })} manner={manner} />
      </p>
      {hasTitle ? (
        <p>
          <strong>
            <NamedText block={block} name="title" manner={manner} />
          </strong>
        </p>
      ) : null}
      <Content block={block} manner={manner} />
    </div>
  )
}

function labelOf({ kind, attrs, status }: BlockChange, { t }: Manner): string {
  if (isOfForm(kind, 'entries', 'record')) return t(`diff.block.${kind}`)
  if (isOfForm(kind, 'box')) return wordFor({ name: 'tone', value: attrs.tone ?? 'important', t })
  return t(status === 'removed' ? 'diff.removed.entry' : 'diff.added.entry')
}

function Content({ block, manner }: { block: BlockChange; manner: Manner }) {
  const { kind, children, departed } = block
  if (isOfForm(kind, 'box')) return <Blocks blocks={children} departed={departed} manner={manner} />
  if (isOfForm(kind, 'record')) return <Fields fields={children} departed={departed} manner={manner} />
  const entries = kind === 'entry' ? [block] : children
  const Element = rowOf(kind).isNumbered ? 'ol' : 'ul'
  if (entries.every((entry) => isHidden(entry, manner)) && !isLeft(block, manner)) return null
  const isLeftOut = leftOutOf(block, manner)
  const away = (at: number) =>
    // What left an entry that is shown by itself is told within it.
    leftAt({ departed: kind === 'entry' ? [] : departed, at, manner }).map((departure) => (
      <li key={departure.move} className="diff-unnumbered">
        <MovedAway departure={departure} manner={manner} />
      </li>
    ))
  return (
    <Element>
      {keyed(entries).map(({ key, one: entry, index }) => (
        <Fragment key={key}>
          {away(index)}
          {kind !== 'entry' && isLeftOut(entry) ? null : <Entry entry={entry} manner={manner} />}
        </Fragment>
      ))}
      {away(entries.length)}
    </Element>
  )
}

/** The first text of each kind of entry. */
const MAIN_TEXTS: readonly unknown[] = kindsOf('entries').map((kind) => BLOCK_KINDS[kind].fields[0])

/** The first text says what it is about, the others stand below it with their names. */
function Entry({ entry, manner }: { entry: BlockChange; manner: Manner }) {
  const { attrs, children, status } = entry
  const first = children.find((field) => MAIN_TEXTS.includes(field.attrs.name))
  const weight = attrs.weight === undefined ? null : wordFor({ name: 'weight', value: attrs.weight, t: manner.t })
  return (
    <li id={manner.idOf?.(entry)} className={status === 'removed' ? 'diff-unnumbered' : undefined}>
      {first ? (
        <span id={manner.idOf?.(first)}>
          <Text block={first} manner={manner} />
        </span>
      ) : null}
      {weight ? (
        <span className="weight" lang={manner.wordsLang}>
          {' '}
          <MarkedWith
            block={entry}
            manner={manner}
          >{`(${manner.t('diff.field.weight')}${manner.t('diff.colon')} ${weight})`}</MarkedWith>
        </span>
      ) : null}
      <Note notes={blockNotes({ change: entry, manner })} manner={manner} />
      <Fields fields={children.filter((field) => field !== first)} departed={entry.departed} manner={manner} />
    </li>
  )
}
