import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { browserTranslator } from '@/admin/editor/browserTranslator'
import { sentWords } from '@/admin/editor/sentWords'
import { diffRichText, diffSection, placesOf } from '@/domain/diff/diff'
import { LANGUAGES } from '@/domain/language'
import type { BlockKind } from '@/domain/richText/blockKinds'
import { BLOCK_KINDS } from '@/domain/richText/blockKinds'
import { canonicalRichText } from '@/domain/richText/canonical'
import { isEmptyText } from '@/domain/richText/empty'
import { type Attributes, type Block, block, type RichText, text } from '@/domain/richText/richText'
import type { SectionText } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { Blocks } from '@/textView/blocks/Blocks'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { DifferenceList } from '@/textView/DifferenceList'
import { DifferenceSummary } from '@/textView/DifferenceSummary'
import { describePlace } from '@/textView/describeChange'
import { numberingOf } from '@/textView/numbering'
import { viewOptions } from '@/textView/options'
import { RichTextView } from '@/textView/RichTextView'
import { SectionDifference, type SectionDifferenceGiven } from '@/textView/SectionDifference'
import { VIEW_WORDS } from '@/textView/viewWords'
import { everyBlock } from '../reader/publishedSample'
import { edited, richText } from './randomRichText'
import { fields, heading, list, p, table, words } from './shownAs'

const t = translatorFor('en')

function section(body: RichText, given: Partial<SectionText> = {}): SectionText {
  return { key: 'a', title: 'Needs', summary: '', body, addition: [], audiences: [], stages: [], ...given }
}

function changeOf(before: RichText, after: RichText) {
  return diffSection({ before: section(before), after: section(after) })
}

function shown(before: RichText, after: RichText, given: Partial<SectionDifferenceGiven> = {}): string {
  return renderToStaticMarkup(<SectionDifference change={changeOf(before, after)} language="en" t={t} {...given} />)
}

/** The markup as a reader sees it: `+…+` for additions, `-…-` for removals, without ids and hidden words. */
function plain(markup: string): string {
  return markup
    .replace(/<span class="vh">.*?<\/span>/gu, '')
    .replace(/ id="[^"]*"/gu, '')
    .replace(/<\/?ins>/gu, '+')
    .replace(/<\/?del>/gu, '−')
    .replace(/^<div class="stack" lang="en">|<\/div>$/gu, '')
}

const headings = (before: RichText, after: RichText) =>
  placesOf(changeOf(before, after).fields).map((place) => {
    const { key, params } = describePlace(place)
    return t(key, params)
  })

describe('a text in which another section begins', () => {
  const opening = [
    block('rule', { id: 'section-how' }),
    block('heading', { id: 'section-how-title', attrs: { level: 2 }, runs: [text('How')] }),
  ]
  const [before, after] = [[p('First make sure.')], [p('First make sure.'), ...opening, p('See them alone.')]]

  it('says so with the title of that section, and where it no longer begins', () => {
    expect(shown(before, after)).toMatch(/<ins>.*Here begins:<\/span> How.*<\/ins><\/p><h2/)
    expect(shown(after, before)).toMatch(/<del>.*Here began:<\/span> How.*<\/del><\/p><h2/)
    expect(shown(before, after, { only: 'changes', language: 'de', pageLanguage: 'en' })).toContain(
      '<span lang="en">Here begins:</span> How',
    )
    for (const html of [shown(before, after), shown(after, before)]) expect(html).not.toContain('Dividing line')
  })

  it('says it of a text without differences too, and of no other line', () => {
    expect(renderToStaticMarkup(<RichTextView blocks={after} language="en" />)).toContain('Here begins:</span> How')
    const other = [p('One.'), block('rule', { id: 'r' }), heading('How')]
    expect(renderToStaticMarkup(<RichTextView blocks={other} language="en" />)).toContain('<hr/>')
    expect(shown([p('One.')], other)).toContain('Dividing line')
  })
})

describe('differences in the text', () => {
  it('say in words what the marks show, for screen readers', () => {
    expect(shown([p('the old law')], [p('the new law')])).toContain(
      'the <del><span class="vh">[removed] </span>old<span class="vh"> [end of removed]</span></del> ' +
        '<ins><span class="vh">[added] </span>new<span class="vh"> [end of added]</span></ins> law',
    )
  })

  it('show the description of a picture if the new one describes something else', () => {
    const picture = (media: string) => block('image', { id: 'i', attrs: { media, alt: 'A dog' } })
    const given = { pictureUrl: (id: string) => `/${id}`, describesPictures: true }
    const description = '<p class="small muted">'
    expect(shown([picture('one')], [picture('two')], given)).toContain(
      `${description}${t('diff.picture', { alt: 'A dog' })}`,
    )
    expect(shown([picture('one'), p('a')], [picture('one'), p('b')], given)).not.toContain(description)
  })

  it('use the language of the page, and mark text in another language', () => {
    const markup = shown([p('the old law')], [p('the new law')], { t: translatorFor('fr'), pageLanguage: 'fr' })
    expect(markup).toContain('<div class="stack" lang="en">')
    expect(markup).toContain('<span class="vh" lang="fr">[ajouté] </span>')
  })

  it('do not mark the surrounding spaces', () => {
    expect(plain(shown([p('of the law may be read')], [p('of the new law may')]))).toBe(
      '<p>of the +new+ law may −be read−</p>',
    )
  })

  it('mark a whole new paragraph once, whatever its format', () => {
    const bold = block('paragraph', { runs: [text('Act '), text('at once', ['bold']), text(' please.')] })
    expect(plain(shown([], [bold]))).toBe('<p>+Act <strong>at once</strong> please.+</p>')
  })

  it('name changed formatting', () => {
    const bold = block('paragraph', { runs: [text('Act '), text('at once', ['bold'])] })
    expect(plain(shown([p('Act at once')], [bold]))).toBe(
      '<p>Act <span class="reformatted"><strong>at once</strong></span><span class="diff-note small muted"> (now bold)</span></p>',
    )
    const linked = block('paragraph', { runs: [text('the directive', [], 'https://b.eu')] })
    const before = block('paragraph', { runs: [text('the directive', [], 'https://a.eu')] })
    expect(shown([before], [linked])).toContain('(the link went to https://a.eu)')
  })

  it('have no link that could run a script', () => {
    const evil = block('paragraph', { runs: [text('read this', [], 'javascript:alert(1)')] })
    expect(shown([], [evil])).not.toContain('href')
  })

  it("keep the reader's headings, below those of the page, and name their old level", () => {
    expect(plain(shown([heading('When', 2)], [heading('When', 3)], { headingOffset: 1 }))).toBe(
      '<h3>When<span class="diff-note small muted"> (was a heading of level 2)</span></h3>',
    )
  })

  it('name a changed kind', () => {
    expect(plain(shown([p('Call the police'), p('Stop')], [list('Call the police', 'Stop')]))).toBe(
      '<ul><li>Call the police<span class="diff-note small muted"> (was a paragraph)</span></li>' +
        '<li>Stop<span class="diff-note small muted"> (was a paragraph)</span></li></ul>',
    )
  })

  it('name both places of a moved paragraph', () => {
    const [a, b] = [p('Start when it is registered today.'), p('See the person alone in one room, and take time.')]
    expect(plain(shown([a, b], [b, a]))).toBe(
      '<p><span class="diff-note small muted">Moved from here: “Start when it is registered today.”</span></p>' +
        '<p>See the person alone in one room, and take time.</p>' +
        '<p>Start when it is registered today.<span class="diff-note small muted"> (Moved here)</span></p>',
    )
  })

  it('mark list items and cells inside, and keep tables with their headers', () => {
    const before = [list('one thing here', 'gone for good'), table(['Country', 'Days'], ['Spain', '5'])]
    const after = [list('one thing here', 'quite new now'), table(['Country', 'Days'], ['Spain', '7'], ['Italy', '6'])]
    expect(plain(shown(before, after))).toBe(
      '<ul><li>one thing here</li><li class="diff-unnumbered">−gone for good−</li><li>+quite new now+</li></ul>' +
        '<section class="scroll wide" aria-label="Table" tabindex="0"><table><thead><tr><th scope="col">Country</th><th scope="col">Days</th></tr></thead>' +
        '<tbody><tr><td>Spain</td><td><span>−5− +7+</span></td></tr>' +
        '<tr><td>+Italy+</td><td>+6+</td></tr></tbody></table></section>',
    )
  })

  it('give items of a numbered list their new numbers', () => {
    const numbered = (...items: string[]) => ({ ...list(...items), attrs: { style: 'number' } })
    expect(
      plain(shown([numbered('first thing', 'gone for good', 'last thing')], [numbered('first thing', 'last thing')])),
    ).toBe(
      '<ol><li value="1">first thing</li><li class="diff-unnumbered">−gone for good−</li><li value="2">last thing</li></ol>',
    )
  })

  it('show structured blocks with their names, and name a changed weight', () => {
    const signs = (weight: string) => [
      block('indicators', {
        attrs: { title: 'Signs to see' },
        children: [fields('entry', { indicator: 'Injuries', note: 'Doctor' }, { weight })],
      }),
    ]
    const markup = plain(shown(signs('weak'), signs('strong')))
    expect(markup).toContain('<p class="label"><span>Signs</span></p><p><strong>Signs to see</strong></p>')
    expect(markup).toContain('(weight: Weak → Strong)')
    expect(markup).toContain('<dt>Note</dt><dd>Doctor</dd>')
  })

  it('show changed titles, summaries and audiences', () => {
    const before = section([], { title: 'Old needs', summary: 'Find out early.', audiences: ['lawyer', 'police'] })
    const after = section([], { title: 'New needs', summary: 'Find out soon.', audiences: ['lawyer', 'ngo'] })
    const markup = plain(
      renderToStaticMarkup(<SectionDifference change={diffSection({ before, after })} language="en" t={t} />),
    )
    expect(markup).toContain('<p class="label">Title</p><p>−Old− +New+ needs</p>')
    expect(markup).toContain('<p class="lead">Find out −early− +soon+.</p>')
    expect(markup).toContain('<li>Lawyers</li><li>−Police−</li><li>+NGOs+</li>')
  })

  it('can show only changed blocks under their nearest heading, and say how much is the same', () => {
    const body = (last: string) => [
      heading('When'),
      p('Start early.'),
      heading('How'),
      p('Ask alone.'),
      p('Say why you ask.'),
      p(last),
    ]
    expect(plain(shown(body('Stop in good time.'), body('Stop in due time.'), { only: 'changes' }))).toBe(
      '<p class="small muted">1 part here is word for word the same</p><h2>How</h2>' +
        '<p class="small muted">2 parts here are word for word the same</p><p>Stop in −good− +due+ time.</p>',
    )
  })

  it('do not mention a removed list if its items are elsewhere', () => {
    const markup = plain(shown([list('Call the police', 'Stop at once')], [p('Call the police'), p('Stop at once')]))
    expect(markup).toBe(
      '<p>Call the police<span class="diff-note small muted"> (was a list item)</span></p>' +
        '<p>Stop at once<span class="diff-note small muted"> (was a list item)</span></p>',
    )
  })

  it('show content that its block can no longer hold', () => {
    const nested = block('item', {
      runs: [text('Write down what was offered to the person today')],
      children: [list('in the file')],
    })
    const after = [p('Write down what was offered to the person today')]
    expect(plain(shown([list(nested)], after))).toBe(
      '<p>Write down what was offered to the person today<span class="diff-note small muted"> (was a list item)</span></p>' +
        '<ul><li class="diff-unnumbered">−in the file−</li></ul>',
    )
    const checklist = block('checklist', {
      children: [fields('entry', { text: 'Write down what was offered to the person today' })],
    })
    expect(plain(shown([list(nested)], [checklist]))).toContain(
      '<ul><li class="diff-unnumbered">−in the file−</li></ul></li>',
    )
  })

  it('mark the place where two paragraphs were joined, visibly and for screen readers', () => {
    const [one, other] = ['Start when the application is registered today.', 'Do not wait.']
    expect(plain(shown([p(one), p(other)], [p(`${one} ${other}`)]))).toBe(
      `<p>${one}−<span aria-hidden="true">¶</span>− ${other}<span class="diff-note small muted"> (Two paragraphs were joined)</span></p>`,
    )
    const french = shown([p(one), p(other)], [p(`${one} ${other}`)], { t: translatorFor('fr'), pageLanguage: 'fr' })
    expect(french).toContain('<span class="vh" lang="fr">saut de paragraphe</span>')
  })

  it('name a paragraph that was split off, without marked words', () => {
    const [one, other] = ['Start when the application is registered today.', 'Do not wait.']
    expect(plain(shown([p(`${one} ${other}`)], [p(one), p(other)]))).toBe(
      `<p>${one} </p><p>${other}<span class="diff-note small muted"> (split off from the paragraph above)</span></p>`,
    )
  })

  it('name a removed column above the table, and mark its cells', () => {
    const markup = plain(
      shown(
        [table(['Country', 'Office', 'Days'], ['Spain', 'Madrid', '5'])],
        [table(['Country', 'Office'], ['Spain', 'Madrid'])],
      ),
    )
    expect(markup).toContain(
      'aria-label="Table" tabindex="0"><p><span class="diff-note small muted">Column 3 (“Days”) removed</span></p><table>',
    )
    expect(markup).toContain('<td>Madrid</td><td>−5−</td>')
  })

  it('leave out unchanged items, but not the indented one', () => {
    const [one, inner, last] = ['Write down what was offered to the person today', 'Ask the adviser for a copy', 'Stop']
    const after = [list(block('item', { runs: [text(one)], children: [list(inner)] }), last)]
    expect(plain(shown([list(one, inner, last)], after, { only: 'changes' }))).toBe(
      `<ul><li>${one}<ul><li>${inner}<span class="diff-note small muted"> (one level deeper in the list)</span></li></ul></li></ul>`,
    )
  })

  it('keep the numbers of steps where the steps before them are left out', () => {
    const steps = (...all: string[]) => [block('steps', { children: all.map((what) => fields('entry', { what })) })]
    const before = steps('Register the person', 'Call the interpreter', 'Tell the asylum authority', 'Start assistance')
    const after = steps('Register the person', 'Call the interpreter', 'Tell the asylum office', 'Start assistance')
    const markup = shown(before, after, { only: 'changes' })
    expect(markup.match(/<li[^>]*>/gu)).toHaveLength(1)
    expect(markup).toContain('value="3"')
  })

  it('say that a text was too large to compare', () => {
    const change = changeOf([p('one')], [p('two')])
    const limited = {
      ...change,
      fields: change.fields.map((field) =>
        field.kind === 'richText'
          ? {
              ...field,
              limited: true as const,
              blocks: field.blocks.map((one) => ({ ...one, limited: true as const })),
            }
          : field,
      ),
    }
    const markup = renderToStaticMarkup(<SectionDifference change={limited} language="en" t={t} />)
    expect(markup).toContain(`(${t('diff.limited-here')})`)
    expect(markup).toContain(t('diff.limited'))
  })
})

describe('wholly new or removed content', () => {
  const entry = (names: readonly string[], attrs: Attributes = {}) =>
    fields('entry', Object.fromEntries(names.map((name) => [name, `the ${name}`])), attrs)
  const rows = (kind: 'checklist' | 'indicators' | 'steps', attrs: Attributes = {}) =>
    block(kind, { attrs: { title: 'What to do' }, children: [entry(BLOCK_KINDS[kind].fields, attrs)] })
  const picture = block('image', { attrs: { media: 'm1', alt: 'A dog' }, runs: [text('In the yard')] })
  const ofEachKind = {
    paragraph: block('paragraph', {
      runs: [text('Act '), text('at once', ['bold'], 'https://a.eu'), { type: 'footnote', text: 'Article 6' }],
    }),
    heading: heading('When'),
    quote: words('quote', 'Never alone'),
    list: list('Call', 'Stop'),
    item: list(block('item', { runs: [text('Call')], children: [list('a friend')] })),
    table: table(['Country', 'Days'], ['Spain', '5']),
    row: table(['Country', 'Days']),
    cell: block('table', {
      children: [block('row', { children: [block('cell', { children: [list('Spain'), picture, rows('steps')] })] })],
    }),
    image: picture,
    rule: block('rule'),
    checklist: rows('checklist'),
    indicators: rows('indicators', { weight: 'strong' }),
    steps: rows('steps'),
    entry: block('indicators', { children: [entry(['indicator'], { weight: 'weak' })] }),
    callout: block('callout', { attrs: { tone: 'warning', title: 'Not alone' }, children: [p('Ask'), picture] }),
    legal: fields('legal', Object.fromEntries(BLOCK_KINDS.legal.fields.map((name) => [name, `the ${name}`]))),
    contact: fields('contact', Object.fromEntries(BLOCK_KINDS.contact.fields.map((name) => [name, `the ${name}`]))),
    field: fields('contact', { phone: '01' }),
  } satisfies Record<BlockKind, Block>
  const waysToShow = [
    {},
    { pictureUrl: (id: string) => `/${id}` },
    { pictureUrl: (id: string) => `/${id}`, describesPictures: true },
  ]

  it.each(Object.entries(ofEachKind))('is marked with every word: %s', (_, one) => {
    for (const given of waysToShow) {
      expect(unmarked(shown([], [one], given), 'ins')).toBe('')
      expect(unmarked(shown([one], [], given), 'del')).toBe('')
    }
  })

  it('is marked with every word inside a block that stays', () => {
    const [stays, other] = [
      entry(['indicator', 'note'], { weight: 'strong' }),
      fields('entry', { indicator: 'Hunger' }, { weight: 'weak' }),
    ]
    const signs = (...children: Block[]) => [block('indicators', { children })]
    expect(unmarked(shown(signs(stays, other), signs(stays)), 'del')).not.toContain('weak')
    expect(unmarked(shown(signs(stays), signs(stays, other)), 'ins')).not.toContain('weak')
    expect(unmarked(shown(signs(stays, other), signs(stays)), 'del')).toContain('Strong')
    const line = (values: Record<string, string>) => [fields('contact', { name: 'Line', ...values })]
    expect(unmarked(shown(line({ phone: '01' }), line({})), 'del')).not.toContain('Phone number')
    expect(unmarked(shown(line({}), line({ phone: '01' })), 'ins')).not.toContain('Phone number')
  })

  it('is marked with every word, for any text', () => {
    fc.assert(
      fc.property(richText, fc.constantFrom(...waysToShow), (body, given) => {
        expect(unmarked(shown([], body, given), 'ins')).toBe('')
        expect(unmarked(shown(body, [], given), 'del')).toBe('')
      }),
      { numRuns: 100 },
    )
  })
})

describe('unchanged content', () => {
  it("is shown as on the reader's pages, beside the changes", () => {
    const same = [
      block('checklist', { children: [fields('entry', { text: 'Ask alone' })] }),
      fields('legal', { instrument: 'Directive 2013/33/EU', article: 'Article 22' }),
      fields('legal', { instrument: 'Regulation 604/2013' }),
      fields('contact', { name: 'Line', phone: '+353 1 234 5678' }),
    ]
    const markup = shown([p('the old law'), ...same], [p('the new law'), ...same])
    expect(markup).toContain(renderToStaticMarkup(<RichTextView blocks={same} language="en" />))
    expect(markup.split('<ul class="law"')).toHaveLength(2)
  })

  it('names the parts of a block in the language of the page, and marks that language', () => {
    const given = { t: translatorFor('fr'), pageLanguage: 'fr' } as const
    const signs = block('indicators', { children: [fields('entry', { indicator: 'Injuries' }, { weight: 'strong' })] })
    const markup = shown([p('old'), signs], [p('new'), signs], given)
    const french = translatorFor('fr')
    expect(markup).toContain(`<span lang="fr">${french('words.weight.strong')}</span>`)
    expect(markup).toContain(`scope="col" lang="fr">${french('reader.weight')}</th>`)
  })

  it('looks the same in a difference as in a text alone, for any text', () => {
    const options = viewOptions({ language: 'en', t, pictureUrl: (media) => `/${media}` })
    fc.assert(
      fc.property(richText, (given) => {
        const body = withoutEmptyTexts(canonicalRichText(given))
        const { blocks } = diffRichText({ before: body, after: body })
        const [alone, compared] = [body, blocks].map((one) => {
          const numbering = numberingOf({ blocks: one, topLevel: 2 })
          return renderToStaticMarkup(<Blocks blocks={one} options={{ ...options, numbering }} />)
        })
        expect(compared).toBe(alone)
      }),
      { numRuns: 150 },
    )
  })

  it('needs only the messages that are sent to the browser', () => {
    const words = sentWords({ language: 'en', beginnings: VIEW_WORDS })
    const inBrowser = browserTranslator({ words, language: 'en' })
    const changed = everyBlock.map((one) => ({ ...one, runs: [...one.runs, text(' more')] }))
    for (const after of [everyBlock, changed, []]) {
      for (const view of ['text', 'pairs'] as const) {
        expect(() => shown(everyBlock, after, { t: inBrowser, view })).not.toThrow()
      }
    }
  })
})

describe('before and after', () => {
  const pairs = (before: RichText, after: RichText) =>
    shown(before, after, { view: 'pairs', beforeLabel: 'Common framework 2.1', afterLabel: 'Ireland 2.0' })

  it('are shown side by side without marks, each with a heading and a link to the next difference', () => {
    const markup = pairs([p('the old law'), p('Ask.')], [p('the new law'), p('Ask.'), p('In Ireland it is free.')])
    expect(markup).not.toMatch(/<ins|<del/u)
    expect(markup).toContain('<h2 id="d1-title">1. Paragraph changed</h2>')
    expect(markup).toContain(
      '<div class="pair"><div class="was"><h3 class="label">Common framework 2.1</h3><p>the old law</p></div>' +
        '<div class="now"><h3 class="label">Ireland 2.0</h3><p>the new law</p></div></div>',
    )
    expect(markup).toContain('<a href="#d2">Next difference</a>')
    expect(markup).toContain('<span class="muted">Not in this text.</span>')
  })

  it('show split or joined paragraphs as one on one side and as several on the other', () => {
    const [one, other] = ['Start when the application is registered today.', 'Do not wait.']
    const [whole, apart] = [`<p>${one} ${other}</p>`, `<p>${one}</p><p>${other}</p>`]
    const split = pairs([p(`${one} ${other}`)], [p(one), p(other)])
    expect(split).toContain(`2.1</h3>${whole}</div>`)
    expect(split).toContain(`2.0</h3>${apart}</div>`)
    const joined = pairs([p(one), p(other)], [p(`${one} ${other}`)])
    expect(joined).toContain(`2.1</h3>${apart}</div>`)
    expect(joined).toContain(`2.0</h3>${whole}</div>`)
    expect(pairs([list(`${one} ${other}`)], [list(one, other)])).toContain(
      `2.0</h3><ul><li>${one}</li><li>${other}</li></ul></div>`,
    )
  })

  it('show a list as it was before, with what moved out of it and without what moved into it', () => {
    const [lawyer, first] = ['Ask for a lawyer on the first day of all.', 'Write down what was said in the interview.']
    const numbered = (...items: string[]) => list(...items).children
    const after = [
      block('list', { attrs: { style: 'number' }, children: numbered('One thing.', 'Another thing.', lawyer) }),
    ]
    expect(pairs([p(lawyer), list('One thing.', 'Another thing.')], after)).toContain(
      '2.1</h3><ul><li>One thing.</li><li>Another thing.</li></ul></div>',
    )
    const out = pairs([list('One thing.', first, lawyer)], [list('One thing.', lawyer), p('Here.'), p(first)])
    expect(out).not.toContain(`2.1</h3><ul><li>One thing.</li><li>${lawyer}</li></ul>`)
  })

  it('show the former format of words, and an item in the former kind of its list', () => {
    const bold = (...marks: 'bold'[]) => block('item', { runs: [text('Ask for a lawyer.', marks)] })
    const shownList = (style: 'bullet' | 'number', item: Block) => [
      block('list', { attrs: { style }, children: [item] }),
    ]
    const [was, now] = ['<ul><li><strong>Ask for a lawyer.</strong></li></ul>', '<ol><li>Ask for a lawyer.</li></ol>']
    // The first place is the list, the second is the item, which is shown in a list of its own.
    expect(sidesOf(pairs(shownList('bullet', bold('bold')), shownList('number', bold())))).toEqual([
      { was, now },
      { was, now },
    ])
  })

  it('show an item or a box that changed without what is in it, and one that was added or removed with all of it', () => {
    const item = (words: string, ...nested: string[]) =>
      block('item', { runs: [text(words)], children: [list(...nested)] })
    const listOf = (...children: Block[]) => [block('list', { attrs: { style: 'bullet' }, children })]
    const [kept, nested] = [p('Ask for a lawyer.'), '<ul><li>Write down the name.</li></ul>']
    const changed = pairs(
      listOf(item('Call the old office.', 'Write down the name.')),
      listOf(item('Call the new office.', 'Write down the name.')),
    )
    expect(sidesOf(changed)).toEqual([
      { was: '<ul><li>Call the old office.</li></ul>', now: '<ul><li>Call the new office.</li></ul>' },
    ])
    const whole = `<ul><li>Call the office.${nested}</li></ul>`
    const withItem = listOf(item('Call the office.', 'Write down the name.'), block('item', { runs: [text('Stop.')] }))
    const withoutItem = listOf(block('item', { runs: [text('Stop.')] }))
    expect(sidesOf(pairs(withoutItem, withItem))).toEqual([{ was: NOT_THERE, now: whole }])
    expect(sidesOf(pairs(withItem, withoutItem))).toEqual([{ was: whole, now: NOT_THERE }])
    const box = (title: string) =>
      block('callout', { attrs: { tone: 'warning', title }, children: [p('Write it down.')] })
    const [retitled] = sidesOf(pairs([kept, box('Old title')], [kept, box('New title')]))
    expect(retitled?.was).toContain('Old title')
    expect(retitled?.now).toContain('New title')
    expect(`${retitled?.was}${retitled?.now}`).not.toContain('Write it down.')
    const [added] = sidesOf(pairs([kept], [kept, box('New title')]))
    expect(added?.was).toBe(NOT_THERE)
    expect(added?.now).toContain('Write it down.')
  })

  it('show what was in a block that can no longer hold it', () => {
    const item = block('item', { runs: [text('Ask for a lawyer.')], children: [list('Write down the name.')] })
    const before = [block('list', { attrs: { style: 'bullet' }, children: [item] })]
    expect(sidesOf(pairs(before, [p('Ask for a lawyer.')]))).toEqual([
      { was: '<ul><li>Ask for a lawyer.</li></ul>', now: '<p>Ask for a lawyer.</p>' },
      { was: '<ul><li>Write down the name.</li></ul>', now: NOT_THERE },
    ])
  })

  it('show an item in its list, a row in its table and a named text with its name', () => {
    expect(pairs([list('a', 'gone for good')], [list('a')])).toContain('<ul><li>gone for good</li></ul>')
    expect(pairs([table(['A', 'B'], ['1', '2'])], [table(['A', 'B'])])).toContain('<tr><td>1</td><td>2</td></tr>')
    expect(
      pairs([fields('contact', { name: 'Line', phone: '01' })], [fields('contact', { name: 'Line', phone: '02' })]),
    ).toContain('<dt>Phone number</dt><dd>02</dd>')
  })
})

describe('the heading of a difference', () => {
  const many = 'Start early. Do not wait for the word. It may never come.'
  it.each([
    ['Paragraph changed', [p('Start early')], [p('Start soon')]],
    ['Sentence changed', [p(many)], [p(many.replace('wait', 'look'))]],
    ['Sentence added', [p(many)], [p(`${many} Then call.`)]],
    ['Sentence removed', [p(`Then call. ${many}`)], [p(many)]],
    ['Paragraph changed', [p(many)], [p(many.replace('early', 'late').replace('never', 'still'))]],
    ['Paragraph added', [], [p(many)]],
    ['List item removed', [list('a', 'gone for good')], [list('a')]],
    ['Heading level changed', [heading('When', 2)], [heading('When', 3)]],
    ['Now a list item', [p('Call')], [list('Call')]],
    ['Formatting changed', [p('Act')], [block('paragraph', { runs: [text('Act', ['bold'])] })]],
    ['Table row added', [table(['A', 'B'])], [table(['A', 'B'], ['1', '2'])]],
    [
      'Deadline changed',
      [block('steps', { children: [fields('entry', { what: 'Register', deadline: '3 days' })] })],
      [block('steps', { children: [fields('entry', { what: 'Register', deadline: '5 days' })] })],
    ],
    [
      'Step added',
      [block('steps', { children: [fields('entry', { what: 'Register' })] })],
      [block('steps', { children: [fields('entry', { what: 'Register' }), fields('entry', { what: 'Book' })] })],
    ],
    ['Quotation added', [], [words('quote', 'Never alone')]],
  ] satisfies [string, RichText, RichText][])('%s', (expected, before, after) => {
    expect(headings(before, after)).toEqual([expected])
  })
})

describe('the summary', () => {
  const summary = (before: RichText, after: RichText, language: (typeof LANGUAGES)[number] = 'en') =>
    renderToStaticMarkup(<DifferenceSummary counts={changeOf(before, after).counts} t={translatorFor(language)} />)

  it('is one sentence', () => {
    expect(summary([p('the old law')], [p('the new good law'), p('and more of it')])).toBe(
      '2 differences; 6 words added, 1 removed',
    )
    expect(summary([p('a')], [p('a')])).toBe('No differences: the text is word for word the same.')
    expect(summary([heading('A', 2)], [heading('A', 3)])).toBe('1 difference; no word added or removed')
  })

  it('exists in all languages', () => {
    const said = LANGUAGES.map((language) => summary([p('the old law')], [p('the new law')], language))
    expect(new Set(said).size).toBe(LANGUAGES.length)
  })
})

describe('the page around the differences', () => {
  it('lists them as links to their places', () => {
    const change = changeOf([heading('When'), p('the old law')], [heading('When'), p('the new law')])
    const links = renderToStaticMarkup(<DifferenceList change={change} t={t} textLanguage="en" />)
    expect(links).toContain(
      '<a href="#d1">Paragraph changed</a><span class="muted">: <span lang="en">When</span></span>',
    )
    const inText = renderToStaticMarkup(<SectionDifference change={change} language="en" t={t} />)
    expect(inText).toContain('<p id="d1">')
  })

  it('explains the marks', () => {
    expect(renderToStaticMarkup(<DifferenceLegend t={t} added="added by Ireland" />)).toContain('added by Ireland')
  })
})

describe('for any two texts', () => {
  const everyView = [{ view: 'text' }, { view: 'text', only: 'changes' }, { view: 'pairs' }] as const

  it('the markup is valid: marks contain only words, and every difference has a link target', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom(...everyView), ({ before, after }, given) => {
        const markup = shown(before, after, given)
        expect(misplaced(markup)).toEqual([])
        const links = placesOf(changeOf(before, after).fields).map((_, index) => `id="d${index + 1}"`)
        expect(links.filter((link) => markup.split(link).length !== 2)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('texts that differ have a difference to show, and equal texts have none', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const { status, counts } = changeOf(before, after)
        expect(counts.changes > 0).toBe(status !== 'same')
      }),
      { numRuns: 200 },
    )
  })

  it('every difference has a heading in every language', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom(...LANGUAGES), ({ before, after }, language) => {
        for (const place of placesOf(changeOf(before, after).fields)) {
          const { key, params } = describePlace(place)
          expect(translatorFor(language)(key, params)).toMatch(/\S/u)
        }
      }),
      { numRuns: 40 },
    )
  })
})

const NOT_THERE = `<p><span class="muted">${t('diff.not-there')}</span></p>`

/** What each difference shows on its two sides, below the labels. */
function sidesOf(markup: string): { was: string; now: string }[] {
  const sides =
    /<div class="was"><h3[^>]*>[^<]*<\/h3>(.*?)<\/div><div class="now"><h3[^>]*>[^<]*<\/h3>(.*?)<\/div><\/div><\/section>/gsu
  return [...markup.matchAll(sides)].map(([, was = '', now = '']) => ({ was, now }))
}

/** A difference reports nothing for a paragraph without words. */
function withoutEmptyTexts(blocks: RichText): RichText {
  return blocks.filter((one) => !isEmptyText(one)).map((one) => ({ ...one, children: withoutEmptyTexts(one.children) }))
}

/** The content of a difference outside its marks: words, pictures and lines. */
function unmarked(markup: string, mark: 'ins' | 'del'): string {
  return markup
    .replace(new RegExp(`<${mark}>.*?</${mark}>`, 'gsu'), '')
    .replace(/<(img|hr)[^>]*>/gu, '($1)')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The elements that each element may not contain; `ins` and `del` contain phrases, as text elements do. */
const PHRASING = [
  'ins',
  'del',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'span',
  'strong',
  'em',
  'small',
  'a',
  'dt',
  'label',
  'u',
  's',
  'code',
  'sub',
  'sup',
]
const FLOW = [
  'p',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'dl',
  'dt',
  'dd',
  'div',
  'figure',
  'blockquote',
  'hr',
  'section',
  'nav',
  'header',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]
const ONLY_IN: Record<string, string[]> = {
  li: ['ul', 'ol'],
  tr: ['thead', 'tbody'],
  td: ['tr'],
  th: ['tr'],
  thead: ['table'],
  tbody: ['table'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  caption: ['table'],
  figcaption: ['figure'],
}
const ONLY_HOLDS: Record<string, string[]> = {
  ul: ['li'],
  ol: ['li'],
  table: ['caption', 'thead', 'tbody'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['td', 'th'],
  dl: ['dt', 'dd', 'div'],
}

/** Elements in places where HTML does not allow them. */
function misplaced(markup: string): string[] {
  const wrong: string[] = []
  const open: string[] = []
  for (const [, closing, name = '', rest = ''] of markup.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/gu)) {
    if (closing) {
      if (open.pop() !== name) wrong.push(`unbalanced ${name}`)
      continue
    }
    const parent = open.at(-1) ?? ''
    if (FLOW.includes(name) && open.some((one) => PHRASING.includes(one))) wrong.push(`${name} in ${open.join('>')}`)
    if (ONLY_IN[name] && !ONLY_IN[name].includes(parent)) wrong.push(`${name} in ${parent}`)
    if (ONLY_HOLDS[parent] && !ONLY_HOLDS[parent].includes(name)) wrong.push(`${name} in ${parent}`)
    if ((name === 'ins' || name === 'del') && open.some((one) => one === 'ins' || one === 'del'))
      wrong.push(`${name} in a mark`)
    if (!rest.endsWith('/')) open.push(name)
  }
  return wrong
}
