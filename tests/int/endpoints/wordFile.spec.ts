import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { supplementSection } from '@/actions/supplementSection'
import type { ImportedSection } from '@/domain/importing'
import { textOf } from '@/domain/richText/walk'
import { wordFileEndpoint } from '@/endpoints/word/wordFile'
import { readDocument } from '@/import/readDocument'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'

let application: Application
let acting: Acting
let given: Factories
let stranger: Person
let toolkit: Toolkit
let ireland: Variant

const TITLES = ['Access', 'Deadline', 'Doctor', 'Housing']

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  stranger = await given.person({ roles: [{ role: 'national-lead', country: 'cy' }] })
  const sections = TITLES.map((title, index): ImportedSection => {
    return { source: 'guide', depth: index === 1 || index === 2 ? 2 : 1, title, body: words(`Text of ${title}.`) }
  })
  toolkit = await given.toolkit({ slug: 'guide', sections })
  ireland = await given.variant({ country: 'ie', toolkit })
  const own = { variant: ireland.id, seen: 0, language: 'en', reason: 'national-law' }
  await acting.succeed(ireland.lead, adaptSection, { ...own, key: key('Deadline'), body: typed('15 days.') })
  await acting.succeed(ireland.lead, supplementSection, { ...own, key: key('Doctor'), addition: typed('Ask here.') })
})

afterAll(() => application.stop())

function key(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? ''
}

async function fileFor(person: Person | null, whose: string, id: string, query: string): Promise<Response> {
  const { payload } = application
  const user =
    person && (await payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true }))
  const req = await createLocalReq(user ? { user: { ...user, collection: 'users' } } : {}, payload)
  const url = `http://localhost/api/word/${whose}/${id}?${query}`
  return wordFileEndpoint.handler(Object.assign(req, { url, headers: new Headers(), routeParams: { whose, id } }))
}

const fileOfIreland = (query: string, person: Person | null = ireland.lead) =>
  fileFor(person, 'version', ireland.id, query)

async function sectionsOf(answer: Response): Promise<ImportedSection[]> {
  expect(answer.status).toBe(200)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return (await readDocument({ files: [{ path: 'guide.docx', bytes }] })).sections
}

const shown = (sections: readonly ImportedSection[]) =>
  sections.map(({ added, body, depth, mark, title }) => ({
    ...{ depth, title, key: mark?.key, rev: mark?.rev, text: textOf(body) },
    ...(added ? { added: textOf(added.blocks) } : {}),
  }))

describe('the Word file of a national version', () => {
  test('has its whole working text, with the key and the revision of each section', async () => {
    const text = { depth: 2, rev: 1 }
    expect(shown(await sectionsOf(await fileOfIreland('language=en')))).toEqual([
      { depth: 1, title: 'Access', key: key('Access'), rev: null, text: 'Text of Access.' },
      { ...text, title: 'Deadline', key: key('Deadline'), text: '15 days.' },
      { ...text, title: 'Doctor', key: key('Doctor'), text: 'Text of Doctor.', added: 'Ask here.' },
      { depth: 1, title: 'Housing', key: key('Housing'), rev: null, text: 'Text of Housing.' },
    ])
  })

  test('has one section, or one with those below it', async () => {
    const titles = async (query: string) =>
      (await sectionsOf(await fileOfIreland(`language=en&section=${query}`))).map(({ depth, title }) => [depth, title])
    expect(await titles(key('Access'))).toEqual([[1, 'Access']])
    expect(await titles(`${key('Access')}&below=yes`)).toEqual([
      [1, 'Access'],
      [2, 'Deadline'],
      [2, 'Doctor'],
    ])
    expect(await titles(key('Deadline'))).toEqual([[1, 'Deadline']])
  })

  test('is for those who may read the text, and for nobody else', async () => {
    expect((await fileOfIreland('language=en', stranger)).status).toBe(404)
    expect((await fileOfIreland('language=en', null)).status).toBe(401)
    expect((await fileOfIreland('language=xx')).status).toBe(404)
    expect((await fileOfIreland('language=en&section=unknown')).status).toBe(404)
  })
})

test('the Word file of a common framework has its working text with the revisions', async () => {
  const answer = await fileFor(ireland.lead, 'framework', toolkit.id, 'language=en')
  expect(answer.headers.get('content-disposition')).toMatch(/filename="guide-master-en-\d{4}-\d\d-\d\d\.docx"/)
  expect(shown(await sectionsOf(answer)).map(({ rev, title }) => [rev, title])).toEqual(
    TITLES.map((title) => [1, title]),
  )
})
