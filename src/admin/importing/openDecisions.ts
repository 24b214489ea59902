import type { ShownDecision } from './importAnswer'
import type { Answered } from './sendDocument'

/** Is the question unanswered? */
export function isOpen({ id }: ShownDecision, resolutions: Record<string, Answered>): boolean {
  return resolutions[id] === undefined
}
