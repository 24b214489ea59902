import { type Attack, type Tally, tally } from './attack'
import type { Ground, Reply } from './ground'
import { act, versionOf } from './nationalVersion'

/** Writers who all saw the same revision save at the same moment: one is stored, each of the others is told. */
export const revisionRaces: Attack = async (ground, { short }) => {
  const counts = tally()
  for (const race of [names(ground), await titles(ground)])
    for (let round = 0; round < (short ? 5 : 60); round++) await runRace({ race, round, note: counts.note })
  return counts.result()
}

type Saved = { rev: number; words: unknown }
type Race = {
  what: string
  writers: number
  stored: () => Promise<Saved>
  write: (words: string, seen: number) => Promise<Reply>
}

async function runRace({ race, round, note }: { race: Race; round: number; note: Tally['note'] }): Promise<void> {
  const before = await race.stored()
  const replies = await Promise.all(
    Array.from({ length: race.writers }, async (_, writer) => {
      const words = `Round ${round} by ${writer}`
      return { words, ...(await race.write(words, before.rev)) }
    }),
  )
  const taken = replies.filter(({ status }) => status === 200)
  const told = replies.filter(({ status }) => status === 409)
  const said = replies.map(({ status, text }) => `${status} ${text.slice(0, 60)}`).join(', ')
  note(taken.length === 1 && told.length === replies.length - 1, `${race.what} in round ${round}: ${said}`)
  const after = await race.stored()
  note(
    after.words === taken[0]?.words && after.rev === before.rev + 1,
    `${race.what} in round ${round} stored ${after.words} as revision ${after.rev}`,
  )
}

function names(ground: Ground): Race {
  const administrator = ground.visitor('Administrator')
  const { email } = ground.visitor('Outsider')
  const account = async () => Object((await ground.stored('users')).find((one) => one.email === email))
  return {
    what: 'PATCH users',
    writers: 12,
    async stored() {
      const { rev, name } = await account()
      return { rev: Number(rev), words: name }
    },
    async write(name, rev) {
      const { id } = await account()
      return ground.ask(administrator, 'PATCH', `/api/users/${id}`, { body: { rev, name } })
    },
  }
}

async function titles(ground: Ground): Promise<Race> {
  const lead = ground.visitor('Lead Ireland')
  const variant = await versionOf(ground, 'ie')
  const { id } = Object(
    (await ground.stored('variant-sections')).find((one) => String(one.variant) === variant.id && one.mode === 'adapt'),
  )
  const section = async () => Object((await ground.stored('variant-sections')).find((one) => one.id === id))
  return {
    what: 'adapt-section',
    writers: 8,
    async stored() {
      const { rev, title } = await section()
      return { rev: Number(rev), words: title?.en }
    },
    async write(title, seen) {
      const body = { variant: variant.id, key: (await section()).key, seen, language: 'en', title }
      return act(ground, lead, 'adapt-section', { ...body, reason: 'national-law' })
    },
  }
}
