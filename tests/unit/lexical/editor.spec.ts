import { callout } from '@collections/richText/blocks/callout'
import { checklist } from '@collections/richText/blocks/checklist'
import { contact } from '@collections/richText/blocks/contact'
import { footnote } from '@collections/richText/blocks/footnote'
import { indicators } from '@collections/richText/blocks/indicators'
import { legal } from '@collections/richText/blocks/legal'
import { steps } from '@collections/richText/blocks/steps'
import { richTextEditor } from '@collections/richText/editor'
import { editorConfigFactory } from '@payloadcms/richtext-lexical'
import type { Field } from 'payload'
import { expect, test } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { BLOCK_KINDS, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { configWithEditor } from './payloadEditor'

const blocks = [checklist, indicators, steps, callout, legal, contact, footnote]

test('the editor offers exactly what the text model can represent', async () => {
  const config = await configWithEditor()
  const { resolvedFeatureMap } = await editorConfigFactory.fromEditor({ config, editor: richTextEditor })
  expect([...resolvedFeatureMap.keys()].sort()).toEqual(
    [
      ...['paragraph', 'heading', 'bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'],
      ...['inlineCode', 'unorderedList', 'orderedList', 'indent', 'blockquote', 'horizontalRule', 'link', 'upload'],
      ...['experimental_table', 'blocks', 'undo', 'find', 'toolbarFixed', 'toolbarInline'],
    ].sort(),
  )
})

test('a link has only its words and an address: no links to documents in the admin, no new tabs', async () => {
  const config = await configWithEditor()
  const { resolvedFeatureMap } = await editorConfigFactory.fromEditor({ config, editor: richTextEditor })
  const fields = resolvedFeatureMap.get('link')?.sanitizedServerFeatureProps
  expect(namesOf((fields as { fields: Field[] }).fields)).toEqual(['text', 'linkType', 'url'])
})

test.each(['legal', 'contact'] as const)('%s has the fields of the model', (kind) => {
  const config = blocks.find(({ slug }) => slug === kind)
  expect(namesOf(config?.fields)).toEqual(BLOCK_KINDS[kind].fields)
})

test.each(['checklist', 'indicators', 'steps'] as const)('%s has the rows of the model', (kind) => {
  const config = blocks.find(({ slug }) => slug === kind)
  const rows = config?.fields.find((field) => field.type === 'array')
  expect(namesOf(config?.fields)).toEqual(['title', 'rows'])
  expect(namesOf(rows?.fields).filter((name) => name !== 'weight')).toEqual(BLOCK_KINDS[kind].fields)
})

test('weights and tones are those of the model', () => {
  const rows = indicators.fields.find((field) => field.type === 'array')
  expect(valuesOf(rows?.fields)).toEqual(WEIGHTS)
  expect(valuesOf(callout.fields)).toEqual(TONES)
})

test('every label exists in all our languages', () => {
  const labels = blocks.flatMap((one) => [one.labels?.singular, one.labels?.plural, ...labelsOf(one.fields)])
  expect(labels.length).toBeGreaterThan(40)
  for (const label of labels) expect(Object.keys(label ?? {}).sort()).toEqual([...LANGUAGES].sort())
})

test('no field of a block is translated separately: the whole text is', () => {
  expect(JSON.stringify(blocks)).not.toContain('"localized":true')
})

// Payload adds a hidden id to the rows of arrays and a name to blocks when it reads a configuration.
function namesOf(fields: Field[] = []): string[] {
  return fields.flatMap((field) => ('name' in field && !['id', 'blockName'].includes(field.name) ? [field.name] : []))
}

function valuesOf(fields: Field[] = []): string[] {
  return fields
    .flatMap((field) => (field.type === 'select' ? field.options : []))
    .map((option) => (typeof option === 'string' ? option : option.value))
}

function labelsOf(fields: Field[]): unknown[] {
  return fields.flatMap((field): unknown[] => {
    if (!('name' in field) || ['id', 'blockName'].includes(field.name)) return []
    const own = 'label' in field ? [field.label] : []
    if (field.type === 'array') return [...own, field.labels?.singular, field.labels?.plural, ...labelsOf(field.fields)]
    if (field.type !== 'select') return own
    return [...own, ...field.options.map((option) => (typeof option === 'string' ? option : option.label))]
  })
}
