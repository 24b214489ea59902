import { grouped } from '@/domain/grouped'
import { LANGUAGES, type Language } from '@/domain/language'
import { isSameField } from '@/domain/richText/sameText'
import { inEach, TEXT_FIELDS, type TextField } from '@/domain/section'
import {
  answeredAlike,
  bringsSentenceBack,
  choicesFor,
  type Dropped,
  droppedBy,
  hasNationalWords,
  isNational,
  isTakenOut,
  keepsFormerSentence,
  languagesBesideChange,
  languagesWithLess,
  languagesWithoutOurs,
  placesToDecide,
  saysTwice,
  sectionsOf,
  type UpdateBecame,
  type UpdateChoice,
} from '@/domain/updates/updates'
import { sayRefusal, type Translator } from '@/messages/translate'
import type { WaitingUpdate } from '@/stored/updates'
import { languageNames } from '../words/languageName'
import { sayChoice } from './sayChoice'
import { hasTextBelowTitle, keepsSections, previewOf, readInstead } from './updatePreview'

/** A choice with its effect, and the reason if it cannot be chosen. */
export type UpdateCard = {
  choice: UpdateChoice
  name: string
  does: string
  forbidden: string | null
  /**
   * The languages in which not all of what the sections say is in the result. None for a choice that keeps ours: what a country cannot
   * keep is in no text of its own that a person could look at.
   */
  missingIn: Language[]
}

type Preview = ReturnType<typeof previewOf>

type Waits = Pick<WaitingUpdate, 'sides' | 'together' | 'update'>

/** The choices that an update offers, in the person's language. */
export function updateCards({
  waiting,
  names,
  language,
  say,
}: {
  waiting: Waits
  /** The names of the sections that are decided, by their keys. */
  names: Record<string, string>
  language: Language
  say: Translator
}): UpdateCard[] {
  const { became, status } = waiting.update
  const previews = choicesFor(waiting.update).map((choice) => ({
    choice,
    preview: previewOf({ waiting, decision: { choice } }),
  }))
  const hasOwnText = sectionsOf(waiting).some(hasNationalWords)
  const accepting = effectOfAccepting(waiting, previews.find(({ choice }) => choice === 'accept')?.preview)
  return previews.map(({ choice, preview }) => {
    const [no] = preview.ok ? [] : preview.because
    const goes = choice === 'accept' ? whatGoes(accepting, { became, language, say }) : []
    const changes = keepsSections(choice) ? elsewhere(waiting, { choice, preview, language, say }) : ''
    const again = choice === 'combine' ? againIn(effectOfCombining(waiting, preview), say) : []
    const isOnly = previews.length === 1 && status !== 'told'
    const only = isOnly ? say('updates.does.only-choice', { own: hasOwnText ? 'some' : 'none' }) : ''
    const does = [say(`updates.does.${nameOf({ ...waiting, choice, accepting })}`), changes, ...goes, ...again, only]
    const gaps = [leftInOne(waiting, { preview, language, say }), ...whatMisses(preview, { names, language, say })]
    return {
      choice,
      name: sayChoice(status === 'told' ? 'noted' : choice, say),
      does: [...does, ...gaps].filter((one) => one !== '').join(' '),
      forbidden: no ? sayRefusal(language, no) : null,
      missingIn: keepsSections(choice) ? [] : languagesMissing(preview),
    }
  })
}

/** Where something changes in spite of the choice: the section lacks it in these languages, and readers get it in another one. */
function elsewhere(
  { sides, update: { became } }: Waits,
  { choice, preview, language, say }: { choice: UpdateChoice; preview: Preview; language: Language; say: Translator },
): string {
  if (became === 'new' || became === 'gone' || !preview.ok || !preview.content) return ''
  const { content: after } = preview
  const changed = sides.languages.flatMap((one) => {
    const instead = readInstead({ sides, preview, choice, language: one })
    return instead ? [{ one, other: instead.language, has: hasTextBelowTitle(after, one) ? 'some' : 'none' }] : []
  })
  return [...grouped(changed, ({ has, other }) => `${has} ${other}`).values()]
    .flatMap(([first, ...more]) => {
      if (!first) return []
      const languages = languageNames(
        [first, ...more].map(({ one }) => one),
        { language, say },
      )
      return say('updates.does.elsewhere', {
        has: first.has,
        languages,
        source: languageNames([first.other], { language, say }),
      })
    })
    .join(' ')
}

/** What a country that accepts does not have any more, and whether any words of its own stay. Of a section that is gone, the choice itself says it. */
type Accepting = Dropped & Again & { reason: boolean; stays: boolean }

function effectOfAccepting({ sides, together, update: { became } }: Waits, preview: Preview | undefined): Accepting {
  const isNothing = became === 'gone' || (became === 'new' && sides.own.mode !== 'local')
  if (isNothing || !preview?.ok)
    return { words: false, translated: [], sets: [], ...NOTHING_AGAIN, reason: false, stays: false }
  const ends = ({ sides: { own }, next }: (typeof preview.decided)[number]) =>
    own.reason !== null && next.reason === null
  const dropped = droppedBy(preview.decided)
  const stays = preview.decided.some(({ sides, next }) => hasNationalWords({ ...sides, base: sides.newest, own: next }))
  // Where our own words go, the common ones are back in any case.
  const isBack = dropped.isBack || (!dropped.words && bringsSentenceBack(preview.decided))
  // What stands twice in sections that are decided together is named with them.
  const isTwice = !together && saysTwice(preview.decided)
  const isFormer = keepsFormerSentence(preview.decided)
  return { ...dropped, isBack, isTwice, isFormer, reason: preview.decided.some(ends), stays }
}

function whatGoes(
  { words, translated, sets, reason, ...again }: Accepting,
  { became, language, say }: { became: UpdateBecame; language: Language; say: Translator },
): string[] {
  return [
    // A change of one section says it itself.
    words && became !== 'changed' ? say('updates.does.own-goes') : '',
    ...againIn(again, say),
    sets.length > 0 ? say('updates.does.sets-go', { which: sets.join(' ') }) : '',
    reason ? say('updates.does.reason-ends') : '',
    translated.length > 0
      ? say('updates.does.translation-goes', { languages: languageNames(translated, { language, say }) })
      : '',
  ]
}

/** In which languages the text is not divided, or not joined in one language, as a sentence; empty if there is none. */
function leftInOne(
  { sides: { sourceLanguage }, update: { became } }: Waits,
  { preview, language, say }: { preview: Preview; language: Language; say: Translator },
): string {
  const found = preview.ok ? LANGUAGES.filter((one) => preview.gaps[one]?.untranslated.length) : []
  if (found.length === 0) return ''
  const languages = languageNames(found, { language, say })
  if (became === 'split') return say('updates.does.undivided', { languages })
  return say('updates.does.in-source', { languages, source: languageNames([sourceLanguage], { language, say }) })
}

/** In which languages not all of what sections say is in the result. */
function whatMisses(
  preview: Preview,
  { names, language, say }: { names: Record<string, string>; language: Language; say: Translator },
): string[] {
  const missing = languagesMissing(preview).map((one) => ({ one, keys: missingIn(preview, one) }))
  return [...grouped(missing, ({ keys }) => keys.join(' ')).values()].map((same) =>
    say('updates.does.missing', {
      languages: languageNames(
        same.map(({ one }) => one),
        { language, say },
      ),
      sections: new Intl.ListFormat(language).format(
        (same[0]?.keys ?? []).map((key) => say('words.quoted', { text: names[key] ?? key })),
      ),
    }),
  )
}

function languagesMissing(preview: Preview): Language[] {
  return LANGUAGES.filter((one) => missingIn(preview, one).length > 0)
}

function missingIn(preview: Preview, language: Language): string[] {
  return preview.ok ? (preview.gaps[language]?.missing ?? []) : []
}

function nameOf({
  choice,
  accepting,
  sides,
  update: { became, parts, status },
}: Waits & { choice: UpdateChoice; accepting: Accepting }) {
  if (choice === 'park') return choice
  if (became === 'split' || became === 'joined') {
    // These two offer no other choice.
    return choice === 'not-for-us' ? 'not-for-us-changed' : (`${choice}-${became}` as const)
  }
  if (choice === 'combine') return choice
  if (status === 'told') return 'keep-told'
  if (choice === 'not-for-us') return became === 'new' ? 'not-for-us-new' : 'not-for-us-changed'
  if (became !== 'changed') return `${choice}-${became}` as const
  // Without text of its own the country only takes the new common text, or keeps the former one.
  const isOwn = ({ field, language }: { field: TextField; language: Language }) => isNational(sides, field, language)
  const hasOwn = accepting.translated.length > 0 || inEach(TEXT_FIELDS, sides.languages).some(isOwn)
  const isOfText = parts.some((part) => TEXT_FIELDS.some((field) => field === part))
  if (choice === 'accept' && !isOfText) return 'accept-other'
  if (choice === 'accept' && accepting.words) return 'accept-changed'
  if (choice === 'accept') return accepting.stays ? 'accept-beside' : 'accept-ready'
  return isOfText && !hasOwn ? 'keep-ready' : 'keep-changed'
}

/**
 * Did the country take the text of one of the sections out in a language? Any text that comes with a combination comes back there; to one
 * section none comes where the common text stays as it was.
 */
function hasEmptied(waiting: Waits): boolean {
  return sectionsOf(waiting).some((sides) =>
    sides.languages.some((language) => {
      const [was, is] = [sides.base, sides.newest].map((side) => side?.content.body[language])
      const mayCome = waiting.together !== null || !isSameField(was, is)
      return mayCome && isTakenOut(sides, { field: 'body', language })
    }),
  )
}

/** What readers get again or still: what the country left out, what the text says already, and what the common framework changed. */
type Again = { isBack: boolean; isTwice: boolean; isFormer: boolean }

const NOTHING_AGAIN: Again = { isBack: false, isTwice: false, isFormer: false }

function againIn({ isBack, isTwice, isFormer }: Again, say: Translator): string[] {
  return [
    isBack ? say('updates.does.left-out-returns') : '',
    isTwice ? say('updates.does.says-twice') : '',
    isFormer ? say('updates.does.former-stays') : '',
  ]
}

/** What stands at a place to decide on neither comes nor stays before the person says so. */
function effectOfCombining({ sides, together }: Waits, combined: Preview): Again {
  const places = placesToDecide(sides)
  const isOpen = Object.values(places).some((some) => some.length > 0)
  const decidedBy = (answer: 'ours' | 'theirs') => {
    const resolutions = answeredAlike(places, answer)
    const answered = isOpen
      ? previewOf({ waiting: { sides, together }, decision: { choice: 'combine', resolutions } })
      : combined
    return answered.ok ? answered.decided : []
  }
  const [withOurs, withTheirs] = [decidedBy('ours'), decidedBy('theirs')]
  return {
    isBack: bringsSentenceBack(withOurs) || (together !== null && droppedBy(withOurs).isBack),
    // What stands twice in sections that are decided together is named with them.
    isTwice: together === null && saysTwice(withOurs),
    isFormer: keepsFormerSentence(withTheirs),
  }
}

/** The choice that is made before the person chooses: what most people want where nothing can go wrong by it. */
export function firstChoice(waiting: Waits): UpdateChoice | null {
  const { apart, became, status } = waiting.update
  const [first, ...others] = choicesFor(waiting.update)
  if (!first) return null
  if (others.length === 0)
    return languagesMissing(previewOf({ waiting, decision: { choice: first } })).length > 0 ? null : first
  if (apart || languagesWithLess(waiting.sides).length > 0) return null
  if (hasEmptied(waiting)) return null
  if (waiting.together && languagesWithoutOurs(waiting.together).length > 0) return null
  if (status === 'ready') return 'accept'
  if (became === 'new' || became === 'gone') return null
  // Nothing of the change comes into a text of ours in another language: a person compares them first.
  if (languagesBesideChange(waiting.sides).length > 0) return null
  // A combination of two texts of one language that say the same would say it twice.
  const accepted = previewOf({ waiting, decision: { choice: 'accept' } })
  if (accepted.ok && droppedBy(accepted.decided).translated.length > 0) return null
  const isTwice = accepted.ok && Object.values(accepted.gaps).some(({ twice }) => twice.length > 0)
  if (isTwice) return null
  const combined = previewOf({ waiting, decision: { choice: 'combine' } })
  const again = effectOfCombining(waiting, combined)
  if (!combined.ok || again.isBack || again.isTwice || again.isFormer) return null
  if (languagesMissing(combined).length > 0) return null
  // So would one with a part in the other language, where the common framework has all of the text in theirs.
  const isBeside = (one: Language) =>
    combined.gaps[one]?.untranslated.length && accepted.ok && !accepted.gaps[one]?.missing.length
  return became === 'joined' && LANGUAGES.some(isBeside) ? null : 'combine'
}
