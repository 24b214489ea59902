import type { PayloadRequest } from 'payload'
import type { ImportedText, RememberedSection } from '@/domain/importPlan/importedText'
import type { Language } from '@/domain/language'
import type { SectionContent } from '@/domain/section'
import { loadBlobs } from './blobs'
import { asNumber, asRecord, asText, asTextOrNull } from './parse'

/** The fields that a document may omit, so that it is stored whether it had them. */
const OPTIONAL = ['summary', 'guidance', 'audiences', 'stages', 'policy'] as const

/** One section of a stored import: its place in the document, and the blob with its text. */
export type ImportEntry = {
  key: string
  parent: string | null
  left: boolean
  /** sha256 of a content with only this language. */
  blob: string
  /** Which of the fields that a document may omit it had. */
  said: (typeof OPTIONAL)[number][]
}

/** The newest import into a toolkit in one language. */
export type LastImport = {
  id: string
  seq: number
  /** The name of the file or folder; '' if it had none. */
  file: string
  /** Cut at headings up to this level; null if the tool chose it. */
  level: number | null
  /** ISO 8601. */
  at: string
  /** The id of the person who imported it. */
  actor: string
  entries: ImportEntry[]
  sections: RememberedSection[]
}

/**
 * The newest import into a toolkit in a language, with its texts; null if none is known. Reads with the person's
 * request.
 */
export async function loadLastImport({
  req,
  toolkit,
  language,
}: {
  req: PayloadRequest
  toolkit: string
  language: Language
}): Promise<LastImport | null> {
  const { docs } = await req.payload.find({
    collection: 'imports',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-seq',
    where: { and: [{ toolkit: { equals: toolkit } }, { language: { equals: language } }] },
  })
  const doc = asRecord(docs[0])
  if (!docs[0]) return null
  const entries = readEntries(doc.sections)
  const blobs = await loadBlobs({ req, hashes: entries.map(({ blob }) => blob) })
  return {
    id: String(doc.id),
    seq: asNumber(doc.seq),
    file: asText(doc.file),
    level: typeof doc.level === 'number' ? doc.level : null,
    at: asText(doc.at),
    actor: String(doc.actor),
    entries,
    sections: entries.map(({ key, parent, left, blob, said }) => {
      const content = blobs.get(blob)
      if (!content) throw new Error(`Import ${doc.id}: blob ${blob} is not there`)
      return { key, parent, left, text: textFrom({ content, said, language }) }
    }),
  }
}

/** A document's text of a section, as a blob stores it. */
export function contentOfImported({
  key,
  text: { title, summary, body, guidance, audiences = [], stages = [], policy = 'free' },
  language,
}: {
  key: string
  text: ImportedText
  language: Language
}): SectionContent {
  return {
    key,
    title: { [language]: title },
    summary: summary === undefined ? {} : { [language]: summary },
    body: { [language]: body },
    addition: {},
    audiences,
    stages,
    policy,
    guidance: guidance === undefined ? {} : { [language]: guidance },
  }
}

export function saidIn(text: ImportedText): ImportEntry['said'] {
  return OPTIONAL.filter((name) => text[name] !== undefined)
}

function textFrom({
  content,
  said,
  language,
}: {
  content: SectionContent
  said: ImportEntry['said']
  language: Language
}): ImportedText {
  const { title, summary, body, guidance, audiences, stages, policy } = content
  const has = (name: ImportEntry['said'][number]) => said.includes(name)
  return {
    title: title[language] ?? '',
    body: body[language] ?? [],
    ...(has('summary') ? { summary: summary[language] ?? '' } : {}),
    ...(has('guidance') ? { guidance: guidance[language] ?? '' } : {}),
    ...(has('audiences') ? { audiences } : {}),
    ...(has('stages') ? { stages } : {}),
    ...(has('policy') ? { policy } : {}),
  }
}

function readEntries(value: unknown): ImportEntry[] {
  const given: unknown[] = Array.isArray(value) ? value : []
  return given.map(asRecord).map(({ key, parent, left, blob, said }) => {
    const names: unknown[] = Array.isArray(said) ? said : []
    return {
      key: asText(key),
      parent: asTextOrNull(parent),
      left: left === true,
      blob: asText(blob),
      said: OPTIONAL.filter((name) => names.includes(name)),
    }
  })
}
