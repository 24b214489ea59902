import { block, text } from '@/domain/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, tally } from './attack'
import type { Ground, Reply, Visitor } from './ground'

/**
 * People with every right try to approve what they wrote or sent themselves. The steps before must be taken, or nothing
 * would have been tried: it throws where one is not. Nothing is published.
 */
export const ownApprovals: Attack = async (ground) => {
  const { note, result } = tally()
  const [coordinator, administrator] = [ground.visitor('Coordinator'), ground.visitor('Administrator')]
  const lead = ground.visitor('Lead United Kingdom')
  const approve = async (visitor: Visitor, why: string) => {
    const { id, rev } = await editionOf(ground)
    const { status, text: said } = await act(ground, visitor, 'approve-edition', { edition: id, seen: rev })
    note(status === 422 && said.includes('refusal.own-'), `${visitor.name} approves ${why}: ${status} ${said}`)
    const { state } = await editionOf(ground)
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
  const variant = await variantOf(ground)
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
  const { id, rev } = await editionOf(ground)
  mustBeTaken('submit-edition', await act(ground, visitor, 'submit-edition', { edition: id, seen: rev }))
}

function mustBeTaken(action: string, { status, text: said }: Reply): void {
  if (status !== 200) throw new Error(`Own approvals could not be tried: ${action} answers ${status} ${said}`)
}

function act(ground: Ground, visitor: Visitor, name: string, body: object): Promise<Reply> {
  return ground.ask(visitor, 'POST', `/api/act/${name}`, { body })
}

async function variantOf(ground: Ground) {
  const found = (await ground.stored('variants')).find(({ country }) => country === 'gb')
  if (!found) throw new Error('The ground has no version of gb')
  return found
}

async function editionOf(ground: Ground): Promise<{ id: string; rev: number; state: string }> {
  const variant = await variantOf(ground)
  const all = (await ground.stored('editions')).filter((one) => String(one.variant) === variant.id)
  return Object(all.toSorted((one, other) => other.number - one.number)[0])
}
