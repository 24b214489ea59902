import { withEditorWords } from '@collections/richText/editorWords'
import { expect, test } from 'vitest'
import { configWithEditor } from './payloadEditor'

test("the editor uses natural words in each language, and otherwise keeps Payload's", async () => {
  const { translations } = withEditorWords(await configWithEditor()).i18n
  expect(translations).toMatchObject({
    en: { lexical: { upload: { label: 'Picture' }, paragraph: { label: 'Paragraph' } } },
    fr: {
      lexical: {
        upload: { label: 'Image' },
        heading: { label: 'Intertitre {{headingLevel}}' },
        blockquote: { label: 'Citation' },
      },
    },
    es: { lexical: { horizontalRule: { label: 'Línea divisoria' }, paragraph: { label: 'Párrafo' } } },
    it: { lexical: { link: { label: 'Link' }, blockquote: { label: 'Citazione' } } },
    de: { lexical: { paragraph: { label: 'Absatz' }, horizontalRule: { label: 'Trennlinie' } } },
  })
})

test('a replaced text that Payload no longer has causes an error', async () => {
  const config = await configWithEditor()
  const words = config.i18n.translations as { fr?: { lexical?: { upload?: object } } }
  delete words.fr?.lexical?.upload
  expect(() => withEditorWords(config)).toThrow('no words "upload"')
})
