import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type BlockChange, diffRichText } from '@/domain/diff/diff'
import { block, type RichText, text } from '@/domain/richText/richText'
import { translatorFor } from '@/messages/translate'
import { SideText } from '@/textView/SideText'
import { sideOfChange } from '@/textView/sideOfChange'
import { edited, richText } from './randomRichText'
import { heading, list, p } from './shownAs'

const sides = (before: RichText, after: RichText) => {
  const change = diffRichText({ before, after })
  const given = { language: 'en', pageLanguage: 'en', t: translatorFor('en'), files: '/files', idPrefix: '' } as const
  const markup = (side: 'before' | 'after', blocks: RichText) =>
    renderToStaticMarkup(<SideText blocks={blocks} change={change} side={side} {...given} />)
      .replace(/<span class="vh">.*?<\/span>/gu, '')
      .replace(/ id="[^"]*"/gu, '')
  return { before: markup('before', before), after: markup('after', after) }
}

/** The words of a difference, with those of titles and descriptions, without white space. */
function wordsIn(blocks: readonly BlockChange[], read: (one: BlockChange) => string): string {
  return blocks.map((one) => read(one) + wordsIn(one.children, read)).join('')
}

describe('one side of two texts', () => {
  it('marks on the left what the right has not, and on the right what the left has not', () => {
    expect(sides([p('the old law')], [p('the new law')])).toEqual({
      before: '<p>the <del>old</del> law</p>',
      after: '<p>the <ins>new</ins> law</p>',
    })
    expect(sides([list('One', 'Two')], [list('One', 'Three')])).toEqual({
      before: '<ul><li>One</li><li><del>Two</del></li></ul>',
      after: '<ul><li>One</li><li><ins>Three</ins></li></ul>',
    })
  })

  it('has no marks where nothing differs', () => {
    const one = sides([p('the law')], [p('the law')])
    expect(one.before).toBe('<p>the law</p>')
    expect(one.after).toBe('<p>the law</p>')
  })

  it('shows a former kind, format and title as they were, and says on the right what became of them', () => {
    const before = [block('heading', { id: 'a', attrs: { level: 3 }, runs: [text('Ask alone')] })]
    const kinds = sides(before, [{ ...p('Ask alone'), id: 'a' }])
    expect(kinds.before).toBe('<h3>Ask alone</h3>')
    expect(kinds.after).toContain('was a heading')
    const bold = sides([p('the law')], [block('paragraph', { runs: [text('the law', ['bold'])] })])
    expect(bold.before).toBe('<p>the law</p>')
    expect(bold.after).toContain('now bold')
    const box = (title: string) => [
      block('callout', { id: 'b', attrs: { tone: 'warning', title }, children: [p('Stop here.')] }),
    ]
    const titles = sides(box('Old title'), box('New title'))
    expect(titles.before).toContain('<del>Old</del> title')
    expect(titles.before).not.toContain('New')
    expect(titles.after).toContain('<ins>New</ins> title')
  })

  it('shows all of the difference on the right, and the left as it was, where a paragraph was split', () => {
    const [one, two] = ['Ask each person alone, with an interpreter.', 'Write down what was said and read it back.']
    const split = sides([p(`${one} ${two}`)], [p(one), p(two)])
    expect(split.before).toBe(`<p>${one} ${two}</p>`)
    expect(split.after).toContain(two)
  })

  it('keeps the levels of headings of rows that are shown alone', () => {
    expect(sides([heading('Deadlines', 4)], [heading('Time limits', 4)]).before).toMatch(/^<h4>/)
  })

  it('has all words of its text, and no others, in every pair of texts', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.record({ before: richText, after: richText })), ({ before, after }) => {
        const change = diffRichText({ before, after })
        for (const side of ['before', 'after'] as const) {
          const shown = sideOfChange(change, side)
          if (!shown) continue
          const other = side === 'before' ? 'added' : 'removed'
          const read = (one: BlockChange) => one.segments.map((segment) => segment.text).join('')
          const readSide = (one: BlockChange): string =>
            one.segments.flatMap((segment) => (segment.status === other ? [] : [segment.text])).join('')
          const ofSide = (blocks: readonly BlockChange[]): string =>
            blocks.map((one) => (one.status === other ? '' : readSide(one) + ofSide(one.children))).join('')
          expect(wordsIn(shown, read)).toBe(ofSide(change.blocks))
          const statuses = JSON.stringify(shown.map(statusesIn))
          expect(statuses).not.toContain(`"${other}"`)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function statusesIn(one: BlockChange): unknown {
  const named = Object.values(one.named ?? {}).flat()
  return [one.status, [...one.segments, ...named].map(({ status }) => status), one.children.map(statusesIn)]
}
