import { describe, expect, it } from 'vitest'
import type { ImportedSection, ImportNote } from '@/domain/importing'
import { NOTHING_CHOSEN, planImport } from '@/domain/planImport'
import { block, text } from '@/domain/richText'
import { previewImport } from '@/import/previewImport'

let made = 0
const section = (title: string, depth: number): ImportedSection => ({
  source: 'x.md',
  depth,
  title,
  body: [block('paragraph', { runs: [text(`${title} in some words.`)] })],
})

async function preview(sections: ImportedSection[], notes: ImportNote[] = []) {
  const previewed = await previewImport({ document: { notes }, plan: planOf(sections) })
  if (!previewed.ok) throw new Error('It was stopped')
  return previewed.result
}

function planOf(sections: ImportedSection[]) {
  return planImport({
    existing: [],
    remembered: null,
    incoming: sections,
    language: 'en',
    sourceLanguage: 'en',
    choices: NOTHING_CHOSEN,
    newKey: () => `key-${made++}`,
  })
}

describe('the preview of an import', () => {
  it('numbers sections by their place in the tree', async () => {
    const depths = [1, 2, 2, 3, 1, 3, 2]
    const { sections } = await preview(depths.map((depth, index) => section(`Section ${index}`, depth)))
    expect(sections.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.2.1', '2', '2.1', '2.2'])
  })

  it('counts what would happen', async () => {
    expect((await preview([section('One', 1), section('Two', 1)])).counts).toEqual({
      new: 2,
      changed: 0,
      same: 0,
      moved: 0,
      both: 0,
      gone: 0,
    })
  })

  it('is not possible with a problem in the document, and is with losses', async () => {
    const note = (kind: ImportNote['kind']): ImportNote => ({ kind, source: 'x.md', key: 'import.empty' })
    expect((await preview([section('One', 1)], [note('problem')])).isPossible).toBe(false)
    expect((await preview([section('One', 1)], [note('loss'), note('doubt')])).isPossible).toBe(true)
  })

  it('tells what changes beside the words: what countries may do, and the guidance for them', async () => {
    const { body } = section('One', 1)
    const text = { title: 'One', summary: '', body, guidance: '', audiences: [], stages: [], policy: 'free' as const }
    const content = {
      ...text,
      key: 'k',
      title: { en: 'One' },
      summary: {},
      body: { en: body },
      addition: {},
      guidance: {},
    }
    const plan = planImport({
      existing: [{ slug: 'one', parent: null, rank: 'a0', retired: false, content }],
      remembered: [{ key: 'k', parent: null, text, left: false }],
      incoming: [{ ...section('One', 1), policy: 'national', guidance: 'Name the court.' }],
      language: 'en',
      sourceLanguage: 'en',
      choices: NOTHING_CHOSEN,
      newKey: () => 'new',
    })
    const previewed = await previewImport({ document: { notes: [] }, plan })
    expect(previewed).toMatchObject({
      result: { sections: [{ status: 'changed', beside: { policy: 'national', guidance: true } }] },
    })
  })

  it('is not possible without a section', async () => {
    expect((await preview([])).isPossible).toBe(false)
  })

  it('stops between two sections where nobody waits for it any more', async () => {
    const browser = new AbortController()
    const plan = planOf(Array.from({ length: 20 }, (_, index) => section(`Section ${index}`, 1)))
    setImmediate(() => browser.abort())
    expect(await previewImport({ document: { notes: [] }, plan, signal: browser.signal })).toEqual({
      ok: false,
      because: [{ key: 'import.stopped' }],
    })
  })

  it('lets others go between two sections', async () => {
    let turns = 0
    const count = (): void => {
      turns += 1
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    await preview(Array.from({ length: 20 }, (_, index) => section(`Section ${index}`, 1)))
    clearImmediate(timer)
    expect(turns).toBeGreaterThanOrEqual(20)
  })
})
