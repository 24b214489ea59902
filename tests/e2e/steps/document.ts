import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { OWN_DOCUMENT, writeOwnDocument } from '../document/ownDocument'

/** A document of nineteen sections in two versions, each a folder of Markdown files. */
export type TwoVersions = {
  title: string
  slug: string
  /** The numbers of the versions, and of the releases made from them. */
  older: string
  newer: string
  /** The titles of sixteen sections that both versions have, sorted by name. */
  criteria: string[]
  /**
   * All files of a version with their paths, as one .zip, because a form cannot send folders. One section may get
   * another title.
   */
  zipOf: (version: string, retitled?: Retitled) => Promise<{ name: string; mimeType: string; buffer: Buffer }>
}

export type Retitled = { from: string; to: string }

const CORPUS = '../shared/corpus/standard-for-public-code'

/** The real document if it is available, else our own document of the same shape; says which. */
export async function givenADocumentInTwoVersions(): Promise<TwoVersions> {
  const isReal = existsSync(CORPUS)
  const folder = isReal ? CORPUS : await mkdtemp(join(tmpdir(), 'toolkit-document-'))
  if (!isReal) await writeOwnDocument(folder)
  console.log(isReal ? `The walk imports ${CORPUS}` : `${CORPUS} is missing: the walk imports a document of its own`)
  const about = isReal
    ? { title: 'Standard for Public Code', slug: 'public-code', older: '0.7.1', newer: '0.8.0' }
    : OWN_DOCUMENT
  return {
    ...about,
    criteria: await titlesIn(join(folder, about.older, 'criteria')),
    zipOf: (version, retitled) => zip({ folder: join(folder, version), name: `${version}.zip`, retitled }),
  }
}

async function titlesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name !== 'index.md').sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => /^# ([^#].*)$/m.exec(text.replace(/^---$.*?^---$/ms, ''))?.[1]?.trim() ?? '')
}

async function zip({ folder, name, retitled }: { folder: string; name: string; retitled: Retitled | undefined }) {
  const archive = new JSZip()
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    const bytes = await readFile(path)
    const heading = retitled && entry.name.endsWith('.md') ? `\n# ${retitled.from}\n` : null
    const isIt = heading !== null && bytes.includes(heading)
    const content = isIt ? bytes.toString().replace(heading, `\n# ${retitled?.to}\n`) : bytes
    archive.file(path.slice(folder.length + 1), content)
  }
  return { name, mimeType: 'application/zip', buffer: await archive.generateAsync({ type: 'nodebuffer' }) }
}
