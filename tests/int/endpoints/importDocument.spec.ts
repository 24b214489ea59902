import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveSection } from '@/actions/saveSection'
import { apiRoutes } from '@/endpoints/apiRoutes'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Acting, actingOn, typed } from '../actions/acting'
import {
  type Answer,
  type Application,
  type Fields,
  type Person,
  SERVER_URL,
  startApplication,
} from '../setup/application'
import { factoriesFor, onePixel, resultOf } from '../setup/factories'
import { snapshotOf } from '../setup/snapshot'

let application: Application
let acting: Acting
let coordinator: Person
let other: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  other = await given.person({ roles: [{ role: 'coordinator' }] })
})
afterAll(() => application.stop())

describe('POST /api/import', () => {
  const sendWithoutEnd = async (name: string, person: Person | null) => {
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read += 1
        if (read > 200) controller.close()
        else controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const headers = new Headers({ Origin: SERVER_URL, 'content-type': 'multipart/form-data; boundary=x' })
    if (person) headers.set('Cookie', `toolkit-token=${await application.tokenOf(person)}`)
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const params = Promise.resolve({ slug: [decodeURIComponent(name)] })
    const answer = await apiRoutes(Promise.resolve(application.config)).POST(
      new Request(`${SERVER_URL}/api/${name}`, init),
      { params },
    )
    const [reason] = Object(await answer.json()).because
    return { status: answer.status, key: reason.key, isRead: read > 2 }
  }
  const NAMES = ['import', '%69mport', 'pictures', 'word/version/64f000000000000000000001']

  test.each(NAMES)('reads nothing from anonymous visitors (%s)', async (name) => {
    expect(await sendWithoutEnd(name, null)).toEqual({ status: 401, key: 'refusal.sign-in', isRead: false })
  })

  test.each(NAMES)('reads nothing without a declared length, whoever sends it (%s)', async (name) => {
    const said = { status: 411, key: 'request.size-missing', isRead: false }
    expect(await sendWithoutEnd(name, coordinator)).toEqual(said)
  })

  test('shows what a document would become', async () => {
    const { status, body } = await preview('guide.md', '# One\n\na\n\n# Two\n\nb')
    expect(status).toBe(200)
    expect(body.result).toMatchObject({
      counts: { new: 2 },
      isPossible: true,
      sections: [{ title: 'One' }, { title: 'Two' }],
    })
  })

  test('says that an empty file is empty, not that none was chosen', async () => {
    const { body } = await preview('guide.md', '')
    expect(body.result).toMatchObject({
      isPossible: false,
      notes: [{ kind: 'problem', text: expect.stringMatching(/no text/) }],
    })
  })

  const nested = (levels: number) =>
    Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- item ${level}`).join('\n')
  const paragraphs = (count: number) => 'A short paragraph of text.\n\n'.repeat(count)

  test.each([
    ['5,500 short paragraphs', '# Long\n\n', paragraphs(5_500), /“Long”.* 116%/],
    ['1,100 footnotes', '# Noted\n\n', notes(1_100), /“Noted”.* 143%/],
    ['lists on 20 levels', '# Deep\n\n', nested(20), /“Deep”.*nested/],
    ['lists on 45 levels', '# Deeper\n\n', nested(45), /“Deeper”.*nested/],
  ])(
    'refuses a document in which a section has %s, names the section, and imports nothing',
    async (_, heading, text, said) => {
      const files = [new File([`# First\n\nwords\n\n${heading}${text}`], 'large.md')]
      const { document, isPossible, problems, seen } = resultOf(await ask(coordinator, { files, slug: 'large' }))
      expect([isPossible, problems]).toEqual([false, [expect.stringMatching(said)]])
      const refused = await ask(coordinator, { document, slug: 'large', step: 'import', title: 'Large', seen })
      expect([refused.status, refused.body.because]).toMatchObject([422, [{ text: expect.stringMatching(said) }]])
      expect(await acting.stored('toolkits', { slug: { equals: 'large' } })).toEqual([])
    },
  )

  test.each([
    [
      'a table of 300 rows and 8 columns',
      `|${'head|'.repeat(8)}\n|${'-|'.repeat(8)}\n${`|${'word|'.repeat(8)}\n`.repeat(300)}`,
    ],
    ['lists on 18 levels', nested(18)],
  ])('imports %s, which can be saved again', async (name, text) => {
    const slug = name.replace(/\W+/g, '-').toLowerCase()
    const files = [new File([`# One\n\n${text}`], 'long.md')]
    const { document, seen } = resultOf(await ask(coordinator, { files, slug }))
    const { toolkit } = resultOf(await ask(coordinator, { document, slug, step: 'import', title: name, seen }))
    const [section] = await acting.stored('sections', { toolkit: { equals: toolkit } })
    const again = {
      toolkit,
      key: section?.key,
      language: 'en',
      seen: section?.rev,
      title: 'Again',
      body: Object(section?.body).en,
    }
    expect(await acting.succeed(coordinator, saveSection, again)).toMatchObject({ rev: 2 })
  })

  test('does not mention the toolkit if the document cannot be read', async () => {
    const files = [new File(['# One\n\na\n\n# Two\n\nb'], 'guide.md')]
    const { document, seen } = resultOf(await ask(coordinator, { files, slug: 'known' }))
    await ask(coordinator, { document, slug: 'known', step: 'import', title: 'Known', seen })
    const wrong = await ask(coordinator, { files: [new File(['no Word'], 'wrong.docx')], slug: 'known' })
    expect(resultOf(wrong)).toMatchObject({
      isPossible: false,
      gone: [],
      open: [],
      counts: { gone: 0 },
      notes: [{ kind: 'problem' }],
    })
  })

  test('says where a section missing from the document is, and what countries did with it', async () => {
    const whole = new File(['# Part\n\na\n\n## Inner\n\nb\n\n# Two\n\nc'], 'used.md')
    const { document, seen } = resultOf(await ask(coordinator, { files: [whole], slug: 'used', level: '2' }))
    const order = { document, slug: 'used', level: '2' }
    const { toolkit } = resultOf(await ask(coordinator, { ...order, step: 'import', title: 'Used', seen }))
    const fewer = new File(['# Part\n\na\n\n# Two\n\nc'], 'fewer.md')
    const lacks = resultOf(await ask(coordinator, { files: [fewer], slug: 'used' }))
    expect(lacks).toMatchObject({
      toolkit,
      versions: 0,
      gone: [{ title: 'Inner', number: '1.1', part: 'Part', goes: false, countries: [] }],
      open: [{ kind: 'gone' }],
    })
  })

  test('asks for the description of a picture until somebody has written it here, even for a newer document', async () => {
    const text = (last: string) => `# Shown\n\nOne:\n\n![](a.png)\n\nOther:\n\n![](b.png)\n\n${last}`
    const files = (last: string) => [
      new File([text(last)], 'guide/guide.md'),
      ...['a', 'b'].map((name) => new File([onePixel(name)], `guide/${name}.png`)),
    ]
    const slug = 'described'
    const undescribed = ({ notes }: Fields) =>
      Array.from(Object(notes), ({ text: said }) => /picture (\S+) has no description/.exec(said)?.[1])
    const first = resultOf(await ask(coordinator, { files: files('End.'), slug }))
    expect(undescribed(first)).toEqual(['a.png', 'b.png'])
    const order = { files: files('End.'), slug, step: 'import', title: 'Described', seen: first.seen }
    const { toolkit } = resultOf(await ask(coordinator, order))

    const describePictures = async (descriptions: Record<string, string>[]) => {
      const [stored] = await acting.stored('sections', { toolkit: { equals: toolkit } })
      const left = [...descriptions]
      const body = fromLexical(Object(stored?.body).en).map((block) =>
        block.kind === 'image' ? { ...block, attrs: { ...block.attrs, ...left.shift() } } : block,
      )
      const known = { toolkit, key: stored?.key, seen: stored?.rev, language: 'en' }
      await acting.succeed(coordinator, saveSection, { ...known, body: toLexical(body) })
    }
    await describePictures([{ alt: 'A red dot' }])
    for (const last of ['End.', 'Another end.'])
      expect(undescribed(resultOf(await ask(coordinator, { files: files(last), slug })))).toEqual(['b.png'])
    await describePictures([{}, { alt: 'A blue dot' }])
    expect(resultOf(await ask(coordinator, { files: files('Another end.'), slug })).notes).toEqual([])
  })

  test('imports nothing into a toolkit that somebody else has created at the address of a new one', async () => {
    const files = [new File(['# One\n\na\n\n# Two\n\nb'], 'ours.md')]
    const { document, seen } = resultOf(await ask(coordinator, { files, slug: 'same' }))
    const theirs = { slug: 'same', title: 'Theirs', sourceLanguage: 'en' }
    const made = await application.request(coordinator, 'POST', '/api/toolkits?locale=en', theirs)
    expect(made.status, made.text).toBe(201)
    const { body } = await ask(coordinator, { document, slug: 'same', step: 'import', title: 'Ours', seen })
    expect(body).toMatchObject({ ok: false, because: [{ key: 'refusal.import-moved-on' }] })
  })

  test('shows a new toolkit without a title with the title of its document', async () => {
    const files = [new File(['---\ntitle: Handbook\n---\n\n# One\n\na\n\n# Two\n\nb'], 'handbook.md')]
    const { status, body } = await ask(coordinator, { files })
    expect(status).toBe(200)
    expect(body.result).toMatchObject({ title: 'Handbook', existing: 0, counts: { new: 2 } })
  })

  test('asks for a file if none was chosen', async () => {
    expect((await preview('', '')).body.because).toMatchObject([{ key: 'refusal.import-file-missing' }])
  })

  test('reports progress line by line to a client that requests it, and the answer is the last line', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ step: 'preview', slug: 'guide', language: 'en' }))
      form.set(name, value)
    form.append('files', new File(['# One\n\na'], 'one.md'))
    form.append('files', new File(['# Two\n\nb'], 'two.md'))
    const accept = 'application/x-ndjson'
    const { text } = await application.request(coordinator, 'POST', '/api/import', form, { accept })
    const lines = text
      .trim()
      .split('\n')
      .map((line): Fields => JSON.parse(line))
    expect(lines.slice(0, -1).length).toBeGreaterThan(0)
    for (const line of lines.slice(0, -1)) expect(line).toMatchObject({ progress: { of: expect.any(Number) } })
    expect(lines.at(-1)).toMatchObject({ ok: true, result: { counts: { new: 2 } } })
  })

  test('keeps what it read for the person who sent it: the next request needs no files', async () => {
    const files = [new File(['# One\n\na\n\n## Inner\n\nb\n\n# Two\n\nc'], 'kept.md')]
    const first = await ask(coordinator, { files, slug: 'kept' })
    const { document, seen } = resultOf(first)
    const again = await ask(coordinator, { document, slug: 'kept' })
    const titles = [{ title: 'One' }, { title: 'Two' }]
    expect(resultOf(first)).toMatchObject({ document, file: 'kept.md', level: 1, sections: titles })
    expect(resultOf(again)).toMatchObject({ document, file: 'kept.md', level: 1, sections: titles })
    expect((await ask(other, { document, slug: 'kept' })).body.because).toMatchObject([
      { key: 'refusal.import-file-missing' },
    ])
    // The cut at another level has not been read yet.
    expect((await ask(coordinator, { document, slug: 'kept', level: '2' })).body.because).toMatchObject([
      { key: 'refusal.import-file-missing' },
    ])
    const imported = await ask(coordinator, { document, slug: 'kept', step: 'import', title: 'Kept', seen })
    expect(imported.body.result).toMatchObject({ created: true, counts: { new: 2 } })
  })

  test('reads and writes nothing for a browser that has disconnected', async () => {
    const gone = AbortSignal.abort()
    const files = [new File(['# One\n\na'], 'gone.md')]
    const read = await ask(coordinator, { files, slug: 'gone' }, gone)
    expect(read.body.because).toMatchObject([{ key: 'import.stopped' }])

    const { document, seen } = resultOf(await ask(coordinator, { files, slug: 'gone' }))
    // What was read is not compared for anybody.
    expect((await ask(coordinator, { document, slug: 'gone' }, gone)).body.because).toMatchObject([
      { key: 'import.stopped' },
    ])
    const order = { document, slug: 'gone', step: 'import', title: 'Gone', seen }
    expect((await ask(coordinator, order, gone)).body.because).toMatchObject([{ key: 'import.stopped' }])
    expect(resultOf(await ask(coordinator, { document, slug: 'gone' }))).toMatchObject({ seen, existing: 0 })
    expect((await ask(coordinator, order)).body.result).toMatchObject({ created: true })
  })

  test('ignores an answer to another question: the conflict stays open, and nothing is written', async () => {
    const lines = ['Ask who the person is.', 'Say why you ask.']
    const slug = 'answers'
    const first = [new File([`# Assess\n\n${lines.join('\n\n')}`], 'first.md')]
    const { seen: none } = resultOf(await ask(coordinator, { files: first, slug }))
    const { toolkit } = resultOf(
      await ask(coordinator, { files: first, slug, step: 'import', title: 'Answers', seen: none }),
    )
    const [stored] = await acting.stored('sections', { toolkit: { equals: toolkit } })
    const body = typed('Say why you ask, and who reads it.')
    await acting.succeed(coordinator, saveSection, {
      toolkit,
      key: stored?.key,
      seen: stored?.rev,
      language: 'en',
      body,
    })

    const files = [new File(['# Quite another name\n\nAsk who the person is.\n\nOther words.'], 'newer.md')]
    const asked = resultOf(await ask(coordinator, { files, slug }))
    const { seen } = asked
    const idsOf = (open: unknown): string[] => Array.from(Object(open), ({ id }) => id)
    expect(asked).toMatchObject({ open: [{ kind: 'gone' }], gone: [{ id: idsOf(asked.open)[0] }] })
    const pairs = { 0: stored?.key }
    const gone = Object.fromEntries(idsOf(asked.open).map((id) => [id, 'theirs']))
    const said = (resolutions: unknown) => ({ files, slug, seen, choices: JSON.stringify({ pairs, resolutions }) })

    const before = await snapshotOf(application.payload)
    const refused = await ask(coordinator, { ...said(gone), step: 'import' })
    expect(refused.body).toMatchObject({
      ok: false,
      because: [
        {
          key: 'refusal.import-undecided',
          text: expect.stringMatching(/^Decide one place before the import: Quite another name/),
        },
      ],
    })
    const paired = resultOf(await ask(coordinator, said(gone)))
    const noAnswer = Object.fromEntries(idsOf(paired.open).map((id) => [id, { text: 'Own words' }]))
    expect(paired.open).toMatchObject([{ kind: 'deleted', answers: ['ours', 'theirs'] }])
    expect((await ask(coordinator, { ...said(noAnswer), step: 'import' })).body.because).toMatchObject([
      { key: 'refusal.import-undecided' },
    ])
    expect(await snapshotOf(application.payload)).toEqual(before)

    const ours = Object.fromEntries(idsOf(paired.open).map((id) => [id, 'ours']))
    expect(resultOf(await ask(coordinator, { ...said(ours), step: 'import' }))).toMatchObject({ counts: { gone: 0 } })
  })

  test('answers other requests while it reads a document that takes long', async () => {
    const order: string[] = []
    const reading = preview('long.md', `# One\n\n${`${'*a_ '.repeat(600)}\n\n`.repeat(6)}`).then((answer) => {
      order.push('document')
      return answer
    })
    for (let count = 0; count < 3; count++) {
      await application.request(null, 'GET', '/api/health')
      order.push('other')
    }
    const { status, body } = await reading
    // It was read, and not refused earlier.
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('One')
    expect(order).toEqual(['other', 'other', 'other', 'document'])
  })
})

function notes(count: number): string {
  return Array.from({ length: count }, (_, n) => `Text[^${n}].\n\n[^${n}]: note ${n}\n\n`).join('')
}

async function ask(
  person: Person,
  { files = [], ...fields }: { files?: File[] } & Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ step: 'preview', language: 'en', ...fields }))
    form.set(name, String(value))
  for (const one of files) form.append('files', one)
  return application.request(person, 'POST', '/api/import', form, undefined, signal)
}

async function preview(name: string, text: string): Promise<{ status: number; body: Fields }> {
  const form = new FormData()
  form.set('step', 'preview')
  form.set('slug', 'guide')
  form.set('language', 'en')
  form.set('files', new File([text], name))
  return application.request(coordinator, 'POST', '/api/import', form)
}
