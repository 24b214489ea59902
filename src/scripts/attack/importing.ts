import type { Ground, Reply } from './ground'
import type { Visitor } from './visitor'

type Given = { ground: Ground; visitor: Visitor; slug: string; title?: string; level?: string; file: File }

/** Sends one file to the import, and requests its preview: nothing is written. */
export function previewImport(given: Given): Promise<Reply> {
  return send(given, { step: 'preview' })
}

/**
 * The preview of one file, then its import in the state that the preview saw. If there is no preview, that answer is
 * returned.
 */
export async function importFile(given: Given): Promise<Reply> {
  const preview = await previewImport(given)
  if (preview.status !== 200) return preview
  return send(given, { step: 'import', seen: String(JSON.parse(preview.text).result.seen) })
}

function send({ ground, visitor, slug, title, level = '1', file }: Given, step: Record<string, string>) {
  const form = new FormData()
  const fields = { slug, language: 'en', level, ...(title === undefined ? {} : { title }), ...step }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('files', file)
  return ground.ask(visitor, 'POST', '/api/import', { body: form })
}
