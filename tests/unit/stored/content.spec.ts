import { describe, expect, it } from 'vitest'
import { block, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { parseContent } from '@/stored/content'
import { contentHash } from '@/stored/contentHash'
import { parseManifest } from '@/stored/release'
import { manifestHash } from '@/stored/resolveVariant'

const runs = [text('Call ', ['bold']), text('us', [], 'https://example.org'), { type: 'break' as const }]
const field = (name: string) => block('field', { attrs: { name }, runs: [text(name)] })

/** A text with every kind of block and every attribute. */
const body = fromLexical(
  toLexical([
    block('paragraph', { id: 'a', runs: [...runs, { type: 'footnote', text: 'Source' }] }),
    block('heading', { id: 'b', attrs: { level: 3 }, runs: [text('Head')] }),
    block('quote', { id: 'c', runs: [text('Said')] }),
    block('list', { id: 'd', attrs: { style: 'number', start: 3 }, children: [block('item', { id: 'e', runs })] }),
    block('table', {
      id: 'f',
      children: [
        block('row', {
          children: [
            block('cell', {
              attrs: { header: true, colSpan: 2 },
              children: [block('paragraph', { runs: [text('1')] })],
            }),
            block('cell', { attrs: { rowSpan: 2 }, children: [block('paragraph', { runs: [text('2')] })] }),
          ],
        }),
        block('row', { children: [block('cell'), block('cell')] }),
      ],
    }),
    block('image', { id: 'g', attrs: { media: '64b0c0c0c0c0c0c0c0c0c0c0', alt: 'A door' }, runs: [text('Door')] }),
    block('image', { id: 'h', attrs: { media: '64b0c0c0c0c0c0c0c0c0c0c0', decorative: true } }),
    block('rule', { id: 'i' }),
    block('checklist', {
      id: 'j',
      attrs: { title: 'List' },
      children: [block('entry', { children: [field('text')] })],
    }),
    block('indicators', {
      id: 'k',
      children: [block('entry', { attrs: { weight: 'strong' }, children: [field('indicator')] })],
    }),
    block('steps', { id: 'l', children: [block('entry', { children: [field('what'), field('who')] })] }),
    block('callout', { id: 'm', attrs: { tone: 'warning', title: 'Note' }, children: [block('paragraph', { runs })] }),
    block('legal', { id: 'n', children: [field('instrument')] }),
    block('contact', { id: 'o', children: [field('name')] }),
  ]),
)

const content: SectionContent = {
  key: 'k',
  title: { en: 'Title', el: 'Τίτλος' },
  summary: { en: '' },
  body: { en: body },
  addition: {},
  audiences: ['lawyer'],
  stages: ['reception'],
  policy: 'national',
  guidance: { en: 'Write who decides.' },
}

const stored = (): unknown => JSON.parse(JSON.stringify(content))

describe('content from the database', () => {
  it('equals what was stored, so that its hash is the same', () => {
    expect(new Set(body.map(({ kind }) => kind)).size).toBe(13)
    expect(parseContent(stored(), 'Blob b')).toEqual(content)
    expect(contentHash(parseContent(stored(), 'Blob b'))).toBe(contentHash(stored()))
  })

  it('has rules for its parts as they were stored, and none where none were', () => {
    const rule = {
      field: 'body',
      block: { en: 'a' },
      demand: 'fill-in',
      guidance: { en: 'Name the hotline.' },
    } as const
    const rules = [rule, { ...rule, field: 'title', block: null, demand: 'fixed', guidance: {} }]
    const ruled = parseContent({ ...content, rules }, 'Blob b')
    expect(ruled.rules).toEqual(rules)
    expect(contentHash(ruled)).toBe(contentHash({ ...content, rules }))
    expect(parseContent(stored(), 'Blob b')).not.toHaveProperty('rules')
    for (const wrong of [
      { ...rule, demand: 'other' },
      { ...rule, field: 'addition' },
      { ...rule, block: 'a' },
    ])
      expect(() => parseContent({ ...content, rules: [wrong] }, 'Blob b')).toThrow('Blob b')
  })

  it('has a value for each optional field', () => {
    expect(parseContent({ key: 'k', title: { en: 'Title', fr: null } }, 'Blob b')).toEqual({
      ...{ key: 'k', title: { en: 'Title' }, summary: {}, body: {}, addition: {} },
      ...{ audiences: [], stages: [], policy: 'free', guidance: {} },
    })
  })

  it.each([
    ['a block of an unknown kind', [{ ...block('paragraph'), kind: 'script' }]],
    ['a nested block of an unknown kind', [block('list', { children: [{ ...block('item'), kind: 'x' as 'item' }] })]],
    ['an unknown mark', [block('paragraph', { runs: [{ type: 'text', text: '', marks: ['x' as 'bold'] }] })]],
    ['an attribute with another type of value', [block('heading', { attrs: { level: 'two' } })]],
    ['an unknown tone', [block('callout', { attrs: { tone: 'loud' } })]],
    ['an unknown weight', [block('entry', { attrs: { weight: 'heavy' } })]],
    ['an unknown style', [block('list', { attrs: { style: 'roman' } })]],
    ['an attribute that is not a single value', [{ ...block('paragraph'), attrs: { x: {} } }]],
    ['something other than a list of blocks', {}],
  ])('is refused with %s', (_, wrong) => {
    expect(() => parseContent({ key: 'k', body: { en: wrong } }, 'Blob b')).toThrow('Blob b')
  })
})

it('content from the database keeps attributes that are not checked, so that old text stays readable', () => {
  const attrs = { level: 99, title: 5, alt: true, media: true, header: 5, colSpan: 99_999_999, start: -3.7, unknown: 1 }
  const body = { en: [{ ...block('paragraph'), attrs }] }
  expect(parseContent({ key: 'k', body }, 'Blob b').body.en?.[0]?.attrs).toEqual(attrs)
})

it('content from the database keeps titles and descriptions without a character that a reader sees', () => {
  const attrs = { media: 'a', alt: '\u200b' }
  const body = {
    en: [
      { ...block('image'), attrs },
      { ...block('steps'), attrs: { title: ' ' } },
    ],
  }
  expect(parseContent({ key: 'k', body }, 'Blob b').body).toEqual(body)
})

it('a manifest from the database equals what was stored, so that its hash is the same', () => {
  const manifest = [
    {
      ...{ key: 'k', slug: 's', parent: null, rank: 'a0', mode: 'adapt', blob: 'b', baseBlob: 'c' },
      provenance: { title: { en: 'common', el: 'missing' }, body: { en: 'national' } },
      ...{ reason: 'other', explanation: { en: 'Why.' }, sources: 'Act 1' },
    },
    { key: 'l', slug: 't', parent: 'k', rank: 'a1', mode: 'inherit', blob: 'd', provenance: {} },
  ]
  expect(parseManifest(manifest, 'Edition e')).toEqual(manifest)
  expect(manifestHash(parseManifest(manifest, 'Edition e'))).toBe(contentHash(manifest))
  expect(() => parseManifest([{ ...manifest[0], mode: 'other' }], 'Edition e')).toThrow('Edition e')
  expect(() => parseManifest({}, 'Edition e')).toThrow('Edition e')
})
