import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import type { Tally } from './attack'
import type { Ground } from './ground'
import { act, approveInVain, mustBeTaken, newestEdition, submit, versionOf } from './nationalVersion'

const COUNTRY = 'gb'
const OWN = { reason: 'other', explanation: 'Reasons of the lead', sources: 'The lead' }

/**
 * What the lead does with the section of a sequence, after which readers get words of the coordinator that nobody has
 * reviewed.
 */
type Sequence = { how: string; hide: Step[]; show: Step[] }
type Step = { by: 'Coordinator' | 'Lead United Kingdom'; action: string; input: (title: string) => object }

const hiddenReasons = { reason: 'national-law', explanation: 'Reasons of the coordinator', sources: 'The coordinator' }
const byCoordinator = (action: string, input: Step['input']): Step => ({ by: 'Coordinator', action, input })
const byLead = (action: string, input: object): Step => ({ by: 'Lead United Kingdom', action, input: () => input })
const adaptWithoutDifference = byCoordinator('adapt-section', (title) => ({ ...hiddenReasons, title }))
const fields = (field: string) => ({ kind: 'fields', fields: [field] })

const SEQUENCES: Sequence[] = [
  {
    how: 'hidden reasons under a text that another adapted',
    hide: [adaptWithoutDifference],
    show: [byLead('adapt-section', { body: words('By the lead') })],
  },
  {
    how: 'hidden reasons under an addition that another wrote',
    hide: [byCoordinator('supplement-section', () => ({ ...hiddenReasons, addition: toLexical([]) }))],
    show: [byLead('supplement-section', { addition: words('By the lead') })],
  },
  {
    how: 'hidden reasons that another brought back',
    hide: [adaptWithoutDifference],
    show: [
      byLead('restore-section', {}),
      byLead('adapt-section', { ...OWN, title: 'By the lead' }),
      byLead('bring-back-section', { revision: 1, part: fields('reasons') }),
    ],
  },
  {
    how: 'a text that another left out, restored and took in again',
    hide: [
      byCoordinator('adapt-section', () => ({ ...hiddenReasons, body: words('Words of the coordinator') })),
      byLead('omit-section', OWN),
    ],
    show: [
      byLead('restore-section', {}),
      byLead('bring-back-section', { revision: 2 }),
      byLead('adapt-section', { reason: 'national-law' }),
    ],
  },
]

/**
 * The coordinator writes what readers do not get, and others publish the version like that. Then, in an edition for
 * each sequence, the lead makes it visible, and the coordinator tries to approve it.
 */
export async function approveHiddenWords({ ground, note }: { ground: Ground; note: Tally['note'] }): Promise<void> {
  const sections = await untouchedSections(ground)
  const tried = SEQUENCES.map((sequence, index) => ({ ...sequence, section: sections[index] }))
  for (const { section, hide } of tried) await take(ground, section, hide)
  const lead = ground.visitor('Lead United Kingdom')
  await submit(ground, { visitor: lead, country: COUNTRY })
  await approveAndPublish(ground)
  for (const { how, section, show } of tried) {
    await take(ground, section, show)
    await submit(ground, { visitor: lead, country: COUNTRY })
    const visitor = ground.visitor('Coordinator')
    await approveInVain({ ground, note, visitor, country: COUNTRY, refusal: 'refusal.own-text', why: how })
    await approveAndPublish(ground)
  }
}

type Section = { key: string; title: string }

/** Sections that the country may adapt and has not changed. */
async function untouchedSections(ground: Ground): Promise<Section[]> {
  const variant = await versionOf(ground, COUNTRY)
  const own = (await ground.stored('variant-sections')).filter((one) => String(one.variant) === variant.id)
  const release = (await ground.stored('releases')).find(({ id }) => id === String(variant.baseline))
  const blobs = new Map((await ground.stored('blobs')).map(({ id, json }) => [id, Object(json)]))
  const manifest: { key: string; blob: string }[] = release?.manifest ?? []
  return manifest.flatMap(({ key, blob }) => {
    const { policy, title } = Object(blobs.get(blob))
    const isFree = policy === 'free' && title?.en && !own.some((one) => one.key === key)
    return isFree ? [{ key, title: title.en }] : []
  })
}

async function take(ground: Ground, section: Section | undefined, steps: Step[]): Promise<void> {
  if (!section) throw new Error('Nothing could be tried: the ground has too few sections that nobody has touched')
  const { id } = await versionOf(ground, COUNTRY)
  for (const { by, action, input } of steps) {
    const own = (await ground.stored('variant-sections')).find(
      ({ key, variant }) => key === section.key && String(variant) === id,
    )
    const place = { variant: id, key: section.key, seen: own?.rev ?? 0, language: 'en' }
    mustBeTaken(action, await act(ground, ground.visitor(by), action, { ...place, ...input(section.title) }))
  }
}

/** A person who wrote nothing approves what was sent, unless the attack got through, and it is published. */
async function approveAndPublish(ground: Ground): Promise<void> {
  const sent = await newestEdition(ground, COUNTRY)
  if (sent.state === 'submitted') {
    const reader = ground.visitor('Second Reader')
    mustBeTaken('approve-edition', await act(ground, reader, 'approve-edition', { edition: sent.id, seen: sent.rev }))
  }
  const { id, rev } = await newestEdition(ground, COUNTRY)
  const published = (await ground.stored('releases')).filter(({ country }) => country === COUNTRY)
  const last = Math.max(0, ...published.map(({ version }) => Number.parseInt(String(version), 10)))
  const input = { edition: id, seen: rev, version: `${last + 1}.0`, notes: 'Published to try an approval.' }
  mustBeTaken('publish-edition', await act(ground, ground.visitor('Coordinator'), 'publish-edition', input))
}

function words(said: string): unknown {
  return toLexical([block('paragraph', { runs: [text(said)] })])
}
