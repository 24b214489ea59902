import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '@/domain/language'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import type { KnownOrigin } from '@/domain/translatedFrom'
import {
  bodyAfterEdit,
  countLag,
  type LaggingBlock,
  laggingTexts,
  settleTranslation,
  sourceFor,
  type TranslationLag,
  translationLag,
} from '@/domain/translationLag'
import { contentOf, p } from './sections'

const heading = (words: string, id = ''): Block => block('heading', { id, attrs: { level: 2 }, runs: [text(words)] })
const list = (id: string, items: Block[], attrs: Block['attrs'] = { style: 'bullet' }): Block =>
  block('list', { id, attrs, children: items })
const item = (words: string, id = ''): Block => block('item', { id, runs: [text(words)] })

/** The releases of a section by their ids, and the translation into Greek. */
type World = { releases: Record<string, Partial<SectionContent>>; now?: string; el: Partial<SectionContent> }

function lagging({ releases, now = 'r2', el }: World, origin: Partial<KnownOrigin> = {}) {
  const contents = Object.fromEntries(Object.entries(releases).map(([id, given]) => [id, contentOf('k', given)]))
  const from: KnownOrigin = { title: 'r1', summary: 'r1', body: 'r1', settled: {}, ...origin }
  return {
    ...{ language: 'el' as const, source: 'en' as const, origin: from },
    contentIn: (release: string) => contents[release] ?? null,
    now: contents[now] ?? contentOf('k'),
    own: contentOf('k', { title: {}, summary: {}, body: {}, ...el }),
  }
}

function bodies(given: { r1: RichText; r2: RichText; el: RichText; r3?: RichText }, origin: Partial<KnownOrigin> = {}) {
  const { el, ...releases } = given
  const world = Object.fromEntries(Object.entries(releases).map(([id, body]) => [id, { body: { en: body } }]))
  return lagging({ releases: world, now: given.r3 ? 'r3' : 'r2', el: { body: { el } } }, origin)
}

const blocksOf = (...given: Parameters<typeof bodies>): LaggingBlock[] => translationLag(bodies(...given)).blocks

describe('a translation lags', () => {
  test('in the paragraph whose source got other words, and in no other one', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b'), p('Three.', 'c')]
    const r2 = [p('One.', 'a'), p('Two and more.', 'b'), p('Three.', 'c')]
    const el = [p('Ένα.', 'x'), p('Δύο.', 'y'), p('Τρία.', 'z')]
    expect(blocksOf({ r1, r2, el })).toEqual([{ source: 'b', translation: 'y', became: 'changed' }])
  })

  test('in the title and the summary if their words changed, and only if they are translated', () => {
    const releases = { r1: {}, r2: { title: { en: 'Another' }, summary: { en: 'Another' } } }
    const both = lagging({ releases, el: { title: { el: 'Τίτλος' }, summary: { el: 'Περίληψη' } } })
    expect(translationLag(both).fields).toEqual(['title', 'summary'])
    const title = lagging({ releases, el: { title: { el: 'Τίτλος' } } })
    expect(translationLag(title).fields).toEqual(['title'])
    expect(countLag(translationLag(both))).toBe(2)
    expect(countLag({ fields: ['title'], blocks: [{ source: 'a', translation: null, became: 'new' }] })).toBe(2)
    const lag = translationLag(both)
    const settled = settleTranslation({
      origin: both.origin,
      lag,
      fields: ['title'],
      blocks: [],
      baseline: { title: 'r2' },
      start: 'r1',
    })
    expect(settled).toMatchObject({ title: 'r2', summary: 'r1' })
  })

  test('not because of formatting alone, and because of a link, a number, a level or a description', () => {
    const was = [
      p('See 2 pages.', 'a'),
      heading('Head', 'b'),
      block('image', { id: 'c', attrs: { media: 'm', alt: 'A' } }),
    ]
    const el = [p('Δείτε 2 σελίδες.', 'x'), heading('Τίτλος', 'y'), block('image', { id: 'z', attrs: { media: 'm' } })]
    const becoming = (at: number, one: Block) => blocksOf({ r1: was, r2: was.with(at, one), el })
    const [a, b, c] = [was[0], was[1], was[2]] as [Block, Block, Block]
    expect(becoming(0, { ...a, runs: [text('See '), text('2 pages', ['bold']), text('.')] })).toEqual([])
    const changed = (source: string, translation: string) => [{ source, translation, became: 'changed' }]
    expect(becoming(0, { ...a, runs: [text('See '), text('2 pages.', [], 'https://a.eu')] })).toEqual(changed('a', 'x'))
    expect(becoming(0, { ...a, runs: [text('See 3 pages.')] })).toEqual(changed('a', 'x'))
    expect(becoming(1, { ...b, attrs: { level: 3 } })).toEqual(changed('b', 'y'))
    expect(becoming(2, { ...c, attrs: { media: 'm', alt: 'B' } })).toEqual(changed('c', 'z'))
  })

  test('for a new paragraph, which nothing stands for, and for one that is gone', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b')]
    const r2 = [p('One.', 'a'), p('New.', 'n')]
    expect(blocksOf({ r1, r2, el: [p('Ένα.', 'x'), p('Δύο.', 'y')] })).toEqual([
      { source: 'b', translation: 'y', became: 'gone' },
      { source: 'n', translation: null, became: 'new' },
    ])
  })

  test('not if a paragraph only got another id or another place', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b'), p('Three.', 'c')]
    const r2 = [p('Three.', 'c'), p('Two.', 'other'), p('One.', 'a')]
    expect(blocksOf({ r1, r2, el: [p('Ένα.', 'x'), p('Δύο.', 'y'), p('Τρία.', 'z')] })).toEqual([])
  })

  test('in one place if a paragraph was rewritten and got another id, and that place is settled as one', () => {
    const r1 = [p('Begin when the application is made.', 'a'), p('Do not wait.', 'b'), p('Three.', 'c')]
    const r2 = [p('Do not wait.', 'b'), p('Begin when the application is made, at once.', 'n'), p('Three more.', 'c')]
    const el = [p('Αρχίστε όταν υποβάλλεται η αίτηση.', 'x'), p('Μην περιμένετε.', 'y'), p('Τρία.', 'z')]
    const lag = translationLag(bodies({ r1, r2, el }))
    const rewritten = { source: 'n', former: 'a', translation: 'x', became: 'changed' }
    expect(lag.blocks).toEqual([rewritten, { source: 'c', translation: 'z', became: 'changed' }])
    expect(laggingTexts(bodies({ r1, r2, el }))[0]?.was).toEqual(r1.slice(0, 1))
    const { origin } = bodies({ r1, r2, el })
    const settled = settleTranslation({ origin, lag, fields: [], blocks: ['n'], baseline: { body: 'r2' }, start: 'r1' })
    expect(settled).toMatchObject({ body: 'r1', settled: { n: 'r2', a: 'r2' } })
    expect(blocksOf({ r1, r2, el }, { settled: settled.settled ?? {} }).map(({ source }) => source)).toEqual(['c'])
  })

  test('of a paragraph that it lacks names the translation of the nearest one before it, after which it belongs', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b')]
    const el = [p('Ένα.', 'x'), p('Δύο.', 'y')]
    const followed = (r2: RichText) => laggingTexts(bodies({ r1, r2, el })).map(({ follows }) => follows)
    const [one, two] = r1
    const [new1, new2] = [p('Something quite different.', 'n'), p('And a further thing.', 'm')]
    if (!one || !two) throw new Error('The text has two paragraphs')
    expect(followed([one, new1, new2, two])).toEqual([el.slice(0, 1), el.slice(0, 1)])
    expect(followed([one, two, new1])).toEqual([el.slice(1)])
    expect(followed([new1, one, two]), 'it begins the text').toEqual([[]])
  })

  test('in as many places as there are paragraphs, if several could be the same one under another id', () => {
    const words = (n: number) => `The person is heard again on day ${n}.`
    const el = [p('Ένα.', 'x'), p('Δύο.', 'y')]
    const two = blocksOf({ r1: [p(words(1), 'a'), p(words(2), 'b')], r2: [p(words(3), 'n')], el })
    expect(two.map(({ source, became }) => `${source} ${became}`)).toEqual(['b gone', 'n changed'])
    const split = blocksOf({ r1: [p(words(1), 'a')], r2: [p(words(2), 'n'), p(words(3), 'm')], el: el.slice(1) })
    expect(split.map(({ source, became }) => `${source} ${became}`)).toEqual(['n changed', 'm new'])
    expect(blocksOf({ r1: [p('— …', 'a')], r2: [p('— …', 'n')], el })).toEqual([])
  })

  test('in one place for a whole entry or record, and in one for each item of a list', () => {
    const field = (id: string, name: string, words: string) =>
      block('field', { id: `${id}/${name}`, attrs: { name }, runs: [text(words)] })
    const step = (id: string, what: string, who: string) =>
      block('entry', { id, children: [field(id, 'what', what), field(id, 'who', who)] })
    const steps = (id: string, ...children: Block[]) => block('steps', { id, children })
    const r1 = [
      steps('s', step('s1', 'Ask', 'You'), step('s2', 'Write', 'You')),
      list('l', [item('A', 'l1'), item('B', 'l2')]),
    ]
    const r2 = [
      steps('s', step('s1', 'Ask 2', 'They'), step('s2', 'Write', 'You')),
      list('l', [item('A', 'l1'), item('C', 'l2')]),
    ]
    const el = [
      steps('t', step('t1', 'Ρώτα', 'Εσύ'), step('t2', 'Γράψε', 'Εσύ')),
      list('m', [item('Α', 'm1'), item('Β', 'm2')]),
    ]
    expect(blocksOf({ r1, r2, el })).toEqual([
      { source: 's1', translation: 't1', became: 'changed' },
      { source: 'l2', translation: 'm2', became: 'changed' },
    ])
  })

  test('once for a new list or box: in each paragraph of it, and in the frame itself if only that is new', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b')]
    const box = (children: Block[]) => block('callout', { id: 'box', attrs: { tone: 'warning' }, children })
    const el = [p('Ένα.', 'x'), p('Δύο.', 'y')]
    expect(
      blocksOf({ r1, r2: [...r1, list('l', [item('A', 'l1'), item('B', 'l2')])], el }).map(({ source }) => source),
    ).toEqual(['l1', 'l2'])
    expect(blocksOf({ r1, r2: [p('One.', 'a'), box([p('Two.', 'b')])], el })).toEqual([
      { source: 'box', translation: null, became: 'new' },
    ])
    const boxed = [p('One.', 'a'), box([p('Two.', 'b')])]
    const inBox = [
      p('Ένα.', 'x'),
      block('callout', { id: 'k', attrs: { tone: 'warning' }, children: [p('Δύο.', 'y')] }),
    ]
    expect(blocksOf({ r1: boxed, r2: [p('One.', 'a')], el: inBox })).toEqual([
      { source: 'b', translation: 'y', became: 'gone' },
    ])
    expect(blocksOf({ r1: boxed, r2: r1, el: inBox })).toEqual([{ source: 'box', translation: 'k', became: 'gone' }])
  })
})

describe('the paragraph that stands for a paragraph of the source', () => {
  const numbered = (n: number) => `The deadline is ${n} days after the day on which the decision was received.`
  const inGreek = (n: number) => `Η προθεσμία είναι ${n} ημέρες από την ημέρα παραλαβής της απόφασης.`

  test('is the one with the same id, wherever it stands', () => {
    const r1 = [p('One.', 'a'), p('Two.', 'b')]
    expect(blocksOf({ r1, r2: [p('One!', 'a'), p('Two.', 'b')], el: [p('Δύο.', 'b'), p('Ένα.', 'a')] })).toEqual([
      { source: 'a', translation: 'a', became: 'changed' },
    ])
  })

  test('is found by the numbers and the length, if the translation lacks a paragraph', () => {
    const r1 = [p(numbered(14), 'a'), p('Say so.', 'b'), p(numbered(30), 'c'), p(numbered(60), 'd')]
    const el = [p(inGreek(14), 'x'), p(inGreek(30), 'y'), p(inGreek(60), 'z')]
    expect(blocksOf({ r1, r2: r1.with(2, p(numbered(31), 'c')), el })).toEqual([
      { source: 'c', translation: 'y', became: 'changed' },
    ])
    expect(blocksOf({ r1, r2: r1.with(1, p('Say so at once.', 'b')), el })).toEqual([
      { source: 'b', translation: null, became: 'changed' },
    ])
  })

  test('is found though the translation makes a heading of a paragraph and has one more', () => {
    const r1 = [
      heading('Deadlines', 'h'),
      p(numbered(14), 'a'),
      p('Ask for help in good time, by phone or in writing.', 'b'),
    ]
    const el = [
      p('Προθεσμίες', 'h2'),
      p(inGreek(14), 'x'),
      p('Δικό μας.', 'own'),
      p('Ζητήστε εγκαίρως βοήθεια, τηλεφωνικά ή γραπτώς.', 'y'),
    ]
    const r2 = r1.with(2, p('Ask for help at once.', 'b'))
    expect(blocksOf({ r1, r2, el })).toEqual([{ source: 'b', translation: 'y', became: 'changed' }])
  })
})

describe('the texts of a lagging paragraph', () => {
  test('stand alone: an item in its list without the others, a row in its table, and each text as it was and is', () => {
    const cell = (id: string, words: string) => block('cell', { id, children: [p(words, `${id}p`)] })
    const table = (...children: Block[]) =>
      block('table', { id: 't', children: [block('row', { id: 'row', children })] })
    const items = (words: string) => [
      { ...item(words, 'i1'), children: [list('n', [item('Nested.', 'i3')])] },
      item('B.', 'i2'),
    ]
    const r1 = [list('l', items('A.')), table(cell('c1', 'One'))]
    const r2 = [list('l', items('A 2.')), table({ ...cell('c1', 'One'), attrs: { header: true } })]
    const el = [list('m', [item('Α.', 'j1'), item('Β.', 'j2')])]
    const [first, second] = laggingTexts(bodies({ r1, r2, el }))
    expect(first).toMatchObject({ source: 'i1', translation: 'j1', became: 'changed' })
    expect(first?.was).toEqual([list('l', [item('A.', 'i1')])])
    expect(first?.now).toEqual([list('l', [item('A 2.', 'i1')])])
    expect(first?.translated).toEqual([list('m', [item('Α.', 'j1')])])
    expect(second).toMatchObject({ source: 'c1', translation: null, now: r2.slice(1), translated: [] })
  })
})

describe('an edit of a translation', () => {
  const r1 = [p('One.', 'a'), p('Two.', 'b'), p('Three.', 'c')]
  const r2 = [p('One more.', 'a'), p('Two more.', 'b'), p('Three.', 'c'), p('Four.', 'd')]
  const el = [p('Ένα.', 'x'), p('Δύο.', 'y'), p('Τρία.', 'z')]
  const edited = (after: RichText, origin: Partial<KnownOrigin> = {}) =>
    bodyAfterEdit({ ...bodies({ r1, r2, el }, origin), release: 'r2', before: el, after })

  test('settles the lagging paragraphs that were edited, and leaves the others marked', () => {
    const made = edited(el.with(0, p('Ένα ακόμη.', 'x')))
    expect(made).toEqual({ body: 'r1', settled: { a: 'r2' } })
    expect(blocksOf({ r1, r2, el }, made).map(({ source }) => source)).toEqual(['b', 'd'])
  })

  test('settles a new paragraph when its translation is written', () => {
    expect(edited([...el, p('Τέσσερα.', 'w')])).toEqual({ body: 'r1', settled: { d: 'r2' } })
  })

  test('by a joined translation settles the new paragraphs that say what was translated, and leaves the others marked', () => {
    const joined = (...texts: RichText[]) => {
      const after = [...el, p('Τέσσερα.', 'w')]
      return bodyAfterEdit({ ...bodies({ r1, r2, el }), release: 'r2', before: el, after, joined: texts })
    }
    expect(joined([p('Four.', 'other')])).toEqual({ body: 'r1', settled: { d: 'r2' } })
    expect(joined([p('Four and more.', 'd')], [])).toEqual({ body: 'r1' })
  })

  test('settles a paragraph that is gone when its translation is deleted', () => {
    const gone = bodies({ r1, r2: r1.slice(0, 2), el })
    expect(bodyAfterEdit({ ...gone, release: 'r2', before: el, after: el.slice(0, 2) })).toEqual({ body: 'r2' })
  })

  test('settles nothing where the source did not change, and makes the whole text current when nothing is left', () => {
    expect(edited(el.with(2, p('Τρία!', 'z')))).toEqual({ body: 'r1' })
    expect(edited([p('Α', 'x'), p('Β', 'y'), p('Τρία.', 'z'), p('Δ', 'w')])).toEqual({ body: 'r2' })
  })
})

describe('the source of a translation', () => {
  test('is the language of the toolkit, or another one that has words', () => {
    const of = (title: Partial<Record<Language, string>>) =>
      sourceFor({ content: contentOf('k', { title }), language: 'el', preferred: ['en', 'fr', 'el', 'de'] })
    expect(of({ en: 'A', fr: 'B', el: 'Γ' })).toBe('en')
    expect(of({ de: 'A', fr: 'B' })).toBe('fr')
    expect(of({ el: 'Γ' })).toBeNull()
  })
})

/** Blocks of distinct words and kinds, and their translation: block for block, with other letters. */
const sourceText = fc
  .array(fc.tuple(fc.constantFrom('p', 'p', 'p', 'h', 'l'), fc.nat(40), fc.nat(9)), { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map(([kind, length, n], at) => blockOf({ kind, words: wordsFor(at, length, n), id: `b${at}` })))

function wordsFor(at: number, length: number, n: number): string {
  return `s${at} ${'word '.repeat(length)}${n}`
}

function blockOf({ kind, words, id }: { kind: string; words: string; id: string }): Block {
  if (kind === 'h') return heading(words, id)
  return kind === 'l' ? list(`l-${id}`, [item(words, id)]) : p(words, id)
}

function mapped(body: RichText, change: (one: Block) => Block): RichText {
  return body.map((one) => change({ ...one, children: mapped(one.children, change) }))
}

const idsOf = (body: RichText): string[] => body.flatMap(({ id, children }) => [id, ...idsOf(children)])

function translated(body: RichText, idFor: (id: string) => string): RichText {
  return mapped(body, (one) => ({
    ...one,
    id: idFor(one.id),
    runs: one.runs.map((run) => (run.type === 'text' ? { ...run, text: run.text.replaceAll(/[a-z]/g, 'λ') } : run)),
  }))
}

function changed(body: RichText, ids: ReadonlySet<string>, word = 'more'): RichText {
  return mapped(body, (one) =>
    ids.has(one.id) && one.runs.length > 0 ? { ...one, runs: [...one.runs, text(` ${word}`)] } : one,
  )
}

const idFor = fc.constantFrom<(id: string) => string>(
  (id) => id,
  (id) => `el-${id}`,
  (id) => (id.endsWith('1') ? id : `el-${id}`),
)

describe('laws of lagging translations', () => {
  test('nothing lags right after a translation', () => {
    fc.assert(
      fc.property(sourceText, idFor, (r1, named) => {
        expect(blocksOf({ r1, r2: r1, el: translated(r1, named) })).toEqual([])
      }),
    )
  })

  test('a change of some paragraphs marks exactly the paragraphs that stand for them, with equal ids and with others', () => {
    fc.assert(
      fc.property(sourceText, idFor, fc.infiniteStream(fc.boolean()), (r1, named, chosen) => {
        const ids = new Set(paragraphs(r1).filter(() => chosen.next().value))
        const marked = blocksOf({ r1, r2: changed(r1, ids), el: translated(r1, named) })
        const expected = [...ids].map((id) => ({ source: id, translation: named(id), became: 'changed' }))
        expect(marked).toEqual(expected)
      }),
    )
  })

  test('settling a paragraph settles only that one, in any order, and a later change marks it again', () => {
    fc.assert(
      fc.property(sourceText, idFor, fc.infiniteStream(fc.nat(1000)), (r1, named, numbers) => {
        const some = paragraphs(r1).filter(() => numbers.next().value % 2 === 0)
        const r2 = changed(r1, new Set(some))
        const el = translated(r1, named)
        const settle = (origin: KnownOrigin, blocks: readonly string[]): KnownOrigin => {
          const lag = translationLag(bodies({ r1, r2, el }, origin))
          const made = settleTranslation({ origin, lag, fields: [], blocks, baseline: { body: 'r2' }, start: 'r1' })
          return { title: 'r1', summary: 'r1', body: made.body ?? 'r1', settled: made.settled ?? {} }
        }
        const shuffled = some.toSorted(() => (numbers.next().value % 3) - 1)
        let origin: KnownOrigin = { title: 'r1', summary: 'r1', body: 'r1', settled: {} }
        const left = new Set(some)
        for (const id of shuffled) {
          origin = settle(origin, [id])
          left.delete(id)
          const open = translationLag(bodies({ r1, r2, el }, origin)).blocks
          expect(open.map(({ source }) => source)).toEqual(paragraphs(r1).filter((one) => left.has(one)))
        }
        expect(origin).toEqual(some.length > 0 ? settle({ ...origin, body: 'r1', settled: {} }, some) : origin)
        const again = new Set(some.slice(0, 1))
        const later = translationLag(bodies({ r1, r2, r3: changed(r2, again, 'again'), el }, origin)).blocks
        expect(later.map(({ source }) => source)).toEqual([...again])
      }),
    )
  })

  test('a newer source never unmarks a paragraph, unless it says again what was translated', () => {
    fc.assert(
      fc.property(sourceText, idFor, fc.infiniteStream(fc.boolean()), (r1, named, chosen) => {
        const first = new Set(paragraphs(r1).filter(() => chosen.next().value))
        const second = new Set(paragraphs(r1).filter(() => chosen.next().value))
        const back = new Set(paragraphs(r1).filter(() => chosen.next().value))
        const r2 = changed(r1, first)
        const grown = changed(r2, second, 'again')
        const words = new Map(allOf(r1).map((one) => [one.id, one]))
        const r3 = mapped(grown, (one) => (back.has(one.id) ? { ...one, runs: words.get(one.id)?.runs ?? [] } : one))
        const marked = blocksOf({ r1, r2, r3, el: translated(r1, named) }).map(({ source }) => source)
        const expected = paragraphs(r1).filter((id) => (first.has(id) || second.has(id)) && !back.has(id))
        expect(marked).toEqual(expected)
      }),
    )
  })

  test('what is settled or edited never marks more than before', () => {
    fc.assert(
      fc.property(sourceText, sourceText, sourceText, idFor, (r1, r2, edited, named) => {
        const [before, after] = [translated(r1, named), translated(edited, named)]
        const given = bodies({ r1, r2, el: before })
        const open = translationLag(given).blocks.map(({ source }) => source)
        const made = bodyAfterEdit({ ...given, release: 'r2', before, after })
        const left: TranslationLag = translationLag(bodies({ r1, r2, el: after }, made))
        expect(open).toEqual(expect.arrayContaining(left.blocks.map(({ source }) => source)))
      }),
    )
  })
})

/** The ids of the blocks with words. */
function paragraphs(body: RichText): string[] {
  return idsOf(body).filter((id) => !id.startsWith('l-'))
}

function allOf(body: RichText): Block[] {
  return body.flatMap((one) => [one, ...allOf(one.children)])
}
