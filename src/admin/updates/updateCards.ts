import { LANGUAGES, type Language } from '@/domain/language'
import { choicesFor, type UpdateChoice } from '@/domain/updates/updates'
import { sayRefusal, type Translator } from '@/messages/translate'
import type { WaitingUpdate } from '@/stored/updates'
import { sayChoice } from './sayChoice'
import { previewOf } from './updatePreview'

/** A choice with its effect, and the reason if it cannot be chosen. */
export type UpdateCard = { choice: UpdateChoice; name: string; does: string; forbidden: string | null }

/** The choices that an update offers, in the person's language. */
export function updateCards({
  waiting: { sides, together, update },
  language,
  say,
}: {
  waiting: Pick<WaitingUpdate, 'sides' | 'together' | 'update'>
  language: Language
  say: Translator
}): UpdateCard[] {
  return choicesFor(update).map((choice) => {
    const preview = previewOf({ waiting: { sides, together }, decision: { choice } })
    const [no] = preview.ok ? [] : preview.because
    return {
      choice,
      name: sayChoice(update.status === 'told' ? 'noted' : choice, say),
      does: [say(`updates.does.${effectOf({ choice, sides, update })}`), undivided(preview, { language, say })]
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
  const names = found.map((one) => say(`words.language.${one}`))
  return say('updates.does.undivided', { languages: new Intl.ListFormat(language).format(names) })
}

function effectOf({
  choice,
  sides,
  update: { became, status },
}: Pick<WaitingUpdate, 'sides' | 'update'> & { choice: UpdateChoice }) {
  if (choice === 'park') return choice
  if (became === 'split' || became === 'joined') {
    if (choice === 'accept' && sides.own.mode === 'adapt') return `accept-${became}-ours` as const
    // These two offer no other choice.
    return choice === 'not-for-us' ? 'not-for-us-changed' : (`${choice}-${became}` as const)
  }
  if (choice === 'combine') return choice
  if (status === 'told') return 'keep-told'
  if (choice === 'not-for-us') return became === 'new' ? 'not-for-us-new' : 'not-for-us-changed'
  if (became !== 'changed') return `${choice}-${became}` as const
  // Without text of its own the country only takes the new common text, or keeps the former one.
  return `${choice}-${sides.own.mode === 'adapt' ? 'changed' : 'ready'}` as const
}

/** The choice that is made before the person chooses: what most people want where nothing can go wrong by it. */
export function firstChoice({ became, status }: WaitingUpdate['update']): UpdateChoice | null {
  if (status === 'told') return 'keep'
  if (status === 'ready') return 'accept'
  return became === 'new' || became === 'gone' ? null : 'combine'
}
