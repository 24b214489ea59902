import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isLanguage, type Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { REASONS } from '@/domain/section'
import { readDocument } from '@/import/readDocument'

const frontMatter = z.object({
  section: z.string(),
  mode: z.enum(['adapt', 'supplement', 'local', 'omit', 'translate']),
  reason: z.enum(REASONS).optional(),
  explanation: z.string().optional(),
  sources: z.string().optional(),
  title: z.string().optional(),
  summary: z.string().optional(),
  after: z.string().optional(),
})

/** What one country does with one section in one language, as given in the sample's files. */
export type NationalText = z.infer<typeof frontMatter> & { language: Language; body: RichText }

/**
 * All sample texts of a country, in the order of their files. Throws for a file that cannot be read, because it is
 * ours.
 */
export async function nationalTexts(country: string): Promise<NationalText[]> {
  const folder = join(import.meta.dirname, 'content', 'national', country)
  const texts: NationalText[] = []
  for (const language of (await readdir(folder)).sort()) {
    if (!isLanguage(language)) continue
    for (const name of (await readdir(join(folder, language))).sort()) {
      const source = await readFile(join(folder, language, name), 'utf8')
      texts.push(await readText({ source, name: `${country}/${language}/${name}`, language }))
    }
  }
  return texts
}

async function readText({
  source,
  name,
  language,
}: {
  source: string
  name: string
  language: Language
}): Promise<NationalText> {
  const [, yaml = '', markdown = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(source) ?? []
  const given = frontMatter.parse(parse(yaml))
  if (markdown.trim() === '') return { ...given, language, body: [] }
  const document = await readDocument({
    files: [{ path: name, bytes: new TextEncoder().encode(`# ${given.section}\n\n${markdown}`) }],
    level: 1,
  })
  const problem = document.notes.find(({ kind }) => kind === 'problem')
  if (problem) throw new Error(`${name}: ${problem.key} ${JSON.stringify(problem.params ?? {})}`)
  return { ...given, language, body: document.sections[0]?.body ?? [] }
}
