import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTurn, isCrowded } from '@/actions/drawingTurns'
import { importToolkit } from '@/actions/importToolkit'
import { block } from '@/domain/richText/richText'
import { type Answer, type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, onePixel, pictureForm, resultOf } from '../setup/factories'
import { type Acting, actingOn } from './acting'

let application: Application
let given: Factories
let acting: Acting
let coordinator: Person
let lead: Person

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  acting = actingOn(application)
  coordinator = await given.coordinator()
  lead = await given.person({ roles: [{ role: 'national-lead', country: 'ie' }] })
  await given.country('cy')
})

afterAll(() => application.stop())

describe('a picture that is added', () => {
  test('is stored upright and without location, camera or author', async () => {
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'A Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const doc = await stored(await send(lead, taken, { name: 'shelter.jpg' }))
    expect(doc).toMatchObject({ width: 20, height: 40, mimeType: 'image/jpeg', country: 'ie' })
    const file = await fileOf(doc)
    const { exif, icc, xmp, iptc, orientation, width } = await sharp(file).metadata()
    expect({ exif, icc, xmp, iptc, orientation, width }).toEqual({ width: 20 })
    expect(file.includes('A Person')).toBe(false)
  })

  test.each([
    ['png', 'image/png', '.png'],
    ['jpeg', 'image/jpeg', '.jpg'],
    ['webp', 'image/webp', '.webp'],
    ['gif', 'image/webp', '.webp'],
  ] as const)(
    'has the type of its bytes: %s, whatever its name and the sender say',
    async (format, mimeType, ending) => {
      const bytes = await sharp(onePixel(format)).toFormat(format).toBuffer()
      const sent = pictureForm({ bytes, name: 'index.html', country: 'ie' })
      const lies = { filename: 'mine.html', mimeType: 'text/html', width: 20_000, height: 1, filesize: 1, url: '//x' }
      for (const [name, lie] of Object.entries(lies)) sent.set(name, String(lie))
      const doc = await stored(await application.request(lead, 'POST', '/api/pictures', sent))
      expect(doc).toMatchObject({ mimeType, width: 1, height: 1, filesize: (await fileOf(doc)).byteLength })
      expect(doc.filename).toMatch(new RegExp(`^ie-[0-9a-f]{64}\\${ending}$`))
    },
  )

  test.each(['../../x', '..', 'a/b/c/d', '%2e%2e/x', 'zz', 'all', 'IE', '__proto__', 'accounts', 'ie\0', ''])(
    'is refused with a sentence for a country that does not exist (%j), and no file is written',
    async (country) => {
      const before = await filesAround()
      const answer = await application.request(
        coordinator,
        'POST',
        '/api/pictures',
        pictureForm({ bytes: onePixel(`for ${country}`), name: 'a.png', country }),
      )
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
      expect(answer.status, answer.text).toBeLessThan(500)
      expect(answer.body.because).toMatchObject([{ text: expect.any(String) }])
      expect(await filesAround()).toEqual(before)
    },
  )

  test('never changes: neither its file nor its data', async () => {
    const before = await stored(await send(lead, onePixel('stays')))
    const { id, rev } = before
    const lies = { rev, sentAs: '0', width: 20_000, mimeType: 'image/gif', filename: 'other.png' }
    for (const change of [lies, upload({ rev })]) {
      const answer = await application.request(coordinator, 'PATCH', `/api/media/${id}?locale=en`, change)
      expect(answer.status).toBe(403)
    }
    expect(await storedPicture(String(id))).toEqual(before)
  })

  test('can only be added by the action: Payload’s own address for it is closed to everybody', async () => {
    const before = [await acting.stored('media'), await readdir(process.env.MEDIA_DIR ?? '')]
    const admin = await given.person({ roles: [{ role: 'admin' }] })
    for (const person of [admin, coordinator, lead])
      for (const body of [upload({ country: 'ie' }), upload({ country: 'master' }), { country: 'ie' }]) {
        const answer = await application.request(person, 'POST', '/api/media?locale=en', body)
        expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('You are not allowed')])
        const access = await application.request(person, 'GET', '/api/access')
        expect(Object(Object(access.body.collections).media)).not.toHaveProperty('create')
      }
    expect([await acting.stored('media'), await readdir(process.env.MEDIA_DIR ?? '')]).toEqual(before)
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a drawing with script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /PNG, JPEG or WebP/],
    ['a page', () => Buffer.from('<!doctype html><p>Hello'), /PNG, JPEG or WebP/],
    ['60,000 × 60,000 pixels', () => withSize(onePixel('huge'), 60_000), /50 million pixels/],
    ['a truncated picture', async () => (await noise()).subarray(0, 2000), /damaged or incomplete/],
  ])('is refused as %s, with a sentence', async (_, bytes, words) => {
    const before = await acting.stored('media')
    const answer = await send(lead, await bytes())
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(words)
    expect(await acting.stored('media')).toEqual(before)
  })

  test('is refused if no file was chosen, and for everybody who may not write there', async () => {
    const nothing = new FormData()
    nothing.set('country', 'ie')
    expect((await application.request(lead, 'POST', '/api/pictures', nothing)).text).toContain(
      'Choose a picture first.',
    )
    expect((await send(lead, onePixel('abroad'), { country: 'cy' })).status).toBe(403)
    const reader = await given.person({ roles: [{ role: 'observer', country: 'ie' }] })
    expect((await send(reader, onePixel('observed'))).status).toBe(403)
  })
})

describe('a picture that is added while writing', () => {
  const listed = async (person: Person, country: string): Promise<string[]> => {
    const { body } = await application.request(person, 'GET', `/api/pictures?country=${country}`)
    return Object(body.result).pictures.map(({ id }: Fields) => String(id))
  }

  test('is stored once, is recorded, and can be chosen again', async () => {
    const first = await send(lead, onePixel('drawn'), { country: 'ie' })
    const again = await send(lead, onePixel('drawn'), { country: 'ie' })
    expect([first.status, again.body.result]).toEqual([200, first.body.result])
    const { id } = Object(first.body.result)
    const events = (await acting.auditOf('ie')).filter(({ subject }) => subject === `media/${id}`)
    expect(events).toMatchObject([{ action: 'media.create', actor: lead.id, details: {} }])
    expect(await listed(lead, 'ie')).toContain(id)
  })

  test('can be seen only by its country', async () => {
    const { body } = await send(coordinator, onePixel('of cyprus'), { country: 'cy' })
    const { id, filename } = Object(body.result)
    const shown = await application.request(coordinator, 'GET', `/api/pictures/${id}`)
    expect([shown.status, shown.headers.get('location')]).toEqual([302, `/api/media/file/${filename}`])
    for (const person of [lead, null]) {
      expect((await application.request(person, 'GET', `/api/pictures/${id}`)).status).toBe(404)
    }
    expect(await listed(coordinator, 'cy')).toContain(id)
    expect(await listed(lead, 'cy')).not.toContain(id)
  })

  test('is refused in another country, in the common framework, and if it does not exist', async () => {
    const before = await acting.stored('media')
    for (const [person, bytes, country, status] of [
      [lead, onePixel('x'), 'cy', 403],
      [lead, onePixel('x'), 'master', 403],
      [lead, onePixel('x'), '', 400],
      [lead, Buffer.from('no picture'), 'ie', 422],
    ] as const) {
      const answer = await send(person, bytes, { country })
      expect([answer.status, Object(answer.body.because)[0]?.text]).toEqual([status, expect.stringMatching(/\.$/)])
    }
    expect(await acting.stored('media')).toEqual(before)
  })
})

describe('many pictures at once', () => {
  test('are redrawn one after the other, so that readers and sign-ins do not wait for them', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        sharp({ create: { width: 1500, height: 1500, channels: 3, background: { r: index, g: 9, b: 9 } } })
          .png()
          .toBuffer(),
      ),
    )
    let most = 0
    const count = () => {
      // In this order, because a job moves from the queue to the process and is then counted at most once.
      const { process } = sharp.counters()
      const { queue } = sharp.counters()
      most = Math.max(most, process + queue)
    }
    sharp.queue.on('change', count)
    const answers = await Promise.all(pictures.map((bytes) => send(lead, bytes)))
    sharp.queue.off('change', count)
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(most).toBe(1)
  })

  test('are refused by name from the ninth in the queue on, and can be added a little later', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const others: Promise<void>[] = []
    while (!isCrowded()) others.push(inTurn(() => gate))
    expect(others).toHaveLength(9)
    const refused = await send(lead, onePixel('too many'), { name: 'ninth.png' })
    open()
    await Promise.all(others)
    expect([refused.status, refused.body.because]).toMatchObject([
      429,
      [{ key: 'refusal.pictures-busy', text: expect.stringContaining('ninth.png') }],
    ])
    expect((await send(lead, onePixel('too many'), { name: 'ninth.png' })).status).toBe(200)
  })
})

describe('the same picture in two countries', () => {
  test('is stored once for each: no name reveals that another country has it', async () => {
    const ie = await stored(await send(lead, onePixel('shared')))
    const cy = await stored(await send(coordinator, onePixel('shared'), { country: 'cy' }))
    expect(ie.id).not.toBe(cy.id)
    expect(String(ie.filename).replace(/^ie-/, '')).toBe(String(cy.filename).replace(/^cy-/, ''))
  })

  test('becomes a picture of the common framework when an import contains it', async () => {
    const doc = await stored(await send(lead, onePixel('imported')))
    const body = [block('image', { attrs: { media: 'a.png' } })]
    const images = [{ name: 'a.png', bytes: onePixel('imported'), mimeType: 'image/png', alt: 'A dot' }]
    const sections = [{ source: '', depth: 1, title: 'Shown', body }]
    const seen = await acting.seenForImport(coordinator, 'with-a-picture')
    const input = { slug: 'with-a-picture', language: 'en' as const, sections, images, seen }
    await acting.succeed(coordinator, importToolkit, input)
    const own = (await acting.stored('media')).filter(({ filename }) => String(filename).startsWith('master-'))
    expect(own).toHaveLength(1)
    expect(own[0]?.id).not.toBe(doc.id)
  })
})

const send = (person: Person, bytes: Uint8Array, { name = 'a.png', country = 'ie' } = {}) =>
  application.request(person, 'POST', '/api/pictures', pictureForm({ bytes, name, country }))

/** The document of an added picture. */
const stored = (answer: Answer): Promise<Fields> => storedPicture(String(resultOf(answer).id))

/** As Payload's own screens would send a file. */
function upload(data: Fields): FormData {
  const sent = new FormData()
  sent.set('file', new File([onePixel('sent to Payload')], 'b.png', { type: 'image/png' }))
  sent.set('_payload', JSON.stringify(data))
  return sent
}

const fileOf = (doc: unknown): Promise<Buffer> =>
  readFile(join(process.env.MEDIA_DIR ?? '', String(Object(doc).filename)))

async function storedPicture(id: string): Promise<Fields> {
  return Object(await application.payload.findByID({ collection: 'media', id, depth: 0, overrideAccess: true }))
}

/** A PNG that claims to have this width and height. */
function withSize(png: Uint8Array, pixels: number): Uint8Array {
  const changed = Buffer.from(png)
  changed.writeUInt32BE(pixels, 16)
  changed.writeUInt32BE(pixels, 20)
  return changed
}

function noise(): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 251))
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer()
}

/** The files in the directory of pictures and below its parent, which other tests may fill too. */
async function filesAround(): Promise<string[]> {
  const directory = process.env.MEDIA_DIR ?? ''
  const inside = await readdir(directory, { recursive: true })
  const beside = (await readdir(join(directory, '..'))).filter((name) => name.endsWith('.png'))
  return [...inside, ...beside].toSorted()
}
