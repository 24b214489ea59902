import { Fragment } from 'react'
import type { BlockChange, Departure } from '@/domain/diff/change'
import { isFieldName } from '@/domain/richText/blockKinds'
import type { Translator } from '@/messages/translate'
import { Blocks } from './Blocks'
import { keyed } from './keyed'
import type { Manner } from './manner'
import { Text } from './Text'
import { MarkedWith } from './Words'

type Given = { fields: BlockChange[]; departed?: Departure[]; manner: Manner }

/** Named texts with their names: phone, deadline, article … and behind them what stood there and is no named text. */
export function Fields({ fields, departed = [], manner }: Given) {
  const named = fields.filter((field) => field.kind === 'field')
  const others = fields.filter((field) => field.kind !== 'field')
  return (
    <>
      {named.length > 0 ? (
        <dl className="kv small">
          {keyed(named).map(({ key, one: field }) => (
            <Fragment key={key}>
              <dt lang={manner.wordsLang}>
                <MarkedWith block={field} manner={manner}>
                  {fieldLabel(field, manner.t)}
                </MarkedWith>
              </dt>
              <dd id={manner.idOf?.(field)}>
                <Text block={field} manner={manner} />
              </dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
      <Blocks blocks={others} departed={departed.map((one) => ({ ...one, at: others.length }))} manner={manner} />
    </>
  )
}

function fieldLabel({ attrs }: BlockChange, t: Translator): string {
  return isFieldName(attrs.name) ? t(`diff.field.${attrs.name}`) : String(attrs.name ?? '')
}
