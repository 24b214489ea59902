import { Fragment } from 'react'
import type { BlockChange } from '@/domain/diff/change'
import type { Translator } from '@/messages/translate'
import { fieldNameOf } from './fieldName'
import { keyed } from './keyed'
import type { Manner } from './manner'
import { Text } from './Text'

/** Named texts with their names: phone, deadline, article … */
export function Fields({ fields, manner }: { fields: BlockChange[]; manner: Manner }) {
  if (fields.length === 0) return null
  return (
    <dl className="kv small">
      {keyed(fields).map(({ key, one: field }) => (
        <Fragment key={key}>
          <dt lang={manner.wordsLang}>{fieldLabel(field, manner.t)}</dt>
          <dd id={manner.idOf?.(field)}>
            <Text block={field} manner={manner} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function fieldLabel({ attrs }: BlockChange, t: Translator): string {
  const name = fieldNameOf(attrs.name)
  return name ? t(`diff.field.${name}`) : String(attrs.name ?? '')
}
