import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { askForChanges } from '@/actions/askForChanges'
import { bringBackSection } from '@/actions/bringBackSection'
import type { SectionSaved } from '@/actions/changeVariantSection'
import { omitSection } from '@/actions/omitSection'
import { publishEdition } from '@/actions/publishEdition'
import { restoreSection } from '@/actions/restoreSection'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { toLexical } from '@/lexical/toLexical'
import { contentHash } from '@/stored/contentHash'
import { parseAbout } from '@/stored/release'
import { reviewHash } from '@/stored/reviewHash'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, type Toolkit } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, manifestOf, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let reviewer: Person
let coordinator: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  reviewer = await given.reviewer('ie')
  toolkit = await given.toolkit()
})

afterAll(() => application.stop())

describe('sending a national version for review', () => {
  test('freezes the current text under its hash, and records the step', async () => {
    const { id, variant } = await draft()
    const resolved = await acting.resolvedFor(variant.lead, variant.id)
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
    const { pinnedAbout, pinnedHash } = await acting.editionOf(id)
    expect(result).toEqual({ edition: id, contentHash: pinnedHash })
    expect(pinnedHash).toBe(reviewHash({ text: resolved.hash, about: parseAbout(pinnedAbout, 'Edition') }))
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      // The common contents are stored since they were released.
      blobs: 1,
      'workflow-events': 1,
      'audit-events': 1,
    })
    expect(await acting.editionOf(id)).toMatchObject({
      state: 'submitted',
      pinnedManifest: resolved.sections.map(({ entry }) => entry),
      approvedHash: null,
      submittedBy: variant.lead.id,
      round: 1,
    })
    for (const { entry, content } of resolved.sections) {
      expect(await acting.blobOf(entry.blob)).toEqual(content)
      expect(contentHash(content)).toBe(entry.blob)
    }
    expect(await acting.stepsOf(id)).toMatchObject([
      { event: 'submit', from: 'draft', to: 'submitted', actor: variant.lead.id, contentHash: pinnedHash },
    ])
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({
      action: 'edition.submit',
      actor: variant.lead.id,
      subject: `editions/${id}`,
      details: { from: 'draft', to: 'submitted', contentHash: pinnedHash, number: 1 },
    })
  })

  test('is refused the second time, and if the person saw an older edition', async () => {
    const { id, variant } = await draft()
    const seen = await acting.seenNow(id)
    await acting.succeed(variant.lead, submitEdition, seen)
    const { keys, saved } = await acting.refuse(variant.lead, submitEdition, seen)
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: seen.seen + 1, texts: { state: 'submitted' } })
    const again = await acting.refuse(variant.lead, submitEdition, await acting.seenNow(id))
    expect(again.keys).toEqual(['refusal.state-submit-submitted'])
  })

  test('is refused if readers would get the same again, and not if they would get anything else', async () => {
    const { id, variant } = await draft()
    await publish(id, variant.lead)
    const at = { variant: variant.id, key: variant.toolkit.sections[1]?.key, language: 'en' }
    await acting.succeed(variant.lead, adaptSection, { ...at, seen: 0, body: typed('Again.'), reason: 'other' })
    await acting.succeed(variant.lead, restoreSection, { ...at, seen: 1 })
    const [{ id: next } = { id: '' }] = await acting.stored('editions', { variant: { equals: variant.id } }, '-number')
    const refused = await acting.refuse(variant.lead, submitEdition, await acting.seenNow(String(next)))
    expect([refused.keys, refused.params]).toEqual([['refusal.nothing-changed'], { version: '1.0' }])
    // Its pages name the toolkit.
    const admin = await given.person({ roles: [{ role: 'admin' }] })
    const path = `/api/toolkits/${variant.toolkit.id}`
    const { rev } = (await application.request(admin, 'GET', path)).body
    const renamed = await application.request(admin, 'PATCH', `${path}?locale=en`, { title: 'Other title', rev })
    expect(renamed.status, renamed.text).toBe(200)
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(String(next)))
  })

  test('is possible with the same text as before, if that was withdrawn', async () => {
    const { id, variant } = await draft()
    await publish(id, variant.lead)
    const at = { variant: variant.id, key: variant.toolkit.sections[1]?.key, language: 'en' }
    await acting.succeed(variant.lead, adaptSection, { ...at, seen: 0, body: typed('Again.'), reason: 'other' })
    await acting.succeed(variant.lead, restoreSection, { ...at, seen: 1 })
    const line = { toolkit: variant.toolkit.id, country: 'ie' }
    await acting.succeed(coordinator, withdrawRelease, { ...line, seen: 1, reason: 'It is wrong.' })
    const [{ id: next } = { id: '' }] = await acting.stored('editions', { variant: { equals: variant.id } }, '-number')
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(String(next)))
  })
})

describe('asking for changes', () => {
  test('returns the edition with a message, and stores the decision about exactly this text', async () => {
    const { id, variant } = await submitted()
    const { pinnedHash } = await acting.editionOf(id)
    await acting.succeed(reviewer, askForChanges, { ...(await acting.seenNow(id)), comment: 'Name the law, please.' })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'changes-requested', approvedHash: null, round: 1 })
    expect(await acting.stored('review-decisions', { edition: { equals: id } })).toMatchObject([
      {
        decision: 'ask-for-changes',
        comment: 'Name the law, please.',
        reviewer: reviewer.id,
        round: 1,
        contentHash: pinnedHash,
        country: 'ie',
      },
    ])
    expect((await acting.stepsOf(id)).at(-1)).toMatchObject({
      event: 'ask-for-changes',
      to: 'changes-requested',
      actor: reviewer.id,
      comment: 'Name the law, please.',
    })
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({ action: 'edition.ask-for-changes' })
    // Comments stay out of the record that nobody can ever correct.
    expect(JSON.stringify(await acting.auditOf('ie'))).not.toContain('Name the law')

    await write(variant, 'The law is named.', 1)
    expect(await acting.editionOf(id)).toMatchObject({ state: 'changes-requested' })
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    expect(await acting.stored('review-decisions', { edition: { equals: id } })).toMatchObject([
      { decision: 'ask-for-changes', round: 1 },
      { decision: 'approve', round: 2 },
    ])
    expect((await acting.stepsOf(id)).map(({ event, to }) => `${event} → ${to}`)).toEqual([
      'submit → submitted',
      'ask-for-changes → changes-requested',
      'submit → submitted',
      'approve → approved',
    ])
  })

  test.each(['', '  \n'])('is refused without a message (%j)', async (comment) => {
    const { id } = await submitted()
    const { keys } = await acting.refuse(reviewer, askForChanges, { ...(await acting.seenNow(id)), comment })
    expect(keys).toEqual(['refusal.comment-missing'])
  })

  test('is refused before anything was sent, and if the person saw an older edition', async () => {
    const { id, variant } = await draft()
    const seen = await acting.seenNow(id)
    const early = await acting.refuse(reviewer, askForChanges, { ...seen, comment: 'Early.' })
    expect(early.keys).toEqual(['refusal.state-ask-for-changes-draft'])
    await acting.succeed(variant.lead, submitEdition, seen)
    const late = await acting.refuse(reviewer, askForChanges, { ...seen, comment: 'Late.' })
    expect(late.keys).toEqual(['refusal.stale'])
  })
})

describe('approving', () => {
  test('approves exactly what was sent, and stores the decision', async () => {
    const { id } = await submitted()
    const { pinnedHash } = await acting.editionOf(id)
    const before = await snapshotOf(application.payload)
    await acting.succeed(reviewer, approveEdition, { ...(await acting.seenNow(id)), comment: 'Good.' })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      'review-decisions': 1,
      'workflow-events': 1,
      'audit-events': 1,
    })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'approved', approvedHash: pinnedHash, pinnedHash })
    expect(await acting.stored('review-decisions', { edition: { equals: id } })).toMatchObject([
      { decision: 'approve', comment: 'Good.', reviewer: reviewer.id, round: 1, contentHash: pinnedHash },
    ])
    expect((await acting.stepsOf(id)).at(-1)).toMatchObject({
      event: 'approve',
      from: 'submitted',
      to: 'approved',
      actor: reviewer.id,
      contentHash: pinnedHash,
    })
    expect((await acting.auditOf('ie')).at(-1)).toMatchObject({ action: 'edition.approve', actor: reviewer.id })
  })

  test.each(['admin', 'coordinator'] as const)(
    'is refused to an author of the text, even with the role %s',
    async (role) => {
      const author = await given.person({ roles: [{ role }] })
      const { id, variant } = await draft()
      await write(variant, 'Words of the one who would approve.', 1, author)
      await write(variant, 'Last words of the lead.', 2)
      await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
      expect((await acting.refuse(author, approveEdition, await acting.seenNow(id))).keys).toEqual(['refusal.own-text'])
      await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    },
  )

  test.each([
    ['their text', 2],
    ['their text, to which somebody else only added the source', 3],
  ])('is refused to an author in a later edition too, if somebody else restores %s', async (_, revision) => {
    const author = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    await write(variant, 'Words of the one who would approve.', 1, author)
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    const body = typed('Words of the one who would approve.')
    await acting.succeed(lead, adaptSection, { ...place, seen: 2, body, reason: 'national-law', sources: 'Act 1' })
    await write(variant, 'Words of the lead.', 3)
    await publish(id, lead)
    await acting.succeed(lead, bringBackSection, { ...place, seen: 4, revision })
    const next = await sendNext(variant)
    const { keys } = await acting.refuse(author, approveEdition, await acting.seenNow(next))
    expect(keys).toEqual(['refusal.own-text'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
  })

  test('is possible for an earlier author if somebody else restored the common text and undid that', async () => {
    const author = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    await write(variant, 'Words that were approved.', 1, author)
    await publish(id, lead)
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    await acting.succeed(lead, restoreSection, { ...place, seen: 2 })
    await acting.succeed(lead, bringBackSection, { ...place, seen: 3, revision: 2 })
    await writeElsewhere(variant)
    const next = await sendNext(variant)
    await acting.succeed(author, approveEdition, await acting.seenNow(next))
  })

  test.each(['left the section out', 'only added to it'])(
    'is refused to an author whose text was not shown, if somebody else %s and then shows it',
    async (what) => {
      const roles = (['reviewer', 'national-editor'] as const).map((role) => ({ role, country: 'ie' }))
      const author = await given.person({ roles })
      const { id, variant } = await draft()
      const { lead } = variant
      await write(variant, 'Words that nobody approved.', 1, author)
      const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
      const hiding = { ...place, seen: 2, reason: 'does-not-exist-here' as const }
      if (what === 'only added to it')
        await acting.succeed(lead, supplementSection, { ...hiding, addition: typed('More of the lead.') })
      else await acting.succeed(lead, omitSection, { ...hiding, explanation: 'Not used here.' })
      await acting.succeed(lead, submitEdition, await acting.seenNow(id))
      await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
      const published = { ...(await acting.seenNow(id)), version: '1.0', notes: 'What is new in it.' }
      await acting.succeed(coordinator, publishEdition, published)
      await acting.succeed(lead, adaptSection, { ...place, seen: 3, reason: 'national-law' })
      const next = String((await acting.stored('editions', { variant: { equals: variant.id } }, '-number'))[0]?.id)
      await acting.succeed(lead, submitEdition, await acting.seenNow(next))
      const { keys } = await acting.refuse(author, approveEdition, await acting.seenNow(next))
      expect(keys).toEqual(['refusal.own-text'])
      await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
    },
  )

  test.each(['adapted', 'supplemented'] as const)(
    'is refused to the author of reasons that were hidden while nothing was %s, if somebody else’s words publish them',
    async (how) => {
      const { lead, place, publishDraft } = await draftWithHiddenReasons(how)
      await publishDraft()
      const entry = await publishedEntry(place)
      expect(entry).toMatchObject({ mode: 'inherit' })
      expect(JSON.stringify(entry)).not.toContain('Own reasons')
      if (how === 'adapted')
        await acting.succeed(lead, adaptSection, { ...place, seen: 1, body: typed('By the lead.') })
      else await acting.succeed(lead, supplementSection, { ...place, seen: 1, addition: typed('By the lead.') })
      const next = await sendNext(place.of)
      const { keys } = await acting.refuse(coordinator, approveEdition, await acting.seenNow(next))
      expect(keys).toEqual(['refusal.own-text'])
      await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
    },
  )

  test.each(['over them', 'after the common text was restored'])(
    'is refused to the author of hidden reasons, if somebody else adapts %s and restores them',
    async (when) => {
      const { lead, place, publishDraft } = await draftWithHiddenReasons('adapted')
      await publishDraft()
      let seen = 1
      if (when !== 'over them') ({ rev: seen } = await acting.succeed(lead, restoreSection, { ...place, seen }))
      const theirs = { reason: 'other', explanation: 'Reasons of the lead.', sources: 'L' }
      const adapted = await acting.succeed(lead, adaptSection, { ...place, seen, title: 'By the lead', ...theirs })
      const part = { kind: 'fields', fields: ['reasons'] }
      await acting.succeed(lead, bringBackSection, { ...place, seen: adapted.rev, revision: 1, part })
      const next = await sendNext(place.of)
      const { keys } = await acting.refuse(coordinator, approveEdition, await acting.seenNow(next))
      expect(keys).toEqual(['refusal.own-text'])
      await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
    },
  )

  test('is refused to an author whose text was unused when the edition began, if somebody else restores it', async () => {
    const author = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    await write(variant, 'Words that nobody approved.', 1, author)
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    const reasons = { reason: 'does-not-exist-here', explanation: 'Not used here.' }
    await acting.succeed(lead, omitSection, { ...place, seen: 2, ...reasons })
    await publish(id, lead)
    await acting.succeed(lead, restoreSection, { ...place, seen: 3 })
    await acting.succeed(lead, bringBackSection, { ...place, seen: 4, revision: 3 })
    await acting.succeed(lead, adaptSection, { ...place, seen: 5, reason: 'national-law' })
    const next = await sendNext(variant)
    const { keys } = await acting.refuse(author, approveEdition, await acting.seenNow(next))
    expect(keys).toEqual(['refusal.own-text'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(next))
  })

  test('is possible for the author of hidden reasons, if somebody else leaves the section out for other reasons', async () => {
    const { lead, place, publishDraft } = await draftWithHiddenReasons('adapted')
    await publishDraft()
    const reasons = { reason: 'does-not-exist-here', explanation: 'Reasons of the lead.', sources: 'L' }
    await acting.succeed(lead, omitSection, { ...place, seen: 1, ...reasons })
    const next = await sendNext(place.of)
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(next))
  })

  test('is possible for the author of reasons that readers had, if somebody else writes more, or restores and undoes that', async () => {
    const author = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    const reasons = { reason: 'national-law', explanation: 'Reasons that readers had.', sources: 'S' }
    await acting.succeed(author, adaptSection, { ...place, seen: 1, ...reasons })
    await publish(id, lead)
    await acting.succeed(lead, adaptSection, { ...place, seen: 2, title: 'By the lead' })
    await acting.succeed(lead, restoreSection, { ...place, seen: 3 })
    await acting.succeed(lead, bringBackSection, { ...place, seen: 4, revision: 3 })
    const next = await sendNext(variant)
    await acting.succeed(author, approveEdition, await acting.seenNow(next))
  })

  test('is possible for a person who only left out a section that its author shows again', async () => {
    const second = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    await write(variant, 'Words of the lead.', 1)
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    const reasons = { reason: 'does-not-exist-here' as const, explanation: 'Not used here.' }
    await acting.succeed(second, omitSection, { ...place, seen: 2, ...reasons })
    await publish(id, lead)
    await acting.succeed(lead, adaptSection, { ...place, seen: 3, reason: 'national-law' })
    const next = await sendNext(variant)
    await acting.succeed(second, approveEdition, await acting.seenNow(next))
  })

  test('is possible for an earlier author, if somebody else left the section out and used it again', async () => {
    const author = await reviewerWhoWrites()
    const { id, variant } = await draft()
    const { lead } = variant
    await write(variant, 'Words that were approved.', 1, author)
    await publish(id, lead)
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    const reasons = { reason: 'national-law' as const, explanation: 'Not used here.' }
    await acting.succeed(lead, omitSection, { ...place, seen: 2, ...reasons })
    await acting.succeed(lead, adaptSection, { ...place, seen: 3, reason: 'national-law' })
    await writeElsewhere(variant)
    const next = await sendNext(variant)
    await acting.succeed(author, approveEdition, await acting.seenNow(next))
  })

  test('is refused to the last author, and to the sender', async () => {
    const author = await given.person({ roles: [{ role: 'admin' }] })
    const { id, variant } = await draft()
    await write(variant, 'Last words of the one who would approve.', 1, author)
    await acting.succeed(coordinator, submitEdition, await acting.seenNow(id))
    expect((await acting.refuse(author, approveEdition, await acting.seenNow(id))).keys).toEqual([
      'refusal.own-last-edit',
    ])
    const sender = await acting.refuse(coordinator, approveEdition, await acting.seenNow(id))
    expect(sender.keys).toEqual(['refusal.own-submission'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
  })

  test('gives every reason to a person who wrote and sent it', async () => {
    const author = await given.person({ roles: [{ role: 'coordinator', country: 'ie' }] })
    const { id, variant } = await draft()
    await write(variant, 'All mine.', 1, author)
    await acting.succeed(author, submitEdition, await acting.seenNow(id))
    const { keys } = await acting.refuse(author, approveEdition, await acting.seenNow(id))
    expect(keys).toEqual(['refusal.own-submission', 'refusal.own-last-edit'])
  })

  test('is refused before it was sent, the second time, and if the person saw an older edition', async () => {
    const { id, variant } = await draft()
    const seen = await acting.seenNow(id)
    expect((await acting.refuse(reviewer, approveEdition, seen)).keys).toEqual(['refusal.state-approve-draft'])
    await acting.succeed(variant.lead, submitEdition, seen)
    expect((await acting.refuse(reviewer, approveEdition, seen)).keys).toEqual(['refusal.stale'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    const again = await acting.refuse(reviewer, approveEdition, await acting.seenNow(id))
    expect(again.keys).toEqual(['refusal.state-approve-approved'])
  })
})

describe('writing in a text that was sent', () => {
  test('returns it to draft: what is approved afterwards is the new text', async () => {
    const { id, variant } = await submitted()
    const seenByReviewer = await acting.seenNow(id)
    const { pinnedHash } = await acting.editionOf(id)
    expect(await write(variant, 'Other words.', 1)).toMatchObject({ takenBack: true })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'draft' })
    expect(await write(variant, 'More words.', 2)).not.toHaveProperty('takenBack')
    expect((await acting.stepsOf(id)).at(-1)).toMatchObject({ event: 'edit', from: 'submitted', to: 'draft' })
    expect((await acting.refuse(reviewer, approveEdition, seenByReviewer)).keys).toEqual(['refusal.stale'])
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    const { approvedHash, pinnedAbout, round } = await acting.editionOf(id)
    expect(approvedHash).not.toBe(pinnedHash)
    const { hash } = await acting.resolvedFor(variant.lead, variant.id)
    expect(approvedHash).toBe(reviewHash({ text: hash, about: parseAbout(pinnedAbout, 'Edition') }))
    expect(round).toBe(2)
  })

  test('invalidates the approval, and publishing is refused until the text is approved again', async () => {
    const { id, variant } = await submitted()
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    const approved = await acting.seenNow(id)
    await acting.succeed(variant.lead, supplementSection, {
      variant: variant.id,
      key: toolkit.sections[1]?.key,
      seen: 0,
      language: 'en',
      addition: typed('One more line.'),
    })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'draft', approvedHash: null })
    expect((await acting.stepsOf(id)).at(-1)).toMatchObject({ event: 'edit', from: 'approved', to: 'draft' })
    const unaware = await acting.refuse(coordinator, publishEdition, {
      ...approved,
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect(unaware.keys).toEqual(['refusal.stale'])
    const aware = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(id)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect(aware.keys).toEqual(['refusal.state-publish-draft'])
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
    const sent = await acting.refuse(coordinator, publishEdition, {
      ...(await acting.seenNow(id)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    expect(sent.keys).toEqual(['refusal.state-publish-submitted'])
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(id)),
      version: '1.0',
      notes: 'What is new in it.',
    })
  })

  test('invalidates the approval even if readers do not get what is stored', async () => {
    const { id, variant } = await submitted()
    await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
    const [, section] = variant.toolkit.sections
    const hidden = { title: section?.title, reason: 'other' }
    const place = { variant: variant.id, key: section?.key, language: 'en', seen: 0 }
    await acting.succeed(variant.lead, adaptSection, { ...place, ...hidden })
    expect(await acting.editionOf(id)).toMatchObject({ state: 'draft', approvedHash: null })
  })
})

test('keeps the stored data consistent', async () => {
  for (const { id } of await acting.stored('toolkits')) expect(await acting.problemsOf(String(id))).toEqual([])
})

/** The open edition of a new version, with one section in the lead's words. */
async function draft(): Promise<Edition> {
  return given.edition({ toolkit: await nextToolkit(), country: 'ie' })
}

async function submitted(): Promise<Edition> {
  const edition = await draft()
  await acting.succeed(edition.variant.lead, submitEdition, await acting.seenNow(edition.id))
  return edition
}

/** One version for each toolkit: each test has its own. */
async function nextToolkit(): Promise<Toolkit> {
  toolkit = await given.toolkit()
  return toolkit
}

async function write(
  variant: Edition['variant'],
  words: string,
  seen: number,
  by = variant.lead,
): Promise<SectionSaved> {
  const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en', seen }
  return acting.succeed(by, adaptSection, { ...place, body: typed(words), reason: 'national-law' })
}

/**
 * A draft in which the coordinator gave reasons for a section that still equals the common text, so that readers get
 * neither.
 */
async function draftWithHiddenReasons(how: 'adapted' | 'supplemented') {
  const { id, variant } = await draft()
  const [, section] = variant.toolkit.sections
  const place = { variant: variant.id, of: variant, key: String(section?.key), language: 'en' }
  const hidden = { ...place, seen: 0, reason: 'national-law', explanation: 'Own reasons.', sources: 'S' }
  if (how === 'adapted') await acting.succeed(coordinator, adaptSection, { ...hidden, title: section?.title })
  else await acting.succeed(coordinator, supplementSection, { ...hidden, addition: toLexical([]) })
  return { lead: variant.lead, place, publishDraft: () => publish(id, variant.lead) }
}

/** The entry of a section in the newest national release. */
async function publishedEntry({ of, key }: { of: Edition['variant']; key: string }) {
  return manifestOf((await acting.releasesOf(of.toolkit.id, of.country)).at(-1)).get(key)
}

/** A person who both writes and reviews. */
function reviewerWhoWrites(): Promise<Person> {
  return given.person({ roles: (['reviewer', 'national-editor'] as const).map((role) => ({ role, country: 'ie' })) })
}

/** Publishes an open edition as 1.0, approved by a person who wrote nothing in it. */
async function publish(id: string, lead: Person): Promise<void> {
  await acting.succeed(lead, submitEdition, await acting.seenNow(id))
  await acting.succeed(reviewer, approveEdition, await acting.seenNow(id))
  const published = { ...(await acting.seenNow(id)), version: '1.0', notes: 'What is new in it.' }
  await acting.succeed(coordinator, publishEdition, published)
}

/** The lead rewrites another section: an edition without any change is not sent. */
async function writeElsewhere({ id, lead, toolkit }: Edition['variant']): Promise<void> {
  const at = { variant: id, key: toolkit.sections[1]?.key, language: 'en', seen: 0 }
  await acting.succeed(lead, adaptSection, { ...at, body: typed('Elsewhere.'), reason: 'national-law' })
}

/** The lead sends the newest edition of the version for review; returns its id. */
async function sendNext(variant: Edition['variant']): Promise<string> {
  const next = String((await acting.stored('editions', { variant: { equals: variant.id } }, '-number'))[0]?.id)
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(next))
  return next
}
