import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, type Tally, tally } from './attack'
import { cookieIn, type Ground } from './ground'
import { approveHiddenWords } from './hiddenWords'
import { act, approveInVain, mustBeTaken, submit, versionOf } from './nationalVersion'
import type { Visitor } from './visitor'

/**
 * People with every right try to approve what they wrote or sent themselves, also through the account of a reviewer
 * whose password they set, and hidden stored words that others make visible. The steps before must succeed, or nothing
 * would have been tried: it throws if one does not.
 */
export const ownApprovals: Attack = async (ground) => {
  const { note, result } = tally()
  const [coordinator, administrator] = [ground.visitor('Coordinator'), ground.visitor('Administrator')]
  const lead = ground.visitor('Lead United Kingdom')
  const approve = (visitor: Visitor, why: string) =>
    approveInVain({ ground, note, visitor, country: 'gb', refusal: 'refusal.own-', why })
  await write(ground, { visitor: coordinator, country: 'gb', language: 'en' })
  await submit(ground, { visitor: lead, country: 'gb' })
  await approve(coordinator, 'what they wrote and another sent')
  await write(ground, { visitor: lead, country: 'gb', language: 'en' })
  await submit(ground, { visitor: administrator, country: 'gb' })
  await approve(administrator, 'what they sent and another wrote')
  await approveAsReviewer({ ground, note, administrator })
  await approveHiddenWords({ ground, note })
  return result()
}

/**
 * An administrator creates a reviewer, sets the password, signs in as them and chooses the next one; only then do they
 * write the first word of an edition, have it sent, and approve it as the reviewer. Setting the password again
 * themselves changes nothing.
 */
async function approveAsReviewer({
  ground,
  note,
  administrator,
}: {
  ground: Ground
  note: Tally['note']
  administrator: Visitor
}): Promise<void> {
  const lead = ground.visitor('Lead France')
  const reviewer = await makeReviewer(ground, administrator)
  const asked = { ground, note, country: 'fr', refusal: 'refusal.password-set-by-writer' }
  const first = await takeOver({ ground, administrator, reviewer, wanted: 'chosen before the first word' })
  await write(ground, { visitor: administrator, country: 'fr', language: 'fr' })
  await submit(ground, { visitor: lead, country: 'fr' })
  await approveInVain({ ...asked, visitor: first, why: 'what the one who set their password wrote afterwards' })
  const again = await takeOver({ ground, administrator, reviewer, wanted: 'chosen after the text was sent' })
  await approveInVain({ ...asked, visitor: again, why: 'what the one who set their password again wrote before' })
}

type Reviewer = { id: string; email: string }

async function makeReviewer(ground: Ground, administrator: Visitor): Promise<Reviewer> {
  const email = `reviewer-${Date.now()}@attack.example`
  const made = await ground.ask(administrator, 'POST', '/api/users', { body: { email, name: 'Reviewer' } })
  const { id } = Object(JSON.parse(made.text).doc)
  const role = { user: id, role: 'reviewer', everywhere: true, from: new Date(0).toISOString() }
  const given = await ground.ask(administrator, 'POST', '/api/memberships', { body: role })
  if (made.status !== 201 || given.status !== 201)
    throw new Error(`Nothing could be tried: no reviewer was made, ${made.status} and ${given.status}`)
  return { id, email }
}

/** The administrator as the reviewer: sets the password, signs in with it, and chooses the next one. */
async function takeOver({
  ground,
  administrator,
  reviewer: { id, email },
  wanted,
}: {
  ground: Ground
  administrator: Visitor
  reviewer: Reviewer
  wanted: string
}): Promise<Visitor> {
  const set = await ground.ask(administrator, 'POST', '/api/account/set-password', { body: { user: id } })
  mustBeTaken('set-password', set)
  const current = String(Object(JSON.parse(set.text).result).password)
  const reviewer = { name: 'the reviewer', email, cookie: '' }
  const opened = await ground.ask(reviewer, 'POST', '/api/users/login', { body: { email, password: current } })
  mustBeTaken('login', opened)
  const withFirst = { ...reviewer, cookie: cookieIn(opened) }
  const changed = await ground.ask(withFirst, 'POST', '/api/account/password', { body: { current, wanted } })
  mustBeTaken('password', changed)
  return { ...reviewer, cookie: cookieIn(changed) }
}

type Written = { visitor: Visitor; country: string; language: string }

async function write(ground: Ground, { visitor, country, language }: Written): Promise<void> {
  const variant = await versionOf(ground, country)
  const { key, rev } = Object(
    (await ground.stored('variant-sections')).find(
      (one) => String(one.variant) === variant.id && one.mode === 'adapt' && one.body?.[language],
    ),
  )
  const body = toLexical([block('paragraph', { runs: [text(`Written by ${visitor.name}`)] })])
  const input = { variant: variant.id, key, seen: rev, language, body }
  mustBeTaken('adapt-section', await act(ground, visitor, 'adapt-section', input))
}
