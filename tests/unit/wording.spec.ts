import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { catalogues, type MessageKey } from '@/messages/catalogues'

const saying = (language: (typeof LANGUAGES)[number], words: RegExp) =>
  Object.entries(catalogues[language])
    .filter(([, said]) => words.test(said))
    .map(([key]) => key)

describe('one thing has one word', () => {
  it('names what becomes of a section that the document lacks as its answer does, where there are many too', () => {
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

  it('does not call it somebody else who saved, where it can have been the same person in another window', () => {
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
    const somebody = /somebody|quelqu’un|alguien|qualcuno|κάποιος|jemand/i
    expect(LANGUAGES.filter((language) => somebody.test(catalogues[language]['admin.action.stale']))).toEqual([])
  })

  it('calls the toolkit one thing in Greek, and whoever reads one way in Italian', () => {
    expect(saying('el', /εργαλειοθήκ/i)).toEqual([])
    expect(saying('it', /\bvostr/i)).toEqual([])
  })
})
