import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pauseVersion } from '@/actions/pauseUpdates'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import type { ChangeNote } from '@/domain/changeNote'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let variant: Variant

/** Release 2.0 changes three sections. The coordinator calls the changes of two of them urgent, one with a last day. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: ['First talk', 'Money', 'Interpreter'] })
  variant = await given.variant({ country: 'ie', toolkit })
  for (const { key, title } of toolkit.sections) {
    const { rev } = await acting.sectionOf(toolkit.id, key)
    const input = { toolkit: toolkit.id, key, seen: Number(rev), language: 'en', body: typed(`Other words: ${title}.`) }
    await acting.succeed(coordinator, saveSection, input)
  }
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
  const changes = ['First talk', 'Money'].map((title): ChangeNote => {
    const key = toolkit.sections.find((section) => section.title === title)?.key ?? expect.fail(title)
    return { key, class: 'urgent', note: 'At once.', decideBy: title === 'Money' ? '2099-12-18' : null }
  })
  const { db } = application.payload
  await db.connection.collection('releases').updateOne({ slug: toolkit.slug, version: '2.0' }, { $set: { changes } })
})

afterAll(() => application.stop())

const WAITS = '2 urgent changes wait. The coordinator asks for a decision by 18 December 2099.'

describe('while the updates of a version are paused', () => {
  test('the tasks say until when and why, first, and which urgent changes wait', async () => {
    await pause({ reason: 'Holiday.', until: '2099-12-24' })
    const html = await tasks(variant.lead)
    const said = wordsOf(html)
    expect(said).toContain('Updates are paused until 24 December 2099: Holiday.')
    expect(said).toContain(WAITS)
    expect(seen(html).match(/is available/g)).toHaveLength(1)
    expect(said).not.toContain('until you decide')
    expect(html).toContain(`href="/admin/version/${variant.id}/updates"`)
  })

  test('the page of the version says so to everybody who opens it', async () => {
    const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
    for (const person of [variant.lead, translator]) {
      const html = await version(person)
      const said = wordsOf(html)
      expect(said).toContain('Updates are paused until 24 December 2099: Holiday.')
      expect(said).toContain(WAITS)
      expect(seen(html).match(/is available/g)).toHaveLength(1)
      expect(html).toContain(`href="/admin/version/${variant.id}/updates"`)
    }
  })

  test('both name no day where the pause has none, and nothing after its end', async () => {
    await pause({ ends: true })
    const open = wordsOf(await tasks(variant.lead)) + wordsOf(await version(variant.lead))
    expect(open).toContain('Decide on common framework 2.0')
    expect(open).not.toContain('Updates are paused')
    await pause({ reason: 'Elections.' })
    for (const screen of [tasks, version])
      expect(wordsOf(await screen(variant.lead))).toContain('Updates are paused: Elections.')
  })
})

test('newer common text is said once to a translator, who does not decide', async () => {
  const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
  const html = await tasks(translator)
  const said = wordsOf(html)
  expect(seen(html).match(/is available/g)).toHaveLength(1)
  expect(said).toContain('Your text stays as it is until you decide, section by section.')
})

/** What is on the screen, without what only screen readers say. */
function seen(html: string): string {
  return wordsOf(html.replace(/<span class="vh">.*?<\/span>/gs, ''))
}

async function pause(input: { reason: string; until?: string } | { ends: true }): Promise<void> {
  const [stored] = await acting.stored('variants', { id: { equals: variant.id } })
  await acting.succeed(variant.lead, pauseVersion, { variant: variant.id, seen: Number(stored?.rev), ...input })
}

async function tasks(person: Person): Promise<string> {
  const { TasksView: view } = await import('@/admin/tasks/TasksView')
  return htmlOfScreen(application, { person, view })
}

async function version(person: Person): Promise<string> {
  const { VersionView: view } = await import('@/admin/version/VersionView')
  return htmlOfScreen(application, { person, view, segments: ['version', variant.id] })
}
