import type { MergeStatus } from './merged'
import type { OnAll } from './sides'

/** The status of a value, of which equal strings mean equal values. */
export function statusOf({ base, ours, theirs }: OnAll<string>): MergeStatus {
  if (ours === theirs) return 'unchanged'
  if (ours === base) return 'ready'
  return theirs === base ? 'yours-kept' : 'please-check'
}

/** The status of a whole: the most urgent of its parts; to be checked if the sides changed different parts. */
export function statusOfAll(parts: MergeStatus[]): MergeStatus {
  const [isReady, isOurs] = [parts.includes('ready'), parts.includes('yours-kept')]
  if (parts.includes('decision-needed')) return 'decision-needed'
  if (parts.includes('please-check') || (isReady && isOurs)) return 'please-check'
  if (isReady) return 'ready'
  return isOurs ? 'yours-kept' : 'unchanged'
}
