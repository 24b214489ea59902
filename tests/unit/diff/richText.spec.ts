import { describe, expect, it } from 'vitest'
import { diffRichText } from '@/domain/diff/diff'
import { type Block, block, text } from '@/domain/richText/richText'
import { blocksShown, fields, heading, list, p, table } from './shownAs'

const first = 'Start when the application is registered and do not wait for the word trafficking.'
const second = 'See the person alone in a quiet room where nobody else can listen to you.'
const third = 'Write down what was offered and give a copy of it to the legal adviser.'

describe('paragraphs', () => {
  it('reports nothing for equal texts, whatever their ids, their runs and their empty paragraphs', () => {
    const after = [
      block('paragraph', { id: 'new', runs: [text('Start when the '), text('application is registered.')] }),
      p(''),
    ]
    expect(diffRichText({ before: [p('Start when the application is registered.', 'old')], after }).status).toBe('same')
  })

  it('treats no block and one empty paragraph as the same text', () => {
    expect(diffRichText({ before: [], after: [p('')] }).status).toBe('same')
  })

  it('finds the words that changed within a paragraph', () => {
    expect(blocksShown([p(first), p(second)], [p(first), p(second.replace('quiet', 'private'))])).toEqual([
      `same paragraph: ${first}`,
      'changed paragraph: See the person alone in a [-quiet-][+private+] room where nobody else can listen to you.',
    ])
  })

  it('reports a removed paragraph in its old place, before the text that was added there', () => {
    expect(
      blocksShown([p(first), p('Ask the border police.'), p(third)], [p(first), p('Call a doctor now.'), p(third)]),
    ).toEqual([
      `same paragraph: ${first}`,
      'removed paragraph: [-Ask the border police.-]',
      'added paragraph: [+Call a doctor now.+]',
      `same paragraph: ${third}`,
    ])
  })

  it('reports a paragraph in another place as moved, with its old place', () => {
    const before = [p(first), p(second), p(third)]
    const after = [p(second), p(third), p(first)]
    expect(blocksShown(before, after)).toEqual([
      `same paragraph: ${second}`,
      `same paragraph: ${third}`,
      `same moved paragraph: ${first}`,
    ])
    expect(diffRichText({ before, after }).moveSources).toEqual([
      {
        at: 0,
        move: 0,
        id: '',
        kind: 'paragraph',
        opening: 'Start when the application is registered and do not wait for …',
      },
    ])
  })

  it('recognises a moved paragraph by its first whole words', () => {
    const long = 'Interpreters are chosen by the person who is interviewed, whenever that is possible.'
    const { moveSources } = diffRichText({
      before: [p(long), p(second), p(third)],
      after: [p(second), p(third), p(long)],
    })
    expect(moveSources).toMatchObject([{ opening: 'Interpreters are chosen by the person who is interviewed, …' }])
  })

  it('finds a paragraph that moved and was edited', () => {
    const edited = first.replace('registered', 'lodged')
    expect(blocksShown([p(first), p(second), p(third)], [p(second), p(third), p(edited)]).at(-1)).toBe(
      'changed moved paragraph: Start when the application is [-registered-][+lodged+] and do not wait for the word trafficking.',
    )
  })

  it('recognises an edited paragraph after one with which it moved, even if a removed one is more similar', () => {
    const [led, first, second, third] = [
      'Write down who was in the room.',
      'Ask the child who they are and where they come from.',
      'Offer a safe place to sleep and something to eat.',
      'Call the guardian of the child on the same day.',
    ]
    const copy = (place: string) => p(`Keep the signed copy of the statement in the ${place}.`)
    expect(
      blocksShown(
        [p(led), copy('steel cupboard'), p(first), p(second), copy('archive upstairs'), p(third)],
        [p(first), p(second), p(third), p(led), copy('archive downstairs')],
      ),
    ).toEqual([
      `same paragraph: ${first}`,
      `same paragraph: ${second}`,
      'removed paragraph: [-Keep the signed copy of the statement in the archive upstairs.-]',
      `same paragraph: ${third}`,
      `same moved paragraph: ${led}`,
      'changed moved paragraph: Keep the signed copy of the statement in the [-steel cupboard-][+archive downstairs+].',
    ])
  })

  it('reports a new paragraph as added if it shares only three words with the sentence that was removed above it', () => {
    const [kept, removed, added] = [
      'Ask the child who they are and where they come from.',
      'Call the guardian on the same day.',
      'Write down the name of the guardian and keep a copy in an office nearby.',
    ]
    expect(blocksShown([p(`${kept} ${removed}`)], [p(kept), p(added)])).toEqual([
      `changed paragraph: ${kept}[- ${removed}-]`,
      `added paragraph: [+${added}+]`,
    ])
  })

  it('does not report a short text as moved if it could be anywhere', () => {
    expect(blocksShown([p('See below.'), p(second)], [p(second), p('See below.')])).toEqual([
      'removed paragraph: [-See below.-]',
      `same paragraph: ${second}`,
      'added paragraph: [+See below.+]',
    ])
  })

  it('follows the id of a paragraph that was rewritten', () => {
    const before = [p('Ask about sleep and food and pain at every meeting.', 'a')]
    const after = [p('Ask about money at every visit, and say why you want to know.', 'a')]
    expect(blocksShown(before, after)[0]).toMatch(/^changed paragraph: Ask about \[-sleep/)
  })

  it('ignores an id that an unrelated paragraph carries', () => {
    expect(blocksShown([p(first, 'a'), p(third, 'b')], [p(third, 'a')])).toEqual([
      `removed paragraph: [-${first}-]`,
      `same paragraph: ${third}`,
    ])
  })

  it('shows joined paragraphs as one, with a paragraph break removed', () => {
    const [one, two] = ['The assessment starts at registration.', 'It ends with a written report to the office.']
    expect(blocksShown([p(one), p(two)], [p(`${one} ${two}`)])).toEqual([`changed paragraph: ${one}[-¶-][+ +]${two}`])
  })
})

describe('kinds and attributes', () => {
  it('reports another heading level', () => {
    expect(blocksShown([heading('When to assess', 2)], [heading('When to assess', 3)])).toEqual([
      'changed heading {"level":2}: When to assess',
    ])
  })

  it('reports a heading that became a paragraph', () => {
    expect(blocksShown([heading('When to assess', 2)], [p('When to assess')])).toEqual([
      'changed heading→paragraph {"level":2}: When to assess',
    ])
  })

  it('keeps the words of paragraphs that became a list, even short ones', () => {
    expect(blocksShown([p(first), p('Call'), p('Write it down')], [p(first), list('Call', 'Write it down')])).toEqual([
      `same paragraph: ${first}`,
      'added list',
      '  changed paragraph→item: Call',
      '  changed paragraph→item: Write it down',
    ])
  })

  it('keeps the words of a list that became paragraphs', () => {
    expect(blocksShown([list('Call the police', 'Write it down')], [p('Call the police'), p('Write it up')])).toEqual([
      'changed item→paragraph: Call the police',
      'changed item→paragraph: Write it [-down-][+up+]',
    ])
  })

  it('keeps the words of a list that became a checklist', () => {
    const checklist = block('checklist', {
      children: [fields('entry', { text: 'Needs are passed on' }), fields('entry', { text: 'The person feels safe' })],
    })
    expect(blocksShown([list('Needs are passed on', 'The person feels safe')], [checklist])).toEqual([
      'added checklist',
      '  added entry',
      '    changed item→field: Needs are passed on',
      '  added entry',
      '    changed item→field: The person feels safe',
    ])
  })

  it('reports no change inside a paragraph that was put into a callout', () => {
    expect(blocksShown([p(first)], [block('callout', { attrs: { tone: 'warning' }, children: [p(first)] })])).toEqual([
      'added callout',
      `  same paragraph: ${first}`,
    ])
  })

  it('reports bullets that became numbers', () => {
    const numbered: Block = { ...list('one thing', 'another'), attrs: { style: 'number', start: 1 } }
    expect(blocksShown([list('one thing', 'another')], [numbered])[0]).toBe('changed list {"style":"bullet"}')
  })

  it('treats a missing attribute as its default', () => {
    const titled = block('callout', { attrs: { tone: 'warning', title: 'Act now' }, children: [p(first)] })
    const untitled = block('callout', { attrs: { tone: 'warning' }, children: [p(first)] })
    expect(blocksShown([untitled], [titled])[0]).toBe('changed callout {"title":""}')
  })

  it('compares pictures by file and description', () => {
    const picture = (media: string, alt: string) => block('image', { attrs: { media, alt } })
    expect(blocksShown([picture('m1', 'A door')], [picture('m1', 'An open door')])).toEqual([
      'changed image {"alt":"A door"}',
    ])
    expect(blocksShown([picture('m1', 'A door')], [picture('m2', 'A door')])).toEqual(['changed image {"media":"m1"}'])
  })
})

describe('lists', () => {
  it('finds the added item and the removed one', () => {
    expect(
      blocksShown(
        [list('See the person', 'Ask the office', 'Stop in time')],
        [list('See the person', 'Stop in time', 'Go on')],
      ),
    ).toEqual([
      'changed list',
      '  same item: See the person',
      '  removed item: [-Ask the office-]',
      '  same item: Stop in time',
      '  added item: [+Go on+]',
    ])
  })

  it('finds the change in a nested list', () => {
    const nested = (inner: string) =>
      list(block('item', { runs: [text('Say what you write')], children: [list(inner, 'and for whom')] }))
    expect(blocksShown([nested('who reads the file')], [nested('who reads the record')])).toEqual([
      'changed list',
      '  changed item: Say what you write',
      '    changed list',
      '      changed item: who reads the [-file-][+record+]',
      '      same item: and for whom',
    ])
  })

  it('keeps the inner list of an item that became a paragraph', () => {
    const before = [list(block('item', { runs: [text('Say what you write down')], children: [list('who reads it')] }))]
    expect(blocksShown(before, [p('Say what you write down')])).toEqual([
      'changed item→paragraph: Say what you write down',
      'removed list',
      '  removed item: [-who reads it-]',
    ])
  })
})

describe('tables', () => {
  const before = table(['Country', 'Days', 'Office'], ['Spain', '5', 'OAR'], ['Italy', '6', 'Questura'])

  it('finds the changed cell', () => {
    const after = table(['Country', 'Days', 'Office'], ['Spain', '7', 'OAR'], ['Italy', '6', 'Questura'])
    expect(blocksShown([before], [after]).filter((line) => !line.trim().startsWith('same'))).toEqual([
      'changed table',
      '  changed row',
      '    changed cell',
      '      changed paragraph: [-5-][+7+]',
    ])
  })

  it('finds the added row', () => {
    const after = table(
      ['Country', 'Days', 'Office'],
      ['Spain', '5', 'OAR'],
      ['France', '8', 'Ofpra'],
      ['Italy', '6', 'Questura'],
    )
    expect(blocksShown([before], [after]).filter((line) => line.startsWith('  added'))).toEqual(['  added row'])
  })

  it('finds the removed column, even between columns of equal cells', () => {
    const equal = table(['Country', 'A', 'B', 'C'], ['Spain', 'yes', 'yes', 'yes'], ['Italy', 'yes', 'yes', 'yes'])
    const less = table(['Country', 'A', 'C'], ['Spain', 'yes', 'yes'], ['Italy', 'yes', 'yes'])
    const lines = blocksShown([equal], [less])
    expect(lines).toContain('      removed paragraph: [-B-]')
    expect(lines.filter((line) => line === '    removed cell')).toHaveLength(3)
    expect(lines.filter((line) => line.includes('added'))).toEqual([])
  })
})

describe('structured blocks', () => {
  const sign = (indicator: string, note: string, weight: string) => fields('entry', { indicator, note }, { weight })

  it('compares the named texts of an entry by name, and its weight', () => {
    const before = [block('indicators', { children: [sign('Injuries without treatment', 'Medical report', 'weak')] })]
    const after = [block('indicators', { children: [sign('Injuries without treatment', 'Same day', 'strong')] })]
    expect(blocksShown(before, after)).toEqual([
      'changed indicators',
      '  changed entry {"weight":"weak"}',
      '    same field: Injuries without treatment',
      '    changed field: [-Medical report-][+Same day+]',
    ])
  })

  it('finds the changed phone number of a contact', () => {
    const contact = (phone: string) => [fields('contact', { name: 'Support line', phone })]
    expect(blocksShown(contact('01 000 0000'), contact('01 000 1111'))).toContain(
      '  changed field: 01 000 [-0000-][+1111+]',
    )
  })

  it('treats an empty named text as missing', () => {
    expect(blocksShown([fields('contact', { name: 'Line', note: '' })], [fields('contact', { name: 'Line' })])[0]).toBe(
      'same contact',
    )
  })

  it('finds an entry that moved', () => {
    const step = (what: string) => fields('entry', { what, who: 'registration officer' })
    const [a, b, c] = [
      step('Register the application today'),
      step('Give the person a card'),
      step('Book the first talk'),
    ]
    const steps = (...children: Block[]) => [block('steps', { children })]
    expect(blocksShown(steps(a, b, c), steps(b, c, a)).filter((line) => line.includes('moved'))).toEqual([
      '  same moved entry',
    ])
  })
})

describe('effort', () => {
  it('pairs an edited paragraph of a long text with its most similar version, not with a looser copy after it', () => {
    const words = (from: number) => Array.from({ length: 10 }, (_, n) => `word${from * 10 + n}`)
    const line = (from: number, ...changed: string[]) => p([...changed, ...words(from).slice(changed.length)].join(' '))
    const lines = Array.from({ length: 45 }, (_, from) => from)
    const after = lines.map((from) => line(from, `new${from}`))
    after.splice(21, 0, line(20, 'quite', 'another', 'copy'))
    const shown = blocksShown(
      lines.map((from) => line(from)),
      after,
    )
    expect(shown.slice(20, 23).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      'changed paragraph: [-word200-][+new20+]',
      'added paragraph: [+quite',
      'changed paragraph: [-word210-][+new21+]',
    ])
  })

  it('is limited: two huge texts without a common word finish, and say that they were not fully compared', () => {
    const huge = (word: string) => [p(Array.from({ length: 6000 }, (_, i) => `${word}${i}`).join(' '), 'same')]
    const mixed = (word: string) => [
      p(`${Array.from({ length: 6000 }, (_, i) => (i % 3 ? `${word}${i}` : `x${i % 50}`)).join(' ')}`, 'same'),
    ]
    expect(diffRichText({ before: huge('a'), after: huge('b') }).limited).toBe(false)
    expect(diffRichText({ before: mixed('a'), after: mixed('b') }).limited).toBe(true)
  })

  it('compares two texts of 2,000 words, of which every tenth changed, fast enough for a page', () => {
    const body = (changed: (n: number) => boolean) =>
      Array.from({ length: 40 }, (_, i) =>
        p(
          Array.from({ length: 50 }, (_, j) =>
            changed(i * 50 + j) ? `new${i * 50 + j}` : `word${(i * 50 + j) % 300}`,
          ).join(' '),
        ),
      )
    const [before, after] = [body(() => false), body((n) => n % 10 === 3)]
    const start = process.cpuUsage()
    const { status } = diffRichText({ before, after })
    expect(status).toBe('changed')
    // Takes about 10 ms of processor time; the first run takes longer.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
  })
})
