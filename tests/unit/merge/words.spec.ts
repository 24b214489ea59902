import { describe, expect, it } from 'vitest'
import { mergeRichText, resolveRichText } from '@/domain/merge/merge'
import { type Block, block, type Mark, type Run, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { p } from '../diff/shownAs'
import { shown } from './shownMerge'

const linked = (words: string, link?: string): Block =>
  block('paragraph', { runs: [text('First read '), text(words, [], link), text(' and its annex with care.')] })

describe('words that both sides changed', () => {
  it('are a place to check, as deleted, if both sides deleted overlapping words', () => {
    const { checks, conflicts } = mergeRichText({
      base: [p('Ask slowly and with care about health and sleep.')],
      ours: [p('Ask about health and sleep.')],
      theirs: [p('Ask slowly sleep.')],
    })
    expect(conflicts).toEqual([])
    expect(checks).toMatchObject([{ kind: 'deleted', text: 'Ask sleep.' }])
  })

  it('keep once what one side added beside words that both deleted', () => {
    const merge = mergeRichText({
      base: [p('Ask slowly and with care about health and sleep.')],
      ours: [p('Ask sleep.')],
      theirs: [p('Ask kindly slowly and about sleep.')],
    })
    expect(merge.conflicts).toEqual([])
    expect(textOf(merge.value)).toBe('Ask kindly sleep.')
  })

  it.each(['12', 'lawyer'])('keep a footnote “%s” of one side if the other wrote its words', (note) => {
    const paragraph = (...runs: Run[]) => [
      block('paragraph', {
        runs: [text('The officer asks the person'), ...runs, text(' before the interview begins.')],
      }),
    ]
    const sides = { words: paragraph(text(` footnote ${note}`)), note: paragraph({ type: 'footnote', text: note }) }
    for (const [ours, theirs] of [
      [sides.words, sides.note],
      [sides.note, sides.words],
    ] as const) {
      const { nodes } = mergeRichText({ base: paragraph(), ours, theirs })
      expect(JSON.stringify(nodes)).toContain(JSON.stringify({ type: 'footnote', text: note }))
    }
  })

  it('are a conflict if one side deleted what the other replaced', () => {
    expect(
      shown(
        [p('Ask the person slowly about health first.')],
        [p('Ask the person about health first.')],
        [p('Ask the person carefully about health first.')],
      ),
    ).toEqual(['Ask the person< slowly|| carefully> about health first.'])
  })

  it.each([
    ['Keep it for ten years.', 'Ask the organisations. Keep it for ten years.'],
    [' Keep it for ten years.', 'Ask the organisations. Keep it for ten years.'],
    [', as long as needed.', 'Ask the organisations., as long as needed.'],
    ['', 'Ask the organisations.'],
  ])('are replaced by own words %j, which do not run into the words around them', (words, expected) => {
    const merge = mergeRichText({
      base: [p('Ask the organisations. Keep the form.')],
      ours: [p('Ask the organisations. Keep the form for a year.')],
      theirs: [p('Ask the organisations.')],
    })
    const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, { text: words }]))
    expect(resolveRichText({ nodes: merge.nodes, resolutions })).toEqual([p(expected)])
  })

  it('are a conflict if one side also gave a second figure', () => {
    const at = (words: string) => [p(`It lasts ${words} days at most in all cases.`)]
    expect(mergeRichText({ base: at('some'), ours: at('5'), theirs: at('5 to 10') }).conflicts).toMatchObject([
      { base: 'some', ours: '', theirs: 'to 10' },
    ])
  })

  it('are a conflict if one side deleted a part of what the other replaced', () => {
    const at = (words: string) => [p(`Ask ${words} sleep and food first of all.`)]
    const texts = {
      base: at('slowly and with care about health and'),
      ours: at('slowly and about health and'),
      theirs: at('kindly about health and'),
    }
    expect(mergeRichText(texts).status).toBe('decision-needed')
  })

  it('are a conflict if one side deleted a single word next to what the other replaced', () => {
    const at = (words: string) => [p(`Staff must ${words} the child about the journey.`)]
    expect(mergeRichText({ base: at('not ask'), ours: at('ask'), theirs: at('not press') }).conflicts).toMatchObject([
      { base: 'not ask', ours: 'ask', theirs: 'not press' },
    ])
  })

  it('do not run together if one side joined two paragraphs and the other added words between them', () => {
    const [one, two] = [
      'Offer a break after half an hour at the latest',
      'Water and food are on the table at all times',
    ]
    const { value } = mergeRichText({
      base: [p(one), p(two)],
      ours: [p(`${one} ${two}`)],
      theirs: [p(one), p(`Always say so. ${two}`)],
    })
    expect(JSON.stringify(value)).toContain('latest Always say so. Water')
  })
})

describe('links of words that the other side replaced', () => {
  it('move to the new words if those had the old link', () => {
    expect(
      shown(
        [linked('the guide', 'https://a.eu')],
        [linked('the manual', 'https://a.eu')],
        [linked('the guide', 'https://b.eu')],
      ),
    ).toEqual(['First read the manual{https://b.eu} and its annex with care.'])
  })

  it('are a conflict if the new words have no link or another one', () => {
    const texts = {
      base: [linked('the guide')],
      ours: [linked('a manual')],
      theirs: [linked('the guide', 'https://b.eu')],
    }
    expect(mergeRichText(texts).conflicts).toMatchObject([{ ours: 'a manual', theirs: 'the guide <https://b.eu>' }])
  })
})

describe('lines that both added at the end of one text', () => {
  const lines = (...all: string[]): Block[] => [
    block('paragraph', {
      runs: all.flatMap((line, at): Run[] => (at === 0 ? [text(line)] : [{ type: 'break' }, text(line)])),
    }),
  ]

  it('are both kept, without a space between them', () => {
    const merge = mergeRichText({
      base: lines('Office: Rome'),
      ours: lines('Office: Rome', 'Phone: 112'),
      theirs: lines('Office: Rome', 'Open: Monday', 'Closed: Sunday'),
    })
    expect(merge.value).toEqual(lines('Office: Rome', 'Phone: 112', 'Open: Monday', 'Closed: Sunday'))
    expect(merge.checks).toMatchObject([{ kind: 'inserted' }])
  })

  it('are a conflict if two of them are versions of one line', () => {
    const hours = (end: number) => lines('Office of the guardian', `Open from 9 to ${end} on all working days`)
    const merge = mergeRichText({ base: lines('Office of the guardian'), ours: hours(12), theirs: hours(13) })
    expect(merge.conflicts).toMatchObject([{ ours: '12', theirs: '13' }])
  })

  it('are a conflict if one of them is the same', () => {
    const base = lines('Office: Rome')
    const [ours, theirs] = [lines('Office: Rome', 'Phone: 112', 'Fax'), lines('Office: Rome', 'Phone: 112', 'Mail')]
    expect(mergeRichText({ base, ours, theirs }).conflicts).toMatchObject([{ ours: 'Fax', theirs: 'Mail' }])
  })
})

describe('characters that one side wrote in another form', () => {
  it('do not prevent changes of the words beside them', () => {
    expect(
      shown(
        [p('Forms comply with GitHub’s terms, as the “guide” says.')],
        [p('Forms comply with GitHub\'s terms, as the "guide" says.')],
        [p('Forms are covered by GitHub’s terms, as the whole “guide” says.')],
      ),
    ).toEqual(['Forms are covered by GitHub\'s terms, as the whole "guide" says.'])
  })

  it('are a conflict if the other side deleted or replaced the word', () => {
    const texts = {
      base: [p('Ask for the person’s papers before the talk begins.')],
      ours: [p("Ask for the person's papers before the talk begins.")],
      theirs: [p('Ask for the papers before the talk begins.')],
    }
    expect(mergeRichText(texts).conflicts).toMatchObject([{ base: 'person’s', ours: "person's", theirs: '' }])
  })

  it('keep the link that the other side gave to a part of the word', () => {
    const of = (...runs: Run[]) => [block('paragraph', { runs: [text('Voir '), ...runs, text(' avec soin.')] })]
    const { value } = mergeRichText({
      base: of(text("l'annexe")),
      ours: of(text('l’annexe')),
      theirs: of(text("l'"), text('annexe', [], 'https://a.org')),
    })
    const runs = [text('Voir l’'), text('annexe', [], 'https://a.org'), text(' avec soin.')]
    expect(value).toEqual([block('paragraph', { runs })])
  })

  it('count in a footnote, which is taken from the side that changed it', () => {
    const of = (note: string, marks: Mark[] = []) => [
      block('paragraph', {
        runs: [
          text('The child’s view is heard.'),
          { type: 'footnote', text: note },
          text(' Then that of '),
          text('the parents', marks),
        ],
      }),
    ]
    const { value } = mergeRichText({
      base: of('Pages 10-12'),
      ours: of('Pages 10–12'),
      theirs: of('Pages 10-12', ['bold']),
    })
    expect(value).toEqual(of('Pages 10–12', ['bold']))
  })

  it('keep the link that the other side gave to the word', () => {
    const { value } = mergeRichText({
      base: [linked('the child’s guide', 'https://a.eu')],
      ours: [linked("the child's guide", 'https://a.eu')],
      theirs: [linked('the child’s guide', 'https://b.eu')],
    })
    expect(value).toEqual([linked("the child's guide", 'https://b.eu')])
  })
})

describe('an address that both changed', () => {
  const withAddress = (link: string): Block[] => [linked('the index', link)]

  it('is the address of the side that includes the change of the other', () => {
    const base = withAddress('https://pypi.python.org/pypi')
    const [ours, theirs] = [withAddress('https://pypi.org/'), withAddress('https://pypi.python.org/')]
    expect(mergeRichText({ base, ours, theirs })).toMatchObject({ value: ours, conflicts: [] })
    expect(mergeRichText({ base, ours: theirs, theirs: ours })).toMatchObject({ value: ours, conflicts: [] })
  })

  it('is a conflict if both added one to words without a link', () => {
    const [ours, theirs] = [withAddress('https://a.org/annex'), withAddress('https://a.org/annex/archive')]
    expect(mergeRichText({ base: [linked('the index')], ours, theirs }).conflicts).toMatchObject([{ about: 'link' }])
  })

  it('is listed to be checked if it is not a conflict', () => {
    const base = withAddress('https://pypi.python.org/pypi')
    const { checks } = mergeRichText({
      base,
      ours: withAddress('https://pypi.org/'),
      theirs: withAddress('https://pypi.python.org/'),
    })
    expect(checks).toContainEqual(expect.objectContaining({ text: 'https://pypi.org/' }))
  })

  it('is never one that nobody wrote', () => {
    const base = withAddress('https://law.eu/en/2019/page')
    const [ours, theirs] = [withAddress('https://law.eu/fr/2019/page'), withAddress('https://law.eu/en/2019/page/3')]
    expect(mergeRichText({ base, ours, theirs }).conflicts).toMatchObject([{ kind: 'value', about: 'link' }])
  })

  it('is the address of the whole link, even if the other side changed a word in it', () => {
    const { value } = mergeRichText({
      base: [linked('the long guide of the office', 'https://a.eu/22')],
      ours: [linked('the long guide of the office', 'https://a.eu/23')],
      theirs: [linked('the short guide of the office', 'https://a.eu/22')],
    })
    expect(value).toEqual([linked('the short guide of the office', 'https://a.eu/23')])
  })
})

describe('the same words that both added with different formats', () => {
  const base = [p('First ask for the papers and read them with care.')]
  const withLink = (words: string, link?: string, more = ''): Block[] => [
    block('paragraph', {
      runs: [text('First '), text(words, [], link), text(`${more} ask for the papers and read them with care.`)],
    }),
  ]

  it('are a conflict if each side linked them to another address', () => {
    const [ours, theirs] = [
      withLink('call the office and', 'https://a.eu'),
      withLink('call the office and', 'https://b.eu'),
    ]
    expect(mergeRichText({ base, ours, theirs }).conflicts).toMatchObject([
      { kind: 'value', about: 'link', ours: 'https://a.eu', theirs: 'https://b.eu' },
    ])
  })

  it('have the link that one side gave them, whichever side that is', () => {
    const [plain, linked] = [withLink('call the office and'), withLink('call the office and', 'https://a.eu')]
    const merged = ['First call the office and{https://a.eu} ask for the papers and read them with care.']
    expect(shown(base, plain, linked)).toEqual(merged)
    expect(shown(base, linked, plain)).toEqual(merged)
  })

  it('occur once in sentences that only one side linked, even if the other side added more sentences', () => {
    const of = (...runs: Run[]) => [block('paragraph', { runs: [text('Start here.'), ...runs] })]
    const merge = mergeRichText({
      base: of(),
      ours: of(text(' See the '), text('annex', [], 'https://a.org'), text(' now.')),
      theirs: of(text(' See the annex now. Then go on.')),
    })
    expect(merge.status).toBe('decision-needed')
    expect(textOf(merge.value).match(/See the/g)).toHaveLength(1)
  })

  it('occur as often as one side added them, in whatever format', () => {
    const [plain, bold] = [text(' A note.'), text(' A note.', ['bold'])]
    const of = (...runs: Run[]) => [block('paragraph', { runs: [text('Start.'), ...runs] })]
    const { value } = mergeRichText({ base: of(), ours: of(bold), theirs: of(plain, bold) })
    expect(textOf(value).match(/A note/g)).toHaveLength(2)
  })

  it('are a conflict if the other side added more, without the link', () => {
    const [ours, theirs] = [
      withLink('call the office', 'https://a.eu', ' and'),
      withLink('call the office', undefined, ' soon and'),
    ]
    expect(JSON.stringify(mergeRichText({ base, ours, theirs }).nodes)).toContain('https://a.eu')
    expect(mergeRichText({ base, ours, theirs }).status).toBe('decision-needed')
  })
})

it('reports a limit if both added texts that are too long and too different to compare', () => {
  // The same words from a small vocabulary, in two orders.
  const long = (step: number) => Array.from({ length: 3001 }, (_, at) => `w${((at * step) % 3001) % 47}`).join(' ')
  const merge = mergeRichText({ base: [], ours: [p(long(7))], theirs: [p(long(1009))] })
  expect(merge.nodes).toHaveLength(1)
  expect(merge.limited).toBe(true)
})

describe('a paragraph that both added', () => {
  const withAddress = (link?: string) => [linked('how to get support', link)]

  it('keeps the link that one side gave it, whichever side that is', () => {
    const shownLink = 'First read how to get support{https://a.eu} and its annex with care.'
    expect(shown([], withAddress('https://a.eu'), withAddress())).toEqual([shownLink])
    expect(shown([], withAddress(), withAddress('https://a.eu'))).toEqual([shownLink])
  })

  it('asks for the address if both gave one, and accepts another address as the answer', () => {
    const merge = mergeRichText({ base: [], ours: withAddress('https://a.eu'), theirs: withAddress('https://b.eu') })
    expect(merge.conflicts).toMatchObject([
      { kind: 'value', about: 'link', ours: 'https://a.eu', theirs: 'https://b.eu' },
    ])
    const [conflict] = merge.conflicts
    const resolutions = { [conflict?.id ?? '']: { text: 'https://c.eu' } }
    expect(resolveRichText({ nodes: merge.nodes, resolutions })).toEqual(withAddress('https://c.eu'))
  })
})
