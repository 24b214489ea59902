import JSZip from 'jszip'

/** A document made to keep its reader busy, or with random damage. */
export type HostileDocument = { name: string; file: string; make: () => Promise<Uint8Array> }

type Random = () => number

/** Texts that take readers of Markdown a long time, by what they repeat; `times` makes them longer. */
const MARKDOWN: Record<string, (times: number) => string> = {
  'quotes in quotes': (times) => '>'.repeat(500_000 * times),
  'deep quotes': (times) => `${'>'.repeat(50)} a\n`.repeat(10_000 * times),
  'lists in lists': (times) => '- '.repeat(8000 * times),
  'lists and quotes': (times) => `${'> - '.repeat(24)}a\n\n`.repeat(500 * times),
  'many lists': (times) => Array.from({ length: 4000 * times }, (_, n) => `${n}) a`).join('\n\nx\n\n'),
  'indented lists': (times) => Array.from({ length: 300 * times }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
  'open emphasis': (times) => '*a_'.repeat(20_000 * times),
  'emphasis in many paragraphs': (times) => `${'*a_ '.repeat(1200)}\n\n`.repeat(100 * times),
  'rows of emphasis': (times) => '| *a_ **b\n'.repeat(20_000 * times),
  bold: (times) => '**a** '.repeat(40_000 * times),
  struck: (times) => '~~a~'.repeat(60_000 * times),
  'ends of links': (times) => ']('.repeat(80_000 * times),
  'beginnings of pictures': (times) => '![a]('.repeat(40_000 * times),
  'brackets in lines': (times) => `${'['.repeat(2000)}\n\n`.repeat(100 * times),
  attributes: (times) => '{:'.repeat(80_000 * times),
  'attributes in lines': (times) => `${'{:'.repeat(2000)}\n\n`.repeat(200 * times),
  outputs: (times) => `${'{{ '.repeat(1500)}\n\n`.repeat(200 * times),
  'code signs': (times) => Array.from({ length: 1400 }, (_, n) => '`'.repeat(n + 1)).join(`a${'b'.repeat(times)}`),
  tags: (times) => '<a '.repeat(60_000 * times),
  comments: (times) => '<!--'.repeat(60_000 * times),
  'html tags': (times) => `${'<b>'.repeat(1600)}\n\n`.repeat(60 * times),
  'empty elements': (times) => '<p></p>\n# a\n'.repeat(3000 * times),
  'notes in notes': (times) =>
    `[^0]\n\n${Array.from({ length: 20 * times }, (_, n) => `[^${n}]: ${`[^${n + 1}] `.repeat(10)}`).join('\n\n')}`,
  'a note used often': (times) => `${`${'[^a] '.repeat(1200)}\n\n`.repeat(20)}[^a]: ${'word '.repeat(20_000 * times)}`,
  definitions: (times) => Array.from({ length: 20_000 * times }, (_, n) => `[a${n}]: b`).join('\n'),
  'a wide table': (times) => `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|b\n'.repeat(1000 * times)}`,
  'a long table': (times) => `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(20_000 * times)}`,
  paragraphs: (times) => 'a\n\n'.repeat(39_000 * times),
  'lines of one paragraph': (times) => 'a\n'.repeat(200_000 * times),
  headings: (times) => Array.from({ length: 1900 * times }, (_, n) => `# ${n}\n\nword\n`).join('\n'),
  'long headings': (times) =>
    Array.from({ length: 10 }, (_, n) => `# ${n} ${'word '.repeat(20_000 * times)}`).join('\n\n'),
  fences: (times) => '```\na\n```\n'.repeat(12_000 * times),
  backslashes: (times) => `${'\\'.repeat(4500)}\n\n`.repeat(100 * times),
  references: (times) => '&amp;'.repeat(100_000 * times),
  addresses: (times) => 'www.a.b/'.repeat(60_000 * times),
  mail: (times) => 'a@'.repeat(200_000 * times),
  spaces: (times) => `a${' \t'.repeat(400_000 * times)}b`,
  callouts: (times) => ':::callout{tone="warning"}\n'.repeat(1500 * times),
  'callouts in callouts': (times) =>
    Array.from({ length: 90 * times }, (_, n) => `${':'.repeat(100 * times - n)}callout{tone="warning"}`).join('\n'),
  'front matter': (times) => `---\n${'a: ['.repeat(4000 * times)}\n---\n# a`,
  'keys of front matter': (times) =>
    `---\n${Array.from({ length: 1500 * times }, (_, n) => `k${n}: v`).join('\n')}\n---\n# a`,
  'links that are dropped': (times) => '[a](javascript:x)\n\n'.repeat(9000 * times),
  'pictures that are missing': (times) => '![](a.png)\n\n'.repeat(9000 * times),
}

const OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const CLOSE = '</w:body></w:document>'
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

/** Bodies of Word files. */
const WORD: Record<string, (times: number) => string> = {
  headings: (times) =>
    Array.from({ length: 10_000 * times }, (_, n) => paragraph(`H${n}`, '<w:pStyle w:val="Heading1"/>')).join(''),
  'headings by level': (times) =>
    Array.from({ length: 10_000 * times }, (_, n) => paragraph(`H${n}`, '<w:outlineLvl w:val="0"/>')).join(''),
  paragraphs: (times) => paragraph('a').repeat(19_000 * times),
  'empty paragraphs': (times) => '<w:p/>'.repeat(200_000 * times),
  runs: (times) => `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(60_000 * times)}</w:p>`,
  items: (times) =>
    Array.from({ length: 9000 * times }, (_, n) =>
      paragraph('a', `<w:numPr><w:ilvl w:val="${n % 9}"/><w:numId w:val="${n}"/></w:numPr>`),
    ).join(''),
  'tables in tables': (times) => {
    const depth = 30 * times
    return `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('a')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
  },
  'a wide table': (times) => `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(400)}</w:tr>`.repeat(20 * times)}</w:tbl>`,
  'spans without end': () =>
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph('a')}</w:tc></w:tr></w:tbl>`,
  'elements in elements': (times) =>
    `${'<w:sdt><w:sdtContent>'.repeat(90 * times)}${'</w:sdtContent></w:sdt>'.repeat(90 * times)}`,
  'fields in fields': (times) => `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000 * times)}</w:p>`,
  links: (times) =>
    `<w:p>${'<w:hyperlink w:anchor="a"><w:r><w:t>a</w:t></w:r></w:hyperlink>'.repeat(20_000 * times)}</w:p>`,
}

async function word(body: string): Promise<Uint8Array> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relation}" Target="word/document.xml"/></Relationships>`,
  )
  zip.file('word/document.xml', `${OPEN}${body}${CLOSE}`)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text).subarray(0, 2 * 1024 * 1024)

/** `count` documents: all the kinds in two sizes, then real texts with random damage. */
export function hostileTexts({
  count,
  samples,
  random,
}: {
  count: number
  samples: readonly string[]
  random: Random
}): HostileDocument[] {
  const known = [1, 3].flatMap((times) => [
    ...Object.entries(MARKDOWN).map(([name, text]) => ({
      name: `${name} × ${times}`,
      file: 'a.md',
      make: async () => bytesOf(text(times)),
    })),
    ...Object.entries(WORD).map(([name, body]) => ({
      name: `Word: ${name} × ${times}`,
      file: 'a.docx',
      make: () => word(body(times)),
    })),
  ])
  const bomb = { name: 'a zip of zeros', file: 'a.zip', make: () => zeros('a.md', 100) }
  const bombs = [bomb, { name: 'a Word file of zeros', file: 'a.docx', make: () => zeros('word/document.xml', 100) }]
  const all = [...known, ...bombs]
  const step = Math.max(1, all.length / count)
  const chosen = Array.from({ length: Math.min(count, all.length) }, (_, n) => all[Math.floor(n * step)]).filter(
    (one) => one !== undefined,
  )
  const mutations = Array.from({ length: count - chosen.length }, (_, n) => mutated({ n, samples, random }))
  return [...chosen, ...mutations]
}

async function zeros(name: string, megabytes: number): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file(name, new Uint8Array(megabytes * 1024 * 1024))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A real text in which pieces are repeated, cut and rearranged; every third one as a Word file with damaged bytes. */
function mutated({ n, samples, random }: { n: number; samples: readonly string[]; random: Random }): HostileDocument {
  const sample = samples[n % Math.max(1, samples.length)] ?? '# A\n\ntext'
  const at = (text: string) => Math.floor(random() * text.length)
  let text = sample
  for (let change = 0; change < 8; change++) {
    const from = at(text)
    const piece = text.slice(from, from + 1 + Math.floor(random() * 30))
    const copies = Math.floor(10 ** (random() * 4))
    text = `${text.slice(0, from)}${piece.repeat(copies)}${text.slice(at(text))}`.slice(0, 1_500_000)
  }
  if (n % 3 !== 0) return { name: `mutation ${n}`, file: 'a.md', make: async () => bytesOf(text) }
  const places = Array.from({ length: 5 }, random)
  return {
    name: `mutation ${n} (Word)`,
    file: 'a.docx',
    make: async () => {
      const escaped = text.slice(0, 200_000).replace(/[<&>]/g, ' ')
      const bytes = await word(
        escaped
          .split('\n')
          .map((line) => paragraph(line))
          .join(''),
      )
      for (const place of n % 2 === 0 ? places : []) bytes[Math.floor(place * bytes.length)] = n % 256
      return bytes
    },
  }
}
