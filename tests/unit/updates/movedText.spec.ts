import { describe, expect, it } from 'vitest'
import type { Language } from '@/domain/language'
import { untouched, type VariantSection } from '@/domain/resolve'
import { type Block, block, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import {
  comesInBySetting,
  goesWithout,
  languagesWithLess,
  movedText,
  type UpdateSides,
  updateAmong,
  updateOf,
  type Waiting,
  waitingIn,
} from '@/domain/updates/updates'
import { baseOf, ownOf, p } from '../domain/sections'

const CALL = 'Call the national office for help with documents and say who you are.'
const LIST = ['Passport of the child', 'Birth certificate or extract']
const SAFE = 'First make sure that the person is safe.'

type Texts = Partial<Pick<SectionContent, 'body' | 'summary'>>
type Sections = Record<string, Texts | readonly string[]>

/** What waits in each section, by key, where the common framework went from the one state to the other. */
function waiting({
  was,
  is,
  own = [],
  languages = ['en'],
}: {
  was: Sections
  is: Sections
  own?: VariantSection[]
  languages?: readonly Language[]
}): Map<string, Waiting['update']> {
  const contentOf = (key: string, given: Sections[string] | undefined) => {
    if (!given) return null
    const texts = 'length' in given ? { body: { en: given.map((line, at) => p(line, `${key}-${at}`)) } } : given
    return baseOf(key, { title: { en: key }, ...texts })
  }
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const sections = keys.map((key) => {
    const stored = own.find((one) => one.key === key) ?? untouched(key)
    const [base, newest] = [contentOf(key, was[key]), contentOf(key, is[key])]
    return { sides: { base, newest, own: stored, languages, sourceLanguage: 'en' as const }, paused: stored.paused }
  })
  return new Map([...waitingIn(sections)].map(({ update }) => [update.key, update]))
}

const notUsed = (key: string) => ownOf(key, { mode: 'omit' })
const adapted = (key: string, lines: readonly string[]) =>
  ownOf(key, { mode: 'adapt', reason: 'other', body: { en: lines.map((line, at) => p(line, `${key}-${at}`)) } })

const field = (name: string, words: string) =>
  block('field', { id: `${name}-${words}`, attrs: { name }, runs: [text(words)] })

describe('text that moves to a section from one that the country treats otherwise', () => {
  const was = { papers: [SAFE, CALL], signs: ['Look for injuries.'] }
  const is = { papers: [SAFE], signs: ['Look for injuries.', CALL] }

  it.each([
    ['not-used', notUsed('papers')],
    ['own', ownOf('papers', { mode: 'local' })],
    ['paused', { ...untouched('papers'), paused: { reason: 'Wait.', until: null } }],
    ['adapted', adapted('papers', [SAFE])],
    ['supplemented', ownOf('papers', { mode: 'supplement', addition: { en: [p('Ring 1109.', 'x')] } })],
  ] as const)('is never ready, and the update names the other section and that it is %s', (treatment, own) => {
    const signs = waiting({ was, is, own: [own] }).get('signs')
    expect(signs).toMatchObject({ status: 'please-check', apart: { from: [{ key: 'papers', treatment }] } })
  })

  it.each([
    ['as it was', 'UNHCR Wien: +43 1 26060 4048', 'UNHCR Wien: +43 1 26060 4048'],
    [
      'edited',
      'UNHCR Wien, Leonard-Bernstein-Straße 10, 1220 Wien, +43 1 26060 4048',
      'UNHCR Wien, Leonard-Bernstein-Straße 10, 1220 Wien, +43 1 26060 5555',
    ],
  ])('is never ready either where the line, %s, reads the same in another language, which lags', (_, line, moved) => {
    const bodyOf = (german: string, ...english: string[]) => ({
      body: {
        en: english.map((words, at) => p(words, `${at}`)),
        de: german.split('|').map((words, at) => p(words, `${at}`)),
      },
    })
    const update = waiting({
      was: {
        papers: bodyOf(`Zuerst sichern.|${line}`, SAFE, line),
        signs: bodyOf('Auf Verletzungen achten.', 'Look for injuries.'),
      },
      is: {
        papers: bodyOf(`Zuerst sichern.|${line}`, SAFE),
        signs: bodyOf('Auf Verletzungen achten.', 'Look for injuries.', moved),
      },
      own: [notUsed('papers')],
      languages: ['en', 'de'],
    }).get('signs')
    expect(update).toMatchObject({
      status: 'please-check',
      apart: { from: [{ key: 'papers', treatment: 'not-used' }] },
    })
  })

  it('is not told between two sections of which updates are paused', () => {
    const paused = (key: string) => ({ ...untouched(key), paused: { reason: 'Wait.', until: null } })
    const updates = waiting({ was, is, own: [paused('papers'), paused('signs')] })
    expect(['papers', 'signs'].map((key) => updates.get(key)?.apart)).toEqual([undefined, undefined])
  })

  it('is ready where both are used as they are', () => {
    const signs = waiting({ was, is }).get('signs')
    expect(signs?.status).toBe('ready')
    expect(signs?.apart).toBeUndefined()
  })

  it('does not come in because of a setting', () => {
    const own = [adapted('papers', [SAFE])]
    const update = waiting({ was, is, own }).get('signs')
    if (!update) throw new Error('Nothing waits')
    const sides: UpdateSides = {
      ...{ base: null, newest: null, own: untouched('signs'), languages: ['en'], sourceLanguage: 'en' },
    }
    const notes = [{ key: 'signs', class: 'editorial' as const, note: '', decideBy: null }]
    expect(comesInBySetting({ update, sides, notes, paused: null })).toBe(false)
    expect(comesInBySetting({ update: { ...update, status: 'ready' }, sides, notes, paused: null })).toBe(true)
  })

  it('is named on both sides: readers must still find what leaves a section that the country uses', () => {
    const gone = waiting({ was: is, is: was, own: [adapted('papers', [SAFE])] }).get('signs')
    expect(gone).toMatchObject({ status: 'please-check', apart: { from: [], into: [{ key: 'papers' }] } })
  })

  it('is found as a list of short lines, and not by one or two words', () => {
    const list = { was: { papers: LIST, signs: [SAFE] }, is: { papers: ['Keep them.'], signs: [SAFE, ...LIST] } }
    expect(waiting({ ...list, own: [notUsed('papers')] }).get('signs')?.status).toBe('please-check')
    const word = {
      was: { papers: ['Legal aid', SAFE], signs: ['Look.'] },
      is: { papers: [SAFE], signs: ['Look.', 'Legal aid'] },
    }
    expect(waiting({ ...word, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
  })

  describe('where it is about a law', () => {
    const law = (article: string, note: string) =>
      block('legal', {
        id: `law-${article}-${note}`,
        children: [
          field('instrument', 'Directive (EU) 2024/1346'),
          field('article', article),
          field('url', 'https://eur-lex.europa.eu/eli/dir/2024/1346/oj'),
          ...(note === '' ? [] : [field('note', note)]),
        ],
      })
    const moving = (lost: Block, gained: Block) => ({
      was: { papers: { body: { en: [p(SAFE, 'a'), lost] } }, signs: ['Look for injuries.'] },
      is: { papers: [SAFE], signs: { body: { en: [p('Look for injuries.', 'b'), gained] } } },
      own: [notUsed('papers')],
    })

    it.each([
      [
        'with other notes',
        law('Article 25', 'Assessment of needs.'),
        law('Article 25', 'Needs that appear later count.'),
      ],
      ['without a note', law('Article 25', ''), law('Article 25', '')],
      ['with another article', law('Article 25', ''), law('Article 2', '')],
    ])('is not the name, article and address of a law that two sections cite, %s', (_, lost, gained) => {
      const signs = waiting(moving(lost, gained)).get('signs')
      expect(signs?.status).toBe('ready')
      expect(signs?.apart).toBeUndefined()
    })

    it('is found as a note on it', () => {
      const noted = law('Article 25', 'Needs that appear later count.')
      expect(waiting(moving(noted, noted)).get('signs')).toMatchObject({
        status: 'please-check',
        apart: { from: [{ key: 'papers' }] },
      })
    })

    it('is found as a sentence that names it', () => {
      const sentence = p('Directive 2024/1346 gives everybody a lawyer.', 'c')
      expect(waiting(moving(sentence, sentence)).get('signs')?.status).toBe('please-check')
    })
  })

  it.each([
    ['added to one of its paragraphs', [SAFE, CALL], [`Look for injuries. ${CALL}`]],
    ['out of the middle of a paragraph, into another one', [`${SAFE} ${CALL} Wait there.`], [`Look. ${CALL} Go on.`]],
    [
      'as a list of what was one paragraph',
      ['Take water. Take a blanket.'],
      ['Look for injuries.', 'Take water.', 'Take a blanket.'],
    ],
  ])('is found %s', (_, papersBefore, signsAfter) => {
    const papersAfter = papersBefore.length > 1 ? [SAFE] : ['Nothing else.']
    const given = {
      was: { papers: papersBefore, signs: ['Look for injuries.'] },
      is: { papers: papersAfter, signs: signsAfter },
    }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.apart?.from).toMatchObject([{ key: 'papers' }])
  })

  it('is not a line that readers have all the time in another section', () => {
    const line = 'Contact the competent authority.'
    const given = {
      was: { papers: [SAFE, line], signs: ['Look.'], rights: ['Ask.', line] },
      is: { papers: [SAFE], signs: ['Look.', line], rights: ['Listen.', line] },
    }
    const long = (lines: readonly string[]) => lines.map((one) => (one === line ? CALL : one))
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
    const [was, is] = [given.was, given.is].map((texts) =>
      Object.fromEntries(Object.entries(texts).map(([key, lines]) => [key, long(lines)])),
    )
    expect(waiting({ was: was ?? {}, is: is ?? {}, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
  })

  it('is not a line that readers have all the time in a section to which we added', () => {
    const given = {
      was: { papers: [SAFE, CALL], signs: ['Look.'], rights: ['Ask.', CALL] },
      is: { papers: [SAFE], signs: ['Look.', CALL], rights: ['Listen.', CALL] },
    }
    const rights = ownOf('rights', { mode: 'supplement', addition: { en: [p('Ring 1109.', 'x')] } })
    expect(waiting({ ...given, own: [notUsed('papers'), rights] }).get('signs')?.status).toBe('ready')
  })

  it('is not the end of a line behind an abbreviation, such as the article that another section cites then', () => {
    const updates = waiting({
      was: { papers: [SAFE, 'The person can stay under Sec. 5 of the Act.'], signs: ['Look for injuries.'] },
      is: { papers: [SAFE], signs: ['Look for injuries.', 'Doctors need no consent, see Sec. 5 of the Act.'] },
      own: [notUsed('papers')],
    })
    expect(updates.get('signs')).toMatchObject({ status: 'ready' })
  })

  it.each([
    ['Tell the person now. 2 days are left.', '2 days are left.'],
    ['2 days are left.', 'Tell the person now. 2 days are left.'],
  ])('is found where it begins with a number behind a short word: %s', (lost, gained) => {
    const updates = waiting({
      was: { papers: [SAFE, lost], signs: ['Look for injuries.'] },
      is: { papers: [SAFE], signs: ['Look for injuries.', gained] },
      own: [notUsed('papers')],
    })
    expect(updates.get('signs')).toMatchObject({ status: 'please-check', apart: { from: [{ key: 'papers' }] } })
  })

  it('is not a long line of the section itself that was edited, though another section loses one that is like it', () => {
    const shelter = (town: string) => `The shelter in ${town} takes women with children and is open day and night.`
    const given = {
      was: { papers: [SAFE, shelter('Volos')], signs: [shelter('Patras')] },
      is: { papers: [SAFE], signs: [shelter('Athens')] },
    }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
  })

  it('is not a line that was edited in both, and that many have, such as the day of a review', () => {
    const reviewed = (month: string) => `Reviewed in ${month} 2026`
    const given = {
      was: {
        papers: [SAFE, reviewed('March')],
        signs: [SAFE, reviewed('January')],
        leave: [SAFE, reviewed('January')],
      },
      is: { papers: [SAFE, reviewed('May')], signs: [SAFE, reviewed('March')], leave: [SAFE, reviewed('March')] },
    }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
  })

  it('is found as a number that two sections exchanged', () => {
    const office = (number: string) => [SAFE, `Ring the office on ${number}.`]
    const given = {
      was: { papers: office('112'), signs: office('116') },
      is: { papers: office('116'), signs: office('112') },
    }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('please-check')
  })

  it('is found as a line under a label that others have, or in a list of lines that are alike', () => {
    const phone = ['Phone: 112', 'Phone: 116 006']
    const labelled = {
      was: { papers: phone, signs: ['Phone: 199'] },
      is: { papers: phone.slice(0, 1), signs: ['Phone: 199', 'Phone: 116 006'] },
    }
    expect(waiting({ ...labelled, own: [notUsed('signs')] }).get('papers')?.status).toBe('please-check')
    const copy = (of: string) => `A copy of your ${of}`
    const alike = {
      was: {
        papers: [copy('visa'), copy('passport')],
        signs: [copy('lease')],
        rights: [copy('ticket')],
        leave: ['Go.'],
      },
      is: {
        papers: [copy('visa'), copy('contract')],
        signs: [copy('lease'), copy('passport')],
        rights: [copy('passport')],
        leave: [copy('passport')],
      },
    }
    const own = ['signs', 'rights', 'leave'].map(notUsed)
    expect(waiting({ ...alike, own }).get('papers')?.status).toBe('please-check')
  })

  it.each([['Yes.', 'Yes!', 'Yes'], ['Yes. No.'], ['Stay calm.']])('is not a word or two: %s', (...lines) => {
    const given = {
      was: { papers: [SAFE, ...lines], signs: ['Look.'] },
      is: { papers: [SAFE], signs: ['Look.', ...lines] },
    }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('ready')
  })

  it.each([
    ['Ring 116 006'],
    ['Never call the police.'],
    ['Ζητήστε πάντα δικηγόρο.'],
    ['www.asylum-help.example'],
    ['Never call the police'],
    ['As soon as possible'],
    ['Never call the police.', 'Important: Never call the police.'],
    ['Never call the police.', 'Never call the police'],
  ])('is found as one short line that says something: %s', (before, after = before) => {
    const given = { was: { papers: [SAFE, before], signs: ['Look.'] }, is: { papers: [SAFE], signs: ['Look.', after] } }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('please-check')
  })

  describe('is found, though each of its parts stands in other sections too, as', () => {
    const contact = (name: string, phone: string) =>
      block('contact', {
        id: name,
        children: [field('name', name), field('phone', phone), field('hours', 'Monday to Friday')],
      })
    const row = (...cells: string[]) =>
      block('row', {
        id: cells.join(),
        children: cells.map((words) =>
          block('cell', { id: `${cells} ${words}`, children: [p(words, `${cells} ${words} p`)] }),
        ),
      })
    const table = (...rows: Block[]) => [block('table', { id: 'table', children: rows })]
    const callout = (title: string) =>
      block('callout', { id: title, attrs: { tone: 'warning', title }, children: [p('Ask.', title)] })

    it.each([
      [
        'a contact',
        [contact('Police', '100')],
        [contact('Caritas', '1109')],
        [contact('Fire', '199'), contact('Caritas', '112')],
      ],
      [
        'a row',
        table(row('Women', 'Yes')),
        table(row('Women', 'Yes'), row('Minors', 'No')),
        table(row('Men', 'No'), row('Minors', 'Yes')),
      ],
      ['the title of a box', [callout('Ask first')], [callout('Never call the police')], [callout('Ask')]],
    ])('%s', (_, papers, moved, signs) => {
      const isTable = papers[0]?.kind === 'table'
      const withMoved = isTable ? moved : [...papers, ...moved]
      const into = isTable
        ? table(...(signs[0]?.children ?? []), ...(moved[0]?.children.slice(-1) ?? []))
        : [...signs, ...moved]
      const given = {
        was: { papers: { body: { en: withMoved } }, signs: { body: { en: signs } } },
        is: { papers: { body: { en: papers } }, signs: { body: { en: into } } },
      }
      expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('please-check')
      expect(waiting({ ...given, own: [notUsed('signs')] }).get('papers')?.status).toBe('please-check')
    })
  })

  it('is found as a line that went from two sections to three', () => {
    const line = 'Never call the police.'
    const given = {
      was: { papers: [SAFE, line], signs: ['Look.', line], leave: ['Go.'], rights: ['Ask.'], shelter: ['Rest.'] },
      is: { papers: [SAFE], signs: ['Look.'], leave: ['Go.', line], rights: ['Ask.', line], shelter: ['Rest.', line] },
    }
    const own = ['leave', 'rights', 'shelter'].map(notUsed)
    const updates = waiting({ ...given, own })
    expect(['papers', 'signs'].map((key) => updates.get(key)?.status)).toEqual(['please-check', 'please-check'])
  })

  it('is found as a short line that stands also in a section that readers do not get', () => {
    const line = 'Ring 116 006 at night.'
    const given = {
      was: { papers: [SAFE, line], signs: ['Look.'], leave: ['Go out.', line] },
      is: { papers: [SAFE], signs: ['Look.', line], leave: ['Leave.', line] },
    }
    const updates = waiting({ ...given, own: [notUsed('papers'), notUsed('leave')] })
    expect(updates.get('signs')?.apart?.from).toMatchObject([{ key: 'papers' }])
  })

  it('is found as a list that goes into several sections', () => {
    const given = {
      was: { papers: [SAFE, ...LIST], signs: ['Look.'], leave: ['Go.'], rights: ['Ask.'] },
      is: { papers: [SAFE], signs: ['Look.', ...LIST], leave: ['Go.', ...LIST], rights: ['Ask.', ...LIST] },
    }
    const own = ['signs', 'leave', 'rights'].map((key) => adapted(key, ['Ours.']))
    const into = ['signs', 'leave', 'rights'].map((key) => ({ key, treatment: 'adapted' }))
    expect(waiting({ ...given, own }).get('papers')).toMatchObject({ status: 'please-check', apart: { into } })
  })

  it('is found as a paragraph of short sentences of which each was edited', () => {
    const before = 'Take water for the way. Take a warm blanket. Take the papers too. Ask for a lawyer soon.'
    const after = 'Take water for the day. Take a good blanket. Take the papers along. Ask for a lawyer soon.'
    const given = { was: { papers: [SAFE, before], signs: ['Look.'] }, is: { papers: [SAFE], signs: ['Look.', after] } }
    expect(waiting({ ...given, own: [notUsed('papers')] }).get('signs')?.status).toBe('please-check')
  })

  it('is found as a line that another one is like', () => {
    const shelter = (town: string) => `The shelter in ${town} takes women with children and is open day and night.`
    const given = {
      was: { papers: [shelter('Patras'), shelter('Volos')], signs: [SAFE] },
      is: { papers: [shelter('Patras')], signs: [SAFE, shelter('Volos')] },
    }
    expect(waiting({ ...given, own: [adapted('papers', [shelter('Patras')])] }).get('signs')?.status).toBe(
      'please-check',
    )
  })

  it('is found in every language of the version, and in a summary', () => {
    const greek = 'Καλέστε την εθνική υπηρεσία για βοήθεια με τα έγγραφα και πείτε ποιοι είστε.'
    const inGreek = (...lines: string[]) => ({
      body: { en: [p(SAFE, 'a')], el: lines.map((line, at) => p(line, `g${at}`)) },
    })
    const given = {
      was: { papers: inGreek('Πρώτα ασφάλεια.', greek), signs: inGreek('Δείτε.') },
      is: { papers: inGreek('Πρώτα ασφάλεια.'), signs: inGreek('Δείτε.', greek) },
      own: [notUsed('papers')],
    }
    expect(waiting({ ...given, languages: ['el'] }).get('signs')?.apart?.from).toMatchObject([{ key: 'papers' }])
    const summary = { body: { en: [p('Look.', 's')] }, summary: { en: CALL } }
    const asSummary = { was, is: { ...is, signs: summary }, own: [notUsed('papers')] }
    expect(waiting(asSummary).get('signs')?.apart?.from).toMatchObject([{ key: 'papers' }])
  })
})

describe('of text that moves while the country decides on one section after the other', () => {
  const entry = (key: string, lines: readonly string[]) =>
    baseOf(key, { title: { en: key }, body: { en: lines.map((line, at) => p(line, `${key}-${at}`)) } })
  const change = (
    key: string,
    was: readonly string[],
    is: readonly string[],
    mode: VariantSection['mode'] = 'inherit',
  ) => ({
    ...{ key, mode, isPaused: false, languages: ['en'] as const, sourceLanguage: 'en' as const },
    ...{ base: entry(key, was), newest: entry(key, is) },
  })
  type Listed = ReturnType<typeof change>
  const apartOf = ({ waits, decided }: { waits: Listed[]; decided: Listed[] }) => {
    const others = decided.map((one) => ({ ...one, isDecided: true }))
    return movedText({ sections: waits, others, groups: [] }).apart
  }

  it('nothing is told where it went into a section that the country uses, and is then taken out of both', () => {
    const decided = [change('signs', ['Look.'], ['Look.', CALL])]
    const waits = [change('papers', [SAFE, CALL], [SAFE]), change('signs', ['Look.', CALL], ['Look.'])]
    expect(apartOf({ waits, decided }).size).toBe(0)
  })

  it('a section is not named as the one into which its own text goes', () => {
    const decided = [change('signs', ['Look.'], ['Look.', CALL], 'adapt')]
    const waits = [change('signs', ['Look.', CALL], ['Look.'], 'adapt')]
    expect(apartOf({ waits, decided }).size).toBe(0)
  })

  it('it is told where it leaves a section that had it also at an earlier decision', () => {
    const decided = [change('papers', [SAFE, CALL], [SAFE, 'Wait.', CALL])]
    const waits = [
      change('papers', [SAFE, 'Wait.', CALL], [SAFE, 'Wait.']),
      change('signs', ['Look.'], ['Look.', CALL], 'adapt'),
    ]
    expect(apartOf({ waits, decided }).get('papers')).toMatchObject({ into: [{ key: 'signs' }] })
  })

  it('nothing is told of a text that readers have since they got it with a decision on a third section', () => {
    const decided = [change('rights', ['Ask.'], ['Ask.', CALL])]
    const waits = [change('papers', [SAFE, CALL], [SAFE], 'omit'), change('signs', ['Look.'], ['Look.', CALL])]
    expect(apartOf({ waits, decided }).size).toBe(0)
    expect(apartOf({ waits, decided: [] }).size).toBe(2)
  })
})

describe('text that moves between sections that the country uses as they are', () => {
  const was = { papers: [SAFE, CALL], signs: ['Look.'], rights: ['Ask a lawyer.', LIST.join('. ')] }
  const is = { papers: [SAFE], signs: ['Look.', CALL, LIST.join('. ')], rights: ['Ask a lawyer.'] }
  const updates = [...waiting({ was, is }).values()]
  const without = (key: string, taken: readonly string[]) => {
    const updateOf = updateAmong(updates)
    const update = updateOf(key)
    if (!update) throw new Error('Nothing waits')
    return goesWithout(update, { updateOf, comes: (one) => taken.includes(one.key) }).map((one) => one.key)
  }

  it('goes with the section into which it moves, and not without it', () => {
    expect(without('papers', ['papers', 'signs', 'rights'])).toEqual([])
    expect(without('papers', ['papers', 'rights'])).toEqual(['signs'])
    expect(without('signs', ['signs'])).toEqual([])
  })

  it('goes also where nothing waits any more in the section that has it', () => {
    const [papers] = updates
    if (papers?.key !== 'papers') throw new Error('Nothing waits')
    expect(goesWithout(papers, { updateOf: updateAmong([papers]), comes: () => true })).toEqual([])
  })
})

describe('a first text in a language whose readers got that of another one', () => {
  const base = baseOf('k', { body: { en: [p(SAFE, 'a'), p(CALL, 'b')] } })
  const given = { base, own: untouched('k'), languages: ['en', 'el'] as const, sourceLanguage: 'en' as const }
  const newest = (...greek: string[]) =>
    baseOf('k', { body: { ...base.content.body, el: greek.map((line, at) => p(line, `g${at}`)) } })

  it('is to be checked where it has fewer paragraphs: readers would miss the others', () => {
    const sides = { ...given, newest: newest('Πρώτα βεβαιωθείτε ότι το άτομο είναι ασφαλές.') }
    expect(updateOf(sides)?.status).toBe('please-check')
    expect(languagesWithLess(sides)).toEqual([{ language: 'el', instead: 'en' }])
  })

  it('is to be checked where the other language gets more in the same release', () => {
    const more = { ...base.content.body, en: [...(base.content.body.en ?? []), p('Never call the police.', 'c')] }
    const greek = ['Πρώτα βεβαιωθείτε.', 'Καλέστε την υπηρεσία.'].map((line, at) => p(line, `g${at}`))
    expect(updateOf({ ...given, newest: baseOf('k', { body: { ...more, el: greek } }) })?.status).toBe('please-check')
  })

  it('is ready where it has them all', () => {
    const sides = { ...given, newest: newest('Πρώτα βεβαιωθείτε ότι το άτομο είναι ασφαλές.', 'Καλέστε την υπηρεσία.') }
    expect(updateOf(sides)?.status).toBe('ready')
    expect(languagesWithLess(sides)).toEqual([])
  })

  it('is to be checked in a joined section, too, of which the first one had no text in the language', () => {
    const both = { en: [p(SAFE, 'a'), p(CALL, 'b')], el: [p('Καλέστε την εθνική υπηρεσία για βοήθεια.', 'g')] }
    const papers = { body: { en: [p(CALL, 'b')], el: both.el } }
    const found = waiting({
      ...{ was: { signs: [SAFE], papers }, is: { signs: { body: both } } },
      languages: ['el'],
    })
    expect(found.get('signs')).toMatchObject({ became: 'joined', status: 'please-check' })
  })
})
