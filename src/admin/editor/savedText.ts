import type { RichText } from '@/domain/richText/richText'
import { asRecord } from '@/stored/parse'
import { type EditorText, editorText } from './sectionValues'

/** The stored text that the server returns when somebody else has saved before. */
export type NewerText = {
  rev: number
  at: string
  texts: { title?: string; summary?: string; body?: EditorText; addition?: EditorText }
}

/** The `saved` part of a 409 answer; null if it has another form. Texts that nobody wrote are left out. */
export function readNewerText(saved: unknown): NewerText | null {
  const { rev, updatedAt, texts } = asRecord(saved)
  if (typeof rev !== 'number') return null
  const { title, summary, body, addition } = asRecord(texts)
  return {
    rev,
    at: typeof updatedAt === 'string' ? updatedAt : '',
    texts: {
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof summary === 'string' ? { summary } : {}),
      ...(isRichText(body) ? { body: editorText(body) } : {}),
      ...(isRichText(addition) ? { addition: editorText(addition) } : {}),
    },
  }
}

/** Our own server made it from its own model, so checking that it is a list is enough. */
function isRichText(value: unknown): value is RichText {
  return Array.isArray(value)
}
