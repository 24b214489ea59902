import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHANGE_CLASSES, noteProblems } from '@/domain/changeNote'
import { noteOfSample } from '@/scripts/demo/releaseNotes'
import { entry } from '../admin/factories'

test('the sample has a note of each class on its changes, and none on anything else', () => {
  const content = join(import.meta.dirname, '../../../src/scripts/demo/content/2.0/en')
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  const slugs = files.map((file) => {
    const slug = /^slug: (.+)$/m.exec(readFileSync(join(content, file), 'utf8'))?.[1]
    return slug ?? expect.fail(file)
  })
  expect(slugs.length).toBeGreaterThan(3)
  const today = new Date('2026-12-04T23:00:00.000Z')
  const notes = slugs.map((slug) => ({ key: slug, ...noteOfSample(today)(entry(slug)) }))
  const changed = slugs.map((slug) => ({ key: slug, title: slug }))
  expect(noteProblems({ changed, notes, today: '2026-12-04' })).toEqual([])
  expect(new Set(notes.map((note) => note.class))).toEqual(new Set(CHANGE_CLASSES))
  expect(() => noteOfSample(today)(entry('contacts'))).toThrow('contacts')
})
