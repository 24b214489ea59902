import { LANGUAGES, type Language } from '@/domain/language'
import { choicesFor, dropsOwnWords, translationsReplaced, type UpdateChoice } from '@/domain/updates/updates'
import { sayRefusal, type Translator } from '@/messages/translate'
import type { WaitingUpdate } from '@/stored/updates'
import { sayChoice } from './sayChoice'
import { previewOf } from './updatePreview'

/** A choice with its effect, and the reason if it cannot be chosen. */
export type UpdateCard = { choice: UpdateChoice; name: string; does: string; forbidden: string | null }

type Waits = Pick<WaitingUpdate, 'sides' | 'together' | 'update'>

/** The choices that an update offers, in the person's language. */
export function updateCards({
  waiting,
  language,
  say,
}: {
  waiting: Waits
  language: Language
  say: Translator
}): UpdateCard[] {
  const { status } = waiting.update
  return choicesFor(waiting.update).map((choice) => {
    const preview = previewOf({ waiting, decision: { choice } })
    const [no] = preview.ok ? [] : preview.because
    return {
      choice,
      name: sayChoice(status === 'told' ? 'noted' : choice, say),
      does: [effectOf({ ...waiting, choice }, { language, say }), undivided(preview, { language, say })]
        .filter((one) => one !== '')
        .join(' '),
      forbidden: no ? sayRefusal(language, no) : null,
    }
  })
}

/** In which languages the text is not divided, as a sentence; empty if there is none. */
function undivided(
  preview: ReturnType<typeof previewOf>,
  { language, say }: { language: Language; say: Translator },
): string {
  const found = preview.ok ? LANGUAGES.filter((one) => preview.gaps[one]?.untranslated.length) : []
  if (found.length === 0) return ''
  return say('updates.does.undivided', { languages: named(found, { language, say }) })
}

function named(languages: readonly Language[], { language, say }: { language: Language; say: Translator }): string {
  return new Intl.ListFormat(language).format(languages.map((one) => say(`words.language.${one}`)))
}

/** Says what a choice does, with the translations that go. */
function effectOf(
  { choice, ...waiting }: Waits & { choice: UpdateChoice },
  { language, say }: { language: Language; say: Translator },
): string {
  const replaced = translationsReplaced(waiting)
  const effect = say(`updates.does.${nameOf({ ...waiting, choice, isTranslatedSince: replaced.length > 0 })}`)
  if (choice !== 'accept' || replaced.length === 0) return effect
  return `${effect} ${say('updates.does.translation-goes', { languages: named(replaced, { language, say }) })}`
}

function nameOf({
  choice,
  isTranslatedSince,
  sides,
  together,
  update: { became, status },
}: Waits & { choice: UpdateChoice; isTranslatedSince: boolean }) {
  if (choice === 'park') return choice
  if (became === 'split' || became === 'joined') {
    if (choice === 'accept' && together && dropsOwnWords(together)) return `accept-${became}-ours` as const
    // These two offer no other choice.
    return choice === 'not-for-us' ? 'not-for-us-changed' : (`${choice}-${became}` as const)
  }
  if (choice === 'combine') return choice
  if (status === 'told') return 'keep-told'
  if (choice === 'not-for-us') return became === 'new' ? 'not-for-us-new' : 'not-for-us-changed'
  if (became !== 'changed') return `${choice}-${became}` as const
  if (sides.own.mode === 'adapt' || (isTranslatedSince && choice === 'keep')) return `${choice}-changed` as const
  // Without text of its own the country only takes the new common text, or keeps the former one.
  return `${choice}-ready` as const
}

/** The choice that is made before the person chooses: what most people want where nothing can go wrong by it. */
export function firstChoice({ update: { became, apart, status }, ...waiting }: Waits): UpdateChoice | null {
  if (status === 'told') return 'keep'
  if (status === 'ready') return 'accept'
  // A combination of two texts of one language that say the same would say it twice.
  if (translationsReplaced(waiting).length > 0 || apart) return null
  return became === 'new' || became === 'gone' ? null : 'combine'
}
