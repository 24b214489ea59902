import { Fragment } from 'react'
import type { MoveSource } from '@/domain/diff/diff'
import { isFieldName } from '@/domain/richText/blockKinds'
import type { Translator } from '@/messages/translate'
import { BlockWords } from '../BlockWords'
import { keyed } from '../keyed'
import { MarkedWith } from '../Marked'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { Blocks } from './Blocks'

type Given = { fields: readonly ShownBlock[]; moveSources?: readonly MoveSource[]; options: ViewOptions }

/**
 * Named texts with their names: phone, deadline, article …, followed by old text in the same place that is not a named
 * text.
 */
export function FieldList({ fields, moveSources = [], options }: Given) {
  const named = fields.filter((field) => field.kind === 'field')
  const others = fields.filter((field) => field.kind !== 'field')
  return (
    <>
      {named.length > 0 && (
        <dl className="kv small">
          {keyed(named).map(({ key, one: field }) => (
            <Fragment key={key}>
              <dt lang={options.wordsLang}>
                <MarkedWith block={field} options={options}>
                  {fieldLabel(field, options.t)}
                </MarkedWith>
              </dt>
              <dd id={options.idOf?.(field)}>
                <BlockWords block={field} options={options} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <Blocks
        blocks={others}
        moveSources={moveSources.map((one) => ({ ...one, at: others.length }))}
        options={options}
      />
    </>
  )
}

function fieldLabel({ attrs }: ShownBlock, t: Translator): string {
  return isFieldName(attrs.name) ? t(`diff.field.${attrs.name}`) : String(attrs.name ?? '')
}
