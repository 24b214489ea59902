import type { Node } from 'mdast'
import { type Block, block, text } from '@/domain/richText/richText'
import { cleanText } from '../cleanRuns'
import { folderOf } from '../sourceFile'
import { type MarkdownContext, placeOf } from './markdownContext'

type Reference = { url: string; alt: string; caption: string; node: Node; context: MarkdownContext }

/** The picture that a Markdown file refers to, from the files beside it; null (and a note) if it is missing. */
export function markdownPicture({ url, alt, caption, node, context }: Reference): Block | null {
  const source = placeOf(context, node)
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    const address = url.slice(0, 60)
    context.book.note({ kind: 'loss', source, key: 'import.picture-elsewhere', params: { address } })
    return null
  }
  const path = pathOf({ url, from: context.path })
  const file = path === null ? undefined : context.files.get(path)
  if (!file) {
    context.book.note({ kind: 'loss', source, key: 'import.picture-missing', params: { name: url.slice(0, 100) } })
    return null
  }
  const plainAlt = cleanText(alt)
  const name = context.shelf.take({ name: file.path, bytes: file.bytes, source })
  if (name === null) return null
  if (plainAlt === '') context.book.note({ kind: 'doubt', source, key: 'import.picture-without-alt', params: { name } })
  const words = cleanText(caption)
  return block('image', { attrs: { media: name, alt: plainAlt }, runs: words === '' ? [] : [text(words)] })
}

/** The file for an address inside the folder; null if the address leads out of the folder. */
function pathOf({ url, from }: { url: string; from: string }): string | null {
  const bare = decoded(url.replace(/[?#].*$/, ''))
  const steps = bare.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean)
  for (const step of bare.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return null
  }
  return steps.join('/')
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
