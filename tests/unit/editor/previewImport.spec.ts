import { describe, expect, it } from 'vitest'
import type { ImportedSection, ImportNote } from '@/domain/importing'
import { NOTHING_CHOSEN, planImport } from '@/domain/planImport'
import { block, text } from '@/domain/richText/richText'
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

function planOf(sections: ImportedSection[], existing: ReturnType<typeof stored>[] = []) {
  return planImport({
    existing,
    remembered: null,
    incoming: sections,
    language: 'en',
    sourceLanguage: 'en',
    choices: NOTHING_CHOSEN,
    newKey: () => `key-${made++}`,
  })
}

/** An existing section that was not imported. */
function stored(title: string, body: ImportedSection['body']) {
  const content = {
    policy: 'free' as const,
    audiences: [],
    stages: [],
    key: 'k',
    title: { en: title },
    summary: {},
    body: { en: body },
    addition: {},
    guidance: {},
  }
  return { slug: 'one', parent: null, rank: 'a0', retired: false, content }
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

  it('is not importable with a problem in the document, but is with losses', async () => {
    const note = (kind: ImportNote['kind']): ImportNote => ({ kind, source: 'x.md', key: 'import.empty' })
    expect((await preview([section('One', 1)], [note('problem')])).isPossible).toBe(false)
    expect((await preview([section('One', 1)], [note('loss'), note('doubt')])).isPossible).toBe(true)
  })

  it('shows changes besides the words: the policy and the guidance for countries', async () => {
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

  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`)
  it.each([
    ['one of 1,258 words differs', words(1258), ['other', ...words(1258).slice(1)], 99],
    ['the same words are in another order', words(300), words(300).toReversed(), 99],
    ['only a comma was added, which is not a word', ['One', 'two'], ['One,', 'two'], 100],
    ['nothing differs', words(300), words(300), 100],
    ['one of 1,258 words is the same', words(1258), ['word0', ...words(2515).slice(1258)], 1],
    ['no words are the same', ['one', 'two'], ['three', 'four'], 0],
  ])('gives a correct share if %s', async (_, before, after, alike) => {
    const body = (said: string[]) => [block('paragraph', { runs: [text(said.join(' '))] })]
    const plan = planOf([{ ...section('One', 1), body: body(after) }], [stored('One', body(before))])
    expect(await previewImport({ document: { notes: [] }, plan })).toMatchObject({ result: { sections: [{ alike }] } })
  })

  it('does not say that all words are the same if the title differs', async () => {
    const { body } = section('One', 1)
    const plan = planOf([{ ...section('Another', 1), body, slug: 'one' }], [stored('One', body)])
    expect(await previewImport({ document: { notes: [] }, plan })).toMatchObject({
      result: { sections: [{ alike: 99 }] },
    })
  })

  it('is not importable without a section', async () => {
    expect((await preview([])).isPossible).toBe(false)
  })

  it('stops between two sections if nobody waits for it any more', async () => {
    const browser = new AbortController()
    const plan = planOf(Array.from({ length: 20 }, (_, index) => section(`Section ${index}`, 1)))
    setImmediate(() => browser.abort())
    expect(await previewImport({ document: { notes: [] }, plan, signal: browser.signal })).toEqual({
      ok: false,
      because: [{ key: 'import.stopped' }],
    })
  })

  it('lets other work run between two sections', async () => {
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
