import { LIVE_WORDS } from '@/admin/editor/live/liveWords'
import { editorText, type VariantValues } from '@/admin/editor/sectionValues'
import { sentWords } from '@/admin/editor/sentWords'
import type { VariantEditorProps } from '@/admin/editor/VariantSectionEditor.client'
import { block, text } from '@/domain/richText/richText'

/** The editor's text with these paragraphs. */
export const body = (...said: string[]) =>
  editorText(said.map((one, at) => block('paragraph', { id: `p${at}`, runs: [text(one)] })))

/** A section with the common text. */
export const common: VariantValues = {
  ...{ mode: 'inherit', title: 'Title', summary: '', body: body('Common words.'), addition: body() },
  ...{ additionPlace: { where: 'after' }, reason: '', explanation: '', sources: '', changeReasons: [] },
}

/** The same section, to which a colleague added a paragraph. */
export const adapted: VariantValues = {
  ...common,
  mode: 'adapt',
  body: body('Common words.', 'Colleague wrote this.'),
}

const modeNames = {
  inherit: 'Common text',
  adapt: 'Adapted',
  supplement: 'Supplemented',
  omit: 'Not used',
  local: 'Own',
}

/** The editor of that section on an English page, for a person who may make every choice. */
export const editorProps: Omit<VariantEditorProps, 'saved'> = {
  words: sentWords({ language: 'en', beginnings: ['editor.', 'diff.', 'words.reason.', ...LIVE_WORDS] }),
  ...{ pageLanguage: 'en', language: 'en', userId: 'u', variant: 'v', country: 'ch', sectionKey: 'k' },
  ...{ kind: 'common', onlyTranslates: false, hasOwnWords: false, keepsOwnWords: false, hasAdditionElsewhere: false },
  ...{ explainedIn: '', common, needless: [], modeNames, editionNote: null },
  onServer: { of: { variant: 'v', key: 'k', language: 'en' }, newest: null, known: [] },
  cards: (['inherit', 'adapt', 'supplement', 'omit'] as const).map((mode) => ({
    ...{ mode, name: modeNames[mode], does: '', forbidden: null },
  })),
  beside: { title: '', note: '', plain: null, marked: null, summary: null },
  places: { language: 'en', blocks: [], gone: null },
  restore: { some: '/some', all: '/all' },
}
