import type { Document } from 'mongodb'
import type { Ground, Reply, Visitor } from './ground'

type Stored = Document & { id: string }

/** Asks for an action as a screen would. */
export function act(ground: Ground, visitor: Visitor, name: string, body: object): Promise<Reply> {
  return ground.ask(visitor, 'POST', `/api/act/${name}`, { body })
}

/** Throws where a step was refused that has to be taken before there is anything to try. */
export function mustBeTaken(step: string, { status, text }: Reply): void {
  if (status !== 200) throw new Error(`Nothing could be tried: ${step} answers ${status} ${text}`)
}

/** The national version of a country of the ground. */
export async function versionOf(ground: Ground, country: string): Promise<Stored> {
  const found = (await ground.stored('variants')).find((one) => one.country === country)
  if (!found) throw new Error(`The ground has no version of ${country}`)
  return found
}

/** The round of work of that version that was begun last. */
export async function newestEdition(ground: Ground, country: string): Promise<Stored> {
  const { id } = await versionOf(ground, country)
  const all = (await ground.stored('editions')).filter(({ variant }) => String(variant) === id)
  const [newest] = all.toSorted((one, other) => other.number - one.number)
  if (!newest) throw new Error(`The version of ${country} has no edition`)
  return newest
}
