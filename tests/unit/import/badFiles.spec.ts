import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RefusalKey } from '@/domain/refusal'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { catalogues } from '@/messages/catalogues'
import { sayRefusal } from '@/messages/translate'
import { file, PNG, read, said } from './readText'
import { heading, p, STYLES, wordFile, wordZip } from './wordFile'

const MB = 1024 * 1024

describe('a file that cannot be imported gets one message that says what to do', () => {
  const refused = async (files: SourceFile[], key: RefusalKey) => {
    const document = await read(files)
    expect(said(document)).toEqual([`problem ${key}`])
    expect(document.sections).toEqual([])
    return sayRefusal('en', document.notes[0] ?? { key })
  }

  it('a Word file that is not a zip file', async () => {
    expect(await refused([file('a.docx', 'not a zip file')], 'import.word-broken')).toMatch(/save it under a new name/)
  })

  it('a Word file that was cut off', async () => {
    const whole = await wordFile({ styles: STYLES, body: heading('One') + p('text') })
    await refused([file('a.docx', whole.bytes.subarray(0, whole.bytes.length / 2))], 'import.word-broken')
  })

  it('a zip file that is not a Word file', async () => {
    const zip = wordZip({ body: '' })
    zip.remove('word/document.xml')
    await refused([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))], 'import.word-broken')
  })

  it.each([
    ['cut off', '<w:document'],
    ['crossed', '<w:a></w:b>'],
    ['with entities', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ['elements nested too deeply', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
  ])('a Word file whose text is not well-formed: %s', async (_, xml) => {
    const zip = wordZip({ body: '' })
    zip.file('word/document.xml', xml)
    await refused([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))], 'import.word-broken')
  })

  it('a Word file with a damaged part, wherever the damage is', async () => {
    const { bytes } = await wordFile({ styles: STYLES, body: heading('One') + p('text') })
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = bytes.slice()
      damaged.fill(0xff, at, at + 13)
      const document = await read([file('a.docx', damaged)])
      const isRefused = said(document).some((note) => note.startsWith('problem'))
      expect(isRefused || document.sections.length > 0).toBe(true)
    }
  })

  it('a Word file that is not compressed and has other words than were saved', async () => {
    const body = heading('One') + p('Do NOT call the police first')
    const bytes = await wordZip({ styles: STYLES, body }).generateAsync({ type: 'nodebuffer', compression: 'STORE' })
    bytes.write('Do now call', bytes.indexOf('Do NOT call'))
    await refused([file('a.docx', bytes)], 'import.word-broken')
  })

  it.each(['word/document.xml', 'word\\document.xml', 'word/footnotes.xml', 'word\\media\\a.png'])(
    'a Word file with two parts of one name: %s',
    async (name) => {
      const zip = wordZip({ styles: STYLES, body: heading('One') + p('text'), footnotes: '' })
      zip.file('word/media/a.png', PNG)
      const placeholder = name.replace(/.$/, '?')
      zip.file(
        placeholder,
        wordZip({ body: p('other') })
          .file('word/document.xml')
          ?.async('string') ?? '',
      )
      const bytes = await zip.generateAsync({ type: 'nodebuffer' })
      for (let at = bytes.indexOf(placeholder); at !== -1; at = bytes.indexOf(placeholder)) bytes.write(name, at)
      await refused([file('a.docx', bytes)], 'import.word-broken')
    },
  )

  it('a Word file with macros, whatever its name', async () => {
    const withMacros = await wordFile({ body: p('text'), files: { 'word/vbaProject.bin': 'macro' } })
    expect(await refused([withMacros], 'import.word-macros')).toMatch(/without macros/)
    await refused([file('a.docm', withMacros.bytes)], 'import.word-macros')
    const zip = wordZip({ body: p('text') })
    zip.file(
      '[Content_Types].xml',
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    )
    await refused([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))], 'import.word-macros')
  })

  it('a Word file of the old format, or with a password', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refused([file('a.doc', old)], 'import.word-old')).toMatch(/save it as \.docx/)
    await refused([file('a.docx', old)], 'import.word-protected')
  })

  it('a file of 60 MB, before anything in it is read', async () => {
    const large = file('large.docx', new Uint8Array(60 * MB))
    const read: unknown[] = []
    await readDocument({ files: [large], onProgress: (progress) => read.push(progress) })
    expect(read).toEqual([])
    await readDocument({ files: [file('small.md', '# Read')], onProgress: (progress) => read.push(progress) })
    expect(read).not.toEqual([])
    const message = await refused([large], 'import.too-large')
    expect(message).toBe(
      'The file large.docx is 60 MB. The limit is 50 MB. Make its pictures smaller, or split it, and try again.',
    )
    await refused([file('large.md', new Uint8Array(60 * MB))], 'import.too-large')
  })

  it('more text in one file than can be read in an acceptable time', async () => {
    await refused([file('long.md', 'word '.repeat(2 * MB))], 'import.text-too-long')
    await refused([await wordFile({ body: p('word '.repeat(6 * MB)) })], 'import.word-too-long')
  })

  it('more lists than can be read in an acceptable time', async () => {
    await refused([file('lists.md', '- a\n\nx\n\n'.repeat(8001))], 'import.too-complex')
    const nested = await read([file('nested.md', '- a\n  - b\n\nx\n\n'.repeat(4001))])
    expect(said(nested)).toEqual(['problem import.too-complex'])
    const long = await read([file('long.md', `# One\n\n${'- a\n'.repeat(9000)}`)])
    expect(said(long)).toEqual([])
  })

  it('a folder with too many files', async () => {
    const files = Array.from({ length: 2001 }, (_, index) => file(`${index}.md`, 'a'))
    await refused(files, 'import.folder-too-large')
  })

  it('a small file that would unpack to hundreds of megabytes', async () => {
    const bytes = zipOfOne({ name: 'word/document.xml', packed: new Uint8Array(100), says: 301 * MB })
    await refused([file('a.docx', bytes)], 'import.word-unpacks-too-large')
  })

  it('a small file with more entries than any Word file has', async () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/media/${index}.png`, '']))
    await refused([await wordFile({ body: p('text'), files })], 'import.word-too-many-parts')
  })

  it('a file that claims to be smaller than it is: it is not unpacked beyond the claimed size', async () => {
    const packed = deflateRawSync(new Uint8Array(50 * MB))
    await refused([file('a.docx', zipOfOne({ name: 'word/document.xml', packed, says: 1000 }))], 'import.word-broken')
  })

  it.each(['a.pdf', 'a.odt', 'a.txt', 'a.png', 'a'])('a file of another kind: %s', async (path) => {
    expect(await refused([file(path, PNG)], 'import.unsupported')).toMatch(/\.docx/)
  })

  it('nothing, or a folder without text', async () => {
    await refused([], 'import.no-files')
    await refused([file('.DS_Store', 'x')], 'import.no-files')
    await refused([file('a.png', PNG), file('b.txt', 'x')], 'import.no-documents')
  })

  it('two Word files, or one together with Markdown', async () => {
    const word = await wordFile({ body: p('text') })
    await refused([word, { ...word, path: 'b.docx' }], 'import.word-one-at-a-time')
    await refused([word, file('a.md', '# A')], 'import.word-one-at-a-time')
  })

  it('a document without text', async () => {
    await refused([file('a.md', '')], 'import.empty')
    await refused([file('a.md', '---\norder: 1\n---\n<!-- nothing -->\n')], 'import.empty')
    await refused([await wordFile({ body: p('') })], 'import.empty')
  })

  it('Markdown that is not text in UTF-8', async () => {
    await refused([file('a.md', new Uint8Array([0x23, 0x20, 0xe9, 0x74, 0xe9]))], 'import.not-text')
    await refused([file('a.md', new Uint8Array([0x23, 0x20, 0x00, 0x01]))], 'import.not-text')
  })

  it('Markdown that nests too deeply for its parser', async () => {
    await refused([file('a.md', `${'> '.repeat(3000)}deep`)], 'import.unreadable')
  })
})

describe('for any file content', () => {
  const SNIPPETS = [
    ...[
      '# A',
      '## B',
      '- ',
      '1. ',
      '> ',
      '| a |',
      '| - |',
      '---',
      '```',
      ':::',
      ':::callout{tone="warning"}',
      '::legal{',
      '[^a]',
      '[^a]: b',
    ],
    ...[
      '<b>',
      '</b>',
      '<p></p>',
      '<script>',
      '<!--',
      '-->',
      '![x](y.png)',
      '[l](javascript:x)',
      '{% a %}',
      '{{b}}',
      '**',
      '`',
      'word',
      '\n',
      '\n\n',
      '    ',
      '\t',
    ],
  ]

  it('reading never throws, and every note has a message', async () => {
    const markdown = fc.array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 5 })), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        markdown,
        fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        async (parts, level) => {
          const document = await read(
            [file('a.md', parts.join('')), file('b/index.md', parts.toReversed().join(''))],
            level,
          )
          expect(document.sections.every(({ title, depth }) => title !== '' && depth > 0)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('invalid front matter', () => {
  it.each([
    ['title: [', 'import.front-matter-broken'],
    ['- a\n- b', 'import.front-matter-no-keys'],
    ['order: first', 'import.front-matter-value'],
    ['audiences: [lawyer, wizard]', 'import.front-matter-value'],
    ['stages: later', 'import.front-matter-value'],
    ['policy: strict', 'import.front-matter-value'],
    ['summary: [a]', 'import.front-matter-value'],
    ['a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]', 'import.front-matter-no-keys'],
  ])('stops the import: %s', async (yaml, key) => {
    const document = await read([file('a.md', `---\n${yaml}\n---\n# A\n\ntext`)])
    expect(document.notes[0]).toMatchObject({ kind: 'problem', key, source: 'a.md:1' })
  })
})

describe('every message', () => {
  it('from the document reader is in the catalogue', () => {
    const folder = new URL('../../../src/import/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
    const keys = sources.flatMap(
      (path) => readFileSync(new URL(path, folder), 'utf8').match(/(?<=')import\.[a-z-]+(?=')/g) ?? [],
    )
    expect(keys.length).toBeGreaterThan(70)
    expect(keys.filter((key) => !(key in catalogues.en))).toEqual([])
  })
})

/** A zip file of one entry with a wrong size in its directory. */
function zipOfOne({ name, packed, says }: { name: string; packed: Uint8Array; says: number }): Uint8Array {
  const label = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(says, 22)
  local.writeUInt16LE(label.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(says, 24)
  entry.writeUInt16LE(label.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + label.length, 12)
  end.writeUInt32LE(local.length + label.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, label, packed, entry, label, end]))
}
