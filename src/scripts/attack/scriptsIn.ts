/** What in a page could run: one line each; empty if nothing could. `scripts` says which scripts may be there. */
export function scriptsIn(html: string, scripts: 'none' | 'with a number'): string[] {
  const mistakes: string[] = []
  // The content of a script is not HTML; a tag that breaks out of it is found as a tag of its own.
  const bare = html.replace(/(<script\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?(<\/script)/gi, '$1$2')
  for (const [tag, name = '', attributes = ''] of bare.matchAll(TAG)) {
    const kind = name.toLowerCase()
    const isOurs = kind === 'script' && scripts === 'with a number' && /\snonce="[^"]+"/.test(attributes)
    if (RUNNING.includes(kind) && !isOurs) mistakes.push(tag.slice(0, 200))
    for (const [, attribute = '', double, single, plain] of attributes.matchAll(ATTRIBUTE))
      if (mayRun({ attribute: attribute.toLowerCase(), value: double ?? single ?? plain ?? '' }))
        mistakes.push(tag.slice(0, 200))
  }
  return mistakes
}

const TAG = /<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g
const RUNNING = ['script', 'iframe', 'object', 'embed', 'base', 'applet', 'frame', 'portal']
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'background', 'srcset']

function mayRun({ attribute, value }: { attribute: string; value: string }): boolean {
  if (/^on[a-z]/.test(attribute) || attribute === 'srcdoc') return true
  // `data:,` is empty: it keeps a browser from requesting an icon.
  const runs = /^(javascript:|vbscript:|data:(?!,$|image\/(png|jpeg|webp|gif)))/i
  return ADDRESSES.includes(attribute) && runs.test(asRead(value))
}

/** As a browser reads an address: decoded, and without control characters and white space. */
function asRead(value: string): string {
  const written = value
    .replace(/&#x([0-9a-f]+);?/gi, (_, digits: string) => signOf(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);?/g, (_, digits: string) => signOf(Number(digits)))
    .replace(/&colon;/gi, ':')
    .replace(/&(tab|newline);/gi, '')
  return [...written].filter((sign) => sign > ' ' && sign !== '\u007f').join('')
}

const signOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
