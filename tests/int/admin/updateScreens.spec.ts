import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '@/access/actorOf'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { keepWorkingCopy } from '@/actions/keepWorkingCopy'
import { pauseSection } from '@/actions/pauseUpdates'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { waitingUpdates } from '@/admin/nav/waitingUpdates'
import type { ChangeNote } from '@/domain/changeNote'
import type { ImportedSection } from '@/domain/importing'
import { nameOfDecision } from '@/domain/workingCopyOf'
import { loadToolkits } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant
let release: string

const TITLES = ['Adapted', 'Beside', 'Left out', 'Same', 'One', 'Two', 'Goes']

/**
 * Ireland adapted two sections and leaves one out. Release 2.0 changes them and two that nobody touched, has a new one and
 * lacks another. Two notes are urgent, one of them on a text that nobody touched; one has a day that is over.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: TITLES })
  variant = await given.variant({ toolkit, country: 'ie' })
  await adapt('Adapted', 'Ours instead.')
  await adapt('Beside', 'Common text of Beside. And ours.')
  const leftOut = { ...at('Left out'), seen: 0, reason: 'other', explanation: 'We have none.' }
  expect((await application.act(variant.lead, 'omit-section', leftOut)).body.ok).toBe(true)
  await importAgain([...TITLES.filter((title) => title !== 'Goes'), 'Comes'])
  await change('Adapted', 'Law now.')
  await change('Beside', 'New: common text of Beside.')
  await change('Left out', 'Changed.')
  await change('One', 'New words of One.')
  await change('Two', 'New words of Two.')
  release = await releaseNow('2.0')
  await say([
    note('Beside', { class: 'substantive', note: 'Check the deadline. It is shorter.', decideBy: '2020-12-04' }),
    note('Adapted', { class: 'urgent', note: 'The law has changed. Act at once.', decideBy: '2099-12-04' }),
    note('Two', { class: 'urgent', note: 'A danger.', decideBy: '2099-12-01' }),
    note('One', { class: 'substantive', note: 'New days.', decideBy: '2099-12-24' }),
    note('Left out', { class: 'substantive', note: 'Other words.', decideBy: '2098-12-04' }),
  ])
})

afterAll(() => application.stop())

describe('before a country has decided', () => {
  test('the list of sections says in each row what waits, with the way to decide', async () => {
    const html = await version(variant.lead)
    const row = (title: string) => wordsOf(html.split('<tr').find((one) => one.includes(`>${title}<`)) ?? '')
    expect(row('Adapted')).toMatch(/Adapted Decision needed/)
    expect(row('Beside')).toMatch(/Please check/)
    expect(row('Left out')).toMatch(/Not used, changed/)
    expect(row('One')).toMatch(/Ready/)
    expect(row('Same')).toMatch(/Same Common text No change/)
    expect(row('Goes')).toMatch(/Ready.*No longer in common framework 2\.0/)
    expect(row('Comes')).toMatch(/Comes New Ready/)
    expect(html).toContain(`href="/admin/version/${variant.id}/updates/${keyOf('Adapted')}"`)
  })

  test('it says which release the version follows, and how many decisions wait', async () => {
    const said = wordsOf(await version(variant.lead))
    expect(said).toContain('Follows common framework 1.0.')
    expect(said).toContain('Release 2.0 waits for 6 decisions.')
    expect(said).toContain('Decide on 6 sections')
    expect(said).toContain('4 sections are Ready: you have no text of your own there.')
    expect(said).toContain('Your text stays as it is until you decide, section by section.')
    expect(said).not.toContain('later')
  })

  test('its filters count what waits by status, and are in the address', async () => {
    const said = wordsOf(await version(variant.lead))
    expect(said).toMatch(/All 8 .*Decision needed 1 .*Please check 1 .*Ready 4 .*Our own text \d+ .*Changed by me 3/)
    const shown = wordsOf(await version(variant.lead, { show: 'decision-needed' }))
    expect(shown).toContain('1 of 8 sections shown.')
    const other = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
    expect(wordsOf(await version(other))).not.toContain('Changed by me')
  })

  test('the tasks name each section that is late or urgent, then each that needs a person, and the others in one line', async () => {
    const said = wordsOf(await tasks(variant.lead))
    expect(said).toMatch(/Decide on common framework 2\.0 .*All 6 sections/)
    expect(said).toMatch(
      /Please check 2 Beside Substantive Changed Check the deadline\. Late by [\d,]+ days .*Ready 6 Two Urgent Changed A danger\. Decide by 1 December 2099 Read : 6 Two Decision needed 1 Adapted Urgent Changed The law has changed\. Decide by 4 December 2099 /,
    )
    expect(said).not.toContain('Act at once')
    expect(said).toMatch(
      /Ready 3 more sections without text of your own 5 One , Comes , 7 Goes 1 has a last day: 24 December 2099\./,
    )
    expect(said).toContain('You have 5 tasks.')
  })

  test('a decision that a person began stands once in their tasks, and in the list, and asks to go on', async () => {
    const copy = {
      key: nameOfDecision(keyOf('Adapted')),
      language: 'en',
      window: 'first-window',
      copy: '{"about":"x"}',
    }
    const keep = (given: object) =>
      acting.succeed(variant.lead, keepWorkingCopy, { variant: variant.id, ...copy, ...given })
    await keep({ turn: 1 })
    const begun = /1 Adapted .*You last worked on this decision: .* Go on : 1 Adapted/
    const said = wordsOf(await tasks(variant.lead))
    expect(said).toMatch(begun)
    expect(said).not.toContain('decision on “Adapted”')
    expect(said).toContain('You have 5 tasks.')
    expect(wordsOf(await updates(variant.lead))).toMatch(begun)
    // One that is in a line with others has a line of its own.
    await keep({ key: nameOfDecision(keyOf('One')), turn: 2 })
    expect(wordsOf(await tasks(variant.lead))).toContain('decision on “One”')
    // It is not accepted with the others against what the person began.
    const ready = await updates(variant.lead, { status: 'ready' })
    const [accept] = buttonsIn(ready)
    expect(accept).toMatchObject({ action: 'accept-updates', label: 'Accept 3 sections' })
    expect(JSON.stringify(accept?.input)).not.toContain(keyOf('One'))
    expect(wordsOf(ready)).toContain('You began a decision here, so it is not accepted with the others.')
    await keep({ turn: 3, copy: null })
    await keep({ key: nameOfDecision(keyOf('One')), turn: 4, copy: null })
    expect(wordsOf(await tasks(variant.lead))).not.toContain('You last worked on this decision')
  })

  test('names each section on the screens of its neighbours as the list does: with its number in the version, or as new', async () => {
    const titles = ['Adapted', 'Beside', 'One', 'Two', 'Goes']
    const screens = await Promise.all(titles.map((title) => one(variant.lead, title)))
    const named = screens.flatMap((html) =>
      [...html.matchAll(/<a[^>]*data-update[^>]*>(.*?)<\/a>/g)].map(([, name = '']) =>
        wordsOf(name).replace(/^(Next|Previous) ?: /, ''),
      ),
    )
    expect(new Set(named)).toEqual(new Set(['1 Adapted', '2 Beside', '5 One', '6 Two', 'Comes (new)']))
    const list = wordsOf(await updates(variant.lead))
    expect(list).toMatch(/ 7 Goes /)
    expect(list).toMatch(/ New Comes /)
  })

  test('says that nothing changes before a decision only where one is asked for, and how the country treats what it has', async () => {
    const asks = 'Nothing in your text changes until you decide.'
    expect(wordsOf(await one(variant.lead, 'Adapted'))).toMatch(new RegExp(`Decision needed Adapted ${asks}`))
    const leftOut = wordsOf(await one(variant.lead, 'Left out'))
    expect(leftOut).toContain('Not used, changed Not used here')
    expect(leftOut).not.toContain(asks)
    const comes = (await acting.stored('sections', { toolkit: { equals: toolkit.id } }, 'rank')).find(
      ({ title }) => Object(title).en === 'Comes' || title === 'Comes',
    )
    const isNew = wordsOf(await one(variant.lead, 'Comes', String(comes?.key)))
    expect(isNew).toMatch(new RegExp(`Ready ${asks}`))
  })

  test('leads from one update to the next in the order of the list', async () => {
    const titles = ['Beside', 'Two', 'Adapted', 'One', 'Comes', 'Goes']
    const list = wordsOf(await updates(variant.lead))
    const inList = titles.map((title) => list.indexOf(` ${title} `))
    expect(inList).toEqual(inList.toSorted((a, b) => a - b))
    const next = (html: string) => /<a[^>]*data-update="next".*?>(.*?)<\/a>/.exec(html)?.[1]
    const following = ['Two', 'Adapted', 'One', 'Comes', 'Goes', 'Beside']
    // The new section has no key that the test knows.
    for (const [at, title] of titles.entries())
      if (title !== 'Comes') expect(next(await one(variant.lead, title))).toContain(following[at])
  })

  test('the menu counts for those who decide, and only for them, what the list counts', async () => {
    expect([...(await inMenu(variant.lead))]).toContainEqual([variant.id, 6])
    expect(await inMenu(coordinator)).toEqual(new Map())
    expect(await inMenu(await given.lead('mt'))).not.toContain(variant.id)
  })

  test('a translator, who does not decide, is only told that newer text is there', async () => {
    const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
    const said = wordsOf(await tasks(translator))
    expect(said).toContain('Common framework 2.0 is available')
    expect(said).not.toContain('Decide on common framework')
  })

  test('the list of updates has first what is late or urgent, then the others by status, with note, class and day', async () => {
    const said = wordsOf(await updates(variant.lead))
    expect(said).toMatch(/6 sections wait for your decision\. Your text stays as it is until then\./)
    expect(said).toMatch(
      /Late or urgent 3 Please check 2 Beside .*Ready 6 Two .*Decision needed 1 Adapted .*Ready 3 .*Not used, changed 1/,
    )
    expect(said).toContain('You do not use these sections, so nothing is asked.')
    expect(said).not.toContain('2098')
    expect(said).not.toContain('decided as one')
    const urgent = wordsOf(await updates(variant.lead, { class: 'urgent' }))
    expect(urgent).toContain('The law has changed.')
    expect(urgent).not.toContain('Check the deadline.')
  })

  test('several releases that wait are decided as one', async () => {
    const other = await given.variant({ toolkit: await given.toolkit({ titles: ['A'] }), country: 'mt' })
    for (const number of ['1.1', '2.0']) {
      await change('A', `Words of ${number}.`, other.toolkit)
      await releaseNow(number, other.toolkit)
    }
    const said = async () => wordsOf(await updates(other.lead, {}, other))
    expect(await said()).toContain('Releases 1.1 and 2.0 are decided as one.')
    const pause = { variant: other.id, key: keyOf('A', other.toolkit), seen: 0, language: 'en', reason: 'Elections.' }
    await acting.succeed(other.lead, pauseSection, pause)
    expect(await said(), 'nothing is decided during a pause').not.toContain('decided as one')
  })

  test('a section that is the same in a later release is compared with that one, on its screen and in the list', async () => {
    const other = await given.variant({ toolkit: await given.toolkit({ titles: ['A', 'B'] }), country: 'mt' })
    const decided = async (title: string) => {
      const { UpdateView: view } = await import('@/admin/updates/UpdateView')
      const segments = ['version', other.id, 'updates', keyOf(title, other.toolkit)]
      return wordsOf(await htmlOfScreen(application, { person: other.lead, view, segments }))
    }
    await change('A', 'Words of 1.1.', other.toolkit)
    await releaseNow('1.1', other.toolkit)
    await change('B', 'Words of 2.0.', other.toolkit)
    const newest = await releaseNow('2.0', other.toolkit)
    expect(await decided('A')).toContain('Releases 1.1 and 2.0 are decided as one.')
    expect(await decided('B')).not.toContain('decided as one')
    await acting.succeed(other.lead, decideOnUpdate, {
      ...{ variant: other.id, key: keyOf('A', other.toolkit), seen: 0, others: [], release: newest },
      ...{ language: 'en', choice: 'accept' },
    })
    expect(wordsOf(await updates(other.lead, {}, other))).not.toContain('decided as one')
  })

  test('during a pause no screen says that somebody can decide, and the pause is given a reason', async () => {
    const other = await given.variant({ toolkit: await given.toolkit({ titles: ['A'] }), country: 'mt' })
    await change('A', 'Words of 2.0.', other.toolkit)
    await releaseNow('2.0', other.toolkit)
    const shown = async () => {
      const { UpdateView: view } = await import('@/admin/updates/UpdateView')
      const segments = ['version', other.id, 'updates', keyOf('A', other.toolkit)]
      return wordsOf(await htmlOfScreen(application, { person: other.lead, view, segments }))
    }
    const before = await shown()
    expect(before).toContain('you can decide without an answer')
    expect(before).toMatch(/text stays as it is\. Reason Last day of the pause/)
    const pause = { variant: other.id, key: keyOf('A', other.toolkit), seen: 0, language: 'en', reason: 'A new law.' }
    await acting.succeed(other.lead, pauseSection, pause)
    const paused = await shown()
    expect(paused).toContain('Ask if you are not sure. Nothing is decided until the pause ends.')
    expect(paused).not.toMatch(/until you decide|you can decide/)
  })

  test('a pause is asked for with what it puts off, and the last day for the decision stays on the screens', async () => {
    const other = await given.variant({ toolkit: await given.toolkit({ titles: ['A'] }), country: 'mt' })
    const key = keyOf('A', other.toolkit)
    await change('A', 'Words of 2.0.', other.toolkit)
    await releaseNow('2.0', other.toolkit)
    await say([{ key, class: 'urgent', note: 'The law changed.', decideBy: '2099-12-20' }], other.toolkit)
    const shown = async () => {
      const { UpdateView: view } = await import('@/admin/updates/UpdateView')
      const segments = ['version', other.id, 'updates', key]
      return wordsOf(await htmlOfScreen(application, { person: other.lead, view, segments }))
    }
    const asked =
      /An urgent change waits here\. During the pause, readers do not get it\. The coordinator asks for a decision by 20 December 2099\. If the pause still holds on that day, your decision will be late\./
    expect(await shown()).toMatch(asked)
    expect(wordsOf(await updates(other.lead, {}, other))).toMatch(asked)
    const pause = { variant: other.id, key, seen: 0, language: 'en', reason: 'Elections.', until: '2099-12-24' }
    await acting.succeed(other.lead, pauseSection, pause)
    expect(await shown()).toMatch(/Urgent Decide by 20 December 2099 Note of the coordinator/)
    const list = wordsOf(await updates(other.lead, {}, other))
    expect(list).toMatch(
      /Urgent Changed .*The law changed\. Last day of the pause: 24 December 2099 Decide by 20 December 2099 Look/,
    )
    expect(list).not.toMatch(asked)
  })

  test('people who may not write see what waits, and no button that works', async () => {
    const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'ie' }] })
    const html = await updates(reviewer, { status: 'ready' })
    expect(wordsOf(html)).toMatch(
      /Accept 4 sections Only the national lead and editors of this country can change this text\./,
    )
    expect(wordsOf(await version(reviewer))).not.toContain('Decide on 6 sections')
  })
})

describe('deciding from the list of updates', () => {
  test('shows first what changes for readers, and accepts what it lists', async () => {
    const html = await updates(variant.lead, { status: 'ready' })
    expect(html).toMatch(/<details.*See what changes/s)
    expect(wordsOf(html), 'nothing is published yet').toContain('These changes come into our version. You can take')
    const [accept] = buttonsIn(html)
    expect(accept).toMatchObject({ action: 'accept-updates', label: 'Accept 4 sections' })
    expect(accept?.input).toMatchObject({ variant: variant.id, release, language: 'en' })
    const result = await acting.succeed(variant.lead, acceptReadyUpdates, accept?.input ?? {})
    expect(result.sections).toHaveLength(4)
    const after = wordsOf(await updates(variant.lead))
    expect(after).toMatch(/2 sections wait for your decision/)
    expect(after).toMatch(/Decided 4 .*Accept.*by you/)
    expect(wordsOf(await version(variant.lead))).toContain(
      'Follows common framework 2.0. 2 sections still stand on 1.0.',
    )
    const page = await version(variant.lead)
    expect(wordsOf(page)).toContain('Update to 2.0 Compared with the common text')
    const row = (title: string) => wordsOf(page.split('<tr').find((one) => one.includes(`>${title}<`)) ?? '')
    expect(row('One'), 'a decision is not called no change').toMatch(/One Common text Decided No change/)
    expect(row('Same')).toMatch(/Same Common text No change No change/)
    expect(row('Beside')).toMatch(/Please check .* Stands on common framework 1\.0\./)
    for (const title of ['One', 'Same']) expect(row(title)).not.toContain('Stands on')
    for (const [title, number] of [
      ['Beside', '1.0'],
      ['One', '2.0'],
    ] as const) {
      const section = wordsOf(await sectionScreen(variant.lead, title))
      expect(section).toContain(`English. Follows common framework ${number}.`)
      expect(section).toContain(`Common framework ${number} `)
    }
  })

  test('keeps the text of the country where it decides so, and says it', async () => {
    const kept = { ...at('Adapted'), release, seen: 1, choice: 'keep', note: 'Our law differs.' }
    await acting.succeed(variant.lead, decideOnUpdate, kept)
    const row = (html: string) => wordsOf(html.split('<tr').find((one) => one.includes('>Adapted<')) ?? '')
    expect(row(await version(variant.lead))).toContain('Yours kept')
    const decided = wordsOf(await updates(variant.lead, { status: 'decided' }))
    expect(decided).toMatch(/Keep ours 1 Adapted Urgent .*Our law differs\. by you/)
    const colleague = await given.person({ roles: [{ role: 'national-lead', country: 'ie' }] })
    expect(wordsOf(await one(colleague, 'Adapted'))).toMatch(/It was decided on .*: Keep ours \(National lead\)\./)
  })

  test('shows on the page on which nothing waits any more what this person typed there before', async () => {
    const keptOn = async (title: string) =>
      [...(await one(variant.lead, title)).matchAll(/data-kept="([^"]*)"/g)].map(([, place = '']) =>
        JSON.parse(place.replaceAll('&quot;', '"')),
      )
    const place = { userId: variant.lead.id, variant: variant.id, key: keyOf('Adapted') }
    expect(await keptOn('Adapted')).toEqual([place])
    expect(await keptOn('Beside'), 'the form shows it').toEqual([])
  })

  test('takes a decision back with what the list sends after a pause', async () => {
    const pause = { ...at('Adapted'), seen: 2, reason: 'The law is about to change.' }
    await acting.succeed(variant.lead, pauseSection, pause)
    await acting.succeed(variant.lead, pauseSection, { ...at('Adapted'), seen: 3, ends: true })
    const decided = buttonsIn(await updates(variant.lead, { status: 'decided' }))
    const message = buttonsIn(await updates(variant.lead, { recorded: keyOf('Adapted') }))
    const [ofList, ofMessage] = [decided, message].map((all) => all.find(({ action }) => action === 'take-back-update'))
    expect(ofMessage?.input).toEqual(ofList?.input)
    await acting.succeed(variant.lead, takeBackUpdate, ofList?.input ?? {})
    const kept = { ...at('Adapted'), release, seen: 5, choice: 'keep' }
    await acting.succeed(variant.lead, decideOnUpdate, kept)
  })

  test('takes a decision back while the section is as it was decided', async () => {
    const html = await updates(variant.lead, { status: 'decided' })
    const back = buttonsIn(html).filter(({ action }) => action === 'take-back-update')
    expect(back).toHaveLength(5)
    await acting.succeed(variant.lead, takeBackUpdate, back[0]?.input ?? {})
    expect(wordsOf(await updates(variant.lead))).toMatch(
      /Late or urgent 2 Please check 2 Beside .*Decision needed 1 Adapted/,
    )
    const again = { ...at('Adapted'), release, seen: 7, choice: 'keep' }
    await acting.succeed(variant.lead, decideOnUpdate, again)
    await adapt('Adapted', 'Ours, edited.', 8)
    const later = await updates(variant.lead, { status: 'decided' })
    expect(wordsOf(later)).toContain('The section has been edited since this decision')
    expect(buttonsIn(later)).toHaveLength(4)
  })

  test('a review compares each section with the text on which it stands, and a release says where that is', async () => {
    const edition = variant.edition
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(edition))
    const sent = await updates(variant.lead, { status: 'decided' })
    expect(buttonsIn(sent)).toEqual([])
    expect(wordsOf(sent)).toContain('The edition has been sent for review since this decision')
    const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'ie' }] })
    const { ReviewView: view } = await import('@/admin/review/ReviewView')
    const review = wordsOf(await htmlOfScreen(application, { person: reviewer, view, segments: ['review', edition] }))
    expect(review).toContain('Common text of Beside. [added] And ours. [end of added]')
    expect(review).toContain(`${ON_COMMON} Follows common framework 2.0. 1 section still stands on 1.0.`)
    expect(review.split('Stands on common framework 1.0.')).toHaveLength(2)
    expect(review).toMatch(/2 Beside (?:\d+ differences? )?.*?Stands on common framework 1\.0\. .*And ours/)
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(edition))
    const publish = wordsOf(
      await htmlOfScreen(application, { person: coordinator, view, segments: ['review', edition] }),
    )
    expect(publish).toContain('follows common framework 2.0. Readers see both numbers. 1 section still stands on 1.0.')
    const input = { ...(await acting.seenNow(edition)), version: '1.0', notes: 'First.' }
    await acting.succeed(coordinator, publishEdition, input)
    const [published] = await acting.releasesOf(toolkit.id, 'ie')
    expect(Object(published).baseline).toEqual({
      release,
      version: '2.0',
      seq: 2,
      others: [{ version: '1.0', seq: 1, keys: [keyOf('Beside')] }],
      saysOrigins: true,
    })
  })

  test('a decision of the open edition can be taken back after another release of the common framework', async () => {
    await change('One', 'Newer words of One.')
    const third = await releaseNow('3.0')
    const accepted = { ...at('One'), release: third, seen: 1, choice: 'accept' }
    await acting.succeed(variant.lead, decideOnUpdate, accepted)
    await change('Two', 'Newer words of Two.')
    const fourth = await releaseNow('4.0')
    const html = await updates(variant.lead, { status: 'decided' })
    const [back, ...others] = buttonsIn(html).filter(({ action }) => action === 'take-back-update')
    expect(others).toEqual([])
    expect(wordsOf(html)).not.toContain('on release')
    await acting.succeed(variant.lead, decideOnUpdate, { ...at('Two'), release: fourth, seen: 1, choice: 'accept' })
    const both = wordsOf(await updates(variant.lead, { status: 'decided' }))
    expect(both).toMatch(/Two .*by you .* on release 4\.0 .*One .*by you .* on release 3\.0/)
    await acting.succeed(variant.lead, takeBackUpdate, back?.input ?? {})
    expect(wordsOf(await updates(variant.lead))).toMatch(/Ready \d+ .*One/)
  })

  test('the review of a published edition says which common text it followed, whatever the country decided since', async () => {
    for (const title of ['One', 'Beside']) {
      const [stored] = await acting.stored('variant-sections', { key: { equals: keyOf(title) } })
      const decided = { ...at(title), release: await newest(), seen: Number(stored?.rev), choice: 'accept' }
      await acting.succeed(variant.lead, decideOnUpdate, decided)
    }
    expect(wordsOf(await version(variant.lead))).toContain('Follows common framework 4.0.')
    const { ReviewView: view } = await import('@/admin/review/ReviewView')
    const asked = { person: coordinator, view, segments: ['review', variant.edition] }
    const said = wordsOf(await htmlOfScreen(application, asked))
    expect(said).toContain(`${ON_COMMON} Follows common framework 2.0. 1 section still stands on 1.0.`)
    expect(said.split('Stands on common framework 1.0.')).toHaveLength(2)
  })
})

const ON_COMMON = 'First release: each section is compared with the common text that it follows.'

async function newest(): Promise<string> {
  const [last] = (await acting.releasesOf(toolkit.id, 'master')).slice(-1)
  return String(last?.id)
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function keyOf(title: string, of: Toolkit = toolkit): string {
  const key = of.sections.find((section) => section.title === title)?.key
  if (!key) throw new Error(`The toolkit has no section ${title}`)
  return key
}

function note(title: string, said: Partial<ChangeNote>): ChangeNote {
  return { key: keyOf(title), class: 'editorial', note: '', decideBy: null, ...said }
}

/** What the coordinator says is stored with the release. */
async function say(changes: ChangeNote[], of: Toolkit = toolkit): Promise<void> {
  const { db } = application.payload
  await db.connection.collection('releases').updateOne({ slug: of.slug, version: '2.0' }, { $set: { changes } })
}

async function adapt(title: string, text: string, seen = 0): Promise<void> {
  await acting.succeed(variant.lead, adaptSection, { ...at(title), seen, body: typed(text), reason: 'national-law' })
}

async function change(title: string, text: string, of: Toolkit = toolkit): Promise<void> {
  const { rev } = await acting.sectionOf(of.id, keyOf(title, of))
  const key = keyOf(title, of)
  const input = { toolkit: of.id, key, seen: Number(rev), language: 'en', body: typed(text) }
  await acting.succeed(coordinator, saveSection, input)
}

async function releaseNow(version: string, of: Toolkit = toolkit): Promise<string> {
  const input = await acting.toRelease({ toolkit: of.id, version })
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

async function importAgain(titles: string[]): Promise<void> {
  const sections = titles.map(
    (title): ImportedSection => ({ source: 'a', depth: 1, title, body: words(`Common text of ${title}.`) }),
  )
  const seen = await acting.seenForImport(coordinator, toolkit.slug)
  const { slug } = toolkit
  const input = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, sections, allowGone: 1 }
  await acting.succeed(coordinator, importToolkit, input)
}

async function version(person: Person, searchParams: Record<string, string> = {}): Promise<string> {
  const { VersionView: view } = await import('@/admin/version/VersionView')
  return htmlOfScreen(application, { person, view, segments: ['version', variant.id], searchParams })
}

async function updates(person: Person, searchParams: Record<string, string> = {}, of = variant): Promise<string> {
  const { UpdatesView: view } = await import('@/admin/updates/UpdatesView')
  return htmlOfScreen(application, { person, view, segments: ['version', of.id, 'updates'], searchParams })
}

/** The screen of one update. */
async function one(person: Person, title: string, key = keyOf(title)): Promise<string> {
  const { UpdateView: view } = await import('@/admin/updates/UpdateView')
  return htmlOfScreen(application, { person, view, segments: ['version', variant.id, 'updates', key] })
}

async function sectionScreen(person: Person, title: string): Promise<string> {
  const { VariantSectionView: view } = await import('@/admin/editor/VariantSectionView')
  return htmlOfScreen(application, { person, view, segments: ['version', variant.id, 'section', keyOf(title)] })
}

/** How many decisions the menu says that wait, by version. */
async function inMenu({ id }: Person): Promise<Map<string, number>> {
  const { payload } = application
  const user = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const [actor, toolkits, variants] = [await actorOf(req), await loadToolkits({ req }), await loadVariants({ req })]
  return actor ? waitingUpdates({ req, actor, toolkits, variants }) : new Map()
}

async function tasks(person: Person): Promise<string> {
  const { TasksView: view } = await import('@/admin/tasks/TasksView')
  return htmlOfScreen(application, { person, view })
}

/** What the buttons of a screen would send. */
function buttonsIn(html: string): { action: string; input: Fields; label: string }[] {
  const found = html.matchAll(/data-action="([^"]+)" data-input="([^"]+)"><div class="act"><button[^>]*>([^<]*)</g)
  return [...found].map(([, action = '', input = '', label = '']) => ({
    action,
    input: JSON.parse(input.replaceAll('&quot;', '"')),
    label,
  }))
}
