import type { MergeStatus } from './merged'
import type { OnAll } from './sides'

/** Who changed a value, of three that are equal where they say the same. */
export function statusOf({ base, ours, theirs }: OnAll<string>): MergeStatus {
  if (ours === theirs) return 'unchanged'
  if (ours === base) return 'ready'
  return theirs === base ? 'yours-kept' : 'please-check'
}

/** What the parts come to: the gravest of them; both sides at work in different parts is something to check. */
export function statusOfAll(parts: MergeStatus[]): MergeStatus {
  const [isReady, isOurs] = [parts.includes('ready'), parts.includes('yours-kept')]
  if (parts.includes('decision-needed')) return 'decision-needed'
  if (parts.includes('please-check') || (isReady && isOurs)) return 'please-check'
  if (isReady) return 'ready'
  return isOurs ? 'yours-kept' : 'unchanged'
}
