import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Who may import whom. A folder may always import itself; for packages see PURE. */
const MAY_IMPORT: Record<string, string[]> = {
  'payload.config.ts': [
    'collections',
    'migrations',
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
    'src/mail',
    'src/messages',
    'src/stored',
  ],
  // Migrations change stored data by the rules of their day, so they import no rules that may change later. The
  // exception is how pictures are drawn: a migration draws them by the current rules.
  migrations: ['src/actions', 'src/database', 'src/stored'],
  'src/domain': [],
  'src/lexical': ['src/domain'],
  'src/import': ['src/domain'],
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
  // A mail is written when it is sent, with the token of its link.
  'src/mail': ['src/accounts', 'src/domain', 'src/messages'],
  'src/headers': [],
  'src/database': [],
  // Passwords, sessions and limits are stored without Payload.
  'src/accounts': ['src/domain'],
  'src/access': ['src/accounts', 'src/domain', 'src/messages'],
  'src/stored': ['src/domain', 'src/lexical'],
  'src/actions': ['src/access', 'src/accounts', 'src/database', 'src/domain', 'src/lexical', 'src/mail', 'src/stored'],
  'src/endpoints': [
    'src/access',
    'src/accounts',
    'src/actions',
    'src/domain',
    'src/export',
    'src/headers',
    'src/import',
    'src/mail',
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
    'src/mail',
    'src/messages',
    'src/stored',
    'src/textView',
  ],
  'src/app': ['src/admin', 'src/endpoints', 'src/mail', 'src/reader', 'payload.config.ts'],
  'src/scripts': [
    'payload.config.ts',
    // The language that a browser asks for.
    'src/access',
    'src/accounts',
    'src/actions',
    'src/database',
    'src/domain',
    'src/export',
    'src/files',
    'src/import',
    'src/lexical',
    'src/mail',
    'src/messages',
    // The bench measures the site; the inbox of the sample looks like it.
    'src/reader',
    'src/stored',
  ],
  'src/instrumentation.ts': ['src/readableRequests.ts', 'src/startPayload.ts'],
  'src/readableRequests.ts': ['src/endpoints'],
  // The size of the site's memory and the settings of mails are checked with the rest of the configuration.
  'src/startPayload.ts': ['payload.config.ts', 'src/accounts', 'src/mail', 'src/reader'],
  'src/proxy.ts': ['src/admin', 'src/headers'],
}

/** Generated types come from the config; every folder may use the types, which are gone when the code runs. */
const ANYBODY_MAY_IMPORT = ['src/payload-types.ts']

/** The folders of the engine in the domain: each may import those before it. */
const ROOMS = ['alignment', 'richText', 'words', 'pairing', 'diff', 'merge', 'importPlan', 'updates', 'check']

/** Folders with one public file, the only one that code outside imports. */
const FACES = [
  { room: 'src/domain/diff/', face: 'src/domain/diff/diff.ts' },
  { room: 'src/domain/merge/', face: 'src/domain/merge/merge.ts' },
  { room: 'src/domain/updates/', face: 'src/domain/updates/updates.ts' },
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

/** The functions that compare and merge texts. Which other functions use them is found by following imports. */
const COMPARING = /^src\/domain\/(diff|merge)\/\S+ (diff|merge)([A-Z]|$)/

/** The functions that compare and that components import, each with the reason. */
const COMPARED: { why: string; imports: string[] }[] = [
  {
    why: 'Only the browser has both texts: the stored one, and the one that somebody is typing.',
    imports: [
      'src/admin/editor/AddSectionEditor.client.tsx → typedWords',
      'src/admin/editor/AddSectionEditor.client.tsx → useSaving',
      'src/admin/editor/ChangeReasons.client.tsx → ownChanges',
      'src/admin/editor/MasterSectionEditor.client.tsx → useMasterText',
      'src/admin/editor/MasterText.client.tsx → typedWords',
      'src/admin/editor/MasterText.client.tsx → useSaving',
      'src/admin/editor/MasterText.client.tsx → valuesChange',
      'src/admin/editor/UnsavedWords.client.tsx → typedWords',
      'src/admin/editor/VariantSectionEditor.client.tsx → staleChange',
      'src/admin/editor/VariantSectionEditor.client.tsx → typedWords',
      'src/admin/editor/VariantSectionEditor.client.tsx → useSaving',
      'src/admin/editor/live/LiveBeside.client.tsx → diffText',
      'src/admin/editor/live/LiveBeside.client.tsx → liveRows',
      'src/admin/proposals/TakeOverEditor.client.tsx → useMasterText',
      'src/admin/updates/UpdateForm.client.tsx → changesNothing',
      'src/admin/updates/UpdateForm.client.tsx → mergedText',
      'src/admin/updates/UpdateForm.client.tsx → previewOf',
      'src/admin/updates/UpdateResult.client.tsx → readersChange',
    ],
  },
  {
    why: 'A page of the admin loads two texts and compares them once, before it passes the difference to its views.',
    imports: [
      'src/admin/changes/ChangesScreen.tsx → sectionChange',
      'src/admin/editor/MasterSectionView.tsx → textChange',
      'src/admin/editor/VariantSectionView.tsx → loadLaggingPlaces',
      'src/admin/editor/VariantSectionView.tsx → loadUndo',
      'src/admin/editor/VariantSectionView.tsx → ownChange',
      'src/admin/history/CommonHistoryView.tsx → bringBackCommon',
      'src/admin/history/CommonHistoryView.tsx → comparedHistory',
      'src/admin/history/CommonHistoryView.tsx → loadCommonUndo',
      'src/admin/history/CommonHistoryView.tsx → loadHistory',
      'src/admin/history/HistoryView.tsx → bringBack',
      'src/admin/history/HistoryView.tsx → comparedHistory',
      'src/admin/history/HistoryView.tsx → loadHistory',
      'src/admin/history/HistoryView.tsx → loadUndo',
      'src/admin/history/HistoryView.tsx → restore',
      'src/admin/history/RestoreView.tsx → restoreChanges',
      'src/admin/overview/OverviewView.tsx → loadAlikeSections',
      'src/admin/overview/OverviewView.tsx → loadOverview',
      'src/admin/proposals/ProposalView.tsx → loadProposalFacts',
      'src/admin/proposals/ProposeView.tsx → ownChange',
      'src/admin/release/NextReleaseView.tsx → loadNotes',
      'src/admin/release/ReleaseSummaryView.tsx → loadReleaseSummary',
      'src/admin/report/ReportView.tsx → loadAdaptationReport',
      'src/admin/review/ReviewView.tsx → loadReviewState',
      'src/admin/review/ReviewView.tsx → loadVersionUpdates',
      'src/admin/review/ReviewView.tsx → reviewedLanguages',
      'src/admin/sides/SidesView.tsx → sectionSides',
      'src/admin/tasks/TasksView.tsx → loadNationalWork',
      'src/admin/tasks/TasksView.tsx → loadOpenQuestions',
      'src/admin/updates/UpdateView.tsx → firstChoice',
      'src/admin/updates/UpdateView.tsx → loadUpdateFacts',
      'src/admin/updates/UpdateView.tsx → updateCards',
      'src/admin/updates/UpdateView.tsx → updatePanes',
      'src/admin/updates/UpdatesView.tsx → loadVersionUpdates',
      'src/admin/updates/UpdatesView.tsx → readyUpdates',
      'src/admin/version/VersionView.tsx → loadVersionUpdates',
    ],
  },
  {
    why: 'A page of the site is made once, and these files make what its views show.',
    imports: [
      'src/reader/pageAt.tsx → comparisonView',
      'src/reader/pageAt.tsx → pageOfChanges',
      'src/reader/pageAt.tsx → sectionView',
      'src/reader/pageOfChanges.tsx → comparedSection',
    ],
  },
]

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

  it('has no arrow in the table that no import uses', () => {
    const used = new Set(files.flatMap(importsOf).map(({ from, target }) => `${from} → ${target}`))
    const arrows = Object.entries(MAY_IMPORT).flatMap(([from, targets]) =>
      targets.map((target) => `${from} → ${target}`),
    )
    expect(arrows.filter((arrow) => !used.has(arrow))).toEqual([])
  })

  it('is the same in docs/architecture.md as in the table', () => {
    const named = (folder: string): string => (folder === 'payload.config.ts' ? 'config' : folder.replace('src/', ''))
    const table = Object.entries(MAY_IMPORT).map(([from, targets]) => [
      from.replace('src/', ''),
      targets.map(named).sort(),
    ])
    expect(arrowsOfPage()).toEqual(Object.fromEntries(table))
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

  it('sends the browser no catalogue of messages: a page sends the ones that it needs, in one language', () => {
    const known = new Set(files)
    const programs = files.filter((file) => /^'use client'/.test(textOf(file)))
    const arrows = new Map<string, string[]>()
    const reached = [...programs]
    for (const file of reached) {
      const targets = [...new Set(valuesIn(file).flatMap(({ source }) => fileOf(file, source, known)))]
      arrows.set(file, targets)
      reached.push(...targets.filter((target) => !reached.includes(target)))
    }
    expect(programs.length).toBeGreaterThan(20)
    expect([...arrows].filter(([, targets]) => targets.includes('src/messages/catalogues.ts'))).toEqual([])
  })

  it('loads every style sheet of the admin on every screen', () => {
    const sheets = readdirSync(join(root, 'src/admin'), { recursive: true, encoding: 'utf8' })
    const loaded = [...textOf('src/admin/styles.ts').matchAll(/^import '\.\/(.+\.css)'$/gm)].map(([, sheet]) => sheet)
    expect(loaded.sort()).toEqual(sheets.filter((sheet) => sheet.endsWith('.css')).sort())
    for (const group of ['screens', 'writing'])
      expect(textOf(`src/app/(${group})/layout.tsx`)).toContain("import '@/admin/styles'")
  })

  it('keeps the export of files independent of the merge', () => {
    const merging = files
      .filter((file) => folderOf(file) === 'src/export')
      .flatMap(importsOf)
      .filter(({ source }) => /domain\/(diff|merge)\//.test(source))
      .map(({ file, source }) => `${file} → ${source}`)
    expect(merging).toEqual([])
  })

  it('lets components import only the listed functions that compare, and the views of a text none', () => {
    const known = new Set(files)
    const comparing = comparingFunctions(files)
    const shows = (file: string): boolean =>
      folderOf(file) === 'src/textView' || (/\.tsx$/.test(file) && /^src\/(admin|files|reader)\//.test(file))
    // A component that is imported has its own file, which is checked too.
    const isComponent = (file: string, name: string): boolean => file.endsWith('.tsx') && /^[A-Z]/.test(name)
    const found = files.filter(shows).flatMap((file) =>
      valuesIn(file).flatMap(({ name, source }) =>
        fileOf(file, source, known)
          // A whole module, `* as name`, can hold anything.
          .filter((target) => (name === '*' || comparing.has(`${target} ${name}`)) && !isComponent(target, name))
          .map(() => `${file} → ${name}`),
      ),
    )
    expect(found.sort()).toEqual(COMPARED.flatMap(({ imports }) => imports).sort())
  })

  it('recognises functions that compare only through other functions', () => {
    const comparing = comparingFunctions(files)
    const wrappers = [
      'src/admin/reading/textChange.ts textChange',
      'src/domain/revisions.ts changesBetween',
      'src/domain/bringBack.ts bringBack',
      'src/reader/knownDifferences.ts knownDifferences',
    ]
    expect(wrappers.filter((one) => !comparing.has(one))).toEqual([])
    expect(comparing).not.toContain('src/domain/diff/diff.ts placesOf')
  })

  it('opens transactions in actions only in their common frame, and where nobody is signed in', () => {
    const opening = files
      .filter((file) => folderOf(file) === 'src/actions')
      .filter((file) => textOf(file).includes('withTransaction('))
    expect(opening.sort()).toEqual([
      'src/actions/account/askForLink.ts',
      'src/actions/account/choosePassword.ts',
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

/** The values that a file imports or exports from another file, without types; `local` is the name in this file. */
function valuesIn(file: string): { name: string; local: string; source: string }[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?<![\w-])(?:import|export)\s+(?!type\b)\{?([^}'=;(]*?)\}?\s*from\s*'([^']+)'/g)].flatMap(
    ([, names = '', source = '']) =>
      names
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '' && !one.startsWith('type '))
        .map((one) => {
          const [name = '', local = name] = one.split(/\s+as\s+/)
          return { name, local, source }
        }),
  )
}

/**
 * The functions that compare or merge texts, directly or through functions of ours that they name, each as `file name`.
 * A function counts as used where its name occurs in the code of another one at the top of a file.
 */
function comparingFunctions(files: string[]): Set<string> {
  const known = new Set(files)
  const users = new Map<string, string[]>()
  const open: string[] = []
  const use = (used: string, user: string) => users.set(used, [...(users.get(used) ?? []), user])
  for (const file of files) {
    const declared = declarationsIn(file)
    const named = new Map(declared.map(({ name }) => [name, `${file} ${name}`]))
    for (const { name, local, source } of valuesIn(file)) {
      for (const target of fileOf(file, source, known)) {
        named.set(local, `${target} ${name}`)
        // If the file only passes the function on, it has it under its own name.
        use(`${target} ${name}`, `${file} ${local}`)
      }
    }
    for (const { name, code } of declared) {
      const one = `${file} ${name}`
      if (COMPARING.test(one)) open.push(one)
      for (const [word] of code.matchAll(/(?<!\w|[^.]\.)\w+/g)) {
        const used = named.get(word)
        if (used !== undefined && used !== one) use(used, one)
      }
    }
  }
  const found = new Set<string>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(users.get(next) ?? []))
  }
  return found
}

/** What a file declares at its top, each with its code, without comments. */
function declarationsIn(file: string): { name: string; code: string }[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const starts = [
    ...text.matchAll(/^(?:export )?(?:default )?(?:async )?(?:function\*?|const|let|type|interface) (\w+)/gm),
  ]
  return starts.map((start, index) => ({
    name: start[1] ?? '',
    code: /^(?:export )?(?:type|interface) /.test(start[0]) ? '' : text.slice(start.index, starts[index + 1]?.index),
  }))
}

/** The folders in the drawing of docs/architecture.md, and what each may import. */
function arrowsOfPage(): Record<string, string[]> {
  const [, drawing = ''] = readFileSync(join(root, 'docs/architecture.md'), 'utf8').split(/^```$/m)
  const arrows: Record<string, string[]> = {}
  let folder = ''
  let column = -1
  for (const line of drawing.split('\n')) {
    const start = /^ {0,2}([\w.]+)\/?(?= |$)/.exec(line)?.[1]
    if (start !== undefined) {
      folder = start
      column = -1
    }
    if (line.includes('→')) column = line.lastIndexOf('→') + 1
    // The lines below an arrow continue its list to the right of it.
    const names = column < 0 ? [] : line.slice(column).split(' ').filter(Boolean)
    arrows[folder] = [...(arrows[folder] ?? []), ...names].sort()
  }
  const { '': _, src: __, ...folders } = arrows
  return folders
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
