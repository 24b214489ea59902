import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { isSameState, unreadFields } from '@/domain/bringBack'
import { isSameContent } from '@/domain/bringBackCommon'
import { LANGUAGES, type Language } from '@/domain/language'
import {
  changesBetween,
  commonState,
  emptiedLanguages,
  nationalState,
  type SectionState,
  wordsIn,
} from '@/domain/revisions'
import { isEmptyField } from '@/domain/richText/sameText'
import { languageNames } from '@/messages/languageNames'
import { loadSectionRevisions, loadVariantSectionRevisions, type Revision } from '@/stored/revisions'
import type { WorkingSection } from '@/stored/sections'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { SectionFacts } from '../editor/sectionFacts'
import type { Visitor } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import './history.css'

/** What can be undone at once, until somebody has written again. */
const UNDOABLE = ['restore-section', 'bring-back-section', 'bring-back-common-section']

/** Says that the common text was restored, or an earlier text was, and offers to undo exactly that. */
export async function UndoBar({ facts, visitor }: { facts: SectionFacts; visitor: Visitor }) {
  const { base, key, language, mayDraft, own, state } = facts
  const { actor, req } = visitor
  // This is known without reading any revision whenever a section is opened.
  if (!own || !mayDraft || own.updatedBy !== actor.userId) return null
  const { languages } = state.variant
  return (
    <Offer
      load={(asked) => loadVariantSectionRevisions({ req, id: own.id, ...asked })}
      rev={own.rev}
      stateOf={(section) => nationalState({ base, section, languages })}
      isSame={isSameState}
      wentUnread={(before, after) =>
        base !== null &&
        languages.some((one) =>
          unreadFields({ common: base.content, own: before, language: one }).some((field) =>
            isEmptyField(after[field][one]),
          ),
        )
      }
      languages={languages}
      action="bring-back-section"
      input={{ variant: state.variant.id, key, language }}
      visitor={visitor}
    />
  )
}

/** The same for a section of the common framework. */
export async function CommonUndoBar({
  section,
  language,
  visitor,
}: {
  section: WorkingSection
  language: Language
  visitor: Visitor
}) {
  const { actor, req } = visitor
  if (!hasRoleEverywhere(actor, KEEPERS) || section.updatedBy !== actor.userId) return null
  return (
    <Offer
      load={(asked) => loadSectionRevisions({ req, id: section.id, ...asked })}
      rev={section.rev}
      stateOf={commonState}
      isSame={(a, b) => isSameContent(a.content, b.content)}
      languages={LANGUAGES}
      action="bring-back-common-section"
      input={{ toolkit: section.toolkit, key: section.content.key, language }}
      visitor={visitor}
    />
  )
}

async function Offer<Document>({
  load,
  rev,
  stateOf,
  isSame,
  wentUnread = () => false,
  languages,
  action,
  input,
  visitor: { language: pageLanguage, say },
}: {
  /** Newest first, from revision `upTo` backwards. */
  load: Load<Document>
  rev: number
  stateOf: (document: Document) => SectionState
  isSame: (one: Document, other: Document) => boolean
  /** Were words removed that nobody read? */
  wentUnread?: (before: Document, after: Document) => boolean
  languages: readonly Language[]
  action: string
  input: Record<string, unknown>
  visitor: Visitor
}) {
  const newest = await load({ limit: 3 })
  const [last, before] = newest
  if (!last || !before || last.rev !== rev || !UNDOABLE.includes(last.did ?? '')) return null
  const [was, is] = [stateOf(before.document), stateOf(last.document)]
  const changes = changesBetween({ before: was, after: is, languages })
  const { added, removed } = wordsIn(changes)
  // An undo has nothing more to undo: the history offers the rest.
  const isUndone = await isUndo({ newest, load, isSame })
  const isRestored = last.did === 'restore-section'
  const emptied = isRestored ? emptiedLanguages({ changes, after: is }) : []
  const named = languageNames({ languages: emptied, pageLanguage, t: say })
  // A change in another language is not a removal.
  const isOnlyRemoved = changes.every((one) => one.kind !== 'words' || emptied.includes(one.language))
  const isUnread = wentUnread(before.document, last.document)
  return (
    <section className="done" aria-labelledby="undo-title">
      <div>
        <MessageHeading id="undo-title" about={last.at}>
          {emptied.length > 0 && isOnlyRemoved
            ? say('history.undo.removed', { languages: named })
            : say(isRestored ? 'history.undo.restored' : 'history.undo.brought-back')}
        </MessageHeading>
        <p>
          {isUnread && added + removed === 0 ? null : say('history.undo.words', { added, removed })}{' '}
          {emptied.length > 0 ? say('history.undo.not-translated', { languages: named }) : null}{' '}
          {isUnread && !isUndone ? say('history.undo.unread') : null}
        </p>
      </div>
      {isUndone ? null : (
        <ActionButton
          action={action}
          input={{ ...input, seen: last.rev, revision: before.rev }}
          label={isRestored ? say('history.undo.do', { words: removed }) : say('history.undo.do-back')}
          words={actionWords(say)}
          look="second"
        />
      )}
    </section>
  )
}

type Load<Document> = (asked: { upTo?: number; limit: number }) => Promise<Revision<Document>[]>

/** How many consecutive saves are checked: a person who alternates more often is offered to undo the last one. */
const MOST_IN_A_ROW = 12

/**
 * Did the last save only undo the one before it, which was not an undo itself? An undo restores what was there, as the
 * history does: a person who restores again what they undid can undo that again.
 */
async function isUndo<Document>({
  newest: [last, before, earlier],
  load,
  isSame,
  most = MOST_IN_A_ROW,
}: {
  newest: Revision<Document>[]
  load: Load<Document>
  isSame: (one: Document, other: Document) => boolean
  most?: number
}): Promise<boolean> {
  if (!last || !before || !earlier || most === 0) return false
  if (last.did === 'restore-section' || !UNDOABLE.includes(before.did ?? '')) return false
  if (!isSame(earlier.document, last.document)) return false
  const [next] = await load({ upTo: earlier.rev - 1, limit: 1 })
  return !(await isUndo({ newest: [before, earlier, ...(next ? [next] : [])], load, isSame, most: most - 1 }))
}
