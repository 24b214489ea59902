import { describe, expect, it } from 'vitest'
import { readNewerText } from '@/admin/editor/savedText'
import { isSameValue } from '@/admin/editor/sectionValues'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'

describe('the text that somebody else saved', () => {
  it('is read with its revision, without fields that nobody wrote', () => {
    const body = [block('paragraph', { runs: [text('Theirs.')] })]
    const newer = readNewerText({
      rev: 4,
      updatedAt: '2026-12-04T14:02:00.000Z',
      texts: { title: 'Housing', summary: null, body, addition: null },
    })
    expect(newer?.rev).toBe(4)
    expect(Object.keys(newer?.texts ?? {})).toEqual(['title', 'body'])
    expect(isSameValue(newer?.texts.body, toLexical(body))).toBe(true)
  })

  it('is nothing if the answer has no revision', () => {
    expect(readNewerText(undefined)).toBeNull()
    expect(readNewerText({ texts: {} })).toBeNull()
  })
})
