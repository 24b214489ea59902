import type { ShownDecision } from './importAnswer'
import type { Answered } from './sendDocument'

/** Has nobody answered it yet? */
export function isOpen({ id }: ShownDecision, resolutions: Record<string, Answered>): boolean {
  return resolutions[id] === undefined
}
