import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import type { Toolkit } from '@/stored/toolkits'
import { actionWords } from '../actionWords'
import { sentWords } from '../editor/sentWords'
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
  canMove,
}: {
  toolkit: Toolkit
  rows: WorkingRow[]
  languages: readonly Language[]
  last: Release | null
  reader: Language
  say: Translator
  /** May the person move sections, and are all of them in the list? */
  canMove: boolean
}) {
  const policy = say('admin.framework.policy')
  const state = last && say('admin.version.since-release', { version: last.version })
  const named = languages.map((language) => ({ language, name: languageName(say, language) }))
  return (
    <FrameworkRows
      toolkit={toolkit.id}
      rows={rows}
      languages={named}
      reader={reader}
      caption={say('admin.framework.table')}
      heads={{ section: say('admin.version.section'), policy, state }}
      moving={
        canMove
          ? {
              words: sentWords({
                language: reader,
                beginnings: ['tree.keys', 'tree.moved', 'tree.not-moved', 'tree.at-top', 'editor.move.is-'],
              }),
              actionWords: actionWords(say),
              open: say('tree.open'),
            }
          : null
      }
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
  )
}
