import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type AskedScreen, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant
let key: string

/** In release 1.0 the hotline is to be filled in; Ireland changed the paragraph that release 2.0 fixes. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  const body = ['First listen.', 'Call 112.', 'Hotline: to be added.'].flatMap((line) => words(line))
  const titles = ['Danger', 'Other', 'Third']
  const sections = titles.map((title) => ({ source: 'test', depth: 1, title, body }))
  toolkit = await given.toolkit({ sections, released: false })
  key = toolkit.sections.find(({ title }) => title === 'Danger')?.key ?? ''
  await setRules([{ line: 2, demand: 'fill-in', guidance: 'Name the national hotline.' }])
  await release('1.0')
  variant = await given.variant({ toolkit, country: 'ie' })
  const ours = (await bodyNow()).map((block, at) =>
    at === 1 ? { ...block, ...words('Call us.')[0], id: block.id } : block,
  )
  const adapted = { variant: variant.id, key, seen: 0, language: 'en', body: toLexical(ours), reason: 'other' }
  await acting.succeed(variant.lead, adaptSection, adapted)
  await setRules([
    { line: 1, demand: 'fixed', guidance: '' },
    { line: 2, demand: 'fill-in', guidance: 'Name the national hotline.' },
  ])
  await release('2.0')
})

afterAll(() => application.stop())

describe('the editor of a country', () => {
  test('lists the part to be filled in with its guidance, and marks it in the common text', async () => {
    const { VariantSectionView: view } = await import('@/admin/editor/VariantSectionView')
    const html = await htmlOfScreen(application, asked(view, ['section', key]))
    const said = wordsOf(html)
    expect(said).toContain('“Hotline: to be added.” – still the common text')
    expect(said).toContain('Name the national hotline.')
    expect(html).toMatch(/class="block-label">.*?To be filled in by each country/s)
    expect(said).not.toContain('Fixed by the common framework')
  })
})

describe('the workspace of a country', () => {
  test('says what is to be filled in, and leads to it', async () => {
    const { VersionView: view } = await import('@/admin/version/VersionView')
    const html = await htmlOfScreen(application, asked(view, []))
    expect(wordsOf(html)).toContain(
      'In “Danger”, each country writes its own text in place of “Hotline: to be added.”. Adapt the section and fill it in.',
    )
    expect(html).toContain(`/section/${key}?lang=en#parts`)
    const { TasksView } = await import('@/admin/tasks/TasksView')
    const tasks = wordsOf(await htmlOfScreen(application, { person: variant.lead, view: TasksView }))
    expect(tasks).toContain('1 section must be filled in')
  })
})

describe('the update', () => {
  test('says which part the release fixes, and offers to accept or to combine', async () => {
    const { UpdateView: view } = await import('@/admin/updates/UpdateView')
    const said = wordsOf(await htmlOfScreen(application, asked(view, ['updates', key])))
    expect(said).toContain('Decision needed')
    expect(said).toContain('Release 2.0 fixes parts that your text changes: “Call 112.”.')
    expect(said).toContain('Accept / Combine')
    expect(said).not.toContain('Keep')
  })
})

describe('two releases compared', () => {
  test('have the rules among the settings', async () => {
    const { FrameworkChangesView: view } = await import('@/admin/changes/FrameworkChangesView')
    const screen = { person: coordinator, view, segments: ['framework', toolkit.id, 'changes'] }
    const said = wordsOf(
      await htmlOfScreen(application, { ...screen, searchParams: { from: '1.0', to: '2.0', section: key } }),
    )
    expect(said).toMatch(/“Call 112\.”: Fixed/)
  })
})

function asked(view: AskedScreen['view'], path: string[]): AskedScreen {
  return { person: variant.lead, view, segments: ['version', variant.id, ...path], searchParams: { lang: 'en' } }
}

async function bodyNow() {
  return fromLexical(Object((await acting.sectionOf(toolkit.id, key)).body).en)
}

async function setRules(rules: { line: number; demand: string; guidance: string }[]): Promise<void> {
  const { rev } = await acting.sectionOf(toolkit.id, key)
  const blocks = await bodyNow()
  const set = rules.map(({ line, ...rule }): Fields => ({ ...rule, field: 'body', block: blocks[line]?.id }))
  await acting.succeed(coordinator, saveSection, { toolkit: toolkit.id, key, language: 'en', seen: rev, rules: set })
}

async function release(version: string): Promise<void> {
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version }))
}
