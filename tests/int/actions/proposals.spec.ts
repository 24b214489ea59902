import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { declineProposal } from '@/actions/declineProposal'
import { importToolkit } from '@/actions/importToolkit'
import { proposeSection } from '@/actions/proposeSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { takeOverProposal } from '@/actions/takeOverProposal'
import { withdrawProposal } from '@/actions/withdrawProposal'
import type { ImportedSection } from '@/domain/importing'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn, typed } from './acting'

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
  toolkit = await given.toolkit({ titles: ['Adapted', 'Supplemented', 'Untouched'] })
  variant = await given.variant({ toolkit, country: 'ie' })
  await acting.succeed(variant.lead, adaptSection, {
    ...at('Adapted'),
    seen: 0,
    body: typed('Ask in private.'),
    reason: 'national-practice',
    explanation: 'The law asks for it.',
  })
})

describe('a proposal of a country', () => {
  test('is kept with the text as it was, who made it, and why; the version stays as it is', async () => {
    const edition = await acting.editionOf(variant.edition)
    const { proposal } = await propose('Adapted')
    await acting.succeed(variant.lead, adaptSection, { ...at('Adapted'), seen: 1, body: typed('Ask later.') })
    const stored = await acting.storedOne('proposals', { id: { equals: proposal } })
    expect(stored).toMatchObject({
      ...{ country: 'ie', key: keyOf('Adapted'), state: 'open', message: 'It helps everywhere.', by: editor.id },
      ...{ as: 'national-editor', revisionSeen: 1, reason: 'national-practice', ids: null },
      places: [{ field: 'body', language: 'en' }],
    })
    const { body } = await acting.blobOf(stored.text)
    expect(Object(body).en[0].runs[0].text).toBe('Ask in private.')
    expect(await acting.editionOf(variant.edition)).toMatchObject({ state: edition.state, rev: edition.rev })
    expect((await acting.auditOf('ie')).map(({ action }) => action)).toContain('proposal.make')
  })

  test('keeps the reasons for the changes that it offers, as they were then', async () => {
    const { body } = await acting.sectionOf(toolkit.id, keyOf('Untouched'))
    const [block = ''] = fromLexical(Object(body).en).map(({ id }) => id)
    const reasonAt = (field: 'title' | 'body', text: string) => ({
      at: { field, block: field === 'body' ? block : null, is: 'changed', language: 'en', words: '' },
      ...{
        reason: 'national-law',
        explanation: { en: text },
        references: [{ text: 'Act 3', url: 'https://law.example/3' }],
      },
    })
    const given = { title: 'Other title', body: typed('Other words, with the same paragraph.'), reason: 'national-law' }
    await acting.succeed(variant.lead, adaptSection, {
      ...{ ...at('Untouched'), seen: 0, ...given, explanation: 'Why.' },
      changeReasons: [reasonAt('title', 'For the title.'), reasonAt('body', 'For the text.')],
    })
    const made = await propose('Untouched', { part: { kind: 'fields', fields: ['title'] } })
    await acting.succeed(variant.lead, adaptSection, { ...at('Untouched'), seen: 1, changeReasons: [] })
    const { changeReasons } = await proposalOf(made)
    expect(changeReasons).toMatchObject([
      { at: { field: 'title' }, explanation: { en: 'For the title.' }, references: [{ text: 'Act 3' }] },
    ])
  })

  test('is refused without text of its own, without a message, and twice for one text', async () => {
    const nothing = { ...at('Untouched'), seen: 0, part: { kind: 'whole' }, message: 'Why.' }
    expect((await acting.refuse(editor, proposeSection, nothing)).keys).toEqual(['refusal.proposal-nothing-own'])
    const silent = { ...at('Adapted'), seen: 1, part: { kind: 'whole' }, message: ' ' }
    expect((await acting.refuse(editor, proposeSection, silent)).keys).toEqual(['refusal.proposal-message-missing'])
    await propose('Adapted')
    const again = { ...silent, message: 'Again.' }
    expect((await acting.refuse(editor, proposeSection, again)).keys).toEqual(['refusal.proposal-open'])
  })

  test('of two people at the same moment is made once', async () => {
    const input = { ...at('Adapted'), seen: 1, part: { kind: 'whole' }, message: 'It helps everywhere.' }
    const outcomes = await Promise.all([variant.lead, editor].map((one) => acting.perform(one, proposeSection, input)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const because = outcomes.flatMap((one) => (one.ok ? [] : one.because.map(({ key }) => key)))
    expect(because).toEqual(['refusal.proposal-open'])
  })

  test('is refused for a text that changed since, and for a section that left the common framework', async () => {
    const stale = { ...at('Adapted'), seen: 0, part: { kind: 'whole' }, message: 'Why.' }
    expect((await acting.refuse(editor, proposeSection, stale)).saved.rev).toBe(1)
    await importWithout('Adapted')
    const late = { ...stale, seen: 1 }
    expect((await acting.refuse(editor, proposeSection, late)).keys).toEqual(['refusal.proposal-section-gone'])
  })

  test('can be withdrawn while it is open, and then nobody can answer it', async () => {
    const made = await propose('Adapted')
    const other = await given.person({ roles: [{ role: 'national-editor', country: 'fr' }] })
    expect((await acting.refuse(other, withdrawProposal, seen(made))).keys).toEqual(['refusal.proposal-unknown'])
    await acting.succeed(variant.lead, withdrawProposal, seen(made))
    expect(await acting.storedOne('proposals', { id: { equals: made.proposal } })).toMatchObject({
      state: 'withdrawn',
      settledBy: variant.lead.id,
    })
    const answer = { ...seen(made), answer: 'No.' }
    expect((await acting.refuse(coordinator, declineProposal, answer)).keys).toEqual(['refusal.proposal-settled'])
    await propose('Adapted')
  })
})

describe('the coordinator', () => {
  test('declines with a reason that the country reads', async () => {
    const made = await propose('Adapted')
    const silent = { ...seen(made), answer: '' }
    expect((await acting.refuse(coordinator, declineProposal, silent)).keys).toEqual([
      'refusal.proposal-answer-missing',
    ])
    expect((await acting.refuse(editor, declineProposal, { ...silent, answer: 'No.' })).keys).toEqual([
      'refusal.role-keep',
    ])
    await acting.succeed(coordinator, declineProposal, { ...seen(made), answer: 'Only Irish law asks for it.' })
    const stored = await acting.storedOne('proposals', { id: { equals: made.proposal } })
    expect(stored).toMatchObject({
      state: 'declined',
      answer: 'Only Irish law asks for it.',
      settledBy: coordinator.id,
    })
  })

  test('takes a text over, and the next release makes it common text for the country without a question', async () => {
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted')
    expect(await textOfSection('Adapted')).toBe('Ask in private.')
    const release = await releaseNow('2.0')
    expect(await acting.ownSectionOf(variant.id, keyOf('Adapted'))).toMatchObject({ mode: 'inherit', reason: null })
    expect(await readBy('Adapted')).toEqual({ mode: 'inherit', text: 'Ask in private.' })
    const decision = await acting.storedOne('update-decisions', { variant: { equals: variant.id } })
    expect(decision).toMatchObject({ release, byProposal: made.proposal, by: coordinator.id, parts: ['body'] })
    // The coordinator wrote nothing in Ireland, and may approve what Ireland sends.
    expect(Object(await acting.editionOf(variant.edition)).contributors).not.toContain(coordinator.id)
    const published = await acting.storedOne('releases', { id: { equals: release } })
    expect(published.changes).toMatchObject([{ key: keyOf('Adapted'), proposedBy: ['ie'] }])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('takes a text over in other words, and the country is asked as always', async () => {
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted', { texts: { en: { body: typed('Ask in private, always.') } } })
    await releaseNow('2.0')
    expect(await readBy('Adapted')).toEqual({ mode: 'adapt', text: 'Ask in private.' })
    expect(await acting.stored('update-decisions', { variant: { equals: variant.id } })).toEqual([])
  })

  test('takes an addition over where it belongs', async () => {
    await acting.succeed(variant.lead, supplementSection, {
      ...at('Supplemented'),
      seen: 0,
      addition: typed('Ring 1800.'),
    })
    const made = await propose('Supplemented')
    await takeOver(made, 'Supplemented', { place: 'beginning' })
    expect(await textOfSection('Supplemented')).toBe('Ring 1800.\nCommon text of Supplemented.')
    await releaseNow('2.0')
    expect(await readBy('Supplemented')).toEqual({
      mode: 'inherit',
      text: 'Ring 1800.\nCommon text of Supplemented.',
    })
  })

  test('takes a national section over as a section of the common framework, the same for the country', async () => {
    const { key, slug } = await acting.succeed(variant.lead, addSection, {
      ...{ variant: variant.id, after: keyOf('Adapted'), language: 'en' },
      ...{ title: 'Safe houses', body: typed('There are safe houses.') },
    })
    const part = { kind: 'whole' }
    const input = { variant: variant.id, key, seen: 1, language: 'en', part, message: 'All need it.' }
    const made = await acting.succeed(editor, proposeSection, input)
    const result = await acting.succeed(coordinator, takeOverProposal, {
      ...seenProposal(made),
      seen: 0,
      language: 'en',
    })
    expect(result).toMatchObject({ key, toolkit: toolkit.id, sectionRev: 1 })
    const before = await acting.sectionOf(toolkit.id, keyOf('Adapted'))
    const after = await acting.sectionOf(toolkit.id, keyOf('Supplemented'))
    const section = await acting.sectionOf(toolkit.id, key)
    expect(section).toMatchObject({ slug, title: { en: 'Safe houses' }, policy: 'free' })
    expect([String(before.rank), String(section.rank), String(after.rank)]).toEqual(
      [before.rank, section.rank, after.rank].map(String).toSorted(),
    )
    await releaseNow('2.0')
    const shown = await acting.resolvedSection(editor, { variant: variant.id, key })
    expect(shown.entry).toMatchObject({ mode: 'inherit', slug })
    expect((await acting.ownSectionOf(variant.id, key)).mode).toBe('inherit')
  })

  test('takes a section over that followed one which left the common framework, to the place of that', async () => {
    const { key } = await acting.succeed(variant.lead, addSection, {
      ...{ variant: variant.id, after: keyOf('Supplemented'), language: 'en' },
      ...{ title: 'Safe houses', body: typed('There are safe houses.') },
    })
    const input = {
      variant: variant.id,
      key,
      seen: 1,
      language: 'en',
      part: { kind: 'whole' },
      message: 'All need it.',
    }
    const made = await acting.succeed(editor, proposeSection, input)
    await importWithout('Supplemented')
    await acting.succeed(coordinator, takeOverProposal, { ...seenProposal(made), seen: 0, language: 'en' })
    const sections = await Promise.all(
      [keyOf('Adapted'), key, keyOf('Untouched')].map((one) => acting.sectionOf(toolkit.id, one)),
    )
    const ranks = sections.map(({ rank }) => String(rank))
    expect(ranks).toEqual(ranks.toSorted())
    expect(sections.map(({ parent }) => parent ?? null)).toEqual([null, null, null])
  })

  test('takes an addition over to the place that the country gave it', async () => {
    await acting.succeed(variant.lead, supplementSection, {
      ...{ ...at('Supplemented'), seen: 0, addition: typed('Ring 1800.'), additionPlace: { where: 'before' } },
    })
    await takeOver(await propose('Supplemented'), 'Supplemented')
    expect(await textOfSection('Supplemented')).toBe('Ring 1800.\nCommon text of Supplemented.')
    await releaseNow('2.0')
    expect(await readBy('Supplemented')).toMatchObject({ mode: 'inherit' })
  })

  test('keeps the rule for a part that the country reworded, whatever ids the text has', async () => {
    const [block] = fromLexical(Object((await acting.sectionOf(toolkit.id, keyOf('Adapted'))).body).en)
    const rules = [{ field: 'body', block: block?.id, demand: 'fill-in' }]
    await save('Adapted', { rules })
    const made = await propose('Adapted')
    const body = toLexical([...words('Other words above.'), ...words('Common text of each Adapted.')])
    await takeOver(made, 'Adapted', { texts: { en: { body } } })
    const section = await acting.sectionOf(toolkit.id, keyOf('Adapted'))
    const [, second] = fromLexical(Object(section.body).en)
    expect(section.rules).toMatchObject([{ demand: 'fill-in', block: { en: second?.id } }])
  })

  test('is refused a place after a paragraph that the common text does not have', async () => {
    const addition = typed('Ring 1800.')
    await acting.succeed(variant.lead, supplementSection, { ...at('Supplemented'), seen: 0, addition })
    const made = await propose('Supplemented')
    const input = { ...seenProposal(made), seen: 1, language: 'en', place: { after: 'nowhere' } }
    expect((await acting.refuse(coordinator, takeOverProposal, input)).keys).toEqual(['refusal.addition-place-gone'])
  })

  test('is told that the common text changed since, with what it says now', async () => {
    const made = await propose('Adapted')
    await acting.succeed(coordinator, saveSection, {
      ...{ toolkit: toolkit.id, key: keyOf('Adapted'), seen: 1, language: 'en' },
      body: typed('Written since.'),
    })
    const input = { ...seenProposal(made), seen: 1, language: 'en' }
    const refused = await acting.refuse(coordinator, takeOverProposal, input)
    expect(refused.keys).toEqual(['refusal.stale'])
    expect(refused.saved).toMatchObject({ rev: 2 })
    expect(textOf(Object(refused.saved.texts).body)).toBe('Written since.')
  })

  test('cannot take over what the common text says already, nor text of a section that is gone', async () => {
    const made = await propose('Adapted')
    const same = { ...seenProposal(made), seen: 1, language: 'en', texts: { en: { body: commonBody('Adapted') } } }
    expect((await acting.refuse(coordinator, takeOverProposal, same)).keys).toEqual(['refusal.proposal-same'])
    await importWithout('Adapted')
    const { rev } = await acting.sectionOf(toolkit.id, keyOf('Adapted'))
    const late = { ...seenProposal(made), seen: Number(rev), language: 'en' }
    expect((await acting.refuse(coordinator, takeOverProposal, late)).keys).toEqual(['refusal.proposal-section-gone'])
  })

  test('and another coordinator cannot both answer', async () => {
    const made = await propose('Adapted')
    const other = await given.coordinator()
    const outcomes = await Promise.all([
      acting.perform(coordinator, takeOverProposal, { ...seenProposal(made), seen: 1, language: 'en' }),
      acting.perform(other, declineProposal, { ...seen(made), answer: 'No.' }),
      acting.perform(variant.lead, withdrawProposal, seen(made)),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const because = outcomes.flatMap((one) => (one.ok ? [] : one.because.map(({ key }) => key)))
    expect(because).toEqual(['refusal.proposal-settled', 'refusal.proposal-settled'])
  })
})

describe('a proposal that was made before the common framework changed', () => {
  const common = 'Common text of Untouched.'

  test('keeps what the coordinator wrote since, and what was taken over from another country', async () => {
    const other = await given.variant({ toolkit, country: 'fr' })
    const body = await bodyOf('Untouched')
    const offerOf = async ({ id, lead }: Variant, words: Fields): Promise<Made> => {
      const where = { variant: id, key: keyOf('Untouched'), language: 'en' }
      await acting.succeed(lead, adaptSection, { ...where, seen: 0, body: words, reason: 'other', explanation: 'Why.' })
      return acting.succeed(lead, proposeSection, { ...where, seen: 1, part: { kind: 'whole' }, message: 'Please.' })
    }
    const first = await offerOf(variant, withParagraph(body, 'Irish words.', 0))
    const second = await offerOf(other, withParagraph(body, 'French words.', 1))
    await save('Untouched', { body: withParagraph(body, 'Words of the coordinator.', 1) })
    await takeOver(first, 'Untouched')
    expect(await textOfSection('Untouched')).toBe(`Irish words.\n${common}\nWords of the coordinator.`)
    await takeOver(second, 'Untouched')
    const lines = (await textOfSection('Untouched')).split('\n')
    expect(lines.toSorted()).toEqual(['Irish words.', common, 'Words of the coordinator.', 'French words.'].toSorted())
    const release = await releaseNow('2.0')
    const { changes } = await acting.storedOne('releases', { id: { equals: release } })
    expect(changes).toMatchObject([{ key: keyOf('Untouched'), proposedBy: ['ie', 'fr'] }])
  })

  test('brings no words back that a release changed, also where the country decided on that release since', async () => {
    const body = withParagraph(await bodyOf('Untouched'), 'Irish words.', 0)
    const write = { ...at('Untouched'), seen: 0, body, reason: 'other', explanation: 'Why.' }
    await acting.succeed(variant.lead, adaptSection, write)
    const made = await propose('Untouched')
    const urgent = JSON.parse(JSON.stringify(await bodyOf('Untouched')).replace(common, 'Call the police at once.'))
    await save('Untouched', { body: urgent })
    const release = await releaseNow('2.0')
    const keep = { ...at('Untouched'), seen: 1, release, choice: 'keep', reason: 'other', explanation: { en: 'Why.' } }
    await acting.succeed(variant.lead, decideOnUpdate, keep)
    await takeOver(made, 'Untouched')
    expect(await textOfSection('Untouched')).toBe('Irish words.\nCall the police at once.')
  })

  test('leaves a part common that each country fills in', async () => {
    const [block] = fromLexical(await bodyOf('Untouched'))
    await save('Untouched', { rules: [{ field: 'body', block: block?.id, demand: 'fill-in' }] })
    const filled = JSON.parse(JSON.stringify(await bodyOf('Untouched')).replace(common, 'The office in Dublin.'))
    const body = withParagraph(filled, 'Irish words.', 1)
    const write = { ...at('Untouched'), seen: 0, body, reason: 'other', explanation: 'Why.' }
    await acting.succeed(variant.lead, adaptSection, write)
    await takeOver(await propose('Untouched'), 'Untouched')
    expect(await textOfSection('Untouched')).toBe(`${common}\nIrish words.`)
    const { rules } = await acting.sectionOf(toolkit.id, keyOf('Untouched'))
    expect(rules).toMatchObject([{ demand: 'fill-in', block: { en: block?.id } }])
  })
})

describe('a release', () => {
  test('does not contain what was taken out of the working text again; the country reads that, and can propose it again', async () => {
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted')
    await save('Adapted', { body: commonBody('Adapted') })
    await save('Untouched', { body: typed('Other words.') })
    const release = await releaseNow('2.0')
    const out = { state: 'taken-out', outOfRelease: release, settledBy: coordinator.id }
    expect(await proposalOf(made)).toMatchObject(out)
    expect((await proposalOf(made)).inRelease ?? null).toBe(null)
    const { changes } = await acting.storedOne('releases', { id: { equals: release } })
    expect(JSON.stringify(changes)).toContain(keyOf('Untouched'))
    expect(JSON.stringify(changes)).not.toContain('proposedBy')
    expect((await acting.auditOf('ie')).map(({ action }) => action)).toContain('proposal.take-out')
    const again = await propose('Adapted')
    await takeOver(again, 'Adapted')
    const next = await releaseNow('3.0')
    expect(await proposalOf(again)).toMatchObject({ state: 'taken-over', inRelease: next })
    expect(await proposalOf(made)).toMatchObject({ state: 'taken-out', outOfRelease: release })
  })

  test('contains what was taken over and edited since, or put back', async () => {
    await acting.succeed(variant.lead, adaptSection, {
      ...{ ...at('Adapted'), seen: 1, body: typed('Ask in private, with an interpreter whom the person trusts.') },
    })
    const made = await propose('Adapted', { seen: 2 })
    await takeOver(made, 'Adapted')
    await save('Adapted', { body: commonBody('Adapted') })
    await save('Adapted', { body: typed('Ask in private, with an interpreter whom the applicant trusts.') })
    const release = await releaseNow('2.0')
    expect(await proposalOf(made)).toMatchObject({ state: 'taken-over', inRelease: release })
    const published = await acting.storedOne('releases', { id: { equals: release } })
    expect(published.changes).toMatchObject([{ key: keyOf('Adapted'), proposedBy: ['ie'] }])
  })

  test('does not name the country where the coordinator wrote all of it anew', async () => {
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted', { texts: { en: { body: typed('Nobody in Ireland wrote these words of ours.') } } })
    const release = await releaseNow('2.0')
    const published = await acting.storedOne('releases', { id: { equals: release } })
    expect(JSON.stringify(published.changes)).not.toContain('proposedBy')
    expect(await proposalOf(made)).toMatchObject({ state: 'taken-over', inRelease: release })
  })

  test('names the country where the coordinator wrote more beside its words, and not once only those are left', async () => {
    const own = 'Write into the file who was in the room. Ask again before the second interview, whatever happened.'
    const both = { texts: { en: { body: typed(`Ask in private. ${own}`) } } }
    await takeOver(await propose('Adapted'), 'Adapted', both)
    const first = await acting.storedOne('releases', { id: { equals: await releaseNow('2.0') } })
    expect(first.changes).toMatchObject([{ key: keyOf('Adapted'), proposedBy: ['ie'] }])
    const added = { ...at('Supplemented'), seen: 0, addition: typed('Offer an interpreter.') }
    await acting.succeed(variant.lead, supplementSection, added)
    const all = { texts: { en: { body: typed(`Common text of Supplemented. Offer an interpreter. ${own}`) } } }
    await takeOver(await propose('Supplemented'), 'Supplemented', all)
    await save('Supplemented', { body: typed(`Common text of Supplemented. ${own}`) })
    const second = await acting.storedOne('releases', { id: { equals: await releaseNow('3.0') } })
    expect(second.changes).toMatchObject([{ key: keyOf('Supplemented') }])
    expect(JSON.stringify(second.changes)).not.toContain('proposedBy')
  })

  test('contains a proposal of which the coordinator kept the words of the country alone', async () => {
    const own = 'Write into the file who was in the room. Ask again before the second interview, whatever happened.'
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted', { texts: { en: { body: typed(`Ask in private. ${own}`) } } })
    await save('Adapted', { body: typed('Ask in private.') })
    const release = await releaseNow('2.0')
    expect(await proposalOf(made)).toMatchObject({ state: 'taken-over', inRelease: release })
    const { changes } = await acting.storedOne('releases', { id: { equals: release } })
    expect(changes).toMatchObject([{ proposedBy: ['ie'] }])
  })

  test('contains what was moved to another section of the common framework', async () => {
    const made = await propose('Adapted')
    await takeOver(made, 'Adapted')
    await save('Adapted', { body: commonBody('Adapted') })
    await save('Untouched', { body: typed('Common text of Untouched. Ask in private.') })
    const release = await releaseNow('2.0')
    expect(await proposalOf(made)).toMatchObject({ state: 'taken-over', inRelease: release })
  })
})

describe('two coordinators', () => {
  test('who take over two proposals of one section at the same moment do not undo each other', async () => {
    const other = await given.coordinator()
    const second = await given.variant({ toolkit, country: 'fr' })
    const of = { variant: second.id, key: keyOf('Adapted'), language: 'en' }
    const theirs = { body: typed('Ask twice.'), reason: 'national-practice', explanation: 'Why.' }
    await acting.succeed(second.lead, adaptSection, { ...of, seen: 0, ...theirs })
    const offer = { ...of, seen: 1, part: { kind: 'whole' }, message: 'Why.' }
    const made = [await propose('Adapted'), await acting.succeed(second.lead, proposeSection, offer)]
    const outcomes = await Promise.all(
      made.map((one, at) =>
        acting.perform(at === 0 ? coordinator : other, takeOverProposal, {
          ...{ ...seenProposal(one), seen: 1, language: 'en' },
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const because = outcomes.flatMap((one) => (one.ok ? [] : one.because.map(({ key }) => key)))
    expect(because).toEqual(['refusal.stale'])
    const states = await Promise.all(made.map(proposalOf))
    expect(states.map(({ state }) => state).toSorted()).toEqual(['open', 'taken-over'])
  })
})

describe('what a country has sent', () => {
  test('stays as it was approved, and is common text once it is published', async () => {
    const approved = await given.edition({
      variant: await given.variant({ toolkit, country: 'fr' }),
      state: 'approved',
    })
    const lead = approved.variant.lead
    const of = { variant: approved.variant.id, key: keyOf('Adapted'), language: 'en' }
    const own = await acting.ownSectionOf(of.variant, of.key)
    const input = { ...of, seen: Number(own.rev), part: { kind: 'whole' }, message: 'Why.' }
    const made = await acting.succeed(lead, proposeSection, input)
    await takeOver(made, 'Adapted')
    await releaseNow('2.0')
    expect(await acting.editionOf(approved.id)).toMatchObject({ state: 'approved' })
    expect(await acting.ownSectionOf(of.variant, of.key)).toMatchObject({ mode: 'adapt' })
    const publish = { ...(await acting.seenNow(approved.id)), version: '1.0', notes: 'First.' }
    await acting.succeed(coordinator, publishEdition, publish)
    expect(await acting.ownSectionOf(of.variant, of.key)).toMatchObject({ mode: 'inherit' })
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
    // Whoever still has the update on the screen reads that nobody decided on it.
    const { id: release } = await acting.storedOne('releases', {
      version: { equals: '2.0' },
      toolkit: { equals: toolkit.id },
    })
    const decision = { ...of, seen: Number(own.rev), release, choice: 'keep', reason: 'national-practice', others: [] }
    for (const who of [coordinator, lead])
      expect((await acting.refuse(who, decideOnUpdate, decision)).keys).toEqual(['refusal.update-settled'])
  })

  test('is not settled a second time after the country took that back', async () => {
    await takeOver(await propose('Adapted'), 'Adapted')
    await releaseNow('2.0')
    const { id } = await acting.storedOne('update-decisions', { variant: { equals: variant.id } })
    await acting.succeed(variant.lead, takeBackUpdate, { decision: id, seen: 2, language: 'en' })
    expect(await readBy('Adapted')).toEqual({ mode: 'adapt', text: 'Ask in private.' })
    await acting.succeed(coordinator, saveSection, {
      ...{ toolkit: toolkit.id, key: keyOf('Untouched'), seen: 1, language: 'en', title: 'Other' },
    })
    // Another proposal of the country is settled by this release.
    await acting.succeed(variant.lead, adaptSection, {
      ...{
        ...at('Supplemented'),
        seen: 0,
        body: typed('Own words.'),
        reason: 'national-practice',
        explanation: 'Why.',
      },
    })
    await takeOver(await propose('Supplemented'), 'Supplemented')
    await releaseNow('3.0')
    expect(await readBy('Supplemented')).toMatchObject({ mode: 'inherit' })
    expect(await readBy('Adapted')).toEqual({ mode: 'adapt', text: 'Ask in private.' })
  })
})

type Made = { proposal: string; rev: number }

function propose(title: string, more: Fields = {}): Promise<Made> {
  const part = { kind: 'whole' }
  const input = { ...at(title), seen: 1, part, message: 'It helps everywhere.', ...more }
  return acting.succeed(editor, proposeSection, input)
}

async function takeOver(made: Made, title: string, more: Fields = {}) {
  const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
  const input = { ...seenProposal(made), seen: Number(rev), language: 'en', ...more }
  return acting.succeed(coordinator, takeOverProposal, input)
}

async function save(title: string, texts: Fields): Promise<void> {
  const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
  const of = { toolkit: toolkit.id, key: keyOf(title), seen: Number(rev), language: 'en' }
  await acting.succeed(coordinator, saveSection, { ...of, ...texts })
}

function proposalOf({ proposal }: Made) {
  return acting.storedOne('proposals', { id: { equals: proposal } })
}

function seen({ proposal, rev }: Made) {
  return { proposal, seen: rev }
}

function seenProposal({ proposal, rev }: Made) {
  return { proposal, seenProposal: rev }
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function keyOf(title: string): string {
  const key = toolkit.sections.find((section) => section.title === title)?.key
  if (!key) throw new Error(`The toolkit has no section ${title}`)
  return key
}

function commonBody(title: string) {
  return typed(`Common text of ${title}.`)
}

async function bodyOf(title: string): Promise<Fields> {
  const { body } = await acting.sectionOf(toolkit.id, keyOf(title))
  return Object(body).en
}

/** The editor's text with another paragraph at this place. */
function withParagraph(stored: Fields, words: string, at: number): Fields {
  const copy = structuredClone(stored)
  Object(copy.root).children.splice(at, 0, ...Object(typed(words).root).children)
  return copy
}

async function textOfSection(title: string): Promise<string> {
  const { body } = await acting.sectionOf(toolkit.id, keyOf(title))
  return textOf(fromLexical(Object(body).en))
}

async function readBy(title: string) {
  const { content, entry } = await acting.resolvedSection(editor, { variant: variant.id, key: keyOf(title) })
  return { mode: entry.mode, text: textOf(content.body.en ?? []) }
}

async function releaseNow(version: string): Promise<string> {
  const input = await acting.toRelease({ toolkit: toolkit.id, version })
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

async function importWithout(title: string): Promise<void> {
  const titles = toolkit.sections.map((one) => one.title).filter((one) => one !== title)
  const sections = titles.map(
    (one): ImportedSection => ({ source: 'a', depth: 1, title: one, body: words(`Common text of ${one}.`) }),
  )
  const seen = await acting.seenForImport(coordinator, toolkit.slug)
  const { slug } = toolkit
  const input = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, sections, allowGone: 1 }
  await acting.succeed(coordinator, importToolkit, input)
}
