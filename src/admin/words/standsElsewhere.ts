import type { Baseline } from '@/domain/release'
import type { Translator } from '@/messages/translate'

/** Sentences about the sections that stand on another release than the one that the version follows; none if all follow. */
export function standsElsewhere({ others = [], seq }: Pick<Baseline, 'others' | 'seq'>, say: Translator): string[] {
  return others.map(({ keys, seq: at, version }) =>
    say(at < seq ? 'admin.version.still-on' : 'admin.version.already-on', { count: keys.length, version }),
  )
}
