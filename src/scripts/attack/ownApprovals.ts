import { block, text } from '@/domain/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, tally } from './attack'
import type { Ground, Visitor } from './ground'
import { act, mustBeTaken, newestEdition, versionOf } from './nationalVersion'

/**
 * People with every right try to approve what they wrote or sent themselves. The steps before must be taken, or nothing
 * would have been tried: it throws where one is not. Nothing is published.
 */
export const ownApprovals: Attack = async (ground) => {
  const { note, result } = tally()
  const [coordinator, administrator] = [ground.visitor('Coordinator'), ground.visitor('Administrator')]
  const lead = ground.visitor('Lead United Kingdom')
  const approve = async (visitor: Visitor, why: string) => {
    const { id, rev } = await newestEdition(ground, 'gb')
    const { status, text: said } = await act(ground, visitor, 'approve-edition', { edition: id, seen: rev })
    note(status === 422 && said.includes('refusal.own-'), `${visitor.name} approves ${why}: ${status} ${said}`)
    const { state } = await newestEdition(ground, 'gb')
    note(state === 'submitted', `after ${visitor.name} approved ${why} the edition is ${state}`)
  }
  await write(ground, coordinator)
  await submit(ground, lead)
  await approve(coordinator, 'what they wrote and another sent')
  await write(ground, lead)
  await submit(ground, administrator)
  await approve(administrator, 'what they sent and another wrote')
  return result()
}

async function write(ground: Ground, visitor: Visitor): Promise<void> {
  const variant = await versionOf(ground, 'gb')
  const { key, rev } = Object(
    (await ground.stored('variant-sections')).find(
      (one) => String(one.variant) === variant.id && one.mode === 'adapt' && one.body?.en,
    ),
  )
  const body = toLexical([block('paragraph', { runs: [text(`Written by ${visitor.name}`)] })])
  const input = { variant: variant.id, key, seen: rev, language: 'en', body }
  mustBeTaken('adapt-section', await act(ground, visitor, 'adapt-section', input))
}

async function submit(ground: Ground, visitor: Visitor): Promise<void> {
  const { id, rev } = await newestEdition(ground, 'gb')
  mustBeTaken('submit-edition', await act(ground, visitor, 'submit-edition', { edition: id, seen: rev }))
}
