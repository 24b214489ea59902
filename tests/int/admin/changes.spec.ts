import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant

/** Ireland is based on 1.0. In 2.0 the first two sections have other words, in 3.0 the first one again. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit()
  variant = await given.variant({ country: 'ie', toolkit })
  await save(0, 'Words of 2.0.')
  await save(1, 'Other words.')
  await release('2.0', 'The law changed.', [
    { key: key(1), class: 'editorial', note: 'Spelling.', decideBy: null },
    { key: key(0), class: 'urgent', note: 'Do not ring this number. It is not safe.', decideBy: '2027-01-08' },
  ])
})

afterAll(() => application.stop())

const key = (index: number) => toolkit.sections[index]?.key ?? ''

async function save(index: number, said: string): Promise<void> {
  const { docs } = await application.payload.find({
    collection: 'sections',
    where: { id: { equals: toolkit.sections[index]?.id } },
    depth: 0,
    overrideAccess: true,
  })
  const place = { toolkit: toolkit.id, key: key(index), seen: docs[0]?.rev, language: 'en' }
  await acting.succeed(coordinator, saveSection, { ...place, body: typed(said) })
}

/** Releases the common framework; the notes are written as the release holds them. */
async function release(version: string, notes: string, changes: object[] = []): Promise<void> {
  const input = await acting.toRelease({ toolkit: toolkit.id, version })
  await acting.succeed(coordinator, releaseMaster, { ...input, notes })
  await application.payload.db.connection
    .collection('releases')
    .updateOne({ country: 'master', version, slug: toolkit.slug }, { $set: { changes } })
}

type Asked = { person?: Person; of?: 'framework' | 'version'; id?: string; search?: Record<string, string> }

async function html({ person = variant.lead, of = 'framework', id, search = {} }: Asked = {}): Promise<string> {
  const view =
    of === 'framework'
      ? (await import('@/admin/changes/FrameworkChangesView')).FrameworkChangesView
      : (await import('@/admin/changes/VersionChangesView')).VersionChangesView
  const segments = [of, id ?? (of === 'framework' ? toolkit.id : variant.id), 'changes']
  return htmlOfScreen(application, { person, view, segments, searchParams: search })
}

const shown = async (asked?: Asked) => wordsOf(await html(asked))

describe('what changed in the common framework', () => {
  test('is shown to a country and to the coordinator, with the notes and the words, the most urgent first', async () => {
    for (const person of [variant.lead, coordinator]) {
      const words = await shown({ person })
      expect(words).toContain('Common framework: what changed from release 1.0 to release 2.0')
      expect(words).toContain('The law changed.')
      expect(words).toMatch(/All 2 Urgent 1 Editorial 1/)
      expect(words).toMatch(
        /2 changed sections: choose one 1 Before you start Do not ring this number\. Urgent Changed/,
      )
      expect(words).toContain('Countries decide by 8 January 2027')
      expect(words).toContain('Note of the coordinator: Do not ring this number. It is not safe.')
      expect(words).toMatch(/The text: \d+ change/)
      expect(words).toMatch(/\[removed\] Before you start \[end of removed\] \[added\] 2\.0 \[end/)
      expect(words).not.toMatch(/Other words\.|Decide/)
      expect(words).toMatch(/\d+ sections? (is|are) the same\. List/)
    }
  })

  test('keeps what is chosen in its address: section, class, whole text, and the list of those that are the same', async () => {
    const second = await shown({ search: { section: key(1) } })
    expect(second).toContain('Other words.')
    expect(second).toContain('Note of the coordinator: Spelling.')
    expect(second).toContain('Previous: 1')
    const editorial = await html({ search: { show: 'editorial' } })
    expect(wordsOf(editorial)).toContain('1 changed section ')
    expect(wordsOf(editorial)).toContain('Other words.')
    expect(editorial).toContain(`href="/admin/framework/${toolkit.id}/changes?from=1.0&amp;to=2.0&amp;lang=en"`)
    expect(await shown({ search: { show: 'substantive' } })).toContain('No change has this class.')
    const third = wordsOf(await html({ search: { same: 'listed' } }))
    expect(third).toContain('Hide the list')
    expect(third).toMatch(/3 \S+/)
    expect(await shown({ search: { text: 'whole' } })).toContain('Show only what changed')
  })

  test('is compared in whatever order the releases are named, and not if one does not exist', async () => {
    expect(await shown({ search: { from: '2.0', to: '1.0' } })).toBe(await shown())
    expect(await shown({ search: { from: '1.0', to: '7.0' } })).not.toContain('what changed')
    expect(await shown({ search: { from: '2.0', to: '2.0' } })).toContain('Choose two different releases.')
    expect(await shown({ id: '000000000000000000000000' })).not.toContain('what changed')
  })

  test('has no draft: what was written since the release is not shown', async () => {
    await save(0, 'Only a draft.')
    expect(await shown()).not.toContain('Only a draft.')
    expect(await shown()).toContain('[added] 2.0 [end')
  })

  test('has the notes of all releases in between, each with its number', async () => {
    await save(0, 'Words of 3.0.')
    await release('3.0', 'Corrections.', [{ key: key(0), class: 'editorial', note: 'A dot.', decideBy: null }])
    const words = await shown({ search: { from: '1.0', to: '3.0', section: key(0) } })
    expect(words).toMatch(/Note of the coordinator on 2\.0: Do not ring .* Note of the coordinator on 3\.0: A dot\./)
    // The list has the sentence that gives the section its class.
    expect(words).toMatch(/1 Before you start Do not ring this number\. Urgent/)
    expect(words).toContain('[added] 3.0 [end')
    expect(await shown({ search: { from: '2.0', to: '3.0' } })).not.toContain('Do not ring')
  })

  test('marks the language of what the coordinator said of the releases, for a person who reads in another one', async () => {
    const person = await given.coordinator()
    await application.payload.update({
      collection: 'users',
      id: person.id,
      data: { language: 'el' },
      overrideAccess: true,
    })
    const changes = await html({ person, search: { from: '1.0', to: '2.0' } })
    const { FrameworkView: view } = await import('@/admin/framework/FrameworkView')
    const framework = await htmlOfScreen(application, { person, view, segments: ['framework', toolkit.id] })
    for (const page of [changes, framework]) expect(page).toContain('<span lang="en">The law changed.</span>')
    expect(await html({ search: { from: '1.0', to: '2.0' } })).not.toContain('lang="en">The law changed.')
  })

  test('is where the note on newer common text leads, from the release that the version is based on; tasks lead to the decisions', async () => {
    const { VersionView } = await import('@/admin/version/VersionView')
    const { TasksView } = await import('@/admin/tasks/TasksView')
    const link = `href="/admin/framework/${toolkit.id}/changes?from=1.0&amp;to=3.0"`
    const person = variant.lead
    const version = await htmlOfScreen(application, { person, view: VersionView, segments: ['version', variant.id] })
    expect(version).toContain(link)
    const tasks = await htmlOfScreen(application, { person, view: TasksView })
    expect(tasks).toContain(`href="/admin/version/${variant.id}/updates"`)
  })

  test('says that a release was withdrawn, also beside its notes', async () => {
    const input = { toolkit: toolkit.id, country: 'master', seen: 3, reason: 'A mistake.' }
    await acting.succeed(coordinator, withdrawRelease, input)
    const words = await shown({ search: { from: '1.0', to: '3.0' } })
    expect(words).toMatch(/Release 3\.0 was withdrawn on .+ Do not rely on its text\./)
    expect(words).toContain('Note of the coordinator on 3.0, which was withdrawn: A dot.')
  })
})

describe('what changed in a national version', () => {
  test('is for the people of the country; others have the common framework, and all releases on the site', async () => {
    const other = await given.lead('fr')
    expect(await shown({ person: other, of: 'version' })).not.toContain('releases to compare')
    expect(await shown({ person: other })).toContain('Common framework: what changed')
  })

  test('cannot be said before its second release', async () => {
    expect(await shown({ of: 'version' })).toContain('There are not yet two releases to compare.')
    expect(await shown({ of: 'version', id: '000000000000000000000000' })).not.toContain('releases to compare')
  })
})
