import { Fragment } from 'react'
import { BLOCK_KINDS, isOfForm, kindsOf, rowOf } from '@/domain/richText/blockKinds'
import { BlockWords, NamedWords } from '../BlockWords'
import { keyed } from '../keyed'
import { MarkedWith } from '../Marked'
import { Note } from '../Note'
import { notesOf, wordFor } from '../notes'
import type { ViewOptions } from '../options'
import { changeOf, type ShownBlock } from '../shownBlock'
import { isHidden, isLeft, leftOutOf, moveSourcesOf } from '../touched'
import { Blocks } from './Blocks'
import { FieldList } from './FieldList'
import { LeftItems } from './ListView'
import { numbersOf } from './numbersOf'
import type { ViewGiven } from './viewGiven'

/** A structured block with changes: its kind in words, then its content, each text with its name. */
export function ChangedBlock({ block, options }: ViewGiven) {
  const hasTitle = block.attrs.title !== undefined || changeOf(block)?.attrsBefore?.title !== undefined
  return (
    <div className={`diff-block ${block.kind}`} id={options.idOf?.(block)}>
      <p className="label">
        <span lang={options.wordsLang}>
          <MarkedWith block={block} options={options}>
            {labelOf(block, options)}
          </MarkedWith>
        </span>
        <Note notes={notesOf(block, options)} options={options} />
      </p>
      {hasTitle && (
        <p>
          <strong>
            <NamedWords block={block} name="title" options={options} />
          </strong>
        </p>
      )}
      <Content block={block} options={options} />
    </div>
  )
}

function labelOf(block: ShownBlock, { t }: ViewOptions): string {
  const { kind, attrs } = block
  if (isOfForm(kind, 'entries', 'record')) return t(`diff.block.${kind}`)
  if (isOfForm(kind, 'box')) return wordFor({ name: 'tone', value: attrs.tone ?? 'important', t })
  return t(changeOf(block)?.status === 'removed' ? 'diff.removed.entry' : 'diff.added.entry')
}

function Content({ block, options }: ViewGiven) {
  const { kind } = block
  const children: readonly ShownBlock[] = block.children
  if (isOfForm(kind, 'box')) return <Blocks blocks={children} moveSources={moveSourcesOf(block)} options={options} />
  if (isOfForm(kind, 'record'))
    return <FieldList fields={children} moveSources={moveSourcesOf(block)} options={options} />
  if (kind === 'entry') {
    return (
      <ul>
        <Entry entry={block} options={options} />
      </ul>
    )
  }
  const { isNumbered } = rowOf(kind)
  const Element = isNumbered ? 'ol' : 'ul'
  const numbers = isNumbered ? numbersOf(children, 1) : null
  if (children.every((entry) => isHidden(entry, options)) && !isLeft(block, options)) return null
  const isLeftOut = leftOutOf(block, options)
  return (
    <Element>
      {keyed(children).map(({ key, one: entry, index }) => (
        <Fragment key={key}>
          <LeftItems block={block} at={index} options={options} />
          {isLeftOut(entry) ? null : <Entry entry={entry} number={numbers?.[index]} options={options} />}
        </Fragment>
      ))}
      <LeftItems block={block} at={children.length} options={options} />
    </Element>
  )
}

/** The first text of each kind of entry. */
const MAIN_TEXTS: readonly unknown[] = kindsOf('entries').map((kind) => BLOCK_KINDS[kind].fields[0])

/** The first text says what it is about; the others are below it with their names. */
function Entry({
  entry,
  number,
  options,
}: {
  entry: ShownBlock
  /** Of a numbered entry. */
  number?: number | undefined
  options: ViewOptions
}) {
  const { attrs } = entry
  const children: readonly ShownBlock[] = entry.children
  const first = children.find((field) => MAIN_TEXTS.includes(field.attrs.name))
  const weight = attrs.weight === undefined ? null : wordFor({ name: 'weight', value: attrs.weight, t: options.t })
  const isRemoved = changeOf(entry)?.status === 'removed'
  return (
    <li
      id={options.idOf?.(entry)}
      value={isRemoved ? undefined : number}
      className={isRemoved ? 'diff-unnumbered' : undefined}
    >
      {first ? (
        <span id={options.idOf?.(first)}>
          <BlockWords block={first} options={options} />
        </span>
      ) : null}
      {weight ? (
        <span className="weight" lang={options.wordsLang}>
          {' '}
          <MarkedWith block={entry} options={options}>
            {`(${options.t('diff.field.weight')}${options.t('diff.colon')} ${weight})`}
          </MarkedWith>
        </span>
      ) : null}
      <Note notes={notesOf(entry, options)} options={options} />
      <FieldList
        fields={children.filter((field) => field !== first)}
        moveSources={moveSourcesOf(entry)}
        options={options}
      />
    </li>
  )
}
