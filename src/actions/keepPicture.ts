import { randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Payload, PayloadRequest } from 'payload'
import type { Outcome } from '@/domain/refusal'
import { bytesHash } from '@/stored/bytesHash'
import { picturesDirectory } from '@/stored/picturesDirectory'
import { type CleanPicture, cleanPicture } from './cleanPicture'

/** What is stored about a file; all of it is determined here, and nothing is taken from the sender. */
export type KeptFile = {
  filename: string
  mimeType: string
  filesize: number
  width: number
  height: number
  sentAs: string
}

/**
 * Cleans a picture and stores its file, under the country's code and the sha256 of the stored bytes: the same picture
 * of one country is one file, and no name reveals anything about another country. A file is never changed and never
 * removed.
 */
export async function keepPicture(
  payload: Payload,
  { bytes: given, country }: { bytes: Uint8Array; country: string },
): Promise<Outcome<KeptFile>> {
  const clean = await cleanPicture(given)
  if (!clean.ok) return clean
  const { bytes, mimeType, width, height } = clean.result
  const filename = fileNameOf({ picture: clean.result, country })
  await keepFile({ path: join(picturesDirectory(payload), filename), bytes })
  return {
    ok: true,
    result: { filename, mimeType, filesize: bytes.byteLength, width, height, sentAs: bytesHash(given) },
  }
}

/** `keepPicture`, with a refusal that names the picture as the sender does. */
export async function keepNamedPicture(
  payload: Payload,
  { name, ...picture }: { name: string; bytes: Uint8Array; country: string },
): Promise<Outcome<KeptFile>> {
  const kept = await keepPicture(payload, picture)
  if (kept.ok) return kept
  return { ok: false, because: kept.because.map((reason) => ({ ...reason, params: { ...reason.params, name } })) }
}

function fileNameOf({ picture, country }: { picture: CleanPicture; country: string }): string {
  if (!/^[a-z]+$/.test(country)) throw new Error(`${JSON.stringify(country)} is no code of a country`)
  return `${country}-${bytesHash(picture.bytes)}${picture.ending}`
}

const KEPT_FILE = Symbol('the file of the new picture')

/** Context for creating a picture whose file is already stored: Payload takes no file name from the data. */
export function withKeptFile(file: KeptFile): Record<symbol, KeptFile> {
  return { [KEPT_FILE]: file }
}

/** The file that `withKeptFile` set for this create. */
export function keptFileOf(req: PayloadRequest): KeptFile | undefined {
  const noted: unknown = Object(req.context)[KEPT_FILE]
  return noted === undefined ? undefined : (noted as KeptFile)
}

/** So that nobody ever reads a half-written file. */
async function keepFile({ path, bytes }: { path: string; bytes: Uint8Array }): Promise<void> {
  const known = await stat(path).catch(() => undefined)
  if (known?.size === bytes.byteLength) return
  await mkdir(resolve(path, '..'), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, bytes)
  await rename(draft, path)
}
