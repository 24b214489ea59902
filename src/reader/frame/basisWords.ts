import type { Baseline } from '@/domain/release'
import type { Translator } from '@/messages/translate'

/**
 * The release of the common framework that a national version follows, and the sections that stand on another one:
 * “follows common framework 2.0; 3 sections still stand on 1.0”.
 */
export function basisWords({
  baseline,
  isWithdrawn,
  say,
}: {
  baseline: Baseline
  /** Was that release withdrawn? */
  isWithdrawn: boolean
  say: Translator
}): string {
  const { version } = baseline
  const basis = say(isWithdrawn ? 'reader.based-on-withdrawn' : 'reader.based-on', { version })
  return withElsewhere({ basis, baseline, say })
}

/** Words about a national version, followed by those of its sections that stand on another release. */
export function withElsewhere({
  basis,
  baseline: { others = [], seq },
  say,
}: {
  basis: string
  baseline: Baseline
  say: Translator
}): string {
  return others.reduce((said, { keys, seq: at, version }) => {
    const also = say(at < seq ? 'reader.still-on' : 'reader.already-on', { count: keys.length, version })
    return say('reader.basis-also', { basis: said, also })
  }, basis)
}
