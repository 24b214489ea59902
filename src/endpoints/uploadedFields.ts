import type { SourceFile } from '@/import/sourceFile'

/** The fields of a form that have words. */
export function textFieldsOf(form: FormData): Record<string, string> {
  const entries = [...form.entries()]
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : [])),
  )
}

/** The files of a form. A file of a chosen folder has its path as its name; an empty file field is sent as a file without a name. */
export async function sourceFilesOf(form: FormData): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for (const value of form.getAll('files')) {
    if (typeof value === 'string' || value.name === '') continue
    files.push({ path: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return files
}

/** The value of a field that has JSON; null if it has none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
