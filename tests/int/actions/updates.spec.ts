import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { answerQuestion } from '@/actions/answerQuestion'
import { approveEdition } from '@/actions/approveEdition'
import { askAboutUpdate } from '@/actions/askAboutUpdate'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { pauseSection, pauseVersion } from '@/actions/pauseUpdates'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { setEditorialUpdates } from '@/actions/setEditorialUpdates'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { wordsRead } from '@/domain/became'
import type { ChangeNote } from '@/domain/changeNote'
import type { ImportedSection } from '@/domain/importing'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { asShownNow } from '../setup/asShownNow'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, refusalsOf, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let editor: Person
let toolkit: Toolkit
let variant: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

beforeEach(async () => {
  toolkit = await given.toolkit({ titles: ['Adapted', 'Untouched', 'Supplemented', 'Unchanged'] })
  variant = await given.variant({ toolkit, country: 'ie' })
  await acting.succeed(variant.lead, adaptSection, {
    ...at('Adapted'),
    seen: 0,
    body: typed('Common text of Adapted, in Ireland.'),
    reason: 'national-law',
  })
  await acting.succeed(variant.lead, supplementSection, {
    ...at('Supplemented'),
    seen: 0,
    addition: typed('Ring 1800.'),
  })
})

describe('an update of the common framework', () => {
  test('changes nothing in a country until it decides', async () => {
    const before = await readBy()
    await release('2.0', { Adapted: 'Other common text of Adapted.', Untouched: 'Other common text.' })
    expect(await readBy()).toEqual(before)
  })
})

describe('a decision on an update', () => {
  test('takes the common text, moves what the section stands on, and is recorded with its author', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(editor, decideOnUpdate, decide('Untouched', newest, { choice: 'accept' }))
    expect(result).toEqual({ key: keyOf('Untouched'), rev: 1 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toMatchObject({
      'variant-sections': 1,
      'update-decisions': 1,
      'audit-events': 1,
    })
    expect((await readBy()).get('Untouched')).toBe('Other common text.')
    const own = await acting.ownSectionOf(variant.id, keyOf('Untouched'))
    expect(own).toMatchObject({ mode: 'inherit', baseline: onAll(newest) })
    const [decision] = await decisions()
    expect(decision).toMatchObject({
      key: keyOf('Untouched'),
      release: newest,
      choice: 'accept',
      status: 'ready',
      became: 'changed',
      parts: ['body'],
      revBefore: 0,
      revAfter: 1,
      by: editor.id,
      as: 'national-editor',
    })
    expect(textOf(Object((await acting.blobOf(decision?.textBefore)).body).en)).toBe('Common text of Untouched.')
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({ action: 'section.decide-update', actor: editor.id })
    expect(Object((await acting.editionOf(variant.edition)).contributors)).toContain(editor.id)
  })

  test('keeps the text of the country, and the same change is not asked again', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.' })
    const kept = decide('Adapted', newest, { choice: 'keep' })
    await acting.succeed(editor, decideOnUpdate, { ...kept, seen: 1 })
    expect((await readBy()).get('Adapted')).toBe('Common text of Adapted, in Ireland.')
    const { keys } = await acting.refuse(editor, decideOnUpdate, { ...kept, seen: 2 })
    expect(keys).toEqual(['refusal.update-nothing'])
    const next = await release('3.0', { Untouched: 'Other common text.' })
    const again = await acting.refuse(editor, decideOnUpdate, { ...decide('Adapted', next), seen: 2 })
    expect(again.keys).toEqual(['refusal.update-nothing'])
  })

  test('takes the changes of the common framework that the person wants, and records which it left', async () => {
    const REST = ['Adapted', 'Supplemented', 'Unchanged'].map((title): [string, RichText] => [
      title,
      words(`Common text of ${title}.`),
    ])
    const text = (first: string, second: string): [string, RichText] => ['Untouched', blocksOf([first, second])]
    await importTexts([...REST, text('Common text of Untouched.', 'Call the office before ten.')], 0)
    const older = await releaseNow('2.0')
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', older, { choice: 'accept' }))
    await importTexts([...REST, text('Common words of Untouched.', 'Call the office before nine.')], 0)
    const newest = await releaseNow('3.0')
    const id = await blockWith('Common words')
    const given = { choice: 'combine', declined: { en: [id] }, reason: 'national-practice' }
    await acting.succeed(editor, decideOnUpdate, { ...decide('Untouched', newest, given), seen: 1 })
    expect((await readBy()).get('Untouched')).toBe('Common text of Untouched.\nCall the office before nine.')
    const recorded = (await decisions()).find(({ release }) => release === newest)
    expect(recorded).toMatchObject({ choice: 'combine', declined: { en: [id] } })
    const again = await acting.refuse(editor, decideOnUpdate, { ...decide('Untouched', newest), seen: 2 })
    expect(again.keys).toEqual(['refusal.update-nothing'])
  })

  test('combines both texts, with the answer to each place that both changed', async () => {
    const newest = await release('2.0', { Adapted: 'Common words of Adapted.' })
    const combined = { ...decide('Adapted', newest, { choice: 'combine' }), seen: 1 }
    await acting.succeed(editor, decideOnUpdate, combined)
    expect((await readBy()).get('Adapted')).toBe('Common words of Adapted, in Ireland.')
  })

  test('is refused while a place that both changed has no answer, and if it answers one that is not there', async () => {
    const newest = await release('2.0', { Adapted: 'Common text of Adapted, in all countries.' })
    const combined = { ...decide('Adapted', newest, { choice: 'combine' }), seen: 1 }
    for (const resolutions of [undefined, {}, { en: {} }]) {
      const { keys, params } = await acting.refuse(editor, decideOnUpdate, { ...combined, resolutions })
      expect([keys, params]).toEqual([['refusal.update-places-open'], { count: 1 }])
    }
    const unknown = { ...combined, resolutions: { en: { 'no-such-place': 'theirs' } } }
    expect((await acting.refuse(editor, decideOnUpdate, unknown)).keys).toEqual(['refusal.update-changed'])
  })

  test('stores the result as a person edited it', async () => {
    const newest = await release('2.0', { Adapted: 'Quite another text.' })
    const written = { body: { en: typed('Our words of both.') } }
    const combined = { ...decide('Adapted', newest, { choice: 'combine', written }), seen: 1 }
    await acting.succeed(editor, decideOnUpdate, combined)
    expect((await readBy()).get('Adapted')).toBe('Our words of both.')
  })

  test('leaves readers the text of another language, until somebody writes one in theirs', async () => {
    const { lead, id } = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
    const where = { variant: id, key: keyOf('Untouched'), language: 'el' }
    const greek = { ...common('Untouched'), language: 'el', title: 'Νέο', body: typed('Νέο κοινό κείμενο.') }
    await acting.succeed(coordinator, saveSection, greek)
    const newest = await releaseNow('2.0')
    const read = async () => {
      const section = await acting.resolvedSection(lead, { variant: id, key: keyOf('Untouched') })
      const { title, body } = wordsRead(section, { language: 'el', source: 'en' })
      return [title?.value, textOf(body?.value ?? [])]
    }
    const inEnglish = ['Untouched', 'Common text of Untouched.']
    const before = await read()
    const kept = { ...where, release: newest, seen: 0, choice: 'keep', reason: 'other' }
    await acting.succeed(lead, decideOnUpdate, kept)
    expect(before).toEqual(inEnglish)
    expect(await read()).toEqual(inEnglish)
    const write = { ...where, reason: 'other' }
    await acting.succeed(lead, adaptSection, { ...write, seen: 1, title: 'Δικό μας', body: typed('Δικό μας κείμενο.') })
    expect(await read()).toEqual(['Δικό μας', 'Δικό μας κείμενο.'])
    // A text that is emptied after that was taken out on purpose.
    await acting.succeed(lead, adaptSection, { ...write, seen: 2, title: 'Δικό μας', body: typed('') })
    expect(await read()).toEqual(['Δικό μας', ''])
  })

  test('leaves the addition of a country below the new common text', async () => {
    const newest = await release('2.0', { Supplemented: 'Other common text.' })
    await acting.succeed(editor, decideOnUpdate, { ...decide('Supplemented', newest), seen: 1 })
    const { entry, content } = await acting.resolvedSection(editor, { variant: variant.id, key: keyOf('Supplemented') })
    expect(entry.mode).toBe('supplement')
    expect([textOf(content.body.en ?? []), textOf(content.addition.en ?? [])]).toEqual([
      'Other common text.',
      'Ring 1800.',
    ])
  })

  test('has no reason where the country only has an addition: its reason is not that of the decision', async () => {
    const addition = { ...at('Supplemented'), seen: 1, addition: typed('Ring 1900.'), reason: 'national-practice' }
    await acting.succeed(variant.lead, supplementSection, addition)
    const newest = await release('2.0', { Adapted: 'Common words of Adapted.', Supplemented: 'Other common text.' })
    for (const [title, seen] of [
      ['Supplemented', 2],
      ['Adapted', 1],
    ] as const)
      await acting.succeed(editor, decideOnUpdate, { ...decide(title, newest, { choice: 'combine' }), seen })
    const own = await acting.ownSectionOf(variant.id, keyOf('Supplemented'))
    expect(own).toMatchObject({ mode: 'supplement', reason: 'national-practice' })
    expect((await decisions()).map(({ key, reason }) => [key, reason])).toEqual([
      [keyOf('Supplemented'), null],
      [keyOf('Adapted'), 'national-law'],
    ])
  })

  test('on one part leaves the others on the release before, and what is published names a stored common text', async () => {
    const key = keyOf('Adapted')
    await acting.succeed(coordinator, saveSection, {
      ...common('Adapted'),
      title: 'A new title',
      body: typed('Quite another text.'),
    })
    const newest = await releaseNow('2.0')
    await acting.succeed(editor, decideOnUpdate, { ...decide('Adapted', newest, { parts: ['title'] }), seen: 1 })
    const { entry, content } = await acting.resolvedSection(editor, { variant: variant.id, key })
    expect(content.title.en).toBe('A new title')
    expect(textOf(content.body.en ?? [])).toBe('Common text of Adapted, in Ireland.')
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
    const base = await acting.blobOf(entry.baseBlob)
    expect(base).toMatchObject({ title: { en: 'A new title' } })
    expect(textOf(Object(base.body).en)).toBe('Common text of Adapted.')
  })

  test('is refused with the stored text if somebody wrote in the section since', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.' })
    await acting.succeed(editor, adaptSection, { ...at('Adapted'), seen: 1, body: typed('Ours again.') })
    const late = { ...decide('Adapted', newest, { choice: 'accept' }), seen: 1 }
    const { keys, saved } = await acting.refuse(variant.lead, decideOnUpdate, late)
    expect(keys).toEqual(['refusal.stale'])
    expect(textOf(Object(saved.texts).body)).toBe('Ours again.')
  })

  test('is refused if a newer release has come since', async () => {
    const seen = await release('2.0', { Untouched: 'Other common text.' })
    await release('3.0', { Untouched: 'Yet another common text.' })
    const { keys, params } = await acting.refuse(editor, decideOnUpdate, decide('Untouched', seen))
    expect(keys).toEqual(['refusal.update-moved-on'])
    expect(params).toEqual({ version: '3.0' })
  })

  test('on several releases that wait is one decision', async () => {
    await release('2.0', { Untouched: 'Other common text.' })
    const newest = await release('3.0', { Untouched: 'Yet another common text.' })
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', newest))
    expect((await readBy()).get('Untouched')).toBe('Yet another common text.')
    expect((await decisions()).length).toBe(1)
  })

  test('is refused without a reason where the text will differ, and for people without the role', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const kept = decide('Untouched', newest, { choice: 'keep' })
    expect((await acting.refuse(editor, decideOnUpdate, kept)).keys).toEqual(['refusal.update-reason-missing'])
    const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
    const stranger = await given.person({ roles: [{ role: 'national-lead', country: 'cy' }] })
    const accepted = decide('Untouched', newest)
    expect((await acting.refuse(translator, decideOnUpdate, accepted)).keys).toEqual(['refusal.role-edit'])
    expect((await acting.refuse(stranger, decideOnUpdate, accepted)).keys).toEqual(['refusal.variant-unknown'])
    expect((await acting.refuse(null, decideOnUpdate, accepted)).keys).toEqual(['refusal.sign-in'])
  })

  test('takes an approved edition back to draft', async () => {
    const { rev, id } = await given.edition({ variant: await otherVersion(), state: 'approved' })
    expect(rev).toBeGreaterThan(0)
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const of = (await acting.editionOf(id)).variant
    const result = await acting.succeed(await given.lead('fr'), decideOnUpdate, {
      ...decide('Untouched', newest),
      variant: String(of),
    })
    expect(result).toMatchObject({ takenBack: true })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'draft' })
  })
})

describe('two people who decide at the same moment', () => {
  test('on one section: one decision is stored, and the other person reads who decided, and what', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.' })
    const choices = ['accept', 'keep'] as const
    const outcomes = await Promise.all(
      choices.map((choice, at) =>
        acting.perform(at === 0 ? editor : variant.lead, decideOnUpdate, {
          ...decide('Adapted', newest, { choice }),
          seen: 1,
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = outcomes.flatMap((one) => (one.ok ? [] : [refusalsOf(one)]))
    const [won, ...others] = await decisions()
    const who = won?.as === 'national-lead' ? 'national_lead' : 'national_editor'
    const said = { keys: ['refusal.update-decided'], params: { who, choice: won?.choice } }
    expect(lost).toMatchObject([said])
    expect(others).toEqual([])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('who are one person in two windows: the second one says that they have already decided', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.' })
    const seen = { ...decide('Adapted', newest, { choice: 'keep' }), seen: 1 }
    await acting.succeed(editor, decideOnUpdate, { ...seen, choice: 'accept' })
    const { keys, params } = await acting.refuse(editor, decideOnUpdate, seen)
    expect([keys, params]).toEqual([['refusal.update-decided'], { who: 'you', choice: 'accept' }])
  })

  test('on two sections: both decisions are stored', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.', Untouched: 'Other common text.' })
    await Promise.all([
      acting.succeed(editor, decideOnUpdate, { ...decide('Adapted', newest), seen: 1 }),
      acting.succeed(variant.lead, decideOnUpdate, decide('Untouched', newest)),
    ])
    expect((await decisions()).map(({ key }) => key).sort()).toEqual([keyOf('Adapted'), keyOf('Untouched')].sort())
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })
})

describe('a decision that shows words of somebody else', () => {
  test('names the author of a reason that nobody has read, because the text did not differ', async () => {
    const writer = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
    toolkit = await given.toolkit({ titles: ['First', 'Untouched'] })
    variant = await given.variant({ toolkit, country: 'ie' })
    const same = { body: typed('Common text of Untouched.'), reason: 'national-law', explanation: 'Nobody reads this.' }
    await acting.succeed(writer, adaptSection, { ...at('Untouched'), seen: 0, ...same })
    await given.edition({ state: 'published', variant })
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    await acting.succeed(editor, decideOnUpdate, { ...decide('Untouched', newest, { choice: 'keep' }), seen: 1 })
    const editions = await acting.stored('editions', { variant: { equals: variant.id } })
    const open = editions.find(({ state }) => state === 'draft')
    expect(Object(open).contributors.toSorted()).toEqual([editor.id, writer.id].toSorted())
  })
})

describe('a list of declined changes', () => {
  test('is refused if the update does not offer one of them, with every choice', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.' })
    for (const choice of ['combine', 'accept', 'keep']) {
      const given = decide('Adapted', newest, { choice, declined: { en: ['no-such-change'] } })
      const { keys } = await acting.refuse(editor, decideOnUpdate, { ...given, seen: 1 })
      expect(keys).toEqual(['refusal.update-choice'])
    }
    expect(await decisions()).toEqual([])
  })
})

describe('answers, edited texts and declined changes', () => {
  test('are refused with every choice but a combination, where they would change nothing', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const declined = { en: [await blockWith('Other common')] }
    const written = { body: { en: typed('Our words of both.') } }
    const resolutions = { en: { 'body:1': 'ours' } }
    for (const choice of ['accept', 'keep', 'not-for-us'])
      for (const more of [{ written }, { resolutions }, { declined }]) {
        const decision = decide('Untouched', newest, { choice, ...more, reason: 'other', explanation: { en: 'Why.' } })
        expect((await acting.refuse(editor, decideOnUpdate, decision)).keys).toEqual(['refusal.update-choice'])
      }
    expect(await decisions()).toEqual([])
  })

  test('are refused in a language that the version does not have, where nobody would read them, and explanations too', async () => {
    const newest = await release('2.0', { Adapted: 'Common words of Adapted.' })
    const written = { body: { el: typed('Δικό μας κείμενο.') } }
    const resolutions = { el: { 'body:1': 'ours' } }
    for (const more of [
      { written },
      { resolutions },
      { declined: { el: ['body:1'] } },
      { written: { title: { el: 'Δικό' } } },
      { explanation: { el: 'Ο νόμος μας.' } },
    ]) {
      const decision = { ...decide('Adapted', newest, { choice: 'combine', ...more }), seen: 1 }
      const { keys, params } = await acting.refuse(editor, decideOnUpdate, decision)
      expect([keys, params]).toEqual([['refusal.language-not-used'], { language: 'el' }])
    }
    expect(await decisions()).toEqual([])
  })

  test('are refused with a text of a field that an update does not have', async () => {
    const newest = await release('2.0', { Adapted: 'Common words of Adapted.' })
    const written = { title: { en: 'Ours' }, addition: { en: typed('Ring 1800.') } }
    const decision = { ...decide('Adapted', newest, { choice: 'combine', written }), seen: 1 }
    expect((await acting.refuse(editor, decideOnUpdate, decision)).keys).toEqual(['refusal.bad-input'])
    expect(await decisions()).toEqual([])
  })
})

describe('accepting all sections that are ready', () => {
  test('refuses a section that is named twice', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const one = { key: keyOf('Untouched'), seen: 0 }
    const twice = { variant: variant.id, release: newest, language: 'en', sections: [one, one] }
    const { keys } = await acting.refuse(editor, acceptReadyUpdates, twice)
    expect(keys).toHaveLength(1)
    expect(await decisions()).toEqual([])
  })

  test('takes the common text in each of them', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.', Unchanged: 'Now changed too.' })
    const sections = ['Untouched', 'Unchanged'].map((title) => ({ key: keyOf(title), seen: 0 }))
    await acting.succeed(editor, acceptReadyUpdates, { variant: variant.id, release: newest, language: 'en', sections })
    const read = await readBy()
    expect([read.get('Untouched'), read.get('Unchanged')]).toEqual(['Other common text.', 'Now changed too.'])
  })

  test('takes none if one of them is not ready, or was written in since', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.', Adapted: 'Other.', Unchanged: 'Too.' })
    const accept = (sections: { key: string; seen: number }[]) =>
      acting.refuse(editor, acceptReadyUpdates, { variant: variant.id, release: newest, language: 'en', sections })
    const ready = { key: keyOf('Untouched'), seen: 0 }
    expect((await accept([ready, { key: keyOf('Adapted'), seen: 1 }])).keys).toEqual(['refusal.update-not-ready'])
    expect((await accept([ready, { key: keyOf('Unchanged'), seen: 3 }])).keys).toEqual(['refusal.update-not-ready'])
    expect((await accept([{ ...ready, key: 'nowhere' }])).keys).toEqual(['refusal.update-not-ready'])
  })
})

describe('text that moves between two sections that are ready', () => {
  const CALL = 'Call the national office for help with documents and say who you are.'
  const before = { Untouched: `Common text of Untouched. ${CALL}` }
  const after = { Untouched: 'Common text of Untouched.', Unchanged: `Common text of Unchanged. ${CALL}` }
  const accepted = (newest: string, titles: readonly string[], seen: number) => ({
    ...{ variant: variant.id, release: newest, language: 'en' },
    sections: titles.map((title) => ({ key: keyOf(title), seen: title === 'Untouched' ? seen : 0 })),
  })

  test('is taken with both, and from none alone: readers would find it nowhere', async () => {
    const first = await release('2.0', before)
    await acting.succeed(editor, acceptReadyUpdates, accepted(first, ['Untouched'], 0))
    const newest = await release('3.0', after)
    const { keys } = await acting.refuse(editor, acceptReadyUpdates, accepted(newest, ['Untouched'], 1))
    expect(keys).toEqual(['refusal.update-goes-alone'])
    expect((await readBy()).get('Untouched')).toContain(CALL)
    await acting.succeed(editor, acceptReadyUpdates, accepted(newest, ['Untouched', 'Unchanged'], 1))
    expect((await readBy()).get('Unchanged')).toContain(CALL)
  })

  test('does not go with a setting of the country while the section into which it moves waits for a decision', async () => {
    const editorial = { class: 'editorial', note: 'Moved.', decideBy: null } as const
    await acting.succeed(variant.lead, setEditorialUpdates, { variant: variant.id, seen: 1, accepts: true })
    await release('2.0', before, () => editorial)
    expect((await readBy()).get('Untouched')).toContain(CALL)
    await release('3.0', after, (key) => ({
      ...editorial,
      class: key === keyOf('Untouched') ? 'editorial' : 'clarification',
    }))
    expect((await readBy()).get('Untouched')).toContain(CALL)
    await release('4.0', { Unchanged: `Common text of Unchanged! ${CALL}` }, () => editorial)
    expect((await readBy()).get('Untouched')).toContain(CALL)
  })
})

describe('a decision on a page that was opened before somebody else worked in another section', () => {
  const CALL = 'Call the national office for help with documents and say who you are.'
  const opened = async (given: Fields) =>
    asShownNow(application.payload, { user: await acting.userOf(editor), input: given })
  /** The common framework moves a sentence from “Untouched” to “Unchanged”, and both are ready. */
  const moveSentence = async () => {
    const first = await release('2.0', { Untouched: `Common text of Untouched. ${CALL}` })
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', first))
    const after = { Untouched: 'Common text of Untouched.', Unchanged: `Common text of Unchanged. ${CALL}` }
    return release('3.0', after)
  }

  test('is refused if text would come back that they left out there on purpose', async () => {
    const newest = await moveSentence()
    const page = await opened(decide('Unchanged', newest))
    expect(page.shown).toMatchObject({ status: 'ready', from: [] })
    const without = { body: typed('Ours, without the office.'), reason: 'national-law' }
    await acting.succeed(variant.lead, adaptSection, { ...at('Untouched'), seen: 1, ...without })
    const late = await acting.refuse(editor, decideOnUpdate, page)
    expect(late.keys).toEqual(['refusal.update-changed'])
    const again = await opened(decide('Unchanged', newest))
    const from = [{ key: keyOf('Untouched'), treatment: 'adapted' }]
    expect(again.shown).toMatchObject({ status: 'please-check', from })
    await acting.succeed(editor, decideOnUpdate, again)
    expect((await readBy()).get('Unchanged')).toContain(CALL)
  })

  test('is refused if readers would not find its text any more, because they do not use that section now', async () => {
    const newest = await moveSentence()
    const page = await opened({ ...decide('Untouched', newest), seen: 1 })
    expect(page.shown).toMatchObject({ status: 'ready', goesInto: [{ key: keyOf('Unchanged') }] })
    const why = { reason: 'does-not-exist-here', explanation: 'We have no such office.' }
    await acting.succeed(variant.lead, omitSection, { ...at('Unchanged'), seen: 0, ...why })
    const late = await acting.refuse(editor, decideOnUpdate, page)
    expect(late.keys).toEqual(['refusal.update-changed'])
    expect((await readBy()).get('Untouched')).toContain(CALL)
  })

  test('is recorded if what they did there changes nothing in what it says', async () => {
    const newest = await moveSentence()
    const page = await opened({ ...decide('Untouched', newest), seen: 1 })
    await acting.succeed(variant.lead, adaptSection, { ...at('Adapted'), seen: 1, body: typed('Ours again.') })
    await acting.succeed(editor, decideOnUpdate, page)
  })

  test('names what the page said: without that it is refused', async () => {
    const newest = await moveSentence()
    const page = { ...decide('Untouched', newest), seen: 1, shown: undefined }
    expect((await acting.refuse(editor, decideOnUpdate, page)).keys).toEqual(['refusal.bad-input'])
  })
})

describe('taking a decision back', () => {
  test('restores the section as it was, and the update waits again', async () => {
    const newest = await release('2.0', { Adapted: 'Other common text of Adapted.', Untouched: 'Other common text.' })
    for (const [title, seen] of [
      ['Adapted', 1],
      ['Untouched', 0],
    ] as const) {
      await acting.succeed(editor, decideOnUpdate, { ...decide(title, newest), seen })
      const decision = (await decisions()).find(({ key, choice }) => key === keyOf(title) && choice === 'accept')
      const back = { decision: decision?.id, seen: seen + 1, language: 'en' }
      await acting.succeed(variant.lead, takeBackUpdate, back)
      const again = await acting.refuse(variant.lead, takeBackUpdate, { ...back, seen: seen + 2 })
      expect(again.keys).toEqual(['refusal.update-taken-back'])
    }
    const read = await readBy()
    expect([read.get('Adapted'), read.get('Untouched')]).toEqual([
      'Common text of Adapted, in Ireland.',
      'Common text of Untouched.',
    ])
    const own = await acting.ownSectionOf(variant.id, keyOf('Adapted'))
    expect(own).toMatchObject({ mode: 'adapt', reason: 'national-law', baseline: {} })
    await acting.succeed(editor, decideOnUpdate, { ...decide('Adapted', newest), seen: 3 })
    expect((await readBy()).get('Adapted')).toBe('Other common text of Adapted.')
  })

  test('is refused after the section was edited, after the edition was sent, and for an unknown decision', async () => {
    const newest = await release('2.0', { Adapted: 'Common words of Adapted.' })
    await acting.succeed(editor, decideOnUpdate, { ...decide('Adapted', newest, { choice: 'combine' }), seen: 1 })
    const [decision] = await decisions()
    const back = { decision: decision?.id, language: 'en' }
    await acting.succeed(editor, adaptSection, { ...at('Adapted'), seen: 2, body: typed('Edited.') })
    const edited = await acting.refuse(editor, takeBackUpdate, { ...back, seen: 3 })
    expect(edited.keys).toEqual(['refusal.update-text-changed'])
    const sent = await application.act(variant.lead, 'submit-edition', await acting.seenNow(variant.edition))
    expect(sent.body.ok).toBe(true)
    expect((await acting.refuse(editor, takeBackUpdate, { ...back, seen: 3 })).keys).toEqual(['refusal.update-sent'])
    const unknown = await acting.refuse(editor, takeBackUpdate, { ...back, decision: variant.id, seen: 3 })
    expect(unknown.keys).toEqual(['refusal.update-decision-unknown'])
  })
})

describe('pausing the updates of a section', () => {
  test('is refused in a language that the version does not have, so is the end of the pause', async () => {
    await release('2.0', { Untouched: 'Other common text.' })
    const place = { ...at('Untouched'), language: 'el', seen: 0 }
    for (const given of [{ reason: 'Elections.' }, { ends: true }]) {
      const { keys, params } = await acting.refuse(editor, pauseSection, { ...place, ...given })
      expect([keys, params]).toEqual([['refusal.language-not-used'], { language: 'el' }])
    }
  })
})

describe('taking a decision back after a pause', () => {
  const because = { reason: 'The law is about to change.' }
  const backOf = async (seen: number) => {
    const [decision] = await decisions()
    return { decision: decision?.id, seen, language: 'en' }
  }

  test('is possible during the pause, which goes on, and after it', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', newest))
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 1, ...because })
    await acting.succeed(editor, takeBackUpdate, await backOf(2))
    expect((await readBy()).get('Untouched')).toBe('Common text of Untouched.')
    const again = { ...decide('Untouched', newest), seen: 3 }
    expect((await acting.refuse(editor, decideOnUpdate, again)).keys).toEqual(['refusal.update-paused'])
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 3, ends: true })
    await acting.succeed(editor, decideOnUpdate, { ...again, seen: 4 })
    const second = (await decisions()).find(({ revAfter }) => revAfter === 5)
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 5, ...because })
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 6, ends: true })
    await acting.succeed(editor, takeBackUpdate, { decision: second?.id, seen: 7, language: 'en' })
    expect((await readBy()).get('Untouched')).toBe('Common text of Untouched.')
  })

  test('is refused for a decision of an edition that was published before the pause', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', newest))
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
    const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'ie' }] })
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
    const published = { ...(await acting.seenNow(variant.edition)), version: '1.0', notes: 'First.' }
    await acting.succeed(coordinator, publishEdition, published)
    await acting.succeed(editor, adaptSection, { ...at('Adapted'), seen: 1, body: typed('Ours, edited.') })
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 1, ...because })
    const late = await acting.refuse(editor, takeBackUpdate, await backOf(2))
    expect(late.keys).toEqual(['refusal.update-sent'])
  })
})

describe('taking back the decision that opened the edition', () => {
  test('is possible: nothing of that edition was sent', async () => {
    const published = await given.edition({ variant: await otherVersion(), state: 'published' })
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const lead = await given.lead('fr')
    const of = { ...decide('Untouched', newest), variant: published.variant.id }
    await acting.succeed(lead, decideOnUpdate, of)
    const [decision] = await acting.stored('update-decisions', { variant: { equals: published.variant.id } })
    await acting.succeed(lead, takeBackUpdate, { decision: decision?.id, seen: 1, language: 'en' })
    const again = await acting.ownSectionOf(published.variant.id, keyOf('Untouched'))
    expect(again.baseline).toEqual({})
  })
})

describe('a country that lets editorial changes in by itself', () => {
  const editorial = { class: 'editorial', note: 'Spelling.', decideBy: null } as const

  test('has them at once in sections that it never touched, as a recorded decision of the setting', async () => {
    await acting.succeed(variant.lead, setEditorialUpdates, { variant: variant.id, seen: 1, accepts: true })
    const texts = {
      Adapted: 'Common text of Adapted!',
      Untouched: 'Common text of Untouched!',
      Unchanged: 'Other words.',
    }
    const newest = await release('2.0', texts, (key) =>
      key === keyOf('Unchanged') ? { ...editorial, class: 'clarification' } : editorial,
    )
    const read = await readBy()
    expect([read.get('Untouched'), read.get('Unchanged'), read.get('Adapted')]).toEqual([
      'Common text of Untouched!',
      'Common text of Unchanged.',
      'Common text of Adapted, in Ireland.',
    ])
    const [decision, ...others] = await decisions()
    expect(others).toEqual([])
    const of = { key: keyOf('Untouched'), release: newest, choice: 'accept', bySetting: true, by: coordinator.id }
    expect(decision).toMatchObject(of)
    // The coordinator wrote nothing in Ireland, and may approve what Ireland sends.
    expect(Object((await acting.editionOf(variant.edition)).contributors)).not.toContain(coordinator.id)
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('is asked where a withdrawn release had made an urgent change, which stands in the next one', async () => {
    await acting.succeed(variant.lead, setEditorialUpdates, { variant: variant.id, seen: 1, accepts: true })
    const urgent = { class: 'urgent', note: 'Never ring before.', decideBy: '2099-12-31' } as const
    await release('2.0', { Untouched: 'Never ring before', Unchanged: 'Other words.' }, () => urgent)
    const line = { toolkit: toolkit.id, country: 'master' }
    await acting.succeed(coordinator, withdrawRelease, { ...line, seen: 2, reason: 'A full stop is missing.' })
    await release('3.0', { Untouched: 'Never ring before.' }, () => editorial)
    expect((await readBy()).get('Untouched')).toBe('Common text of Untouched.')
    expect(await decisions()).toEqual([])
  })

  test('decides by hand while its text is in review, during a pause, and without the setting', async () => {
    const approved = await given.edition({ variant: await otherVersion(), state: 'approved' })
    const lead = await given.lead('fr')
    const of = { variant: approved.variant.id, seen: 1 }
    await acting.succeed(lead, setEditorialUpdates, { ...of, accepts: true })
    await acting.succeed(variant.lead, setEditorialUpdates, { variant: variant.id, seen: 1, accepts: true })
    const paused = { ...at('Untouched'), seen: 0, reason: 'The law is about to change.' }
    await acting.succeed(editor, pauseSection, paused)
    await release('2.0', { Untouched: 'Common text of Untouched!' }, () => editorial)
    expect(await acting.stored('update-decisions', { key: { equals: keyOf('Untouched') } })).toEqual([])
    expect(await acting.editionOf(approved.id)).toMatchObject({ state: 'approved' })
    await acting.succeed(variant.lead, setEditorialUpdates, { variant: variant.id, seen: 2, accepts: false })
    await release('3.0', { Unchanged: 'Common text of Unchanged!' }, () => editorial)
    expect((await readBy()).get('Unchanged')).toBe('Common text of Unchanged.')
  })
})

describe('a pause', () => {
  const because = { reason: 'The law is about to change.' }

  test('of a section keeps its text and its approval, and nothing is decided before it ends', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const before = await readBy()
    const paused = await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: 0, ...because })
    expect(await readBy()).toEqual(before)
    const late = { ...decide('Untouched', newest), seen: paused.rev }
    expect((await acting.refuse(editor, decideOnUpdate, late)).keys).toEqual(['refusal.update-paused'])
    const sections = [{ key: keyOf('Untouched'), seen: paused.rev }]
    const all = { variant: variant.id, release: newest, language: 'en', sections }
    expect((await acting.refuse(editor, acceptReadyUpdates, all)).keys).toEqual(['refusal.update-paused'])
    await acting.succeed(editor, pauseSection, { ...at('Untouched'), seen: paused.rev, ends: true })
    await acting.succeed(editor, decideOnUpdate, { ...late, seen: paused.rev + 1 })
    expect((await readBy()).get('Untouched')).toBe('Other common text.')
  })

  test('of a version holds for all sections until its last day, which is not in the past', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const past = { variant: variant.id, seen: 1, ...because, until: '2020-01-31' }
    expect((await acting.refuse(variant.lead, pauseVersion, past)).keys).toEqual(['refusal.pause-past'])
    const unexplained = { ...past, until: '2099-12-31', reason: ' ' }
    expect((await acting.refuse(variant.lead, pauseVersion, unexplained)).keys).toEqual([
      'refusal.pause-reason-missing',
    ])
    expect((await acting.refuse(editor, pauseVersion, { ...past, until: undefined })).keys).toEqual([
      'refusal.role-pause',
    ])
    const wait = { variant: variant.id, seen: 1, ...because, until: '2099-12-31' }
    await acting.succeed(variant.lead, pauseVersion, wait)
    const { keys } = await acting.refuse(editor, decideOnUpdate, decide('Untouched', newest))
    expect(keys).toEqual(['refusal.update-paused-until'])
    await acting.succeed(variant.lead, pauseVersion, { variant: variant.id, seen: 2, ends: true })
    const again = await acting.refuse(variant.lead, pauseVersion, { variant: variant.id, seen: 3, ends: true })
    expect(again.keys).toEqual(['refusal.pause-none'])
    await acting.succeed(editor, decideOnUpdate, decide('Untouched', newest))
  })

  test('leaves an approved edition approved', async () => {
    const edition = await given.edition({ variant: await otherVersion(), state: 'approved' })
    const of = { variant: edition.variant.id, key: keyOf('Untouched'), language: 'en' }
    await acting.succeed(await given.lead('fr'), pauseSection, { ...of, seen: 0, ...because })
    expect(await acting.editionOf(edition.id)).toMatchObject({ state: 'approved' })
    const approved = await acting.seenNow(edition.id)
    const published = { ...approved, version: '1.0', notes: 'What is new in it.' }
    await acting.succeed(coordinator, publishEdition, published)
  })
})

describe('sections that are new or gone in the common framework', () => {
  test('come in, go, stay as our own or are parked, as the country decides', async () => {
    const titles = ['Adapted', 'Untouched', 'Unchanged', 'Added']
    await importAgain(titles, 1)
    const newest = await releaseNow('2.0')
    const added = (await acting.stored('sections', { toolkit: { equals: toolkit.id } })).find(
      ({ title }) => Object(title).en === 'Added',
    )
    const key = String(added?.key)
    expect([...(await readBy()).keys()].sort()).toEqual(['Adapted', 'Supplemented', 'Unchanged', 'Untouched'])
    await acting.succeed(editor, decideOnUpdate, { ...decide('Untouched', newest), key })
    expect((await readBy()).get('Added')).toBe('Common text of Added.')
    const gone = { ...decide('Supplemented', newest, { choice: 'keep' }), seen: 1 }
    await acting.succeed(editor, decideOnUpdate, gone)
    const own = await acting.resolvedSection(editor, { variant: variant.id, key: keyOf('Supplemented') })
    expect(own.entry.mode).toBe('local')
    expect(textOf(own.content.body.en ?? [])).toBe('Common text of Supplemented.\nRing 1800.')
  })

  test('keep the address that readers had, beside a section of the country that had the same one before', async () => {
    const own = {
      variant: variant.id,
      language: 'en',
      parent: null,
      after: null,
      title: 'Help',
      body: typed('Our help.'),
    }
    await acting.succeed(editor, addSection, own)
    const addresses = async () => {
      const { sections } = await acting.resolvedFor(editor, variant.id)
      return sections.flatMap(({ entry, content }) => (content.title.en === 'Help' ? [entry.slug] : [])).toSorted()
    }
    await importAgain(['Adapted', 'Untouched', 'Supplemented', 'Unchanged', 'Help'], 0)
    const started = await releaseNow('2.0')
    const [key = ''] = await keysOf(['Help'])
    const at = { variant: variant.id, language: 'en', key }
    await acting.succeed(editor, decideOnUpdate, { ...at, release: started, seen: 0, choice: 'accept' })
    expect(await addresses()).toEqual(['help', 'help-common'])
    await importAgain(['Adapted', 'Untouched', 'Supplemented', 'Unchanged'], 1)
    const gone = { ...at, release: await releaseNow('3.0'), seen: 1, choice: 'keep' }
    await acting.succeed(editor, decideOnUpdate, gone)
    expect(await addresses()).toEqual(['help', 'help-common'])
  })
})

describe('sections that the common framework divided or joined', () => {
  const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
  const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
  const OURS = 'Ask who holds the passport of the person, and the residence permit.'
  const REST = ['Adapted', 'Untouched', 'Supplemented', 'Unchanged'].map((title): [string, RichText] => [
    title,
    words(`Common text of ${title}.`),
  ])
  const both = () => blocksOf([SIGNS, PAPERS])
  const why = { reason: 'national-law', explanation: { en: 'The permit is a card of its own here.' } }

  test('have one question to the coordinator, under the key of the update', async () => {
    await importTexts([...REST, ['Signs', both()]], 0)
    const started = await releaseNow('2.0')
    const [signs = ''] = await keysOf(['Signs'])
    const at = { variant: variant.id, key: signs }
    await acting.succeed(editor, decideOnUpdate, {
      ...{ ...at, language: 'en', release: started, seen: 0 },
      choice: 'accept',
    })
    await importTexts([...REST, ['Signs', blocksOf([SIGNS])], ['Papers', blocksOf([PAPERS])]], 0)
    const asked = { ...at, release: await releaseNow('3.0'), text: 'Which part is ours?' }
    const [papers = ''] = await keysOf(['Papers'])
    const ofMember = await acting.refuse(editor, askAboutUpdate, { ...asked, key: papers })
    expect(ofMember.keys).toEqual(['refusal.update-nothing'])
    const { question } = await acting.succeed(editor, askAboutUpdate, asked)
    await acting.succeed(coordinator, answerQuestion, { question, text: 'The first.' })
  })

  test('are not approved by the author of a reason that nobody got before, and that another section has now', async () => {
    await importTexts([...REST, ['Signs', both()]], 0)
    const started = await releaseNow('2.0')
    const [signs] = await keysOf(['Signs'])
    const at = { variant: variant.id, language: 'en', key: signs }
    await acting.succeed(editor, decideOnUpdate, { ...at, release: started, seen: 0, choice: 'accept' })
    const hidden = { title: 'Signs', reason: 'national-law', explanation: 'Own reasons.' }
    await acting.succeed(coordinator, adaptSection, { ...at, seen: 1, ...hidden })
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
    const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'ie' }] })
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
    const published = { ...(await acting.seenNow(variant.edition)), version: '1.0', notes: 'First.' }
    await acting.succeed(coordinator, publishEdition, published)
    await importTexts([...REST, ['Signs', blocksOf([SIGNS])], ['Papers', blocksOf([PAPERS])]], 0)
    const newest = await releaseNow('3.0')
    const [papers] = await keysOf(['Papers'])
    await acting.succeed(variant.lead, decideOnUpdate, {
      ...{ ...at, release: newest, seen: 2, choice: 'combine', others: [{ key: papers, seen: 0 }] },
      ...{
        written: { body: { en: toLexical(blocksOf([SIGNS, OURS])) } },
        reason: 'other',
        explanation: { en: 'Own reasons.' },
      },
    })
    const own = await acting.ownSectionOf(variant.id, String(papers))
    expect(own).toMatchObject({ mode: 'adapt', explanation: { en: 'Own reasons.' } })
    const next = String((await acting.stored('editions', { variant: { equals: variant.id } }, '-number'))[0]?.id)
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(next))
    const { keys } = await acting.refuse(coordinator, approveEdition, await acting.seenNow(next))
    expect(keys).toEqual(['refusal.own-text'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
  })

  test('are one update, decided in one step, recorded for each section, and taken back in one', async () => {
    await importTexts([...REST, ['Signs', both()]], 0)
    const started = await releaseNow('2.0')
    const [signs] = await keysOf(['Signs'])
    const at = { variant: variant.id, language: 'en', key: signs }
    await acting.succeed(editor, decideOnUpdate, { ...at, release: started, seen: 0, choice: 'accept' })
    await acting.succeed(editor, adaptSection, {
      ...at,
      seen: 1,
      body: toLexical(blocksOf([SIGNS, OURS])),
      reason: 'national-law',
    })
    await importTexts([...REST, ['Signs', blocksOf([SIGNS])], ['Papers', blocksOf([PAPERS])]], 0)
    const newest = await releaseNow('3.0')
    const [, papers] = await keysOf(['Signs', 'Papers'])
    const combined = { ...at, release: newest, seen: 2, choice: 'combine', ...why }
    const alone = await acting.refuse(editor, decideOnUpdate, combined)
    expect(alone.keys).toEqual(['refusal.update-changed'])
    const wrong = await acting.refuse(editor, decideOnUpdate, { ...combined, key: papers, seen: 0 })
    expect(wrong.keys).toEqual(['refusal.update-changed'])
    await acting.succeed(editor, decideOnUpdate, { ...combined, others: [{ key: papers, seen: 0 }] })
    expect(
      [...(await readBy())]
        .toSorted()
        .reverse()
        .filter(([title]) => title === 'Signs' || title === 'Papers'),
    ).toEqual([
      ['Signs', SIGNS],
      ['Papers', OURS],
    ])
    const recorded = new Map((await decisions()).map((one) => [`${one.release} ${one.key}`, one]))
    for (const key of [signs, papers])
      expect(recorded.get(`${newest} ${key}`)).toMatchObject({ became: 'split', together: [signs, papers] })
    await acting.succeed(editor, takeBackUpdate, {
      decision: recorded.get(`${newest} ${papers}`)?.id,
      seen: 1,
      language: 'en',
    })
    const again = await readBy()
    expect(again.get('Signs')).toBe(`${SIGNS}\n${OURS}`)
    expect(again.has('Papers')).toBe(false)
  })
})

describe('a decision on sections that were decided apart, or together, when the person opened the page', () => {
  const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
  const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
  const REST = ['Adapted', 'Untouched', 'Supplemented', 'Unchanged'].map((title): [string, RichText] => [
    title,
    words(`Common text of ${title}.`),
  ])
  const because = { reason: 'The law is about to change.' }
  const opened = async (input: Fields) => asShownNow(application.payload, { user: await acting.userOf(editor), input })

  test('is refused after a pause ended that had parted them, and names no release', async () => {
    await importTexts([...REST, ['Signs', words(SIGNS)], ['Papers', words(PAPERS)]], 0)
    const started = await releaseNow('2.0')
    const [signs = '', papers = ''] = await keysOf(['Signs', 'Papers'])
    const at = { variant: variant.id, language: 'en' }
    for (const key of [signs, papers])
      await acting.succeed(editor, decideOnUpdate, { ...at, key, release: started, seen: 0, choice: 'accept' })
    await importTexts([...REST, ['Signs', blocksOf([SIGNS, PAPERS])]], 1)
    const newest = { ...at, release: await releaseNow('3.0'), choice: 'accept' }
    await acting.succeed(editor, pauseSection, { ...at, key: papers, seen: 1, ...because })
    const alone = await opened({ ...newest, key: signs, seen: 1 })
    await acting.succeed(variant.lead, pauseSection, { ...at, key: papers, seen: 2, ends: true })
    expect((await acting.refuse(editor, decideOnUpdate, alone)).keys).toEqual(['refusal.update-changed'])
    await acting.succeed(editor, pauseSection, { ...at, key: signs, seen: 1, ...because })
    const gone = await opened({ ...newest, key: papers, seen: 3 })
    await acting.succeed(variant.lead, pauseSection, { ...at, key: signs, seen: 2, ends: true })
    expect((await acting.refuse(editor, decideOnUpdate, gone)).keys).toEqual(['refusal.update-changed'])
    const others = [{ key: papers, seen: 3 }]
    await acting.succeed(editor, decideOnUpdate, { ...newest, key: signs, seen: 3, others })
  })

  test('is refused if it names a section that is not decided with them', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const more = { ...decide('Untouched', newest), others: [{ key: keyOf('Unchanged'), seen: 0 }] }
    expect((await acting.refuse(editor, decideOnUpdate, more)).keys).toEqual(['refusal.update-changed'])
  })

  test('is refused if it names a section twice', async () => {
    const newest = await release('2.0', { Untouched: 'Other common text.' })
    const twice = { ...decide('Untouched', newest), others: [{ key: keyOf('Untouched'), seen: 0 }] }
    expect((await acting.refuse(editor, decideOnUpdate, twice)).keys).toEqual(['refusal.bad-input'])
  })
})

/** The keys of sections of the common framework. */
async function keysOf(titles: string[]): Promise<string[]> {
  const stored = await acting.stored('sections', { toolkit: { equals: toolkit.id } }, 'rank')
  return titles.map((title) => String(stored.find((one) => Object(one.title).en === title || one.title === title)?.key))
}

/** The id of the block of the section “Untouched” with these words in the common framework. */
async function blockWith(beginning: string): Promise<string> {
  const { body } = await acting.sectionOf(toolkit.id, keyOf('Untouched'))
  return fromLexical(Object(body).en ?? body).find((one) => textOf([one]).startsWith(beginning))?.id ?? ''
}

function blocksOf(paragraphs: string[]): RichText {
  return paragraphs.flatMap((one) => words(one))
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function decide(title: string, release: string, more: Fields = {}) {
  return { ...at(title), release, seen: 0, choice: 'accept', ...more }
}

function keyOf(title: string): string {
  const key = toolkit.sections.find((section) => section.title === title)?.key
  if (!key) throw new Error(`The toolkit has no section ${title}`)
  return key
}

function onAll(release: string): Fields {
  return Object.fromEntries(UPDATE_PARTS.map((part) => [part, release]))
}

function common(title: string) {
  return { toolkit: toolkit.id, key: keyOf(title), seen: 1, language: 'en' }
}

/** Publishes the common framework with these texts; returns the id of the release. */
async function release(
  version: string,
  texts: Record<string, string>,
  noteOn?: (key: string) => Omit<ChangeNote, 'key'>,
): Promise<string> {
  for (const [title, text] of Object.entries(texts)) {
    const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
    await acting.succeed(coordinator, saveSection, { ...common(title), seen: Number(rev), body: typed(text) })
  }
  return releaseNow(version, noteOn)
}

async function releaseNow(version: string, noteOn?: (key: string) => Omit<ChangeNote, 'key'>): Promise<string> {
  const given = await acting.toRelease({ toolkit: toolkit.id, version })
  const changes = noteOn ? given.changes?.map(({ key = '' }) => ({ key, ...noteOn(key) })) : given.changes
  const input = { ...given, changes }
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

async function importAgain(titles: string[], allowGone: number): Promise<void> {
  const textOfTitle = (title: string) => words(`Common text of ${title}.`)
  await importTexts(
    titles.map((title) => [title, textOfTitle(title)]),
    allowGone,
  )
}

async function importTexts(texts: [title: string, body: RichText][], allowGone: number): Promise<void> {
  const sections = texts.map(([title, body]): ImportedSection => ({ source: 'a', depth: 1, title, body }))
  const seen = await acting.seenForImport(coordinator, toolkit.slug)
  const { slug } = toolkit
  const input = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, sections, allowGone }
  await acting.succeed(coordinator, importToolkit, input)
}

/** The text of each section of the version, by its title. */
async function readBy(): Promise<Map<string, string>> {
  const { sections } = await acting.resolvedFor(editor, variant.id)
  return new Map(sections.map(({ content }) => [content.title.en ?? '', textOf(content.body.en ?? [])]))
}

async function decisions(): Promise<Fields[]> {
  return acting.stored('update-decisions', { variant: { equals: variant.id } }, 'at')
}

async function otherVersion(): Promise<Variant> {
  return given.variant({ toolkit, country: 'fr' })
}
