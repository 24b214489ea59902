import { LANGUAGES } from '@/domain/language'
import { emptiedLanguages, type RevisionChange, wordsIn } from '@/domain/revisions'
import { TEXT_FIELDS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { asChoices, asRecord } from '@/stored/parse'
import { sayRule } from '../words/sayRules'
import { isOfText } from './changesOf'
import type { Entry } from './entries'

/** More would be too long for a list. */
const MOST = 2

/** The change of an entry of the history, in a few words. */
export function sayEntry({ entry, say }: { entry: Entry; say: Translator }): string {
  const { changes } = entry
  const said = withoutEffects(changes ?? []).map((change) => sayChange({ change, say }))
  const named = nameOf({ entry, say })
  if (named) return said.length > 0 ? `${named}${say('diff.colon')} ${short(said)}` : named
  if (changes === null) return say('history.change.first-kept')
  if (said.length > 0) return short(said)
  return say(entry.isSameInWords ? 'history.change.spaces' : 'history.change.nothing')
}

/** The changes without the words that readers lost because the country stopped using the section: nobody removed those. */
function withoutEffects(changes: readonly RevisionChange[]): RevisionChange[] {
  const isLeftOut = changes.some((one) => one.kind === 'mode' && one.after === 'omit')
  return changes.filter((one) => !isLeftOut || !isOfText(one))
}

/** Who saved it: the person, with their name if the reader may know it, and the role in which they acted. */
export function sayAuthor({
  entry: { as, by },
  userId,
  names,
  say,
}: {
  entry: Entry
  userId: string
  names: ReadonlyMap<string, string>
  say: Translator
}): string {
  const role = as ? say(`words.role.${as}`) : null
  const name = by === userId ? say('history.you') : names.get(by ?? '')
  return [name, role].filter(Boolean).join(', ') || say('history.somebody')
}

export function sayChange({ change, say }: { change: RevisionChange; say: Translator }): string {
  switch (change.kind) {
    case 'mode':
      return say('history.change.mode', {
        before: say(`words.mode.${change.before}`),
        after: say(`words.mode.${change.after}`),
      })
    case 'words': {
      const { wordsAdded: added, wordsRemoved: removed } = change.counts
      const field = say(`history.field.${change.field}`)
      const language = say(`words.language.${change.language}`)
      if (added + removed === 0) return say('history.change.formatted', { field, language })
      return say('history.change.words', { field, language, added, removed, both: added && removed ? 'yes' : 'no' })
    }
    case 'rule':
      return say(`history.change.rule-${change.is}`, { rule: sayRule({ ...change, guidance: '' }, say) })
    default:
      return say(`history.change.${change.kind}`)
  }
}

function nameOf({ entry, say }: { entry: Entry; say: Translator }): string | null {
  const { changes, credit, did, isUndo, state } = entry
  if (credit) return credit
  if (isUndo) return say('history.did.undo')
  // If the common framework has no text in the language, nothing was restored.
  if (did === 'restore-section' && changes && wordsIn(changes).added === 0)
    if (emptiedLanguages(changes, state).length > 0) return say('history.did.removed')
  if (did === 'save-national-section') return isTranslation(entry) ? say('history.did.translate-section') : null
  if (isNamed(did)) return say(`history.did.${did}`)
  return did?.startsWith('bring-back') ? say('history.did.bring-back') : null
}

const NAMED = [
  'restore-section',
  'import-toolkit',
  'translate-section',
  'settle-translation',
  'take-in-word-sections',
  'take-over-proposal',
  'divide-common-section',
  'join-common-section',
] as const

function isNamed(did: string | null): did is (typeof NAMED)[number] {
  return NAMED.some((one) => one === did)
}

/** Did it change only words that are a translation? */
function isTranslation({ changes, document }: Entry): boolean {
  const translated = asChoices(asRecord(document).translated, LANGUAGES)
  const isOne = (change: RevisionChange) =>
    change.kind === 'words' &&
    TEXT_FIELDS.some((field) => field === change.field) &&
    translated.includes(change.language)
  return changes !== null && changes.length > 0 && changes.every(isOne)
}

function short(said: string[]): string {
  return said.length > MOST ? `${said.slice(0, MOST).join(' · ')} …` : said.join(' · ')
}
