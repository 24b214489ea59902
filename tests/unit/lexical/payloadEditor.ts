import { richTextEditor } from '@collections/richText/editor'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import type { LexicalEditor, LexicalNodeConfig } from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { buildConfig, type SanitizedConfig } from 'payload'

/** A configuration with only our editor; nothing is started or connected. */
export function configWithEditor(): Promise<SanitizedConfig> {
  return buildConfig({
    secret: 'not a secret',
    db: mongooseAdapter({ url: 'mongodb://localhost/none' }),
    editor: richTextEditor,
    collections: [
      { slug: 'media', upload: true, fields: [] },
      { slug: 'texts', fields: [{ name: 'body', type: 'richText' }] },
    ],
  })
}

/** Our editor as in the admin, without a browser: the nodes of all features that `richTextEditor` enables. */
export async function headlessEditor(): Promise<LexicalEditor> {
  const editorConfig = await editorConfigFactory.fromEditor({
    config: await configWithEditor(),
    editor: richTextEditor,
  })
  const nodes: LexicalNodeConfig[] = getEnabledNodes({ editorConfig })
  return createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error
    },
  })
}

/** What the editor would send to the server: it reads the value, somebody changes it, and it is written again. */
export function throughEditor(editor: LexicalEditor, value: unknown, edit: () => void = () => {}): unknown {
  editor.setEditorState(editor.parseEditorState(JSON.stringify(value)))
  editor.update(edit, { discrete: true })
  return JSON.parse(JSON.stringify(editor.getEditorState().toJSON()))
}
