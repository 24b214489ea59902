import { BLOCK_KINDS } from '@/domain/richText/blockKinds'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'

/** A word that is in every text of this attack: if it is not on a page, none of the texts was shown there. */
export const WORDS_MARK = 'hostilewords'

const RUN = `window.${WORDS_MARK}=1`

/** Texts that run if a page treats them as HTML. */
export const HOSTILE_WORDS = [
  `<script>${RUN}</script> ${WORDS_MARK}`,
  `"><img src=x onerror=${RUN}> ${WORDS_MARK}`,
  `'><svg/onload=${RUN}> ${WORDS_MARK}`,
  `</title></textarea></style></script><script>${RUN}</script>`,
  `" onmouseover="${RUN}" x="${WORDS_MARK}`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `\u2028]]><!--</script><script>${RUN}</script>-->`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}}`,
  `[a](javascript:${RUN}) <a href="javascript:${RUN}">`,
]

/** Addresses that run scripts, or lead where nobody meant to go. */
export const HOSTILE_ADDRESSES = [
  `javascript:${RUN}//`,
  `JaVaScRiPt:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${WORDS_MARK}`,
  `https://a.example/"onmouseover="${RUN}`,
  `mailto:a@b.example?body=<script>${RUN}</script>`,
  '//elsewhere.example/',
]

/** A text with these words in every place of every kind of block. */
export function hostileText({ words, address, media }: { words: string; address?: string; media: string }): RichText {
  const runs = [
    text(words),
    text(words, ['bold', 'code'], address ?? 'https://a.example/'),
    { type: 'footnote' as const, text: words },
  ]
  const paragraph = block('paragraph', { runs })
  const fields = (names: readonly string[], url = 'https://a.example/'): Block[] =>
    names.map((name) => block('field', { attrs: { name }, runs: [text(fieldText(name, words, url))] }))
  const entries = (kind: 'checklist' | 'indicators' | 'steps'): Block[] => [
    block('entry', {
      attrs: kind === 'indicators' ? { weight: 'strong' } : {},
      children: fields(BLOCK_KINDS[kind].fields),
    }),
  ]
  return [
    block('heading', { attrs: { level: 2 }, runs: [text(words)] }),
    paragraph,
    block('quote', { runs }),
    block('list', { attrs: { style: 'bullet' }, children: [block('item', { runs })] }),
    block('table', { children: [block('row', { children: [block('cell', { children: [paragraph] })] })] }),
    block('image', { attrs: { media, alt: words }, runs: [text(words)] }),
    block('checklist', { attrs: { title: words }, children: entries('checklist') }),
    block('indicators', { attrs: { title: words }, children: entries('indicators') }),
    block('steps', { attrs: { title: words }, children: entries('steps') }),
    block('callout', { attrs: { tone: 'warning', title: words }, children: [paragraph] }),
    block('legal', { children: fields(BLOCK_KINDS.legal.fields, address) }),
    block('contact', { children: fields(BLOCK_KINDS.contact.fields, address) }),
  ]
}

function fieldText(name: string, words: string, url: string): string {
  if (name === 'url') return url
  // Without digits it would be no telephone number, and refused.
  if (name === 'phone') return `12 34 ${words}`
  return name === 'email' ? 'a@b.example' : words
}
