import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CutLevels } from '@/admin/importing/CutLevels'
import { readImportAnswer } from '@/admin/importing/importAnswer'
import { countNotes, Notes, sayNote } from '@/admin/importing/Notes'
import { countMarks, hasMark, MARKS } from '@/admin/importing/sectionMarks'
import { countPlan } from '@/domain/importPlan/countPlan'
import type { PlannedSection } from '@/domain/importPlan/plan'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

const t = translatorFor('en')
const asked = { id: 'k/words@1', kind: 'words', base: 'a', ours: 'b', theirs: 'c', answers: ['ours', 'theirs'] }
const rows = [
  { key: 'a', status: 'new', moved: false, decisions: [] },
  { key: 'b', status: 'changed', moved: false, decisions: [] },
  { key: 'c', status: 'changed', moved: true, decisions: [] },
  { key: 'd', status: 'same', moved: true, decisions: [] },
  { key: 'e', status: 'same', moved: false, decisions: [asked] },
  { key: 'f', status: 'same', moved: false, decisions: [] },
] as const

function shown(given: Record<string, unknown> = {}) {
  const counts = countPlan({ sections: rows as unknown as PlannedSection[], gone: [] })
  const answer = readImportAnswer({ ok: true, result: { sections: rows, gone: [], counts, ...given } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  return answer.preview
}

describe('the numbers of a preview', () => {
  it('are those of the list: a moved or undecided section is not counted as the same', () => {
    const preview = shown()
    const { new: added, changed, moved, same, decide } = countMarks(preview, {})
    const listed = MARKS.map((mark) => [mark, preview.sections.filter((one) => hasMark(one, mark, {})).length])
    expect({ new: added, changed, moved, same, decide }).toEqual(Object.fromEntries(listed))
  })

  it('count a section that changed and moved once', () => {
    expect(t('editor.import.counts', countMarks(shown(), {}))).toBe(
      '1 new section, 2 changed, 2 moved (1 of them changed too), 0 removed, 1 the same, 1 to decide.',
    )
  })

  it('count a section that the document does not have as open until somebody decides, and then as removed', () => {
    const gone = [
      { key: 'g', id: 'g/gone', decisions: [asked], countries: [] },
      { key: 'h', id: 'h/gone', decisions: [asked], countries: [] },
    ]
    const preview = shown({ sections: [], gone, counts: { new: 0, changed: 0, moved: 0, both: 0, same: 0, gone: 0 } })
    expect(t('editor.import.counts', countMarks(preview, {}))).toContain('0 removed, 0 the same, 2 to decide.')
    const said = { ...preview, counts: { ...preview.counts, gone: 1 } }
    expect(t('editor.import.counts', countMarks(said, { 'g/gone': 'theirs' }))).toContain(
      '1 removed, 0 the same, 1 to decide.',
    )
  })

  it('no longer count a question as open once it is answered', () => {
    expect(t('editor.import.counts', countMarks(shown(), { [asked.id]: 'ours' }))).toBe(
      '1 new section, 2 changed, 2 moved (1 of them changed too), 0 removed, 2 the same.',
    )
  })
})

describe('the notes on a document', () => {
  const note = (text: string, kind: string) => ({ kind, source: 'a.md', text })
  const html = (notes: ReturnType<typeof note>[], language: (typeof LANGUAGES)[number] = 'en') =>
    renderToStaticMarkup(<Notes notes={notes} t={translatorFor(language)} />)

  it('are counted as they are listed: a repeated sentence counts once', () => {
    const notes = [note('One.', 'loss'), note('One.', 'loss'), note('Two.', 'loss'), note('Three.', 'doubt')]
    expect(html(notes)).toContain('Not imported (2)')
    expect(html(notes).match(/<li>/g)).toHaveLength(countNotes(notes))
  })

  it('name their place as the language writes it: in French with a no-break space before the colon', () => {
    expect(html([note('Deux.', 'loss')], 'fr')).toContain('a.md\u00a0: Deux.')
    expect(html([note('Two.', 'loss')])).toContain('a.md: Two.')
  })

  it('do not name a file twice', () => {
    const wrong = {
      kind: 'problem',
      source: 'wrong.pdf',
      text: 'wrong.pdf is not part of the text and is not imported.',
    }
    expect(sayNote({ note: wrong, t })).toBe(wrong.text)
    expect(sayNote({ note: { ...wrong, source: 'a.md' }, t })).toBe(`a.md: ${wrong.text}`)
  })

  it('use the singular for one note', () => {
    const one = html([note('One.', 'loss'), note('Two.', 'doubt')])
    expect(one).toContain('The import leaves this out. Check whether you need it.')
    expect(one).toContain('Please check this (1)')
    expect(one).toContain('It is imported, but perhaps not as you meant it.')
  })

  it.each(LANGUAGES)('use different words for one and for two in "%s"', (language) => {
    const say = translatorFor(language)
    for (const key of ['editor.import.losses-lead', 'editor.import.doubts-lead'] as const)
      expect(say(key, { count: 1 })).not.toBe(say(key, { count: 2 }))
  })
})

describe('the length of the sections at a heading level', () => {
  const levels = (given: { sections: number; median: number; largest: number }) =>
    renderToStaticMarkup(
      <CutLevels
        preview={shown({
          levels: [
            { level: 1, ...given },
            { level: 2, sections: 9, median: 20, largest: 3000 },
          ],
        })}
        askedLevel={null}
        isBusy={false}
        t={t}
        onChoose={() => {}}
      />,
    )

  it('uses the singular for one section and for one word', () => {
    expect(levels({ sections: 1, median: 1, largest: 1 })).toContain('>It has 1 word.<')
    expect(levels({ sections: 3, median: 1, largest: 2 })).toContain(
      'Half of them have up to 1 word, the longest has 2 words.',
    )
    expect(levels({ sections: 1, median: 1, largest: 1 })).toContain(
      'Half of them have up to 20 words, the longest has 3,000 words.',
    )
  })
})
