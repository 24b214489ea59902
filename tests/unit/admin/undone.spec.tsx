// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { comparedHistory } from '@/admin/history/comparedHistory'
import { type Entry, loadHistory } from '@/admin/history/entries'
import { HistoryScreen } from '@/admin/history/HistoryScreen'
import { EDITION_NOTE } from '@/admin/history/panes'
import type { BringBack } from '@/admin/history/StateDifference'
import { sayEntry } from '@/admin/history/sayEntry'
import { commonState, wordsIn } from '@/domain/revisions'
import { block, type RichText, text } from '@/domain/richText/richText'
import { translatorFor } from '@/messages/translate'
import { content } from './factories'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const say = translatorFor('en')
afterEach(() => vi.unstubAllGlobals())

const paragraph = (said: string) => block('paragraph', { runs: [text(said)] })
/** A comparison of these two pairs other words than one from the other side. */
const OURS: RichText = [paragraph('ask of of ask the'), block('quote', { runs: [{ type: 'break' }] })]
const COMMON: RichText = [paragraph('of')]

type Save = { did: string; body: RichText }

/** The history after these saves, oldest first. */
function historyOf(saves: Save[], asked: { before?: number; named?: number[] } = {}) {
  const kept = saves.map(({ did, body }, index) => {
    const at = `2026-01-01T00:${String(index).padStart(2, '0')}:00.000Z`
    return { rev: index + 1, at, by: null, as: null, did, document: body }
  })
  return loadHistory({
    load: async ({ upTo = saves.length, limit }) => kept.slice(Math.max(0, upTo - limit), upTo).toReversed(),
    stateOf: (body) =>
      commonState({ content: content('a', { body: { en: body } }), parent: null, rank: 'a0', retired: false }),
    isSame: (one, other) => one === other,
    languages: ['en'],
    newest: saves.length,
    before: null,
    named: [],
    ...asked,
  })
}

/** The page after these saves, as the server sends it. */
async function page(saves: Save[], note: Partial<BringBack> = {}) {
  const { entries, newest } = await historyOf(saves)
  if (!newest) throw new Error('The history has no newest entry')
  const history = await comparedHistory({
    visitor: { actor: { userId: 'a', memberships: [] }, language: 'en', say },
    language: 'en',
    ...{ entries, newest, named: [], marks: [], common: null, areMore: false, names: new Map() },
    asked: { from: '', to: '', before: null },
    address: '/history',
    bringBack: { action: 'bring-back-section', input: {}, whole: '', ...note },
    bringsBack: () => true,
    restore: null,
  })
  return <HistoryScreen history={history} />
}

const written = { did: 'adapt-section', body: OURS }
const restored = { did: 'restore-section', body: COMMON }
const broughtBack = { did: 'bring-back-section', body: OURS }

describe('an undo in a history', () => {
  it('has another name than the change that it undoes, and the same counts in the other direction', async () => {
    const { entries } = await historyOf([written, restored, broughtBack])
    const [undo, change] = entries.map(({ changes }) => wordsIn(changes ?? []))
    expect(undo).toEqual({ added: change?.removed, removed: change?.added })
    expect(entries.slice(0, 2).map((entry) => sayEntry({ entry, say }).split(':')[0])).toEqual([
      'Undone',
      'Common text restored',
    ])
  })

  it('is not one that undoes an undo, nor a text that was restored after it was changed', async () => {
    const again = { did: 'bring-back-section', body: COMMON }
    const names = async (saves: Save[]) =>
      (await historyOf(saves)).entries.map((entry) => sayEntry({ entry, say }).split(':')[0])
    expect((await names([written, restored, broughtBack, again])).slice(0, 2)).toEqual([
      'Earlier text brought back',
      'Undone',
    ])
    expect((await names([written, { ...restored, did: 'adapt-section' }, broughtBack]))[0]).toBe(
      'Earlier text brought back',
    )
  })
})

describe('a save that changed only spaces', () => {
  const [said, again] = ['Ask the family', 'Ask the  family'].map((one) => ({
    did: 'save-national-section',
    body: [paragraph(one)],
  }))

  it('says so in the list and in the comparison', async () => {
    if (!said || !again) throw new Error('There are no two texts')
    const { entries } = await historyOf([said, again])
    expect(entries.slice(0, 1).map((entry) => sayEntry({ entry, say }))).toEqual([say('history.change.spaces')])
    const html = renderToStaticMarkup(await page([said, again]))
    expect(html).toContain(say('history.only-spaces'))
    expect(html).not.toContain(say('history.no-difference'))
    expect(renderToStaticMarkup(await page([said, said]))).toContain(say('history.no-difference'))
  })
})

describe('what restoring does to an edition', () => {
  const saves = [written, restored]

  it('is said once, and each button refers to it', async () => {
    const html = renderToStaticMarkup(await page(saves, { editionNote: 'A draft again.', describedBy: EDITION_NOTE }))
    expect(html.split('A draft again.')).toHaveLength(2)
    const buttons = html.match(/<button[^>]*type="button"[^>]*>/g) ?? []
    expect(buttons.length).toBeGreaterThan(1)
    for (const button of buttons) expect(button).toContain(`aria-describedby="${EDITION_NOTE}"`)
  })
})

describe('the name of a save', () => {
  const common = { did: 'bring-back-section', body: COMMON }
  const nameOf = (entry: Entry) => sayEntry({ entry, say }).split(':')[0]
  const inTurn = (count: number) => [
    { ...written, body: COMMON },
    written,
    ...Array.from({ length: count }, (_, index) => (index % 2 === 0 ? common : broughtBack)),
  ]

  it('is the same on each page of a history, and beside a page', async () => {
    const saves = inTurn(38)
    const pages = await Promise.all([40, 39, 25, 13, 12].map((before) => historyOf(saves, { before })))
    const names = new Map<number, Set<string | undefined>>()
    for (const { entries, newest } of [...pages, await historyOf(saves, { before: 3, named: [40, 39, 20, 11] })])
      for (const entry of [...entries, ...(newest ? [newest] : [])])
        names.set(entry.rev, new Set([...(names.get(entry.rev) ?? []), nameOf(entry)]))
    expect([...names.values()].every(({ size }) => size === 1)).toBe(true)
    expect([40, 39, 13, 12].map((rev) => [...(names.get(rev) ?? [])].join())).toEqual([
      'Undone',
      'Earlier text brought back',
      'Earlier text brought back',
      'Undone',
    ])
  })

  it('says nothing about an undo if too many saves in a row would tell', async () => {
    const { entries } = await historyOf(inTurn(90))
    expect(new Set(entries.map(nameOf))).toEqual(new Set(['Earlier text brought back']))
  })
})

describe('the buttons of a history', () => {
  it('no longer say “Done.” when the comparison has changed its direction', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, result: {} }))
    document.body.innerHTML = '<div id="place"></div>'
    const root = createRoot(document.getElementById('place') ?? document.body)
    const before = await page([written, restored])
    await act(async () => root.render(before))
    for (const label of [say('history.back-field'), say('history.back-whole')]) {
      const buttons = [...document.querySelectorAll('button')]
      await act(async () => buttons.find(({ textContent }) => textContent?.startsWith(label))?.click())
    }
    expect(document.body.textContent?.split(say('admin.action.done'))).toHaveLength(3)
    const after = await page([written, restored, broughtBack])
    await act(async () => root.render(after))
    expect(document.body.textContent).toContain(say('history.back-field'))
    expect(document.body.textContent).not.toContain(say('admin.action.done'))
    await act(async () => root.unmount())
  })
})
