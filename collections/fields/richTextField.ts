import type { Field } from 'payload'
import { blockIdsBeforeChange } from '../richText/blockIdsBeforeChange'
import { richTextEditor } from '../richText/editor'

/** A localized field of rich text whose blocks keep their ids. */
export function richTextField(name: string): Field {
  return {
    name,
    type: 'richText',
    localized: true,
    editor: richTextEditor,
    hooks: { beforeChange: [blockIdsBeforeChange()] },
  }
}
