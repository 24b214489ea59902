import type { Translator } from '@/messages/translate'
import type { ControlNames } from './nameEditorControls'

/** The names of the editor's controls in the translator's language. */
export function controlNames(t: Translator): ControlNames {
  return {
    bar: t('editor.format-bar'),
    buttons: {
      bold: t('editor.control.bold'),
      italic: t('editor.control.italic'),
      underline: t('editor.control.underline'),
      strikethrough: t('editor.control.strikethrough'),
      subscript: t('editor.control.subscript'),
      superscript: t('editor.control.superscript'),
      inlineCode: t('editor.control.code'),
      link: t('editor.control.link'),
      indentDecrease: t('editor.control.indent-less'),
      indentIncrease: t('editor.control.indent-more'),
      undo: t('editor.control.undo'),
      redo: t('editor.control.redo'),
      find: t('editor.control.find'),
    },
    menus: {
      add: t('editor.control.add'),
      blocks: t('editor.control.blocks'),
      inlineBlocks: t('editor.control.footnote'),
      text: t('editor.control.text'),
    },
    editFootnote: t('editor.control.edit-footnote'),
    removeFootnote: t('editor.control.remove-footnote'),
    moveBlock: t('editor.control.move-block'),
    addBlock: t('editor.control.add-block'),
    addParagraph: t('editor.control.add-paragraph'),
    editLink: t('editor.control.edit-link'),
    removeLink: t('editor.control.remove-link'),
    rowActions: t('editor.control.row-actions'),
    moveRow: t('editor.control.move-row'),
  }
}
