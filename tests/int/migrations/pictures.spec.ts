import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPendingMigrations } from '@/database/migrations'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { migrations } from '../../../migrations'
import * as drawnAgain from '../../../migrations/20261127_081500_pictures_are_drawn_again'
import { type Application, type Fields, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Picture, resultOf, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'

let application: Application
let given: Factories
let shown: Picture
let twin: Picture
let today: Picture
let lost: Picture
let photograph: Buffer
let publishedFile: typeof import('@/reader/queries').publishedFile

const CHANGES = ['20261127_081500_pictures_are_drawn_again', '20261127_081600_former_files_of_pictures_go']

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  publishedFile = (await import('@/reader/queries')).publishedFile
  // Rotated, as a camera stores it.
  photograph = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#b03020' } })
    .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: '#204080' } }, left: 0, top: 0 }])
    .withExif({ IFD0: { Artist: 'A Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  shown = await given.picture({ seed: 'shown', country: 'master' })
  twin = await given.picture({ seed: 'twin', country: 'master' })
  today = await given.picture({ seed: 'today', country: 'master' })
  lost = await given.picture({ seed: 'lost', country: 'master' })
  const toolkit = await given.toolkit({ released: false })
  const keeper = await given.coordinator()
  const [first] = toolkit.sections
  const image = (media: string) => block('image', { attrs: { media, alt: 'A shelter' } })
  const body = toLexical([...words('See this.'), image(shown.id), image(today.id)])
  const place = { toolkit: toolkit.id, key: first?.key, language: 'en', seen: first?.rev }
  resultOf(await application.act(keeper, 'save-section', { ...place, body }))
  const release = await toRelease(application.payload, { toolkit: toolkit.id, version: '1.0' })
  resultOf(await application.act(keeper, 'release-master', release))

  await storeAsBefore(shown, `${sha256(photograph)}.jpg`)
  await storeAsBefore(twin, 'a-second-time.jpg')
  await collection('media').updateOne({ filename: lost.filename }, { $set: { filename: 'nowhere.png' } })
})

afterAll(() => application.stop())

describe('pictures that were stored as cameras make them', () => {
  test('do not change if the migration is stopped on the way', async () => {
    const before = { pictures: await pictures(), releases: await releases() }
    const { db } = application.payload
    const id = await db.beginTransaction()
    const session = id ? db.sessions?.[id] : undefined
    await drawnAgain.up({ payload: application.payload, session } as unknown as Parameters<typeof drawnAgain.up>[0])
    await db.rollbackTransaction(id ?? '')
    expect({ pictures: await pictures(), releases: await releases() }).toEqual(before)
    expect((await publishedFile(shown.id))?.bytes).toEqual(new Uint8Array(photograph))
  })

  test('lose location, camera and author, and a release shows the same picture', async () => {
    const texts = await collection('sections').find().toArray()
    const standing = { today: await pictureOf(today), lost: await pictureOf(lost) }
    await migrateAgain()

    const file = await publishedFile(shown.id)
    const { exif, orientation, width, height } = await sharp(file?.bytes).metadata()
    expect({ exif, orientation, width, height }).toEqual({ width: 20, height: 40 })
    expect(await distance(await sharp(photograph).autoOrient().raw().toBuffer(), file?.bytes)).toBeLessThan(4)
    const { formerFile, ...document } = await pictureOf(shown)
    expect(formerFile).toBeUndefined()
    expect(document).toMatchObject({
      filename: `master-${sha256(file?.bytes ?? '')}.jpg`,
      mimeType: 'image/jpeg',
      filesize: file?.bytes.byteLength,
      width: 20,
      height: 40,
      sentAs: sha256(photograph),
    })
    const [release] = await releases()
    expect(Object(release?.pictures)[shown.id]).toMatchObject({
      filename: document.filename,
      mimeType: 'image/jpeg',
      size: { width: 20, height: 40 },
    })
    expect(await collection('sections').find().toArray()).toEqual(texts)
    // A picture that was redrawn when it was stored and one whose file is missing are unchanged.
    expect({ today: await pictureOf(today), lost: await pictureOf(lost) }).toEqual(standing)
  })

  test('become one file each if a country has the same picture twice', async () => {
    const [first, second] = [await pictureOf(shown), await pictureOf(twin)]
    expect(second.filename).toBe(String(first.filename).replace('.jpg', `-${twin.id}.jpg`))
    expect(await fileOf(second)).toEqual(await fileOf(first))
  })

  test('leave no file behind that reveals where they were taken', async () => {
    const directory = process.env.MEDIA_DIR ?? ''
    const names = await readdir(directory)
    expect(names).not.toContain('a-second-time.jpg')
    expect(names).toContain(today.filename)
    for (const name of names) {
      const bytes = await readFile(join(directory, name))
      expect([name, bytes.includes('A Person'), bytes.includes('Exif')]).toEqual([name, false, false])
    }
  })

  test('do not change if the migration runs again', async () => {
    const before = { pictures: await pictures(), releases: await releases(), files: await files() }
    await migrateAgain()
    expect({ pictures: await pictures(), releases: await releases(), files: await files() }).toEqual(before)
  })
})

/** Replaces the file of a picture with the photograph, in the form in which pictures were stored before. */
async function storeAsBefore({ id, filename }: Picture, name: string): Promise<void> {
  await writeFile(join(process.env.MEDIA_DIR ?? '', name), photograph)
  const old = { filename: name, mimeType: 'image/jpeg', filesize: photograph.byteLength, width: 40, height: 20 }
  await collection('media').updateOne({ filename }, { $set: old, $unset: { sentAs: '' } })
  await collection('releases').updateMany(
    { files: id },
    {
      $set: {
        [`pictures.${id}.filename`]: name,
        [`pictures.${id}.mimeType`]: 'image/jpeg',
        [`pictures.${id}.size`]: { width: 40, height: 20 },
      },
    },
  )
}

async function migrateAgain(): Promise<void> {
  await collection('payload-migrations').deleteMany({ name: { $in: CHANGES } })
  await runPendingMigrations(application.payload, migrations)
}

function collection(name: string) {
  return application.payload.db.connection.collection(name)
}

const pictures = (): Promise<Fields[]> => collection('media').find().sort({ _id: 1 }).toArray()
const releases = (): Promise<Fields[]> => collection('releases').find().toArray()
const files = async (): Promise<string[]> => (await readdir(process.env.MEDIA_DIR ?? '')).sort()

async function pictureOf({ id }: Picture): Promise<Fields> {
  return (await pictures()).find((one) => String(one._id) === id) ?? {}
}

const fileOf = ({ filename }: Fields): Promise<Buffer> => readFile(join(process.env.MEDIA_DIR ?? '', String(filename)))

/** The difference of two pictures of the same size: the mean over all their values, out of 255. */
async function distance(expected: Buffer, bytes: Uint8Array | undefined): Promise<number> {
  const pixels = await sharp(bytes).raw().toBuffer()
  expect(pixels.byteLength).toBe(expected.byteLength)
  return pixels.reduce((sum, value, at) => sum + Math.abs(value - (expected[at] ?? 0)), 0) / pixels.byteLength
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
