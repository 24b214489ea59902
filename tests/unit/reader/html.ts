/** HTML elements written by React, as far as the page tests need them: it is well formed, so a stack is enough. */
export type Element = { name: string; attributes: Record<string, string>; parents: Element[]; text: string }

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta'])

export function elementsOf(html: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  for (const [, close, name = '', attributes = '', selfClosing, text] of html.matchAll(
    /<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      for (const parent of open) parent.text += text
      continue
    }
    if (close) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`)
      continue
    }
    const element: Element = { name, attributes: attributesOf(attributes), parents: [...open], text: '' }
    all.push(element)
    if (!selfClosing && !VOID.has(name)) open.push(element)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return all
}

/** Elements in places where HTML does not allow them: a browser would move them and show another page. */
export function misplaced(html: string): string[] {
  return elementsOf(html).flatMap(({ name, parents }) => {
    const within = parents.map((parent) => parent.name)
    const parent = within.at(-1) ?? ''
    const wrong =
      (within.includes('p') && !PHRASING.has(name)) ||
      (INTERACTIVE.has(name) && within.some((one) => INTERACTIVE.has(one))) ||
      (name === 'form' && within.includes('form')) ||
      (name === 'li' && !['ul', 'ol'].includes(parent)) ||
      (['ul', 'ol'].includes(parent) && name !== 'li') ||
      (parent === 'dl' && !['dt', 'dd', 'div'].includes(name)) ||
      (['td', 'th'].includes(name) && parent !== 'tr') ||
      (name === 'tr' && !['tbody', 'thead'].includes(parent)) ||
      (/^h[1-6]$/.test(parent) && !PHRASING.has(name))
    return wrong ? [`<${name}> in ${within.slice(-3).join(' > ')}`] : []
  })
}

const INTERACTIVE = new Set(['a', 'button'])
const PHRASING = new Set(
  'a strong em u s code sub sup br span small svg path circle rect g ins del input button label b img'.split(' '),
)

function attributesOf(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"'),
    ]),
  )
}
