import { parseDocument } from 'yaml'
import { AUDIENCES, POLICIES, STAGES } from '@/domain/section'
import { isSlug, slugOf } from '@/domain/slug'
import { cleanText } from '../cleanRuns'
import { MAX_FRONT_MATTER_CHARACTERS } from '../limits'
import type { NoteBook } from '../noteBook'
import type { FrontMatter } from '../piece'

type Place = { source: string; book: NoteBook }

/**
 * The front matter of a file as fields of a section. A value that cannot be understood is a problem, an unknown key a
 * loss.
 */
export function readFrontMatter({ yaml, source, book }: Place & { yaml: string }): FrontMatter {
  if (yaml.length > MAX_FRONT_MATTER_CHARACTERS) {
    const params = { reason: `> ${MAX_FRONT_MATTER_CHARACTERS}` }
    book.note({ kind: 'problem', source, key: 'import.front-matter-broken', params })
    return {}
  }
  const document = parseDocument(yaml)
  const broken = document.errors[0]
  if (broken) {
    const reason = broken.message.split('\n')[0] ?? ''
    book.note({ kind: 'problem', source, key: 'import.front-matter-broken', params: { reason } })
    return {}
  }
  const content = plainValue(document)
  if (content === null) return {}
  if (typeof content !== 'object' || Array.isArray(content)) {
    book.note({ kind: 'problem', source, key: 'import.front-matter-no-keys' })
    return {}
  }
  const result: FrontMatter = {}
  for (const [key, value] of Object.entries(content)) {
    if (value === null || value === '') continue
    const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined
    if (reader) Object.assign(result, reader({ key, value, source, book }))
    else book.tally({ kind: 'loss', source, key: 'import.front-matter-unknown', params: { name: key } })
  }
  return result
}

/** At most ten aliases are followed: with more, a few lines of YAML become gigabytes. */
function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 })
  } catch {
    return []
  }
}

type Reader = (entry: Place & { key: string; value: unknown }) => Partial<FrontMatter>

const READERS: Partial<Record<string, Reader>> = {
  title: readText,
  summary: readText,
  guidance: readText,
  slug: readSlug,
  order: readOrder,
  audiences: (entry) => ({ audiences: readChoices({ ...entry, choices: AUDIENCES }) }),
  stages: (entry) => ({ stages: readChoices({ ...entry, choices: STAGES }) }),
  policy: (entry) => {
    const [policy] = readChoices({ ...entry, choices: POLICIES })
    return policy === undefined ? {} : { policy }
  },
}

function readText({ key, value, source, book }: Parameters<Reader>[0]): Partial<FrontMatter> {
  if (typeof value === 'string' || typeof value === 'number') return { [key]: cleanText(String(value)) }
  noteValue({ key, value, expected: '"…"', source, book })
  return {}
}

/** Slugs are for addresses: an invalid one is corrected, and reported. */
function readSlug({ value, source, book, key }: Parameters<Reader>[0]): Partial<FrontMatter> {
  if (typeof value !== 'string' && typeof value !== 'number') return readText({ key, value, source, book })
  const slug = isSlug(String(value)) ? String(value) : slugOf(String(value))
  if (slug !== String(value))
    book.note({ kind: 'doubt', source, key: 'import.slug-changed', params: { given: String(value), slug } })
  return { slug }
}

function readOrder({ key, value, source, book }: Parameters<Reader>[0]): Partial<FrontMatter> {
  if (typeof value === 'number' && Number.isFinite(value)) return { order: value }
  noteValue({ key, value, expected: '1, 2, 3 …', source, book })
  return {}
}

function readChoices<Choice extends string>({
  key,
  value,
  choices,
  source,
  book,
}: Parameters<Reader>[0] & { choices: readonly Choice[] }): Choice[] {
  const given: unknown[] = Array.isArray(value) ? value : [value]
  const known = choices.filter((choice) => given.includes(choice))
  const unknown = given.find((one) => !choices.some((choice) => choice === one))
  if (unknown !== undefined) noteValue({ key, value: unknown, expected: choices.join(', '), source, book })
  return known
}

function noteValue({ key, value, expected, source, book }: Parameters<Reader>[0] & { expected: string }): void {
  const given = typeof value === 'object' ? JSON.stringify(value) : String(value)
  book.note({ kind: 'problem', source, key: 'import.front-matter-value', params: { name: key, given, expected } })
}
