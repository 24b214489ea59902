import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LanguageLinks } from '@/admin/editor/LanguageLinks'
import { precisionOf, sharedMinutes } from '@/admin/history/entries'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

describe('the times in a history', () => {
  const moments = ['2026-11-27T12:17:03.000Z', '2026-11-27T12:17:41.000Z', '2026-11-27T12:18:00.000Z']

  it('show seconds only if two of them are in the same minute', () => {
    const shared = sharedMinutes(moments)
    expect(moments.map((at) => precisionOf({ at, shared }))).toEqual(['seconds', 'seconds', 'minutes'])
  })

  it('show no seconds for a time compared with itself', () => {
    expect(sharedMinutes(['2026-11-27T12:17:03.000Z', '2026-11-27T12:17:03.000Z'])).toEqual(new Set())
  })
})

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const say = translatorFor(language)

  it('say nothing of typed words after an action that came too late and has no fields', () => {
    expect(say('admin.action.stale')).not.toContain(say('admin.action.kept'))
  })

  it('use the singular for one section and the plural for several', () => {
    const withoutNumber = (count: number) => say('editor.import.gone-count', { count, all: 79 }).replace(/\d+/g, '')
    expect(withoutNumber(1)).not.toBe(withoutNumber(2))
    const styles = (count: number) => say('import.word-styles', { count, names: 'Note' })
    expect(styles(1)).not.toBe(styles(2))
  })

  it('say that nothing waits for a decision only if nothing is paused', () => {
    const lead = (paused: number) => say('admin.updates.lead', { version: '2.0', date: '', count: 0, paused })
    expect(lead(0)).not.toMatch(/[13]/)
    expect(lead(1)).toContain('1')
    expect(lead(3)).toContain('3')
  })

  it('give urgent changes as a reason for a whole number too', () => {
    const urgent = { en: 'urgent', fr: 'urgent', es: 'urgent', it: 'urgent', el: 'επείγουσα', de: 'dringend' }[language]
    expect(say('admin.notes.version-whole', { whole: '3.0', small: '2.1' })).toContain(urgent)
  })

  it('begin the languages of a switch with a capital letter', () => {
    const given = { languages: LANGUAGES, current: language, addressOf: () => '#', say }
    const labels = [...renderToStaticMarkup(LanguageLinks(given)).matchAll(/>([^<]+)<\/a>/g)].map(
      ([, label = '']) => label,
    )
    expect(labels).toHaveLength(LANGUAGES.length)
    for (const label of labels) expect(label).toMatch(/^\p{Lu}/u)
  })

  it('name no number where the only section of a list is no longer ready', () => {
    expect(say('refusal.update-not-ready', { count: 1 })).not.toMatch(/\d/)
    expect(say('refusal.update-not-ready', { count: 3 })).toMatch(/3/)
  })

  it('name the button that edits a result by its own word where they advise to use it', () => {
    const edit = { en: 'edit', fr: 'retouch', es: 'reto', it: 'ritocc', el: 'επεξεργ', de: 'bearbeit' }[language]
    const given = { choice: 'combine', keeps: 'yes', language: '', sections: '', source: '' } as const
    const button = say('updates.result.edit')
    const advice = [
      say('updates.result.missing', given),
      say('updates.result.once', given),
      say('updates.result.in-source', given),
    ]
    for (const sentence of [button, ...advice]) expect(sentence.toLowerCase()).toContain(edit)
  })

  it('do not say that nothing changes if an import only removes sections', () => {
    const nothing = say('editor.import.do', { count: 0, gone: 0 })
    const second = nothing.split(', ').at(-1) ?? ''
    expect(say('editor.import.do', { count: 0, gone: 2 })).not.toContain(second)
    expect(say('editor.import.do', { count: 0, gone: 2 })).toMatch(/2/)
  })

  it('ask before typed words are discarded, with their number unless it is zero', () => {
    expect(say('editor.discard.ask', { words: 12 })).toContain('12')
    expect(say('editor.discard.do', { words: 12 })).toContain('12')
    expect(say('editor.discard.do', { words: 0 })).not.toMatch(/\d/)
  })

  it('do not say that a release cannot be withdrawn', () => {
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
