import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from '../limits'

export type ZipFailure = 'broken' | 'too-large' | 'too-many' | 'protected'

/**
 * The entries of a zip file by name. Each is unpacked once, when it is requested; null for one that is not there or is
 * damaged. `hasDamage` distinguishes the two: whoever reads entries that may be missing asks it afterwards.
 */
export type Zip = {
  names: string[]
  read: (name: string) => Promise<Uint8Array | null>
  /** The same for an entry that can be done without: the answer says whether it is damaged, `hasDamage` does not. */
  readIfWhole: (name: string) => Promise<Uint8Array | 'damaged' | null>
  /** Is it there, without content? As the directory says: `read` finds the damage if that is wrong. */
  isEmpty: (name: string) => boolean
  /** Was a damaged entry read? Its size or its checksum is not the one in the directory. */
  hasDamage: () => boolean
}

/**
 * Opens a zip file, and refuses one with too many entries, one that would unpack to more than the limit, and one with
 * overlapping entries or with two entries of one name, because nobody knows which of them was meant. All of that is
 * known from the directory, before anything is unpacked. yauzl then stops at an entry that has more bytes than the
 * directory declares.
 */
export async function openZip(bytes: Uint8Array): Promise<Zip | ZipFailure> {
  const zip = await open(bytes)
  const entries = zip && (await entriesOf(zip))
  if (!entries) return 'broken'
  if (!Array.isArray(entries)) return entries
  const named = entries.map((entry) => [nameIn(entry), entry] as const)
  const byName = new Map(named)
  const files = named.filter(([name]) => !name.endsWith('/'))
  if (new Set(files.map(([name]) => name)).size < files.length) return 'broken'
  const unpacked = new Map<string, Promise<Uint8Array | null>>()
  let isDamaged = false
  const readIfWhole = async (name: string): Promise<Uint8Array | 'damaged' | null> => {
    const entry = byName.get(name)
    if (!entry) return null
    const content = unpacked.get(name) ?? unpack(zip, entry)
    unpacked.set(name, content)
    return (await content) ?? 'damaged'
  }
  return {
    names: [...byName.keys()],
    read: async (name) => {
      const content = await readIfWhole(name)
      if (content !== 'damaged') return content
      isDamaged = true
      return null
    },
    readIfWhole,
    isEmpty: (name) => byName.get(name)?.uncompressedSize === 0,
    hasDamage: () => isDamaged,
  }
}

/** Names are decoded here (`nameIn`): without the flag for UTF-8, yauzl decodes them as code page 437. */
async function open(bytes: Uint8Array): Promise<ZipFile | null> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return fromBufferPromise(content, { decodeStrings: false }).catch(() => null)
}

async function entriesOf(zip: ZipFile): Promise<Entry[] | ZipFailure> {
  if (zip.entryCount > MAX_ZIP_ENTRIES) return 'too-many'
  const entries: Entry[] = []
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'protected'
      total += entry.uncompressedSize
      if (total > MAX_UNPACKED_BYTES) return 'too-large'
      entries.push(entry)
    }
  } catch (error) {
    return error instanceof Error && /encryption/.test(error.message) ? 'protected' : 'broken'
  }
  return isOverlapping(entries) ? 'broken' : entries
}

/** The bytes before the name, which each entry has. */
const LOCAL_HEADER_BYTES = 30

/** Overlapping entries can turn a small file into a large one; no normal program writes them. */
function isOverlapping(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader)
  return inOrder.some(({ relativeOffsetOfLocalHeader, compressedSize }, index) => {
    const next = inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? Number.POSITIVE_INFINITY
    return relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + compressedSize > next
  })
}

/** macOS writes names in UTF-8 without the flag. Windows writes them in code page 437, which is hardly ever valid UTF-8. */
function nameIn({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replace(/\\/g, '/')
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  }
}

/** yauzl compares the size, but not the checksum (3.4.0): other bytes of the same number would be other words. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  try {
    const content = await buffer(await zip.openReadStreamPromise(entry))
    if (crc32(content) !== entry.crc32) return null
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  } catch {
    return null
  }
}
