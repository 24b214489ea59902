import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { catalogues, type MessageKey } from '@/messages/catalogues'

const saying = (language: (typeof LANGUAGES)[number], words: RegExp) =>
  Object.entries(catalogues[language])
    .filter(([, said]) => words.test(said))
    .map(([key]) => key)

describe('each thing has one name', () => {
  it('all messages about a section that the document lacks use the same verb', () => {
    const verb = {
      en: /\bgo(es)?\b/i,
      fr: /retirée/,
      es: /se retira/i,
      it: /tolt[aeo]/,
      el: /αφαιρ/i,
      de: /entf[aä]ll/i,
    }
    const keys: MessageKey[] = [
      'editor.import.gone.theirs',
      'editor.import.gone-all.theirs',
      'editor.import.gone-state',
      'editor.import.gone-lead',
    ]
    const others = LANGUAGES.flatMap((language) =>
      keys.filter((key) => !verb[language].test(catalogues[language][key])).map((key) => `${language} ${key}`),
    )
    expect(others).toEqual([])
  })

  it('a section has the same mark on the site as in the lists of the administration', () => {
    const marks = ['new', 'changed', 'moved', 'left-out', 'taken-up'] as const
    const others = LANGUAGES.flatMap((language) =>
      marks
        .filter((mark) => {
          const words = catalogues[language]
          return !words[`reader.became-${mark}`].startsWith(`${words[`admin.since.${mark}`]} `)
        })
        .map((mark) => `${language} ${mark}`),
    )
    expect(others).toEqual([])
  })

  it('one verb says that a section is used', () => {
    expect(saying('es', /utiliz/i)).toEqual([])
    expect(saying('it', /di nuovo in uso/i)).toEqual([])
  })

  it('no message says that somebody else saved if it may have been the same person in another window', () => {
    const you = {
      en: /by you in another window/,
      fr: /par vous dans une autre fenêtre/,
      es: /usted en otra ventana/,
      it: /Lei in un’altra finestra/,
      el: /από εσάς σε άλλο παράθυρο/,
      de: /von Ihnen in einem anderen Fenster/,
    }
    const keys: MessageKey[] = ['refusal.stale', 'request.same-moment', 'request.saved-before', 'editor.stale.title']
    const others = LANGUAGES.flatMap((language) =>
      keys.filter((key) => !you[language].test(catalogues[language][key])).map((key) => `${language} ${key}`),
    )
    expect(others).toEqual([])
    // The text below such a title, or without one, names no person: the other text can be one's own.
    const somebody =
      /somebody|\bthe(y|ir|irs)\b|quelqu’un|personne|alguien|persona|qualcuno|\baltri\b(?! punti)|κάποιος|άλλου|οι άλλοι|jemand/i
    const neutral: MessageKey[] = [
      'admin.action.stale',
      'editor.bar.compare-first',
      'editor.stale.merged',
      'editor.stale.awaited',
      'editor.stale.same',
      'editor.stale.theirs',
      'editor.stale.other',
      'editor.stale.take-theirs',
      'editor.stale.history',
    ]
    const named = LANGUAGES.flatMap((language) =>
      neutral
        .filter((key) => somebody.test(catalogues[language][key].replaceAll('{theirs}', '')))
        .map((key) => `${language} ${key}`),
    )
    expect(named).toEqual([])
  })

  it('a decision on a page that is not current is refused with all three causes', () => {
    const causes = {
      en: [/changed the text/, /decision/, /withdrawn/],
      fr: [/modifié le texte/, /décision/, /retirée/],
      es: [/cambiado el texto/, /decisión/, /retirado/],
      it: [/modificato il testo/, /decisione/, /ritirata/],
      el: [/άλλαξε το κείμενο/, /απόφαση/, /αποσύρθηκε/],
      de: [/Text geändert/, /Entscheidung/, /zurückgezogen/],
    }
    const keys: MessageKey[] = ['admin.decision.stale-ask', 'admin.decision.stale-approve']
    for (const language of LANGUAGES)
      for (const key of keys)
        for (const cause of causes[language]) expect(catalogues[language][key], `${language} ${key}`).toMatch(cause)
  })

  it('no message says that an edition is reviewed again after a withdrawal if perhaps nobody had reviewed it', () => {
    const again = /\bagain\b|de nouveau|de nuevo|di nuovo|νέο έλεγχο|ξανά|erneut|wieder/i
    const keys: MessageKey[] = ['admin.version.reviewed-anew', 'admin.history.withdraw']
    const said = LANGUAGES.flatMap((language) =>
      keys.filter((key) => again.test(catalogues[language][key])).map((key) => `${language} ${key}`),
    )
    expect(said).toEqual([])
  })

  it('the Spanish words for supplementing a text and for filling it in differ', () => {
    const supplement = saying('en', /\bsupplement/i)
    const filledIn: MessageKey = 'words.policy.national'
    expect(supplement).not.toEqual([])
    expect(saying('es', /compl[eé]t/i).filter((key) => key === filledIn || supplement.includes(key))).toEqual([])
  })

  it('German has one word for somebody else, and describes a release after a withdrawal correctly for both kinds', () => {
    expect(saying('de', /jemand anders\b/i)).toEqual([])
    const verbs = { de: /herausge|veröffentlich/i, el: /εκδίδ|δημοσι/i, it: /\besce|pubblica/i }
    for (const language of ['de', 'el', 'it'] as const)
      expect(catalogues[language]['admin.release.after-withdrawal']).not.toMatch(verbs[language])
  })
})
