import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackUploads } from '@/import/unpackUploads'
import { openZip, type Zip, type ZipFailure } from '@/import/word/openZip'

const MB = 1024 * 1024
const FLAG_UTF8 = 0x800
const FLAG_ENCRYPTED = 1
const FLAG_STRONG = 0x40

describe('the names in a zip file', () => {
  it.each([
    ['are read as UTF-8 if the file says so', Buffer.from('οδηγός.md'), FLAG_UTF8, 'οδηγός.md'],
    [
      'are read as UTF-8 if they are valid UTF-8 although the file does not say so, as macOS writes them',
      Buffer.from('οδηγός.md'),
      0,
      'οδηγός.md',
    ],
    [
      'are read as code page 437 if they are not UTF-8, as Windows writes them',
      Buffer.from('f\x81hrer.md', 'latin1'),
      0,
      'führer.md',
    ],
    ['have slashes', Buffer.from('a\\b.md'), 0, 'a/b.md'],
  ])('%s', async (_, raw, flags, name) => {
    expect(await openZip(zipOf([{ raw, flags }]))).toMatchObject({ names: [name] })
  })
})

describe('an entry of a zip file', () => {
  it('is read, compressed or not', async () => {
    const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a') }, { raw: Buffer.from('b'), isPacked: true }])))
    expect(await zip.read('a')).toEqual(new Uint8Array(CONTENT))
    expect(await zip.read('b')).toEqual(new Uint8Array(CONTENT))
  })

  it('is unpacked once, however often it is read', async () => {
    const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a'), isPacked: true }])))
    expect(await zip.read('a')).toBe(await zip.read('a'))
  })

  it('that does not exist is null', async () => {
    const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a') }])))
    expect(await zip.read('b')).toBeNull()
    expect(zip.hasDamage()).toBe(false)
  })

  it('with another size than it declares is null', async () => {
    for (const says of [CONTENT.length - 1, CONTENT.length + 1]) {
      const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a'), isPacked: true, says }])))
      expect(await zip.read('a')).toBeNull()
    }
  })

  it('with other bytes than were packed is null, compressed or not', async () => {
    for (const isPacked of [false, true]) {
      const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a'), isPacked, content: DAMAGED }])))
      expect(zip.hasDamage(), 'it was not requested').toBe(false)
      expect(await zip.read('a')).toBeNull()
      expect(zip.hasDamage()).toBe(true)
    }
  })

  it('with another compression is null', async () => {
    const zip = zipIn(await openZip(zipOf([{ raw: Buffer.from('a'), isPacked: true, method: 12 }])))
    expect(await zip.read('a')).toBeNull()
  })
})

describe('a zip file', () => {
  it.each([
    ['with an encrypted entry', { flags: FLAG_ENCRYPTED, isPacked: true }, 'protected'],
    ['with strong encryption', { flags: FLAG_ENCRYPTED | FLAG_STRONG }, 'protected'],
    ['that would unpack to more than 300 MB', { isPacked: true, says: 301 * MB }, 'too-large'],
  ])('%s is refused', async (_, entry, failure) => {
    expect(await openZip(zipOf([{ raw: Buffer.from('a'), ...entry }]))).toBe(failure)
  })

  it('whose entries would together unpack to more than 300 MB is refused', async () => {
    const entries = ['a', 'b'].map((name) => ({ raw: Buffer.from(name), isPacked: true, says: 151 * MB }))
    expect(await openZip(zipOf(entries))).toBe('too-large')
  })

  it.each([
    ['one name', 'a/b.md', 'a/b.md'],
    ['one name, once with a backslash', 'a/b.md', 'a\\b.md'],
    ['one name in another order', 'a\\b.md', 'a/b.md'],
  ])('with two entries of %s is refused', async (_, one, other) => {
    const entries = [one, 'c.md', other].map((name) => ({ raw: Buffer.from(name) }))
    expect(await openZip(zipOf(entries))).toBe('broken')
  })

  it('with a folder that is listed twice is opened, because a folder has no content', async () => {
    const entries = ['a/', 'a/', 'a/b.md'].map((name) => ({ raw: Buffer.from(name) }))
    expect(await openZip(zipOf(entries))).toMatchObject({ names: ['a/', 'a/b.md'] })
  })

  it('with more than 5,000 entries is refused before its entries are read', async () => {
    const bytes = zipOf([{ raw: Buffer.from('a') }])
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 5001, true)
    expect(await openZip(bytes)).toBe('too-many')
  })

  it('keeps an entry name that leads out of the folder as a mere name', async () => {
    const unpacked = await unpackUploads([{ path: 'a.zip', bytes: zipOf([{ raw: Buffer.from('../../a.md') }]) }])
    expect(unpacked).toMatchObject({ ok: true, result: [{ path: '../../a.md' }] })
  })
})

const CONTENT = Buffer.from('some content '.repeat(20))
const DAMAGED = Buffer.from('same content '.repeat(20))

type Given = {
  raw: Buffer
  flags?: number
  isPacked?: boolean
  method?: number
  /** The size in the directory. */
  says?: number
  /** The bytes that are in the file; the directory has the checksum of `CONTENT`. */
  content?: Buffer
}

function zipIn(opened: Zip | ZipFailure): Zip {
  if (typeof opened === 'string') throw new Error(opened)
  return opened
}

/** PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
function zipOf(given: Given[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const one of given) {
    const { raw, flags = 0, isPacked = false, method = isPacked ? 8 : 0, says = CONTENT.length } = one
    const content = isPacked ? deflateRawSync(one.content ?? CONTENT) : (one.content ?? CONTENT)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(CONTENT), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(says, 18)
    common.writeUInt16LE(raw.length, 22)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, end, raw)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, raw, content])
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(given.length, 8)
  end.writeUInt16LE(given.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}
