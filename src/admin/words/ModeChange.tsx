import type { Mode } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { ModeStatus } from './Status'

/** The country's choice for a section, with the choice before if that was another one. */
export function ModeChange({ before, now, say }: { before: Mode | null; now: Mode; say: Translator }) {
  return (
    <p className="row">
      <ModeStatus mode={now} say={say} />
      {before !== null && before !== now ? (
        <span className="muted row">
          {say('admin.review.was')} <ModeStatus mode={before} say={say} />
        </span>
      ) : null}
    </p>
  )
}
