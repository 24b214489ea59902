import { type SectionContent, TEXT_FIELDS } from '@/domain/section'
import type { WaitingUpdate } from '@/stored/updates'
import type { Answered, Drawn } from './drawDecision'
import { blocksWith, enterOwnWrite, entriesOf, fieldOf, forget, type Ledger, readersGet, type Words } from './ledger'
import { type VersionNow, wholeText } from './version'
import { plain } from './wordCounts'

export type Entering = {
  ledger: Ledger
  before: VersionNow
  after: VersionNow
  key: string
  /** The id of the decision. */
  id: string
  /** What waited in the section before. */
  waiting: WaitingUpdate
  drawn: Drawn
  /** The section in the newest release. */
  common: SectionContent | undefined
}

/** Enters what a decision means for the words of a section: which ones it let go, and which ones it keeps, or parks. */
export function enterDecision(entering: Entering): { dropped: number; parked: number } {
  const { ledger, after, key, id, drawn, waiting } = entering
  let [dropped, parked] = [0, 0]
  for (const one of entriesOf(ledger, key)) {
    const isAccepted = drawn.choice === 'accept' && waiting.update.status !== 'told'
    if (one.fate === 'removed' && isCommonAgain(one, entering)) forget(ledger, one)
    // A section that may no longer be left out comes back as the common text.
    else if ((one.fate === 'stored' && isAccepted) || (one.fate === 'text' && isLetGo(one, entering))) {
      Object.assign(one, { fate: 'dropped', by: id, wasShown: one.fate === 'text' })
      dropped += 1
    } else if (one.fate === 'text' && drawn.choice === 'park') {
      one.fate = 'stored'
      parked += 1
    } else if (one.fate === 'removed') {
      const saidIn = [...(one.saidIn ?? []), ...saidElsewhere(one, entering)]
      if (saidIn.length > 0) one.saidIn = saidIn
    }
  }
  for (const { language, words } of drawn.written)
    enterOwnWrite({ ledger, key, language, now: after, sent: words, written: [words], removed: [] })
  return { dropped, parked }
}

/** Common words that the country took out come again with the common text, or with the answer to a place. */
function isCommonAgain({ whose, language, words }: Words, { drawn, waiting, common }: Entering): boolean {
  const isTaken = drawn.choice === 'accept' && isBodyTaken(drawn, waiting)
  const isDisputed = drawn.answered.some((place) => place.language === language && place.answer !== 'ours')
  return whose === 'common' && (isTaken || isDisputed) && wholeText(common, [language]).includes(words)
}

/**
 * The blocks in which the newest common text says words that the country took out, in another place than before: a
 * combination takes these as any other change. Not a block that stood there before with these words, nor its text under another id,
 * unless the newest text has that more often.
 */
function saidElsewhere({ language, words, saidIn = [] }: Words, { drawn, waiting }: Entering): string[] {
  if (drawn.choice !== 'combine' || !isBodyTaken(drawn, waiting)) return []
  const { base, newest } = waiting.sides
  const before = blocksWith(words, base?.content.body[language] ?? [])
  const takenOut = before.filter(({ id }) => !saidIn.includes(id))
  const now = blocksWith(words, newest?.content.body[language] ?? [])
  return now.flatMap(({ id, line }) => {
    const isAlike = (one: { line: string }) => one.line === line
    const isMore = now.filter(isAlike).length > before.filter(isAlike).length
    const stoodThere = before.some((one) => one.id === id) || (takenOut.some(isAlike) && !isMore)
    return stoodThere ? [] : [id]
  })
}

function isBodyTaken({ parts }: Drawn, { update }: WaitingUpdate): boolean {
  return update.status !== 'told' && (parts ?? update.parts).includes('body')
}

/** Does the decision let words go that readers got? */
function isLetGo(one: Words, { before, after, key, waiting: { update }, drawn, common }: Entering): boolean {
  const { choice, answered, body, parts = update.parts } = drawn
  if (choice === 'accept') {
    if (update.became !== 'changed') return true
    const found = fieldOf(before, one)
    const field = TEXT_FIELDS.find((name) => name === found)
    if (!field || !parts.includes(field)) return false
    // A translation is kept, unless the common framework now has a text in its language.
    const isTranslation = before.shown.get(key)?.entry.provenance[field]?.[one.language] === 'translation'
    return !isTranslation || plain(common?.[field][one.language]) !== ''
  }
  const isAgainst = ({ kind, language, words, answer }: Answered): boolean =>
    language === one.language &&
    kind !== 'place' &&
    kind !== 'value' &&
    words.ours.includes(one.words) &&
    answer !== 'ours' &&
    answer !== 'both'
  if (!answered.some(isAgainst)) return false
  // The person may have written the words again in the merged text.
  return body?.language !== one.language || !readersGet(after, key).includes(one.words)
}
