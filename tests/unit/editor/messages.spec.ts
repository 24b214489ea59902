import { describe, expect, it } from 'vitest'
import { browserTranslator } from '@/admin/editor/browserTranslator'
import { sentWords } from '@/admin/editor/sentWords'
import { LANGUAGES } from '@/domain/language'
import { translate } from '@/messages/translate'

describe('the messages that are sent to the browser', () => {
  it.each(LANGUAGES)('say the same there as on the server (%s)', (language) => {
    const t = browserTranslator({ words: sentWords({ language, beginnings: ['editor.'] }), language })
    for (const count of [1, 2]) {
      expect(t('editor.import.words', { count })).toBe(translate(language, 'editor.import.words', { count }))
      expect(t('editor.differences', { count })).toBe(translate(language, 'editor.differences', { count }))
    }
  })

  it('are those that were requested, and a missing one throws an error and shows no key on the screen', () => {
    const words = sentWords({ language: 'en', beginnings: ['editor.bar.'] })
    expect(Object.keys(words)).not.toEqual([])
    expect(Object.keys(words).filter((key) => !key.startsWith('editor.bar.'))).toEqual([])
    expect(() => browserTranslator({ words, language: 'en' })('editor.text')).toThrow(/editor.text/)
  })
})
