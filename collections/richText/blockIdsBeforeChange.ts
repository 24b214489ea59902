import type { FieldHookArgs } from 'payload'
import { repairBlockIds } from '@/lexical/blockIds'
import { newBlockId } from '@/lexical/newBlockId'

/**
 * A hook for a rich-text field that gives every block a unique and lasting id. Field hooks get the value of the
 * request's locale, before and after; Payload runs them before the hooks of the editor, which then see the ids.
 */
export function blockIdsBeforeChange() {
  return ({ value, previousValue }: Pick<FieldHookArgs, 'value' | 'previousValue'>): unknown =>
    repairBlockIds({ value, previous: previousValue, newId: newBlockId }).value
}
