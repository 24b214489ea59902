import { describe, expect, it } from 'vitest'
import { precisionOf, sharedMinutes } from '@/admin/history/entries'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

describe('the moments of a history', () => {
  const moments = ['2026-11-27T12:17:03.000Z', '2026-11-27T12:17:41.000Z', '2026-11-27T12:18:00.000Z']

  it('have seconds where two of them are in the same minute, and nowhere else', () => {
    const shared = sharedMinutes(moments)
    expect(moments.map((at) => precisionOf({ at, shared }))).toEqual(['seconds', 'seconds', 'minutes'])
  })

  it('are not told apart from themselves', () => {
    expect(sharedMinutes(['2026-11-27T12:17:03.000Z', '2026-11-27T12:17:03.000Z'])).toEqual(new Set())
  })
})

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const say = translatorFor(language)

  it('of an action that came too late says nothing of typed words, which a button has not', () => {
    expect(say('admin.action.stale')).not.toContain(say('admin.action.kept'))
  })

  it('of one section is in the singular, of several in the plural', () => {
    const withoutNumber = (count: number) => say('editor.import.gone-count', { count, all: 79 }).replace(/\d+/g, '')
    expect(withoutNumber(1)).not.toBe(withoutNumber(2))
    const styles = (count: number) => say('import.word-styles', { count, names: 'Note' })
    expect(styles(1)).not.toBe(styles(2))
  })

  it('of an import that only takes sections out does not say that nothing changes', () => {
    const nothing = say('editor.import.do', { count: 0, gone: 0 })
    const second = nothing.split(', ').at(-1) ?? ''
    expect(say('editor.import.do', { count: 0, gone: 2 })).not.toContain(second)
    expect(say('editor.import.do', { count: 0, gone: 2 })).toMatch(/2/)
  })

  it('asks with the number of words before what was typed is discarded, and with none where none was typed', () => {
    expect(say('editor.discard.ask', { words: 12 })).toContain('12')
    expect(say('editor.discard.do', { words: 12 })).toContain('12')
    expect(say('editor.discard.do', { words: 0 })).not.toMatch(/\d/)
  })

  it('of a release does not say that it cannot be withdrawn', () => {
    const withdrawn = {
      en: /withdrawn/,
      fr: /retirée/,
      es: /retirar/,
      it: /ritirata/,
      el: /αποσυρθεί/,
      de: /zurückgezogen/,
    }
    expect(say('admin.release.final')).toMatch(withdrawn[language])
  })
})
