import { describe, expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/mergeRichText'
import { resolveRichText } from '@/domain/merge/resolveRichText'
import { type Block, block, type Mark, type Run, text } from '@/domain/richText'
import { textOf } from '@/domain/richText/walk'
import { p } from '../diff/shownAs'
import { shown } from './shownMerge'

const linked = (words: string, link?: string): Block =>
  block('paragraph', { runs: [text('First read '), text(words, [], link), text(' and its annex with care.')] })

describe('words that both sides changed', () => {
  it('are on the list of checks as deleted where both sides deleted overlapping words', () => {
    const { checks, conflicts } = mergeRichText({
      base: [p('Ask slowly and with care about health and sleep.')],
      ours: [p('Ask about health and sleep.')],
      theirs: [p('Ask slowly sleep.')],
    })
    expect(conflicts).toEqual([])
    expect(checks).toMatchObject([{ kind: 'deleted', text: 'Ask sleep.' }])
  })

  it('are left to decide where one side deleted what the other one replaced', () => {
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
  ])('give way to own words %j, which do not run into the words around them', (words, expected) => {
    const merge = mergeRichText({
      base: [p('Ask the organisations. Keep the form.')],
      ours: [p('Ask the organisations. Keep the form for a year.')],
      theirs: [p('Ask the organisations.')],
    })
    const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, { text: words }]))
    expect(resolveRichText({ nodes: merge.nodes, resolutions })).toEqual([p(expected)])
  })

  it('are left to decide where one side gave another figure besides', () => {
    const at = (words: string) => [p(`It lasts ${words} days at most in all cases.`)]
    expect(mergeRichText({ base: at('some'), ours: at('5'), theirs: at('5 to 10') }).conflicts).toMatchObject([
      { base: 'some', ours: '', theirs: 'to 10' },
    ])
  })

  it('are left to decide where one side deleted a part of what the other one replaced', () => {
    const at = (words: string) => [p(`Ask ${words} sleep and food first of all.`)]
    const texts = {
      base: at('slowly and with care about health and'),
      ours: at('slowly and about health and'),
      theirs: at('kindly about health and'),
    }
    expect(mergeRichText(texts).status).toBe('decision-needed')
  })

  it('are left to decide where one side deleted a word alone beside what the other one replaced', () => {
    const at = (words: string) => [p(`Staff must ${words} the child about the journey.`)]
    expect(mergeRichText({ base: at('not ask'), ours: at('ask'), theirs: at('not press') }).conflicts).toMatchObject([
      { base: 'not ask', ours: 'ask', theirs: 'not press' },
    ])
  })

  it('do not run together where one side joined two paragraphs and the other one put words between', () => {
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
  it('go on to the new words where those had the old link', () => {
    expect(
      shown(
        [linked('the guide', 'https://a.eu')],
        [linked('the manual', 'https://a.eu')],
        [linked('the guide', 'https://b.eu')],
      ),
    ).toEqual(['First read the manual{https://b.eu} and its annex with care.'])
  })

  it('are asked about where the new words have none or another one', () => {
    const texts = {
      base: [linked('the guide')],
      ours: [linked('a manual')],
      theirs: [linked('the guide', 'https://b.eu')],
    }
    expect(mergeRichText(texts).conflicts).toMatchObject([{ ours: 'a manual', theirs: 'the guide <https://b.eu>' }])
  })
})

describe('lines of one text that both put in at its end', () => {
  const lines = (...all: string[]): Block[] => [
    block('paragraph', {
      runs: all.flatMap((line, at): Run[] => (at === 0 ? [text(line)] : [{ type: 'break' }, text(line)])),
    }),
  ]

  it('are kept both, without a space between', () => {
    const merge = mergeRichText({
      base: lines('Office: Rome'),
      ours: lines('Office: Rome', 'Phone: 112'),
      theirs: lines('Office: Rome', 'Open: Monday', 'Closed: Sunday'),
    })
    expect(merge.value).toEqual(lines('Office: Rome', 'Phone: 112', 'Open: Monday', 'Closed: Sunday'))
    expect(merge.checks).toMatchObject([{ kind: 'inserted' }])
  })

  it('are left to decide where two of them are versions of one', () => {
    const hours = (end: number) => lines('Office of the guardian', `Open from 9 to ${end} on all working days`)
    const merge = mergeRichText({ base: lines('Office of the guardian'), ours: hours(12), theirs: hours(13) })
    expect(merge.conflicts).toMatchObject([{ ours: '12', theirs: '13' }])
  })

  it('are left to decide where one of them is the same', () => {
    const base = lines('Office: Rome')
    const [ours, theirs] = [lines('Office: Rome', 'Phone: 112', 'Fax'), lines('Office: Rome', 'Phone: 112', 'Mail')]
    expect(mergeRichText({ base, ours, theirs }).conflicts).toMatchObject([{ ours: 'Fax', theirs: 'Mail' }])
  })
})

describe('signs that one side wrote in another form', () => {
  it('do not stand in the way of words beside them', () => {
    expect(
      shown(
        [p('Forms comply with GitHub’s terms, as the “guide” says.')],
        [p('Forms comply with GitHub\'s terms, as the "guide" says.')],
        [p('Forms are covered by GitHub’s terms, as the whole “guide” says.')],
      ),
    ).toEqual(['Forms are covered by GitHub\'s terms, as the whole "guide" says.'])
  })

  it('are left to decide where the other side deleted or replaced the word', () => {
    const texts = {
      base: [p('Ask for the person’s papers before the talk begins.')],
      ours: [p("Ask for the person's papers before the talk begins.")],
      theirs: [p('Ask for the papers before the talk begins.')],
    }
    expect(mergeRichText(texts).conflicts).toMatchObject([{ base: 'person’s', ours: "person's", theirs: '' }])
  })

  it('keep the link that the other side gave a part of the word', () => {
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

  it('keep the link that the other side gave the word', () => {
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

  it('is that of the side that did all that the other one did', () => {
    const base = withAddress('https://pypi.python.org/pypi')
    const [ours, theirs] = [withAddress('https://pypi.org/'), withAddress('https://pypi.python.org/')]
    expect(mergeRichText({ base, ours, theirs })).toMatchObject({ value: ours, conflicts: [] })
    expect(mergeRichText({ base, ours: theirs, theirs: ours })).toMatchObject({ value: ours, conflicts: [] })
  })

  it('is asked for where both gave one to words that had none', () => {
    const [ours, theirs] = [withAddress('https://a.org/annex'), withAddress('https://a.org/annex/archive')]
    expect(mergeRichText({ base: [linked('the index')], ours, theirs }).conflicts).toMatchObject([{ about: 'link' }])
  })

  it('is on the list of checks, where it was not asked for', () => {
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

  it('is the address of the whole link, also where the other side changed a word of it', () => {
    const { value } = mergeRichText({
      base: [linked('the long guide of the office', 'https://a.eu/22')],
      ours: [linked('the long guide of the office', 'https://a.eu/23')],
      theirs: [linked('the short guide of the office', 'https://a.eu/22')],
    })
    expect(value).toEqual([linked('the short guide of the office', 'https://a.eu/23')])
  })
})

describe('the same words that both put in, in two looks', () => {
  const base = [p('First ask for the papers and read them with care.')]
  const withLink = (words: string, link?: string, more = ''): Block[] => [
    block('paragraph', {
      runs: [text('First '), text(words, [], link), text(`${more} ask for the papers and read them with care.`)],
    }),
  ]

  it('are asked about where each side linked them to another address', () => {
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

  it('stand once in sentences that only one side linked, also where the other side put in more sentences', () => {
    const of = (...runs: Run[]) => [block('paragraph', { runs: [text('Start here.'), ...runs] })]
    const merge = mergeRichText({
      base: of(),
      ours: of(text(' See the '), text('annex', [], 'https://a.org'), text(' now.')),
      theirs: of(text(' See the annex now. Then go on.')),
    })
    expect(merge.status).toBe('decision-needed')
    expect(textOf(merge.value).match(/See the/g)).toHaveLength(1)
  })

  it('stand as often as a side put them in, whichever of them looks so', () => {
    const [plain, bold] = [text(' A note.'), text(' A note.', ['bold'])]
    const of = (...runs: Run[]) => [block('paragraph', { runs: [text('Start.'), ...runs] })]
    const { value } = mergeRichText({ base: of(), ours: of(bold), theirs: of(plain, bold) })
    expect(textOf(value).match(/A note/g)).toHaveLength(2)
  })

  it('are asked about where the other side put in more, without the link', () => {
    const [ours, theirs] = [
      withLink('call the office', 'https://a.eu', ' and'),
      withLink('call the office', undefined, ' soon and'),
    ]
    expect(JSON.stringify(mergeRichText({ base, ours, theirs }).nodes)).toContain('https://a.eu')
    expect(mergeRichText({ base, ours, theirs }).status).toBe('decision-needed')
  })
})

it('says that it is limited where both put in a text that is too long and too different to compare', () => {
  // The same words of a small vocabulary, in two orders.
  const long = (step: number) => Array.from({ length: 3001 }, (_, at) => `w${((at * step) % 3001) % 47}`).join(' ')
  const merge = mergeRichText({ base: [], ours: [p(long(7))], theirs: [p(long(1009))] })
  expect(merge.nodes).toHaveLength(1)
  expect(merge.limited).toBe(true)
})

describe('a paragraph that both put in', () => {
  const withAddress = (link?: string) => [linked('how to get support', link)]

  it('keeps the link that one side gave it, whichever side that is', () => {
    const shownLink = 'First read how to get support{https://a.eu} and its annex with care.'
    expect(shown([], withAddress('https://a.eu'), withAddress())).toEqual([shownLink])
    expect(shown([], withAddress(), withAddress('https://a.eu'))).toEqual([shownLink])
  })

  it('asks for the address where both gave one, and takes an own one for an answer', () => {
    const merge = mergeRichText({ base: [], ours: withAddress('https://a.eu'), theirs: withAddress('https://b.eu') })
    expect(merge.conflicts).toMatchObject([
      { kind: 'value', about: 'link', ours: 'https://a.eu', theirs: 'https://b.eu' },
    ])
    const [conflict] = merge.conflicts
    const resolutions = { [conflict?.id ?? '']: { text: 'https://c.eu' } }
    expect(resolveRichText({ nodes: merge.nodes, resolutions })).toEqual(withAddress('https://c.eu'))
  })
})
