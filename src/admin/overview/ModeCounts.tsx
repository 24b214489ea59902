import { MODES, type Mode } from '@/domain/section'
import { ModeIcon } from '@/icons/ModeIcon'
import type { Translator } from '@/messages/translate'
import { Status } from '../words/Status'

/** How many sections a country treats in each way, each as a shape, a number and words. */
export function ModeCounts({ counts, say }: { counts: Record<Mode, number>; say: Translator }) {
  return (
    <ul className="mode-counts">
      {MODES.filter((mode) => counts[mode] > 0).map((mode) => (
        <li key={mode}>
          <Status icon={<ModeIcon mode={mode} />}>
            {say(`admin.overview.count.${mode}`, { count: counts[mode] })}
          </Status>
        </li>
      ))}
    </ul>
  )
}
