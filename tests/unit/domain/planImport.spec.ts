import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedSection } from '@/domain/importing'
import { type RememberedSection, wholeTextOf } from '@/domain/importPlan/importedText'
import type { ExistingSection, ImportChoices, ImportPlan } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import { NOTHING_CHOSEN, planImport } from '@/domain/planImport'
import { inReadingOrder } from '@/domain/release'
import { block, type RichText } from '@/domain/richText/richText'
import { catalogues } from '@/messages/catalogues'
import { contentOf, p } from './sections'

/** Enough words that are in no other text, so that a section can be recognised by them. */
const wordsOf = (name: string) => Array.from({ length: 24 }, (_, n) => `${name}${n}`).join(' ')

/** A section of a document: `title` at a depth, with text of its own. */
function said(title: string, given: Partial<ImportedSection> = {}): ImportedSection {
  return { source: title, depth: 1, title, body: [p(wordsOf(title))], ...given }
}

/** A section of a toolkit, with the text that `said` gives it. */
function stored(title: string, given: Partial<Omit<ExistingSection, 'content'>> = {}): ExistingSection {
  const content = contentOf(`key-${title}`, {
    title: { en: title },
    summary: {},
    body: { en: [p(wordsOf(title), `id-${title}`)] },
    audiences: [],
    stages: [],
  })
  return { slug: `slug-${title}`, parent: null, rank: 'a0', retired: false, content, ...given }
}

function plan(
  existing: ExistingSection[],
  incoming: ImportedSection[],
  language: Language = 'en',
  choices: ImportChoices = NOTHING_CHOSEN,
): ImportPlan {
  let count = 0
  const newKey = () => `new-${++count}`
  const remembered = broughtTo(existing, language)
  return planImport({
    existing,
    remembered,
    incoming,
    language,
    sourceLanguage: 'en',
    choices,
    newKey,
  })
}

/** A last import whose texts equal the current ones. */
function broughtTo(existing: ExistingSection[], language: Language): RememberedSection[] {
  return existing
    .filter(({ content }) => content.title[language] !== undefined)
    .map(({ content, parent, retired }) => ({
      key: content.key,
      parent,
      text: wholeTextOf({ content, language }),
      left: retired,
    }))
}

/** What the plan says of each section of the document, in words. */
const told = ({ sections }: ImportPlan) =>
  sections.map(({ incoming, status, moved }) => `${incoming.title} ${status}${moved ? ', moved' : ''}`)

const threeSections = () => [
  stored('alpha', { rank: 'a0' }),
  stored('beta', { rank: 'a1' }),
  stored('gamma', { rank: 'a2' }),
]

describe('a document for a new toolkit', () => {
  const incoming = [
    said('Recognise'),
    said('Signs of trafficking', { depth: 2, slug: 'signs' }),
    said('Conversation', { depth: 2 }),
    said('Refer'),
    said('Signs', { depth: 3 }),
  ]
  const { sections, gone, problems } = plan([], incoming)

  it('is all new', () => {
    const facts = sections.map(({ isNew, status, moved, how, decisions, checks }) => ({
      ...{ isNew, status, moved, how, decisions, checks },
    }))
    expect(facts).toEqual(
      incoming.map(() => ({ isNew: true, status: 'new', moved: false, how: 'none', decisions: [], checks: [] })),
    )
    expect({ gone, problems }).toEqual({ gone: [], problems: [] })
  })

  it('has the tree of the depths, even if a depth is skipped', () => {
    const [recognise, , , refer] = sections
    expect(sections.map(({ parent }) => parent)).toEqual([null, recognise?.key, recognise?.key, null, refer?.key])
  })

  it('takes addresses from the document, otherwise from the titles, each only once', () => {
    expect(sections.map(({ slug }) => slug)).toEqual(['recognise', 'signs', 'conversation', 'refer', 'signs-2'])
  })
})

describe('a new section', () => {
  it('leaves the numbers of the tree out of the titles, unless the toolkit has them in its titles', () => {
    const document = [said('1 Start'), said('1.1 Who calls', { depth: 2 }), said('2 Interview')]
    const titlesOf = ({ sections }: ImportPlan) => sections.map(({ incoming }) => incoming.title)
    expect(titlesOf(plan([], document))).toEqual(['Start', 'Who calls', 'Interview'])
    const again = plan([stored('Start'), stored('Interview', { rank: 'a1' })], document.toSpliced(1, 1))
    expect(titlesOf(again)).toEqual(['Start', 'Interview'])
    const numbered = [stored('1 Interview')]
    expect(titlesOf(plan(numbered, document))).toEqual(document.map(({ title }) => title))
  })

  it('is empty where the document says nothing', () => {
    expect(plan([], [{ source: 'a.md', depth: 1, title: 'Refer', body: [] }]).sections[0]?.text).toEqual({
      key: 'new-1',
      title: 'Refer',
      summary: '',
      body: [],
      addition: [],
      guidance: '',
      audiences: [],
      stages: [],
      policy: 'free',
    })
  })
})

describe('a newer document', () => {
  it('with the same text changes nothing', () => {
    const result = plan(threeSections(), [said('alpha'), said('beta'), said('gamma')])
    expect(told(result)).toEqual(['alpha same', 'beta same', 'gamma same'])
    expect(result.sections.map(({ rank }) => rank)).toEqual(['a0', 'a1', 'a2'])
    expect(result.gone).toEqual([])
  })

  it('shows what is new, what changed and what is missing', () => {
    const changed = said('beta', { body: [p(`${wordsOf('beta')} and more`)] })
    const result = plan(threeSections(), [said('alpha'), said('delta'), changed])
    expect(told(result)).toEqual(['alpha same', 'delta new', 'beta changed'])
    expect(result.gone).toMatchObject([{ key: 'key-gamma', title: 'gamma' }])
  })

  describe('a document that lacks more than a tenth of the sections', () => {
    const ten = () => Array.from({ length: 10 }, (_, n) => stored(`part-${n}`, { rank: `a${n}` }))
    const fewer = Array.from({ length: 8 }, (_, n) => said(`part-${n}`))
    const goneWith = (choices: Partial<ImportChoices>) => {
      const { gone, open, asksAboutGone } = plan(ten(), fewer, 'en', { ...NOTHING_CHOSEN, ...choices })
      return { goes: gone.map(({ goes }) => goes), open: open.map(({ id }) => id), asksAboutGone }
    }
    const [one = '', other = ''] = plan(ten(), fewer).gone.map(({ id }) => id)

    it('removes none until somebody has confirmed each', () => {
      expect(goneWith({})).toEqual({ goes: [false, false], open: [one, other], asksAboutGone: true })
      expect(goneWith({ resolutions: { [one]: 'theirs' } })).toMatchObject({ goes: [true, false], open: [other] })
      const both = { [one]: 'theirs' as const, [other]: 'ours' as const }
      expect(goneWith({ resolutions: both })).toEqual({ goes: [true, false], open: [], asksAboutGone: true })
    })

    it('removes them if their number was confirmed', () => {
      expect(goneWith({ allowGone: 2 })).toMatchObject({ goes: [true, true], open: [] })
      expect(goneWith({ allowGone: 1 })).toMatchObject({ goes: [false, false], open: [one, other] })
    })
  })

  it('removes one of ten without a question', () => {
    const ten = Array.from({ length: 10 }, (_, n) => stored(`part-${n}`, { rank: `a${n}` }))
    const result = plan(
      ten,
      Array.from({ length: 9 }, (_, n) => said(`part-${n}`)),
    )
    expect(result).toMatchObject({ open: [], asksAboutGone: false, gone: [{ goes: true, decisions: [] }] })
  })

  it('asks about a missing section that was edited here since', () => {
    const ten = Array.from({ length: 10 }, (_, n) => stored(`part-${n}`, { rank: `a${n}` }))
    const remembered = broughtTo(ten, 'en').map((one) =>
      one.key === 'key-part-9' ? { ...one, text: { ...one.text, title: 'As the last document had it' } } : one,
    )
    const { gone, open } = planImport({
      existing: ten,
      remembered,
      incoming: Array.from({ length: 9 }, (_, n) => said(`part-${n}`)),
      language: 'en',
      sourceLanguage: 'en',
      choices: NOTHING_CHOSEN,
      newKey: () => 'new',
    })
    expect(gone).toMatchObject([{ key: 'key-part-9', edited: true, goes: false, isOneOfMany: false }])
    expect(open).toMatchObject([{ kind: 'gone', id: gone[0]?.id }])
  })

  it('shows only the sections that moved among their siblings', () => {
    const result = plan(threeSections(), [said('gamma'), said('alpha'), said('beta')])
    expect(told(result)).toEqual(['gamma same, moved', 'alpha same', 'beta same'])
    expect(result.sections.slice(1).map(({ rank }) => rank)).toEqual(['a0', 'a1'])
    expect((result.sections[0]?.rank ?? '') < 'a0').toBe(true)
  })

  it('shows a section that moved below another one', () => {
    const result = plan(threeSections(), [said('alpha'), said('beta', { depth: 2 }), said('gamma')])
    expect(told(result)).toEqual(['alpha same', 'beta same, moved', 'gamma same'])
    expect(result.sections[1]?.parent).toBe('key-alpha')
  })

  it('puts a new section between two that keep their place', () => {
    const { sections } = plan(threeSections(), [said('alpha'), said('delta'), said('beta'), said('gamma')])
    const [alpha, delta, beta, gamma] = sections.map(({ rank }) => rank)
    expect([alpha, beta, gamma]).toEqual(['a0', 'a1', 'a2'])
    expect([alpha, delta, beta].toSorted()).toEqual([alpha, delta, beta])
  })

  it('finds a section with the same text and another title, and gives the old title', () => {
    const renamed = said('Signs of trafficking', { body: [p(wordsOf('beta'))] })
    const { sections } = plan(threeSections(), [said('alpha'), renamed, said('gamma')])
    expect(sections[1]).toMatchObject({
      key: 'key-beta',
      slug: 'slug-beta',
      isNew: false,
      status: 'changed',
      titleBefore: 'beta',
      how: 'content',
    })
  })

  it('finds a section that was renamed and rewritten here, if the document has the new words', () => {
    const [alpha, beta] = [stored('alpha'), stored('beta', { rank: 'a1' })]
    const { sections, gone } = planImport({
      existing: [alpha, { ...beta, content: { ...stored('delta').content, key: 'key-beta' } }],
      remembered: broughtTo([alpha, beta], 'en'),
      incoming: [said('alpha'), said('delta')],
      language: 'en',
      sourceLanguage: 'en',
      choices: NOTHING_CHOSEN,
      newKey: () => 'new',
    })
    expect(sections.map(({ key, status }) => `${key} ${status}`)).toEqual(['key-alpha same', 'key-beta same'])
    expect(gone).toEqual([])
  })

  it('keeps the address of a section even if the document names another', () => {
    const { sections } = plan(threeSections(), [said('alpha', { slug: 'other' })])
    expect(sections[0]).toMatchObject({ key: 'key-alpha', slug: 'slug-alpha', how: 'title' })
  })

  it('never gives a new section an address that is or was used', () => {
    const existing = [stored('alpha', { slug: 'contacts' }), stored('beta', { slug: 'contacts-2', retired: true })]
    const { sections } = plan(existing, [said('alpha'), said('Contacts')])
    expect(sections.map(({ slug }) => slug)).toEqual(['contacts', 'contacts-3'])
  })

  it('ignores sections that were left out before', () => {
    const result = plan([stored('alpha'), stored('beta', { retired: true })], [said('alpha')])
    expect(result.gone).toEqual([])
  })

  it('asks about a section that was left out here only if the document changed it', () => {
    const planned = (body: RichText) => {
      const { sections, open } = planImport({
        existing: [stored('alpha'), stored('beta', { retired: true })],
        remembered: broughtTo([stored('alpha'), stored('beta')], 'en'),
        incoming: [said('alpha'), said('beta', { body })],
        language: 'en',
        sourceLanguage: 'en',
        choices: NOTHING_CHOSEN,
        newKey: () => 'new',
      })
      return { isLeftOut: sections.map(({ isLeftOut }) => isLeftOut), open: open.map(({ kind }) => kind) }
    }
    expect(planned([p(wordsOf('beta'))])).toEqual({ isLeftOut: [false, true], open: [] })
    expect(planned([p(`${wordsOf('beta')} and more`)])).toEqual({ isLeftOut: [false, true], open: ['left-out'] })
  })

  it('gives two sections of equal rank different ranks', () => {
    const existing = [stored('alpha'), stored('beta'), stored('gamma')]
    const { sections } = plan(existing, [said('alpha'), said('beta'), said('gamma')])
    expect(new Set(sections.map(({ rank }) => rank)).size).toBe(3)
  })

  it('puts a section at the top if its parent was left out before', () => {
    const existing = [stored('alpha', { retired: true }), stored('beta', { parent: 'key-alpha', rank: 'a0' })]
    expect(plan(existing, [said('beta')]).sections[0]).toMatchObject({ key: 'key-beta', parent: null })
  })
})

describe('a section has changed', () => {
  const changedBy = (given: Partial<ImportedSection>) =>
    plan([stored('alpha')], [said('alpha', given)]).sections[0]?.status

  it.each<[string, Partial<ImportedSection>]>([
    ['its summary', { summary: 'In short' }],
    ['its guidance', { guidance: 'Name the authority' }],
    ['the policy', { policy: 'national' }],
    ['the audiences', { audiences: ['police'] }],
    ['its stages', { stages: ['appeal'] }],
    ['its formatting', { body: [block('quote', { runs: p(wordsOf('alpha')).runs })] }],
  ])('with %s', (_, given) => {
    expect(changedBy(given)).toBe('changed')
  })

  it.each<[string, Partial<ImportedSection>]>([
    ['says the same in its front matter', { policy: 'free', audiences: [], stages: [] }],
    ['has an empty summary instead of none', { summary: '', guidance: '' }],
  ])('but not if the document %s', (_, given) => {
    expect(changedBy(given)).toBe('same')
  })

  it('with another picture', () => {
    const picture = (media: string): RichText => [block('image', { attrs: { media } })]
    const section = stored('alpha')
    const existing = [{ ...section, content: { ...section.content, body: { en: picture('65f0') } } }]
    const statusWith = (media: string) => plan(existing, [said('alpha', { body: picture(media) })]).sections[0]?.status
    expect([statusWith('65f0'), statusWith('77aa')]).toEqual(['same', 'changed'])
  })
})

describe('a document in another language', () => {
  const existing = () => [
    stored('alpha', { rank: 'a0' }),
    stored('beta', { rank: 'a1' }),
    stored('gamma', { parent: 'key-beta', rank: 'a0' }),
  ]

  it('finds its sections by their place, and moves nothing', () => {
    const incoming = [said('Un'), said('Deux'), said('Trois', { depth: 2 })]
    const { sections, gone, problems } = plan(existing(), incoming, 'fr')
    expect(sections.map(({ key, how, isNew, moved }) => ({ key, how, isNew, moved }))).toEqual(
      ['key-alpha', 'key-beta', 'key-gamma'].map((key) => ({ key, how: 'place', isNew: false, moved: false })),
    )
    expect(sections.map(({ slug, parent, rank }) => [slug, parent, rank])).toEqual([
      ['slug-alpha', null, 'a0'],
      ['slug-beta', null, 'a1'],
      ['slug-gamma', 'key-beta', 'a0'],
    ])
    expect({ gone, problems }).toEqual({ gone: [], problems: [] })
  })

  it('is new text if there was none, and unchanged if it was there', () => {
    const [alpha] = existing()
    const known = alpha && {
      ...alpha,
      content: {
        ...alpha.content,
        title: { en: 'alpha', fr: 'Un' },
        body: { ...alpha.content.body, fr: said('Un').body },
      },
    }
    const result = plan(
      [...(known ? [known] : []), ...existing().slice(1)],
      [said('Un'), said('Deux'), said('Trois', { depth: 2 })],
      'fr',
    )
    expect(told(result)).toEqual(['Un same', 'Deux changed', 'Trois changed'])
  })

  it('finds a section by its slug anywhere in the document', () => {
    const { sections } = plan(existing(), [said('Deux', { slug: 'slug-beta' })], 'fr')
    expect(sections.map(({ key }) => key)).toEqual(['key-beta'])
  })

  it('keeps the last imported text of a section that it lacks', () => {
    const text = { title: 'Deux', body: said('Deux').body }
    const remembered = ['key-alpha', 'key-beta'].map((key) => ({ key, parent: null, text, left: false }))
    const result = planImport({
      existing: existing(),
      remembered,
      incoming: [said('Un', { slug: 'slug-alpha' })],
      language: 'fr',
      sourceLanguage: 'en',
      choices: NOTHING_CHOSEN,
      newKey: () => 'new',
    })
    expect(result.remembered.map(({ key, text: { title } }) => [key, title])).toEqual([
      ['key-alpha', 'Un'],
      ['key-beta', 'Deux'],
    ])
  })

  it.each([
    ['fewer sections', [said('Un')]],
    ['more sections', [said('Un'), said('Deux'), said('Trois'), said('Quatre')]],
    ['another tree', [said('Un'), said('Deux', { depth: 2 }), said('Trois')]],
  ])('is refused completely with %s', (_, incoming) => {
    const { sections, gone, problems } = plan(existing(), incoming, 'fr')
    expect({ sections, gone }).toEqual({ sections: [], gone: [] })
    expect(problems).toHaveLength(1)
    expect(Object.keys(catalogues.en)).toContain(problems[0]?.key)
  })

  it('cannot be the first document of a toolkit', () => {
    const { sections, problems } = plan([], [said('Un')], 'fr')
    expect(sections).toEqual([])
    expect(problems).toEqual([{ key: 'refusal.import-language-first', params: { language: 'en' } }])
  })
})

/** The toolkit after the plan was applied. */
function applied(existing: ExistingSection[], { sections, gone }: ImportPlan): ExistingSection[] {
  const leftOut = new Set(gone.map(({ key }) => key))
  const planned = new Set(sections.map(({ key }) => key))
  const untouched = existing.filter(({ content }) => !planned.has(content.key))
  return [
    ...untouched.map((section) => ({ ...section, retired: section.retired || leftOut.has(section.content.key) })),
    ...sections.map(({ key, slug, parent, rank, text }) => ({
      slug,
      parent,
      rank,
      retired: false,
      content: contentOf(key, {
        title: { en: text.title },
        summary: {},
        body: { en: text.body },
        audiences: [],
        stages: [],
      }),
    })),
  ]
}

function readingOrder(sections: ExistingSection[]) {
  const active = sections.filter(({ retired }) => !retired)
  return inReadingOrder(active.map((section) => ({ ...section, key: section.content.key }))).map(({ entry }) => ({
    title: entry.content.title.en,
    parent: active.find(({ content }) => content.key === entry.parent)?.content.title.en ?? null,
  }))
}

function orderOf(document: ImportedSection[]) {
  return document.map(({ title, depth }, index) => ({
    title,
    parent: document.slice(0, index).findLast((before) => before.depth < depth)?.title ?? null,
  }))
}

// Each document has the same few names: sections stay, leave, return, and are renamed, rewritten and emptied.
const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta']
const one = (name: string) =>
  fc.record({
    depth: fc.integer({ min: 1, max: 4 }),
    title: fc.constantFrom(name, name, name, `${name} renamed`),
    body: fc.constantFrom<RichText>([p(wordsOf(name))], [p(wordsOf(name))], [p(wordsOf(`${name}-rewritten-`))], []),
  })
const document = fc
  .shuffledSubarray(names, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(one)))
  .map((sections) => sections.map(({ title, ...given }) => said(title, given)))

/** Applies one import after the other, and checks each. */
function eachImport(
  look: (step: { before: ExistingSection[]; incoming: ImportedSection[]; plan: ImportPlan }) => void,
) {
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 4 }), (documents) => {
      let toolkit: ExistingSection[] = []
      let remembered: RememberedSection[] | null = null
      let count = 0
      for (const incoming of documents) {
        const newKey = () => `new-${++count}`
        const step: ImportPlan = planImport({
          existing: toolkit,
          remembered,
          incoming,
          language: 'en',
          sourceLanguage: 'en',
          choices: { ...NOTHING_CHOSEN, allowGone: 1000 },
          newKey,
        })
        look({ before: toolkit, incoming, plan: step })
        toolkit = applied(toolkit, step)
        remembered = step.remembered
      }
    }),
    { numRuns: 100 },
  )
}

describe('for any documents', () => {
  it('the toolkit then reads as the document, with its tree', () => {
    eachImport(({ before, incoming, plan: step }) => {
      expect(readingOrder(applied(before, step))).toEqual(orderOf(incoming))
    })
  })

  it('a section that has not moved keeps its rank and its parent', () => {
    eachImport(({ before, plan: step }) => {
      for (const { key, isNew, moved, rank, parent } of step.sections.filter(
        (section) => !section.isNew && !section.returns,
      )) {
        const known = before.find(({ content }) => content.key === key)
        expect({ isNew, known: known !== undefined }).toEqual({ isNew: false, known: true })
        expect(moved || (known?.rank === rank && known.parent === parent)).toBe(true)
      }
    })
  })

  it('a section keeps its address, and no two sections ever share one', () => {
    eachImport(({ before, plan: step }) => {
      const after = applied(before, step)
      expect(new Set(after.map(({ slug }) => slug)).size).toBe(after.length)
      for (const { content, slug } of before) {
        expect(after.find((section) => section.content.key === content.key)?.slug).toBe(slug)
      }
    })
  })

  it('every section of the toolkit is either in the plan or removed', () => {
    eachImport(({ before, plan: step }) => {
      const active = before.filter(({ retired }) => !retired).map(({ content }) => content.key)
      const kept = step.sections.filter(({ isNew, returns }) => !isNew && !returns).map(({ key }) => key)
      expect([...kept, ...step.gone.map(({ key }) => key)].sort()).toEqual(active.sort())
    })
  })

  it('importing the same document again changes nothing', () => {
    eachImport(({ before, incoming, plan: step }) => {
      const again = plan(applied(before, step), incoming)
      expect(again.gone).toEqual([])
      expect(again.sections.map(({ status, moved }) => ({ status, moved }))).toEqual(
        incoming.map(() => ({ status: 'same', moved: false })),
      )
    })
  })
})
