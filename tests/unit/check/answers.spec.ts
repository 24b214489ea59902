import { describe, expect, it } from 'vitest'
import { type DatedAnswer, isCutOff, pagesOfOtherSites, pagesToAskFor, unansweredLinks } from '@/domain/check/answers'
import { contact, linked, textOfBlocks } from './texts'

const ORIGIN = 'https://toolkit.example'

describe('the pages of other sites in a text', () => {
  it('are those of its links and contacts, each once, without the place on the page', () => {
    const texts = [
      textOfBlocks([
        linked('the law', 'https://law.example/a#article-5'),
        linked('the same law', 'https://law.example/a#article-6'),
        linked('without its beginning', 'www.help.example'),
      ]),
      textOfBlocks([contact({ url: 'http://help.example:8080/ask?a=1', email: 'help@example.org' })]),
    ]
    expect(pagesOfOtherSites({ texts, origin: ORIGIN })).toEqual([
      'https://law.example/a',
      'https://www.help.example/',
      'http://help.example:8080/ask?a=1',
    ])
  })

  it('are no pages of this site, mailboxes, telephones, or addresses that nobody can follow', () => {
    const addresses = [
      `${ORIGIN}/ie/en/guide`,
      ORIGIN,
      '/ie/en/guide',
      '#place',
      'mailto:help@example.org',
      'tel:112',
      'x y',
    ]
    const texts = [textOfBlocks(addresses.map((address) => linked('x', address)))]
    expect(pagesOfOtherSites({ texts, origin: ORIGIN })).toEqual([])
  })
})

const at = (is: DatedAnswer['is'], minute: number): DatedAnswer => ({
  is,
  at: `2026-12-02T09:${String(minute).padStart(2, '0')}:00.000Z`,
})

describe('what came of asking for pages', () => {
  const text = textOfBlocks(['a', 'b', 'c', 'd', 'e'].map((page) => linked(page, `https://law.example/${page}#x`)))
  const answers = new Map([
    ['https://law.example/a', at('there', 0)],
    ['https://law.example/b', at('gone', 0)],
    ['https://law.example/c', at('silent', 0)],
    ['https://law.example/d', at('unproven', 5)],
  ])

  it('is found where a link leads to a page that did not answer', () => {
    const found = unansweredLinks({ text, origin: ORIGIN, answers })
    expect(found).toEqual([
      { is: 'link-gone', address: 'https://law.example/b#x', at: { field: 'body', line: 'See b.' } },
      { is: 'link-silent', address: 'https://law.example/c#x', at: { field: 'body', line: 'See c.' } },
      { is: 'link-unproven', address: 'https://law.example/d#x', at: { field: 'body', line: 'See d.' } },
    ])
  })

  it('is asked again ten minutes later if there was no answer, and not at all if there was one', () => {
    const pages = pagesOfOtherSites({ texts: [text], origin: ORIGIN })
    const due = (now: string) => pagesToAskFor({ pages, answers, now }).map((page) => page.slice(-1))
    expect(due('2026-12-02T09:09:59.000Z')).toEqual(['e'])
    expect(due('2026-12-02T09:10:00.000Z')).toEqual(['b', 'c', 'e'])
    expect(due('2026-12-02T10:00:00.000Z')).toEqual(['b', 'c', 'd', 'e'])
  })

  it('is not believed if none of three or more pages gave any answer', () => {
    const pages = ['a', 'b', 'c', 'd']
    const cutOff = (...all: DatedAnswer['is'][]) =>
      isCutOff({ pages, answers: new Map(all.map((is, n) => [String(pages[n]), at(is, 0)])) })
    expect(cutOff('silent', 'silent', 'silent')).toBe(true)
    expect(cutOff('silent', 'silent')).toBe(false)
    expect(cutOff('silent', 'silent', 'silent', 'gone')).toBe(false)
    expect(cutOff()).toBe(false)
  })
})
