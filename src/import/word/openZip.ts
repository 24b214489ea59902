import { inflateRawSync } from 'node:zlib'
import { MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from '../limits'

export type ZipFailure = 'broken' | 'too-large' | 'protected'

/** The entries of a zip file by name, unpacked when asked for; null for one that is damaged or not as large as it says. */
export type Zip = { names: string[]; read: (name: string) => Uint8Array | null }

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number }

/**
 * Opens a zip file and refuses one that would unpack to more than its limit. The list of entries is read here, and not
 * by JSZip, because the sizes must be known and enforced before anything is unpacked: `maxOutputLength` stops an entry
 * that holds more than the list says. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function openZip(bytes: Uint8Array): Zip | ZipFailure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory({ bytes, view })
  if (!Array.isArray(entries)) return entries
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name)
      return entry ? unpack({ entry, bytes, view }) : null
    },
  }
}

type Source = { bytes: Uint8Array; view: DataView }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

function readDirectory({ bytes, view }: Source): Entry[] | ZipFailure {
  const end = findEnd(view)
  if (end === null) return 'broken'
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ZIP_ENTRIES) return 'too-large'
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'broken'
    if (view.getUint16(at + 8, true) & 1) return 'protected'
    const nameLength = view.getUint16(at + 28, true)
    const unpacked = view.getUint32(at + 24, true)
    total += unpacked
    if (total > MAX_UNPACKED_BYTES) return 'too-large'
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked,
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return isOverlapping(entries) ? 'broken' : entries
}

/** Entries that share their bytes are how a small file becomes a large one; no program writes them. */
function isOverlapping(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset)
  return inOrder.some(({ offset, packed }, index) => offset + 30 + packed > (inOrder[index + 1]?.offset ?? Infinity))
}

/** The directory ends with a record of 22 bytes and a comment of at most 65,535. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return null
}

function unpack({ entry, bytes, view }: Source & { entry: Entry }): Uint8Array | null {
  const { offset, packed, unpacked, method } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) return null
  if (method === 0) return packed === unpacked ? content : null
  if (method !== 8) return null
  if (unpacked === 0) return new Uint8Array()
  try {
    const result = inflateRawSync(content, { maxOutputLength: unpacked })
    return result.length === unpacked ? result : null
  } catch {
    return null
  }
}
