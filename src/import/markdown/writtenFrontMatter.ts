import { type Block, block } from '@/domain/richText/richText'
import { runsOfLines } from './writtenSource'

/** The YAML at the beginning of a file, null if there is none, and the rest. */
export function splitFrontMatter(file: string): { yaml: string | null; body: string } {
  const [whole, yaml = ''] = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/.exec(file) ?? []
  return whole === undefined
    ? { yaml: null, body: file }
    : { yaml: yaml.replace(/\n$/, ''), body: file.slice(whole.length) }
}

/**
 * One field for each top-level key, in order: its text is what follows the colon, with the lines below it that do not
 * begin a key. Lines before the first key are a field without a name; so is empty front matter.
 */
export function writtenFrontMatter(yaml: string): Block[] {
  const fields: { name: string; lines: string[] }[] = []
  for (const line of yaml.split('\n')) {
    const [, name, value = ''] =
      /^((?:"[^"]*"|'[^']*'|[^\s#'"\-[\]{},&*!|>%@`][^#]*?))[ \t]*:(?=\s|$)(.*)$/.exec(line) ?? []
    const last = fields.at(-1)
    if (name !== undefined) fields.push({ name, lines: [withoutSpace(value)] })
    else if (last) last.lines.push(line)
    else fields.push({ name: '', lines: [line] })
  }
  return fields.map(({ name, lines }) => block('field', { attrs: { name }, runs: runsOfLines(lines) }))
}

/** The space after the colon is not part of the value. */
function withoutSpace(value: string): string {
  return value.trim() === '' ? value : value.replace(/^ /, '')
}
