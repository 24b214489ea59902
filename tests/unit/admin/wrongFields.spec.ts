import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { badInput } from '@/actions/badInput'
import { title } from '@/actions/input'
import { readReasons } from '@/admin/readReasons'
import { LANGUAGES } from '@/domain/language'
import { refusedField } from '@/domain/refusedField'
import { catalogues } from '@/messages/catalogues'
import { FIELD_NAMES } from '@/messages/fieldNames'
import { sayRefusal } from '@/messages/translate'

describe('a refusal about one field', () => {
  const refused = () => {
    const { error } = z.object({ title, comment: z.string().max(3) }).safeParse({ title: '', comment: 'long' })
    return error ? badInput({ error, whole: 'save' }) : []
  }

  it('names each wrong field as the screen calls it', () => {
    expect(refused().map(refusedField)).toEqual(['title', 'comment'])
    expect(refused().map((one) => sayRefusal('de', one))).toEqual([
      expect.stringContaining('Titel'),
      expect.stringContaining(catalogues.de['admin.decision.message']),
    ])
  })

  it('names the field as on the screen if several parts of it are wrong', () => {
    const notes = z.array(
      z
        .string()
        .min(2)
        .regex(/^[a-z]+$/),
    )
    const { error } = z
      .object({ notes, title: z.string().min(1).regex(/^x/) })
      .safeParse({ notes: ['1', 'ok', '2'], title: '' })
    const said = (error ? badInput({ error, whole: 'save' }) : []).map((one) => sayRefusal('de', one))
    expect(said).toHaveLength(2)
    expect(said[0]).toContain(catalogues.de['admin.release.notes'])
    expect(said[1]).toContain(catalogues.de['editor.title'])
    expect(said.join()).not.toMatch(/notes|title/)
  })

  it('reaches the screen with its field and the wrong words', () => {
    const reasons = [
      { key: 'refusal.stale', text: 'Somebody was faster.' },
      {
        key: 'refusal.web-address-wrong',
        text: 'No.',
        field: 'body',
        params: { address: 'example.org', where: 'body' },
      },
    ]
    expect(readReasons(reasons)).toEqual({
      texts: ['Somebody was faster.', 'No.'],
      wrong: [{ field: 'body', text: 'No.', value: 'example.org' }],
    })
  })

  it.each([
    ['refusal.comment-missing', 'comment'],
    ['refusal.omit-explanation-missing', 'explanation'],
    ['refusal.omit-reason-missing', 'reason'],
    ['refusal.release-notes-missing', 'notes'],
    ['refusal.version-form', 'version'],
    ['refusal.withdrawal-reason-missing', 'reason'],
  ] as const)('marks the field of %s by the name under which the form sends it', (key, field) => {
    expect(refusedField({ key })).toBe(field)
  })

  it('has the words of every field in every language', () => {
    const said = LANGUAGES.flatMap((language) => Object.values(FIELD_NAMES).map((key) => catalogues[language][key]))
    expect(said.filter((word) => !word)).toEqual([])
  })
})
