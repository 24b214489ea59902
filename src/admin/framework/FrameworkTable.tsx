import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import type { Toolkit } from '@/stored/toolkits'
import { FoldTable } from '../words/FoldTable'
import { languageName } from '../words/languageName'
import { FrameworkRows } from './FrameworkRows.client'
import type { WorkingRow } from './workingRows'

/** The sections of the common framework with their changes. On narrow screens each row is a block of its own. */
export function FrameworkTable({
  toolkit,
  rows,
  languages,
  last,
  reader,
  say,
}: {
  toolkit: Toolkit
  rows: WorkingRow[]
  languages: readonly Language[]
  last: Release | null
  reader: Language
  say: Translator
}) {
  const policy = say('admin.framework.policy')
  const state = last && say('admin.version.since-release', { version: last.version })
  const named = languages.map((language) => ({ language, name: languageName(say, language) }))
  const headings = [say('admin.version.section'), policy, ...(state ? [state] : []), ...named.map(({ name }) => name)]
  return (
    <FoldTable name={{ caption: say('admin.framework.table') }} headings={headings}>
      <FrameworkRows
        toolkit={toolkit.id}
        rows={rows}
        languages={named}
        reader={reader}
        heads={{ policy, state }}
        words={{
          policies: {
            free: say('words.policy.free'),
            'supplement-only': say('words.policy.supplement-only'),
            national: say('words.policy.national'),
          },
          states: {
            same: say('admin.since.same'),
            new: say('admin.since.new'),
            changed: say('admin.since.changed'),
            moved: say('admin.since.moved'),
            'left-out': say('admin.since.left-out'),
            'taken-up': say('admin.since.taken-up'),
          },
          written: say('admin.language.written'),
          missing: say('admin.language.missing'),
        }}
      />
    </FoldTable>
  )
}
