import type { Translator } from '@/messages/translate'
import type { FollowedHeads } from '@/stored/commonBase'

/** Sentences about the sections that stand on another release than the one that the version follows; none if all follow. */
export function standsElsewhere({ behind, ahead }: Pick<FollowedHeads, 'behind' | 'ahead'>, say: Translator): string[] {
  const words = (key: 'still-on' | 'already-on', some: FollowedHeads['behind']) =>
    some.map(({ keys, release }) => say(`admin.version.${key}`, { count: keys.length, version: release.version }))
  return [...words('still-on', behind), ...words('already-on', ahead)]
}
