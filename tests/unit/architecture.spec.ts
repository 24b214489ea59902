import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Who may import whom. A folder may always import itself; for packages see PURE. */
const MAY_IMPORT: Record<string, string[]> = {
  'payload.config.ts': [
    'collections',
    'migrations',
    'src/access',
    'src/accounts',
    'src/admin',
    'src/database',
    'src/domain',
    'src/endpoints',
    'src/mail',
  ],
  collections: [
    'src/access',
    'src/accounts',
    'src/actions',
    'src/database',
    'src/domain',
    'src/lexical',
    'src/messages',
    'src/stored',
  ],
  // Migrations change stored data by the rules of their day, so they import no rules that may change later. The
  // exception is how pictures are drawn: a migration draws them by the current rules.
  migrations: ['src/actions', 'src/database', 'src/stored'],
  'src/domain': [],
  'src/lexical': ['src/domain'],
  'src/import': ['src/domain', 'src/lexical'],
  'src/export': ['src/domain', 'src/import'],
  'src/files': [
    'src/domain',
    'src/export',
    'src/import',
    'src/lexical',
    'src/messages',
    // The style sheet, which pages that are files contain.
    'src/reader',
    'src/textView',
  ],
  'src/messages': ['src/domain'],
  'src/icons': ['src/domain'],
  'src/mail': [],
  'src/headers': [],
  'src/database': [],
  // Passwords, sessions and limits are stored without Payload.
  'src/accounts': ['src/domain'],
  'src/access': ['src/accounts', 'src/domain', 'src/messages'],
  'src/stored': ['src/domain', 'src/lexical'],
  'src/actions': ['src/access', 'src/accounts', 'src/database', 'src/domain', 'src/lexical', 'src/stored'],
  'src/endpoints': [
    'src/access',
    'src/accounts',
    'src/actions',
    'src/domain',
    'src/headers',
    'src/import',
    'src/messages',
    'src/stored',
  ],
  'src/textView': ['src/domain', 'src/icons', 'src/messages'],
  // Its queries ask the running application for releases.
  'src/reader': [
    'payload.config.ts',
    'src/domain',
    'src/headers',
    'src/icons',
    'src/lexical',
    'src/messages',
    'src/stored',
    'src/textView',
  ],
  'src/admin': [
    'src/access',
    'src/accounts',
    'src/domain',
    'src/icons',
    'src/lexical',
    'src/messages',
    'src/stored',
    'src/textView',
  ],
  'src/app': ['src/admin', 'src/endpoints', 'src/reader', 'payload.config.ts'],
  'src/scripts': [
    'payload.config.ts',
    'src/access',
    'src/accounts',
    'src/actions',
    'src/database',
    'src/domain',
    'src/export',
    'src/files',
    'src/import',
    'src/lexical',
    'src/messages',
    // The bench measures the site.
    'src/reader',
    'src/stored',
  ],
  'src/instrumentation.ts': ['src/readableRequests.ts', 'src/startPayload.ts'],
  'src/readableRequests.ts': ['src/endpoints'],
  // The size of the site's memory is checked with the rest of the configuration.
  'src/startPayload.ts': ['payload.config.ts', 'src/reader'],
  'src/proxy.ts': ['src/admin', 'src/headers'],
}

/** Generated types come from the config; every folder may use the types, which are gone when the code runs. */
const ANYBODY_MAY_IMPORT = ['src/payload-types.ts']

/** The folders of the engine in the domain: each may import those before it. */
const ROOMS = ['alignment', 'richText', 'words', 'pairing', 'diff', 'merge', 'importPlan']

/** Folders with one public file, the only one that code outside imports. */
const FACES = [
  { room: 'src/domain/diff/', face: 'src/domain/diff/diff.ts' },
  { room: 'src/domain/merge/', face: 'src/domain/merge/merge.ts' },
]

/** Files that list what their folder has. */
const LISTS = ['collections/index.ts', 'src/actions/index.ts', 'src/endpoints/index.ts']

/** Packages that pure code may use: values in, values out, no I/O. */
const PURE_PACKAGES = ['canonicalize', 'fractional-indexing']

/** Files that may import each other in a cycle, each with the reason. */
const CIRCLES: { why: string; files: string[] }[] = [
  {
    why: 'A block holds blocks: a cell, an item or a box shows what stands in it by the view of all blocks.',
    files: [
      'src/textView/blocks/Blocks.tsx',
      'src/textView/blocks/CalloutView.tsx',
      'src/textView/blocks/ChangedBlock.tsx',
      'src/textView/blocks/FieldList.tsx',
      'src/textView/blocks/ListView.tsx',
      'src/textView/blocks/ParagraphView.tsx',
      'src/textView/blocks/QuoteView.tsx',
      'src/textView/blocks/TableView.tsx',
    ],
  },
]

/** The folders that compare and merge texts, and the names of their functions: code that shows a text imports none. */
const COMPARING_ROOMS = /domain\/(diff|merge)\//
const COMPARING = /^(\*|(diff|merge)([A-Z]|$))/

type Import = { file: string; from: string; target: string; source: string }

describe('the direction of imports', () => {
  const files = sourceFiles()

  it('finds the source files', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it('knows every folder', () => {
    const folders = new Set(files.map(folderOf))
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT) && !ANYBODY_MAY_IMPORT.includes(folder))).toEqual([])
  })

  it('follows the table', () => {
    const wrong = files
      .flatMap(importsOf)
      .filter(({ from, target }) => target !== '' && target !== from && !ANYBODY_MAY_IMPORT.includes(target))
      .filter(({ from, target }) => !(MAY_IMPORT[from] ?? []).includes(target))
      .map(({ file, source }) => `${file} → ${source}`)
    expect(wrong).toEqual([])
  })

  it('has no cycle, except where views show a tree', () => {
    const allowed = CIRCLES.map(({ files }) => files.join(' '))
    const wrong = circlesIn(files).filter((circle) => !allowed.includes(circle.join(' ')))
    expect(wrong).toEqual([])
  })

  it('imports the difference and the merge through one file each', () => {
    const known = new Set(files)
    const past = files.flatMap((file) =>
      importsOf(file)
        .flatMap(({ source }) => fileOf(file, source, known))
        .filter((target) =>
          FACES.some(({ room, face }) => target.startsWith(room) && !file.startsWith(room) && target !== face),
        )
        .map((target) => `${file} → ${target}`),
    )
    expect(past).toEqual([])
  })

  it('exports what another file has only in the public files of the engine and in the lists', () => {
    const passing = files.filter((file) => /^export\s+(type\s+)?(\*|\{[^}]*\}\s*from\b)/m.test(textOf(file)))
    const allowed = [...FACES.map(({ face }) => face), ...LISTS]
    expect(passing.filter((file) => !allowed.includes(file))).toEqual([])
    // The pattern finds those that are there.
    expect(passing).toEqual(expect.arrayContaining(FACES.map(({ face }) => face)))
  })

  it('has one direction between the folders of the engine', () => {
    const known = new Set(files)
    const roomOf = (file: string): string => /^src\/domain\/(\w+)\//.exec(file)?.[1] ?? ''
    const arrows = files
      .filter((file) => roomOf(file) !== '')
      .flatMap((file) =>
        importsOf(file).flatMap(({ source }) => fileOf(file, source, known).map((target) => ({ file, target }))),
      )
      .filter(({ file, target }) => roomOf(target) !== '' && roomOf(target) !== roomOf(file))
    const wrong = arrows
      .filter(({ file, target }) => ROOMS.indexOf(roomOf(target)) >= ROOMS.indexOf(roomOf(file)))
      .map(({ file, target }) => `${file} → ${target}`)
    expect({ wrong, unknown: arrows.map(({ file }) => roomOf(file)).filter((room) => !ROOMS.includes(room)) }).toEqual({
      wrong: [],
      unknown: [],
    })
  })

  it('keeps the export of files independent of the merge', () => {
    const merging = files
      .filter((file) => folderOf(file) === 'src/export')
      .flatMap(importsOf)
      .filter(({ source }) => /domain\/(diff|merge)\//.test(source))
      .map(({ file, source }) => `${file} → ${source}`)
    expect(merging).toEqual([])
  })

  it('compares nothing while something is rendered', () => {
    const shows = (file: string): boolean =>
      folderOf(file) === 'src/textView' || (/\.tsx$/.test(file) && /^src\/(admin|files|reader)\//.test(file))
    const comparing = files
      .filter(shows)
      .flatMap((file) => valuesFrom({ file, source: COMPARING_ROOMS }).map((name) => ({ file, name })))
      .filter(({ name }) => COMPARING.test(name))
      .map(({ file, name }) => `${file} → ${name}`)
    expect(comparing).toEqual([])
  })

  it('recognises the functions that compare', () => {
    const comparing = files
      .filter((file) => folderOf(file) === 'src/admin')
      .flatMap((file) => valuesFrom({ file, source: COMPARING_ROOMS }))
      .filter((name) => COMPARING.test(name))
    expect(new Set(comparing)).toEqual(new Set(['diffSection', 'diffText', 'mergeRichText']))
  })

  it('opens transactions in actions only in their common frame, the sign-in and the first password by the system', () => {
    const opening = files
      .filter((file) => folderOf(file) === 'src/actions')
      .filter((file) => textOf(file).includes('withTransaction('))
    expect(opening.sort()).toEqual([
      'src/actions/account/setFirstPassword.ts',
      'src/actions/account/signIn.ts',
      'src/actions/performAs.ts',
    ])
  })

  it('lets only the site answer from memory: the admin shows drafts', () => {
    const answering = files
      .filter((file) => folderOf(file) !== 'src/reader' && folderOf(file) !== 'src/scripts')
      .filter((file) => /@\/reader\/(answer|site|keptPages)'/.test(textOf(file)))
    expect(answering.toSorted()).toEqual([
      'src/app/(reader)/[...path]/route.ts',
      'src/app/(reader)/files/[id]/route.ts',
      'src/app/(reader)/route.ts',
    ])
  })

  it('keeps the domain pure: only pure packages, no clock, no random numbers', () => {
    const domain = files.filter((file) => folderOf(file) === 'src/domain')
    const packages = domain
      .flatMap(importsOf)
      .filter(({ target, source }) => target === '' && !PURE_PACKAGES.includes(source))
      .map(({ file, source }) => `${file} → ${source}`)
    const impure = domain.filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|globalThis\./.test(textOf(file)),
    )
    expect({ packages, impure }).toEqual({ packages: [], impure: [] })
  })
})

function sourceFiles(): string[] {
  const found: string[] = ['payload.config.ts']
  for (const folder of ['src', 'collections', 'migrations']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) found.push(relative(root, join(entry.parentPath, entry.name)))
    }
  }
  return found
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function importsOf(file: string): Import[] {
  const text = textOf(file)
  const sources = [...text.matchAll(/(?<![\w-])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, source]) => source ?? '')
  return sources.map((source) => ({ file, from: folderOf(file), target: targetOf(file, source), source }))
}

/** The names of the values that a file imports from sources that match the pattern, without types. */
function valuesFrom({ file, source }: { file: string; source: RegExp }): string[] {
  const text = textOf(file)
  return (
    [...text.matchAll(/(?<![\w-])import\s+(?!type\b)\{?([^}']*?)\}?\s*from\s*'([^']+)'/g)]
      .filter(([, , from = '']) => source.test(from))
      .flatMap(([, names = '']) => names.split(','))
      // An import of a whole module, `* as name`, becomes `*`.
      .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('type '))
  )
}

/** The folder that an import names, or '' for a package. */
function targetOf(file: string, source: string): string {
  if (source === '@payload-config') return 'payload.config.ts'
  if (source.startsWith('@/')) return folderOf(withEnding(`src/${source.slice(2)}`))
  if (source.startsWith('@collections/')) return 'collections'
  if (!source.startsWith('.')) return ''
  return folderOf(withEnding(relative(root, resolve(root, dirname(file), source))))
}

/** The files that can be reached from each other by imports, sorted; imports of types count too. */
function circlesIn(files: string[]): string[][] {
  const known = new Set(files)
  const imported = new Map(
    files.map((file) => [file, importsOf(file).flatMap(({ source }) => fileOf(file, source, known))]),
  )
  const reached = new Map<string, Set<string>>()
  for (const file of files) {
    const found = new Set<string>()
    const open = [...(imported.get(file) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue
      found.add(next)
      open.push(...(imported.get(next) ?? []))
    }
    reached.set(file, found)
  }
  const inCircle = files.filter((file) => reached.get(file)?.has(file))
  const circles = inCircle.map((file) =>
    inCircle
      .filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file))
      .sort()
      .join(' '),
  )
  return [...new Set(circles)].map((circle) => circle.split(' '))
}

/** The file that an import names, or none for a package. */
function fileOf(file: string, source: string, known: Set<string>): string[] {
  const path = source.startsWith('@/')
    ? `src/${source.slice(2)}`
    : source.startsWith('@collections/')
      ? `collections/${source.slice('@collections/'.length)}`
      : source.startsWith('.')
        ? relative(root, resolve(root, dirname(file), source))
        : ''
  return [path, `${path}.ts`, `${path}.tsx`].filter((one) => known.has(one))
}

function withEnding(path: string): string {
  return /\.\w+$/.test(path) || existsSync(join(root, path)) ? path : `${path}.ts`
}

/** `src/domain/diff/x.ts` belongs to `src/domain`; a file at the top of `src` is its own folder. */
function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'src' ? `src/${second}` : top
}
