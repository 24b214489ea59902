import type { Document } from 'mongodb'
import type { Tally } from './attack'
import type { Ground, Reply } from './ground'
import type { Visitor } from './visitor'

type Stored = Document & { id: string }

/** Calls an action as a screen would. */
export function act(ground: Ground, visitor: Visitor, name: string, body: object): Promise<Reply> {
  return ground.ask(visitor, 'POST', `/api/act/${name}`, { body })
}

/** Throws if a step was refused that is necessary before there is anything to try. */
export function mustBeTaken(step: string, { status, text }: Reply): void {
  if (status !== 200) throw new Error(`Nothing could be tried: ${step} answers ${status} ${text}`)
}

/** The national version of a country of the ground. */
export async function versionOf(ground: Ground, country: string): Promise<Stored> {
  const found = (await ground.stored('variants')).find((one) => one.country === country)
  if (!found) throw new Error(`The ground has no version of ${country}`)
  return found
}

/** The newest round of work on that version. */
export async function newestEdition(ground: Ground, country: string): Promise<Stored> {
  const { id } = await versionOf(ground, country)
  const all = (await ground.stored('editions')).filter(({ variant }) => String(variant) === id)
  const [newest] = all.toSorted((one, other) => other.number - one.number)
  if (!newest) throw new Error(`The version of ${country} has no edition`)
  return newest
}

/** Sends the written text for review. */
export async function submit(
  ground: Ground,
  { visitor, country }: { visitor: Visitor; country: string },
): Promise<void> {
  const { id, rev } = await newestEdition(ground, country)
  mustBeTaken('submit-edition', await act(ground, visitor, 'submit-edition', { edition: id, seen: rev }))
}

type InVain = {
  ground: Ground
  note: Tally['note']
  visitor: Visitor
  country: string
  refusal: string
  why: string
}

/** Tries to approve what was sent, and counts whether it is refused for this reason and does not change. */
export async function approveInVain({ ground, note, visitor, country, refusal, why }: InVain): Promise<void> {
  const { id, rev } = await newestEdition(ground, country)
  const { status, text: said } = await act(ground, visitor, 'approve-edition', { edition: id, seen: rev })
  note(status === 422 && said.includes(refusal), `${visitor.name} approves ${why}: ${status} ${said}`)
  const { state } = await newestEdition(ground, country)
  note(state === 'submitted', `after ${visitor.name} approved ${why} the edition is ${state}`)
}
