import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { phoneLink } from '@/domain/phoneLink'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { linkTarget } from '@/domain/safeUrl'
import { RichTextView } from '@/textView/RichTextView'
import { elementsOf, misplaced } from './html'
import { everyBlock, h, p } from './publishedSample'

const html = (blocks: RichText, given: Partial<Parameters<typeof RichTextView>[0]> = {}) =>
  renderToStaticMarkup(<RichTextView blocks={blocks} language="en" {...given} />)

describe('a text', () => {
  test('shows every kind of block, each in its place', () => {
    const shown = html(everyBlock, { ticked: new Set([2]) })
    expect(misplaced(shown)).toEqual([])
    const names = new Set(elementsOf(shown).map(({ name }) => name))
    for (const name of ['h2', 'h3', 'ol', 'ul', 'blockquote', 'table', 'figure', 'hr', 'form', 'fieldset', 'dl', 'sup'])
      expect(names).toContain(name)
  })

  test('shows every word of every block', () => {
    const words = elementsOf(`<div>${html(everyBlock)}</div>`)[0]?.text.replaceAll('&#x27;', "'") ?? ''
    const missing = wordsOf(everyBlock).filter((one) => !words.includes(one) && !one.startsWith('https://'))
    expect(missing).toEqual([])
  })

  test('shows the words of a block outside its allowed place', () => {
    expect(html([block('item', { runs: [text('Lost item')], children: [p('Below it')] })])).toContain('Lost item')
  })

  test('has no line for a field, and no heading for a corner, in which nobody sees a character', () => {
    const field = (name: string, words: string) => block('field', { attrs: { name }, runs: [text(words)] })
    const contact = (note: string) => [
      block('contact', { children: [field('name', 'Help desk'), field('note', note)] }),
    ]
    expect(html(contact('\u200b'))).toBe(html(contact('')))
    const corner = block('cell', { attrs: { header: true }, children: [p('\u200b')] })
    const headed = block('cell', { attrs: { header: true }, children: [p('Who')] })
    const table = block('table', { children: [block('row', { children: [corner, headed] })] })
    expect(html([table]).match(/<th[ >]/g)).toHaveLength(1)
  })

  test('never skips a heading level, whatever levels the text has', () => {
    const levels = elementsOf(html([h(4, 'a'), h(6, 'b'), h(4, 'c'), h(2, 'd'), h(3, 'e')])).map(({ name }) => name)
    expect(levels).toEqual(['h2', 'h3', 'h2', 'h2', 'h3'])
  })

  test('starts its headings at a lower level if the page says so', () => {
    expect(html([h(2, 'a')], { headingOffset: 1 })).toMatch(/^<h3 /)
  })

  test('separates the kind of a box from its title as its language does', () => {
    const box = [block('callout', { attrs: { tone: 'warning', title: 'Délais' }, children: [p('a')] })]
    expect(html(box, { language: 'fr' })).toContain('Attention\u00a0: Délais')
    expect(html(box)).toContain('Warning: Délais')
  })

  test('numbers notes in reading order, with links in both directions', () => {
    const shown = html([p('a', { type: 'footnote', text: 'first' }), p('b', { type: 'footnote', text: 'second' })], {
      firstNote: 3,
      idPrefix: 'x-',
    })
    const links = elementsOf(shown).filter(({ name }) => name === 'a')
    expect(links.map(({ attributes }) => attributes.href)).toEqual(['#x-note-3', '#x-note-4', '#x-ref-3', '#x-ref-4'])
    expect(shown).toContain('<ol start="3">')
  })

  test('makes one link of adjacent words with the same address', () => {
    const shown = html([p({ ...text('a', ['bold'], 'https://example.org') }, text('b', [], 'https://example.org'))])
    expect(shown).toContain('<a href="https://example.org"><strong>a</strong>b</a>')
  })

  test('does not link to an address that could run a script', () => {
    const shown = html([p(text('press', [], 'javascript:alert(1)'), text('here', [], 'data:text/html,x'))])
    expect(shown).toBe('<p>presshere</p>')
  })

  test('gives table headings their scope and no name to an empty corner', () => {
    const cell = (words: string, header: boolean): Block =>
      block('cell', { attrs: header ? { header } : {}, children: words ? [p(words)] : [] })
    const row = (...cells: Block[]) => block('row', { children: cells })
    const shown = html([
      block('table', {
        children: [row(cell('Sign', true), cell('Need', true)), row(cell('Pain', true), cell('Doctor', false))],
      }),
      block('table', { children: [row(cell('', true), cell('Need', true))] }),
    ])
    const scopes = elementsOf(shown).filter(({ name }) => name === 'th')
    expect(scopes.map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'row', 'col'])
    expect(
      elementsOf(shown)
        .filter(({ name }) => name === 'th')
        .every(({ text: words }) => words !== ''),
    ).toBe(true)
  })

  test('describes a picture with the words of the text, or else with those stored with the file', () => {
    const image = (attrs: Block['attrs']) => [block('image', { attrs: { media: 'm', ...attrs } })]
    const pictures = { m: { size: { width: 4, height: 3 }, alt: { fr: 'Une porte' } } }
    expect(html(image({ alt: 'A door' }), { pictures })).toContain('alt="A door" width="4" height="3"')
    expect(html(image({}), { pictures })).toContain('alt="Une porte" lang="fr"')
    expect(html(image({}), { pictures, language: 'fr' })).not.toContain('lang=')
  })

  test('shows checklists without a form if the page itself is a form', () => {
    const shown = html(everyBlock)
    expect(shown).not.toContain('<form')
    expect(shown).not.toContain('<input')
    expect(shown).toContain('Urgent health needs are passed on')
  })

  test('keeps the ticks of other lists when one list is submitted', () => {
    const list = (words: string) =>
      block('checklist', {
        children: [block('entry', { children: [block('field', { attrs: { name: 'text' }, runs: [text(words)] })] })],
      })
    const shown = html([list('one'), list('two')], { ticked: new Set([2]) })
    const [first, second] = shown.split('</form>')
    expect(first).toContain('<input type="hidden" name="c" value="2"/>')
    expect(second).toContain('<input type="checkbox" name="c" checked="" value="2"/>')
  })
})

test('an address is safe if it is a web, e-mail, phone or site address', () => {
  expect(['https://a.org', 'mailto:a@b.c', 'tel:+1', '/files/1', '#note'].map(linkTarget)).not.toContain(undefined)
  const unsafe = ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.org', '/\\evil.org', 'x']
  expect(unsafe.map(linkTarget)).toEqual(unsafe.map(() => undefined))
})

test('a phone number can be called as people write it, but a sentence cannot', () => {
  expect(phoneLink('+44 (0)20 7946-0000')).toBe('tel:+442079460000')
  expect(phoneLink('ask at the desk')).toBeUndefined()
})

function wordsOf(blocks: RichText): string[] {
  return blocks.flatMap((one) => [
    ...one.runs.flatMap((run) =>
      run.type === 'break' ? [] : [run.text.trim().replace(/^https:\/\/example/, 'example')],
    ),
    ...(typeof one.attrs.title === 'string' ? [one.attrs.title] : []),
    ...wordsOf(one.children),
  ])
}
