// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { controlNames } from '@/admin/editor/controlNames'
import { nameEditorControls } from '@/admin/editor/nameEditorControls'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

/** The controls that Payload's editor names in English, as it builds them (3.90.2). */
const CONTROLS = `
  <button aria-label="Drag to move" class="icon draggable-block-menu"></button>
  <button aria-label="Add block" class="icon add-block-menu"></button>
  <button aria-label="Edit link" class="link-edit"></button>
  <button aria-label="Remove link" class="link-trash"></button>
  <div aria-label="Insert Paragraph" class="insert-paragraph-at-end" role="button"></div>`

it.each(LANGUAGES)('the controls of the editor have names in the language of the person: %s', (language) => {
  document.body.innerHTML = `<div id="editor">${CONTROLS}</div>`
  const element = document.getElementById('editor')
  if (!element) throw new Error('There is no editor')
  const t = translatorFor(language)
  nameEditorControls({ element, labelId: 'label', names: controlNames(t) })
  const names = [...element.children].map((one) => one.getAttribute('aria-label'))
  expect(names).toEqual(
    (['move-block', 'add-block', 'edit-link', 'remove-link', 'add-paragraph'] as const).map((name) =>
      t(`editor.control.${name}`),
    ),
  )
  expect(element.innerHTML).not.toMatch(/Drag to move|Add block"|Edit link|Remove link|Insert Paragraph/)
})
