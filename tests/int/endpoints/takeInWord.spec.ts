import JSZip from 'jszip'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { supplementSection } from '@/actions/supplementSection'
import type { ImportedSection } from '@/domain/importing'
import { wordFileEndpoint } from '@/endpoints/word/wordFile'
import { type Acting, actingOn, typed, wordsIn } from '../actions/acting'
import { type Answer, type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, resultOf, type Toolkit, type Variant, words } from '../setup/factories'
import { snapshotOf } from '../setup/snapshot'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let ireland: Variant
let cyprus: Variant
let italy: Variant
let observer: Person

const TITLES = ['Access', 'Deadline', 'Doctor', 'Housing', 'Late', 'Tracked'] as const

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const section = (title: string): ImportedSection => ({
    ...{ source: 'guide', depth: 1, title },
    body: words(`Text of ${title}.`),
  })
  const fixed = { ...section('Fixed'), policy: 'supplement-only' as const }
  const below = { ...section('Contacts'), depth: 2 }
  toolkit = await given.toolkit({ slug: 'guide', sections: [...TITLES.map(section), fixed, below] })
  ireland = await given.variant({ country: 'ie', toolkit })
  cyprus = await given.variant({ country: 'cy', toolkit })
  italy = await given.variant({ country: 'it', toolkit, languages: ['it'] })
  observer = await given.person({ roles: [{ role: 'observer', country: 'ie' }] })
  const own = { variant: ireland.id, seen: 0, language: 'en', reason: 'national-law' }
  const body = typed('Here it is 15 days.')
  await acting.succeed(ireland.lead, adaptSection, { ...own, key: key('Deadline'), body })
  await acting.succeed(ireland.lead, supplementSection, { ...own, key: key('Doctor'), addition: typed('Ask here.') })
})

afterAll(() => application.stop())

describe('a Word file of a national version that comes back', () => {
  test('changes nothing if nobody changed it', async () => {
    expect(resultOf(await send(ireland.lead, await download(ireland)))).toMatchObject({
      ...{
        language: 'en',
        sections: [],
        same: 8,
        missing: [],
        unknown: [],
        comments: [],
        notes: [],
        trackedChanges: 0,
      },
    })
  })

  test('shows what changed in which section, and what it becomes', async () => {
    const file = await edited(await download(ireland), [
      ['Text of Access.', 'Our text of Access.'],
      ['15 days', '20 days'],
      ['Ask here.', 'Ask here first.'],
      ['Text of Fixed.', 'Other text of Fixed.'],
    ])
    expect(resultOf(await send(ireland.lead, file)).sections).toMatchObject([
      { title: 'Access', how: 'mark', before: 'inherit', mode: 'adapt', seen: 0, asksReason: true, because: [] },
      { title: 'Deadline', before: 'adapt', mode: 'adapt', seen: 1, asksReason: false, because: [] },
      { title: 'Doctor', before: 'supplement', mode: 'supplement', changed: ['addition'], because: [] },
      { title: 'Fixed', because: [expect.stringMatching(/./)] },
    ])
  })

  test('says what to do where the common text of a section with an addition was changed', async () => {
    const file = await edited(await download(ireland), [['Text of Doctor.', 'Our text of Doctor.']])
    expect(resultOf(await send(ireland.lead, file)).sections).toMatchObject([
      { title: 'Doctor', mode: null, because: [expect.stringMatching(/^This section is supplemented/)] },
    ])
  })

  test('is stored in the sections that the person chose, all of them or none', async () => {
    const file = await edited(await download(ireland), [
      ['Text of Access.', 'Our text of Access.'],
      ['15 days', '20 days'],
      ['Text of Housing.', 'Our text of Housing.'],
    ])
    const before = await snapshotOf(application.payload)
    const withoutReason = [{ key: key('Access'), seen: 0 }]
    expect(await refusedWith(ireland.lead, file, withoutReason)).toEqual(['refusal.word-reason'])
    const unseen = [
      { key: key('Deadline'), seen: 1 },
      { key: key('Access'), seen: 4, reason: 'other' },
    ]
    expect(await refusedWith(ireland.lead, file, unseen)).toEqual(['refusal.stale'])
    expect(await snapshotOf(application.payload)).toEqual(before)

    const chosen = [{ key: key('Access'), seen: 0, reason: 'national-law', explanation: 'Our law.' }, unseen[0]]
    const { stored } = resultOf(await send(ireland.lead, file, { step: 'store', sections: chosen }))
    expect(stored).toMatchObject([{ title: 'Access' }, { title: 'Deadline' }])
    const access = await acting.ownSectionOf(ireland.id, key('Access'))
    expect(access).toMatchObject({ mode: 'adapt', rev: 1, reason: 'national-law', did: 'take-in-word-sections' })
    expect(wordsIn(access.body, 'en')).toBe('Our text of Access.')
    expect(wordsIn((await acting.ownSectionOf(ireland.id, key('Deadline'))).body, 'en')).toBe('Here it is 20 days.')
    expect(await acting.stored('variant-sections', { key: { equals: key('Housing') } })).toEqual([])
    const events = (await acting.auditOf('ie')).slice(-2)
    expect(events).toMatchObject([
      { action: 'section.adapt', details: { from: 'word' } },
      { action: 'section.edit', details: { from: 'word' } },
    ])
  })

  test('is merged with what somebody saved meanwhile, and asks where both changed the same words', async () => {
    const own = { variant: ireland.id, language: 'en', key: key('Late') }
    const first = typed('One two three four five six.')
    await acting.succeed(ireland.lead, adaptSection, { ...own, seen: 0, body: first, reason: 'other' })
    const file = await edited(await download(ireland), [['One two three', 'One twice three']])
    await acting.succeed(ireland.lead, adaptSection, { ...own, seen: 1, body: typed('One two three four five seven.') })

    const merged = Array.from(Object(resultOf(await send(ireland.lead, file)).sections))
    expect(merged).toMatchObject([{ title: 'Late', seen: 2, isSavedMeanwhile: true, decisions: [] }])
    expect(await refusedWith(ireland.lead, file, [{ key: key('Late'), seen: 1 }])).toEqual(['refusal.stale'])

    await acting.succeed(ireland.lead, adaptSection, {
      ...own,
      seen: 2,
      body: typed('One double three four five six.'),
    })
    const [asked] = Array.from(Object(resultOf(await send(ireland.lead, file)).sections), Object)
    const [decision] = asked.decisions
    expect(decision).toMatchObject({ kind: 'words', ours: 'double', theirs: 'twice' })
    const late = [{ key: key('Late'), seen: 3 }]
    expect(await refusedWith(ireland.lead, file, late)).toEqual(['refusal.word-undecided'])
    const answers = { [decision.id]: 'theirs' }
    resultOf(await send(ireland.lead, file, { step: 'store', sections: late, answers }))
    const { body } = await acting.ownSectionOf(ireland.id, key('Late'))
    expect(wordsIn(body, 'en')).toBe('One twice three four five six.')
  })

  test('is read with its tracked changes as accepted or as rejected, and its comments are shown', async () => {
    const by = 'w:id="1" w:author="Maria"'
    const run = (name: string, text: string) => `<w:r><w:${name}>${text}</w:${name}></w:r>`
    const file = await changed(await download(ireland), (xml) =>
      xml.replace(
        /<w:r><w:t[^>]*>Text of Tracked\.<\/w:t><\/w:r>/,
        `<w:del ${by}>${run('delText', 'Text')}</w:del><w:ins ${by}>${run('t', 'Words')}</w:ins>${run('t', ' of Tracked.')}`,
      ),
    )
    const accepted = resultOf(await send(ireland.lead, file))
    expect(accepted).toMatchObject({ trackedChanges: 2, sections: [{ title: 'Tracked', changed: ['body'] }] })
    expect(resultOf(await send(ireland.lead, file, { tracked: 'rejected' }))).toMatchObject({
      ...{ trackedChanges: 2, sections: [] },
    })
  })

  test('is matched by its titles and words if its marks are gone', async () => {
    const unmarked = await withoutMarks(
      await edited(await download(ireland), [['Text of Housing.', 'Our text of Housing.']]),
    )
    const { sections } = resultOf(await send(ireland.lead, unmarked))
    expect(sections).toMatchObject([
      { title: 'Housing', how: 'title', changed: ['body'], leftBecause: null, because: [] },
    ])
    const chosen = [{ key: key('Housing'), seen: 0, reason: 'other' }]
    resultOf(await send(ireland.lead, unmarked, { step: 'store', sections: chosen }))
    const { body } = await acting.ownSectionOf(ireland.id, key('Housing'))
    expect(wordsIn(body, 'en')).toBe('Our text of Housing.')
  })

  test('is left at first where it has lost its marks, and only formats differ', async () => {
    const bold = (xml: string) => xml.replace(/<w:r>(?=<w:t[^>]*>Text of Contacts)/, '<w:r><w:rPr><w:b/></w:rPr>')
    const file = await changed(await download(ireland), bold)
    expect(resultOf(await send(ireland.lead, file)).sections).toMatchObject([{ title: 'Contacts', leftBecause: null }])
    expect(resultOf(await send(ireland.lead, await withoutMarks(file))).sections).toMatchObject([
      { title: 'Contacts', how: 'title', changed: ['body'], leftBecause: 'formats' },
    ])
  })

  test('says so where it was made from a revision that nobody knows, compares it with the text of now, and leaves it at first', async () => {
    const file = await changed(await download(ireland), (xml) =>
      xml.replaceAll(/(w:name="_tk_\w+_en_)\w+"/g, '$1zz"').replace('Ask here', 'Ask there'),
    )
    const { sections } = resultOf(await send(ireland.lead, file))
    expect(sections).toMatchObject([
      { title: 'Doctor', how: 'unknown-revision', seen: 1, changed: ['addition'], leftBecause: 'unknown-revision' },
    ])
  })

  test('keeps a line that was made a heading in its section, and shows in full what is in none', async () => {
    const line = (level: number, heading: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:r><w:t>${heading}</w:t></w:r></w:p>`
    const plain = '<w:p><w:r><w:t>Words below it.</w:t></w:r></w:p>'
    const behind = (words: string, added: string) => (xml: string) =>
      xml.replace(new RegExp(`(<w:t[^>]*>${words}</w:t></w:r></w:p>)`), `$1${added}`)
    const kept = await changed(
      await download(ireland),
      behind('Our text of Housing.', line(1, 'Before you call') + plain),
    )
    expect(resultOf(await send(ireland.lead, kept))).toMatchObject({
      sections: [{ title: 'Housing', kept: ['Before you call'], cutBy: null, leftBecause: null, changed: ['body'] }],
      unknown: [],
    })
    const cut = await changed(
      await download(ireland),
      behind('Text of Contacts.', plain + line(1, 'A chapter') + plain),
    )
    expect(resultOf(await send(ireland.lead, cut))).toMatchObject({
      sections: [{ title: 'Contacts', kept: [], cutBy: 'A chapter', leftBecause: 'cut' }],
      unknown: [{ title: 'A chapter', blocks: [{ kind: 'paragraph', runs: [{ text: 'Words below it.' }] }] }],
    })
  })

  test('is not compared in a section that is too long for it, and not at all with too many of them', async () => {
    const long = (count: number) => '<w:p><w:r><w:t>One more.</w:t></w:r></w:p>'.repeat(count)
    const withLong = async (count: number, titles: readonly string[]) =>
      changed(await download(ireland), (xml) =>
        titles.reduce(
          (text, title) => text.replace(new RegExp(`Text of ${title}\\..*?</w:p>`), `$&${long(count)}`),
          xml,
        ),
      )
    const one = await withLong(3000, ['Contacts'])
    const { sections } = resultOf(
      await send(ireland.lead, await edited(one, [['Text of Tracked', 'Words of Tracked']])),
    )
    const tooLong = expect.stringMatching(/6,002 paragraphs.*at most 6,000/)
    expect(sections).toMatchObject([
      { title: 'Tracked', changed: ['body'], because: [] },
      { title: 'Contacts', change: null, changed: [], because: [tooLong] },
    ])
    const sentence = 'Ask in private, z.B. at the office. '
    const wide = await edited(await download(ireland), [['Text of Contacts.', sentence.repeat(5000)]])
    expect(resultOf(await send(ireland.lead, wide)).sections).toMatchObject([
      {
        title: 'Contacts',
        change: null,
        because: [expect.stringMatching(/has 1\d\d,\d+ characters.*at most 150,000/)],
      },
    ])
    const many = await withLong(5500, ['Fixed', 'Contacts', 'Tracked', 'Doctor'])
    const { body } = await send(ireland.lead, many)
    expect(body.because).toMatchObject([{ key: 'refusal.word-too-long', params: { limit: 40_000 } }])
  })

  test('names the sections that it should have and does not have', async () => {
    const withoutFirst = (xml: string) =>
      xml.replace(
        /<w:p>(?:(?!<w:p>).)*<w:pStyle w:val="Heading1"\/>(?:(?!<w:p>).)*Access.*?(?=<w:p>(?:(?!<w:p>).)*Deadline)/s,
        '',
      )
    const one = await changed(await download(ireland), withoutFirst)
    const missing = [{ number: '1', title: 'Access' }]
    expect(resultOf(await send(ireland.lead, one))).toMatchObject({
      ...{ isMarked: true, sections: [], same: 7, missing, unknown: [] },
    })
    // Nothing is translated yet: the file has the titles of the common text.
    const translated = await changed(await download(italy, 'language=it'), withoutFirst)
    expect(resultOf(await send(italy.lead, translated, {}, italy))).toMatchObject({ same: 7, missing })
    const part = await download(ireland, `language=en&section=${key('Deadline')}`)
    expect(resultOf(await send(ireland.lead, part))).toMatchObject({ sections: [], same: 1, missing: [] })
  })

  test('puts no words into a section that was not in the file, whatever heading was written there', async () => {
    const part = await changed(await download(ireland, `language=en&section=${key('Deadline')}`), (xml) =>
      xml.replace(
        /(<w:t[^>]*>Here it is[^<]*<\/w:t><\/w:r><\/w:p>)/,
        '$1<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Access</w:t></w:r></w:p>',
      ),
    )
    expect(resultOf(await send(ireland.lead, part))).toMatchObject({
      sections: [{ title: 'Deadline', kept: ['Access'] }],
      missing: [],
    })
  })

  test('is refused if no section of the version is in it', async () => {
    const zip = await JSZip.loadAsync(await download(ireland))
    const line = (words: string, look = '') => `<w:p>${look}<w:r><w:t>${words}</w:t></w:r></w:p>`
    const title = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const foreign = line('Minutes', title) + line('We met on Monday and spoke about the budget of the office.')
    zip.file('word/document.xml', xml.replace(/(<w:body>).*(<w:sectPr)/s, `$1${foreign}$2`))
    zip.file('docProps/custom.xml', '<Properties/>')
    const file = await zip.generateAsync({ type: 'uint8array' })
    expect((await send(ireland.lead, file)).body.because).toMatchObject([{ key: 'refusal.word-nothing-found' }])
  })

  test('is not saved with more sections than others can wait for', async () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ key: `any-${index}`, seen: 0 }))
    expect(await refusedWith(ireland.lead, await download(ireland), many)).toEqual(['refusal.word-too-many'])
    const input = { variant: ireland.id, language: 'en', sections: many }
    const { status, body } = await application.act(ireland.lead, 'take-in-word-sections', input)
    expect([status, body.because]).toMatchObject([400, [{ key: 'refusal.bad-input' }]])
  })

  test('is not saved with one half of a text that moved between two sections', async () => {
    const moving = 'An applicant may ask for a guardian within five days.'
    const own = { variant: cyprus.id, seen: 0, language: 'en', reason: 'other' }
    await acting.succeed(cyprus.lead, adaptSection, { ...own, key: key('Access'), body: typed(`Ours. ${moving}`) })
    await acting.succeed(cyprus.lead, adaptSection, { ...own, key: key('Housing'), body: typed('Our text.') })
    const file = await edited(await download(cyprus), [
      [`Ours. ${moving}`, 'Ours.'],
      ['Our text.', `Our text. ${moving}`],
      ['Text of Fixed.', moving],
    ])
    const preview = resultOf(await send(cyprus.lead, file, {}, cyprus))
    const [access, housing, fixed] = ['Access', 'Housing', 'Fixed'].map(key)
    expect(preview.sections).toMatchObject([
      { key: access, moved: { into: [housing, fixed], from: [] }, group: access, leftBecause: 'moved' },
      { key: housing, moved: { into: [], from: [access] }, group: access, leftBecause: 'moved' },
      { key: fixed, moved: { into: [], from: [access] }, group: null },
    ])

    const before = await snapshotOf(application.payload)
    const saved = [access, housing].map((key) => ({ key, seen: 1 }))
    for (const half of saved) {
      const { body } = await send(cyprus.lead, file, { step: 'store', sections: [half] }, cyprus)
      expect(body.because).toMatchObject([{ key: 'refusal.word-half-moved' }])
      expect(JSON.stringify(body.because)).toMatch(/Access.+Housing/)
    }
    expect(await snapshotOf(application.payload)).toEqual(before)
    const { stored } = resultOf(await send(cyprus.lead, file, { step: 'store', sections: saved }, cyprus))
    expect(stored).toMatchObject([{ key: access }, { key: housing }])
  })

  test('is not saved with one section twice', async () => {
    const file = await download(ireland)
    const one = { key: 'any', seen: 0 }
    expect(await refusedWith(ireland.lead, file, [one, one])).toEqual(['refusal.bad-input'])
  })

  test('is for those who may write there, and only for its own version', async () => {
    const file = await download(ireland)
    expect((await send(null, file)).status).toBe(401)
    for (const person of [observer, cyprus.lead]) await application.tokenOf(person)
    const before = await snapshotOf(application.payload)
    expect((await send(observer, file)).body.because).toMatchObject([{ key: 'refusal.role-edit' }])
    expect((await send(cyprus.lead, file)).body.because).toMatchObject([{ key: 'refusal.variant-unknown' }])
    expect((await send(cyprus.lead, file, {}, cyprus)).body.because).toMatchObject([
      { key: 'refusal.word-other-version' },
    ])
    expect((await send(ireland.lead, new Uint8Array([1, 2, 3]))).body.because).toMatchObject([
      { key: 'import.word-broken' },
    ])
    expect(await snapshotOf(application.payload)).toEqual(before)
  })
})

function key(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? ''
}

async function download({ id, lead }: Variant, asked = 'language=en'): Promise<Uint8Array> {
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id: lead.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const url = `http://localhost/api/word/version/${id}?${asked}`
  const routeParams = { whose: 'version', id }
  const answer = await wordFileEndpoint.handler(Object.assign(req, { url, headers: new Headers(), routeParams }))
  return new Uint8Array(await answer.arrayBuffer())
}

async function changed(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  zip.file('word/document.xml', change((await zip.file('word/document.xml')?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'uint8array' })
}

/** The file without bookmarks that say which sections it has, and without our styles. */
async function withoutMarks(bytes: Uint8Array): Promise<Uint8Array> {
  const plain = await changed(bytes, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''))
  const zip = await JSZip.loadAsync(plain)
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
  zip.file('word/styles.xml', styles.replaceAll('"Toolkit ', '"Plain '))
  return zip.generateAsync({ type: 'uint8array' })
}

function edited(bytes: Uint8Array, edits: [string, string][]): Promise<Uint8Array> {
  return changed(bytes, (xml) => edits.reduce((text, [was, is]) => text.replace(was, is), xml))
}

async function send(
  person: Person | null,
  bytes: Uint8Array,
  {
    step = 'preview',
    tracked = 'accepted',
    sections = [],
    answers = {},
  }: { step?: string; tracked?: string; sections?: unknown[]; answers?: Fields } = {},
  { id } = ireland,
): Promise<Answer> {
  const form = new FormData()
  const fields = { step, tracked, language: 'en', chosen: JSON.stringify({ sections, answers }) }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.append('files', new File([new Uint8Array(bytes)], 'guide.docx'))
  return application.request(person, 'POST', `/api/word/version/${id}`, form)
}

/** The reasons for which the sections are not stored. */
async function refusedWith(person: Person, file: Uint8Array, sections: unknown[]): Promise<string[]> {
  const { body } = await send(person, file, { step: 'store', sections })
  return Array.from(Object(body.because), ({ key: reason }) => String(reason))
}
