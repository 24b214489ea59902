import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** TYPE.literal of the parser, which intl-messageformat does not export. */
const LITERAL = 0

/** All the text of a message, each branch of a choice in turn; `{}` replaces a parameter. */
export function saidWords({ pattern, language }: { pattern: string; language: string }): string {
  // The same options as in translate.ts: "<" is a character, not a tag.
  const format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true })
  return format.getAst().map(said).join('')
}

function said(element: Element): string {
  if (element.type === LITERAL && 'value' in element) return element.value
  if (!('options' in element)) return '{}'
  return Object.values(element.options)
    .map(({ value }) => value.map(said).join(''))
    .join(' ')
}
