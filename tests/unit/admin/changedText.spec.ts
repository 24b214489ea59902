import { describe, expect, test } from 'vitest'
import { changedText } from '@/admin/release/changedText'
import { translatorFor } from '@/messages/translate'
import { content, words } from './factories'

const given = { languages: ['en', 'fr'] as const, say: translatorFor('en') }

describe('the text of a new section', () => {
  test('is not shown in a language in which it has no words', () => {
    const after = content('a', { audiences: ['lawyer'], stages: ['registration'] })
    const { texts } = changedText({ before: null, after, ...given })
    expect(texts.map(({ language }) => language)).toEqual(['en'])
  })

  test('is shown with its title in the languages that are not in the heading', () => {
    const after = content('a', { title: { en: 'Mediators', fr: 'Médiateurs' }, body: { en: words('They explain.') } })
    const { texts } = changedText({ before: null, after, ...given })
    const fieldsIn = Object.fromEntries(
      texts.map(({ language, seen }) => [language, seen.fields.map(({ field, status }) => [field, status])]),
    )
    expect(fieldsIn.en).not.toContainEqual(['title', 'added'])
    expect(fieldsIn.fr).toContainEqual(['title', 'added'])
  })
})
