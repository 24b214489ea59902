import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyKeeper, type Sent } from '@/admin/editor/copyKeeper'

/** What is unsaved in the editor now. */
let unsaved: string | null | undefined
let sent: { copy: string | null; isLast: boolean }[]
/** What becomes of what is sent next. */
let answer: () => Promise<Sent>

beforeEach(() => {
  vi.useFakeTimers()
  unsaved = null
  sent = []
  answer = async () => 'kept'
})

afterEach(() => vi.useRealTimers())

const keeperOf = (isHeld = false) =>
  copyKeeper({
    read: () => unsaved,
    isHeld,
    send: (copy, isLast) => {
      sent.push({ copy, isLast })
      return answer()
    },
  })

const copies = () => sent.map(({ copy }) => copy)
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('what somebody types', () => {
  it('is on the server two seconds later, and every two seconds while they go on, however fast they type', async () => {
    const keeper = keeperOf()
    for (let index = 0; index < 100; index++) {
      unsaved = `words ${index}`
      keeper.changed()
      await pass(100)
    }
    expect(copies().length).toBeGreaterThanOrEqual(4)
    expect(copies().length).toBeLessThanOrEqual(5)
    await pass(2_000)
    expect(copies().at(-1)).toBe('words 99')
  })

  it('is not sent again while it stays the same', async () => {
    const keeper = keeperOf()
    unsaved = 'words'
    for (let index = 0; index < 5; index++) {
      keeper.changed()
      await pass(2_000)
    }
    expect(copies()).toEqual(['words'])
  })

  it('goes from the server once it is saved or discarded', async () => {
    const keeper = keeperOf()
    unsaved = 'words'
    keeper.changed()
    await pass(2_000)
    unsaved = null
    keeper.changed()
    await pass(2_000)
    expect(copies()).toEqual(['words', null])
  })

  it('is not sent where nothing is unsaved and the server has nothing', async () => {
    const keeper = keeperOf()
    keeper.changed()
    await pass(2_000)
    keeper.leave()
    expect(sent).toEqual([])
  })

  it('is sent at once when the page goes, even while something is being sent', async () => {
    answer = () => new Promise(() => {})
    const keeper = keeperOf()
    unsaved = 'words'
    keeper.changed()
    await pass(2_000)
    unsaved = 'more words'
    keeper.changed()
    keeper.leave()
    expect(sent).toEqual([
      { copy: 'words', isLast: false },
      { copy: 'more words', isLast: true },
    ])
  })
})

it('a copy that the server had before goes where nothing is unsaved any more', async () => {
  const keeper = keeperOf(true)
  keeper.changed()
  await pass(2_000)
  expect(copies()).toEqual([null])
})

it('without an answer it is tried again, with the newest words', async () => {
  answer = async () => 'later'
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(2_000)
  unsaved = 'newest words'
  answer = async () => 'kept'
  await pass(4_000)
  expect(copies()).toEqual(['words', 'newest words'])
})

it('is tried again after twice as much time each time, at most a minute', async () => {
  answer = async () => 'later'
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(2_000 + 4_000 + 8_000 + 16_000 + 32_000)
  expect(copies()).toHaveLength(5)
  await pass(60_000)
  await pass(60_000)
  expect(copies()).toHaveLength(7)
  answer = async () => 'kept'
  await pass(60_000)
  unsaved = 'other words'
  keeper.changed()
  await pass(2_000)
  expect(copies().slice(-2)).toEqual(['words', 'other words'])
})

it('one request is sent at a time, and what was typed meanwhile follows', async () => {
  let reply: (sent: Sent) => void = () => {}
  answer = () =>
    new Promise((resolve) => {
      reply = resolve
    })
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(2_000)
  unsaved = 'more words'
  keeper.changed()
  await pass(10_000)
  expect(copies()).toEqual(['words'])
  reply('kept')
  await pass(2_000)
  expect(copies()).toEqual(['words', 'more words'])
})

it('what is refused is not sent again before something else is typed', async () => {
  answer = async () => 'refused'
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(60_000)
  expect(copies()).toEqual(['words'])
})

it('what another window kept stays as it is while nothing is typed on top of it', async () => {
  const keeper = keeperOf(true)
  unsaved = undefined
  keeper.changed()
  await pass(2_000)
  keeper.leave()
  expect(sent).toEqual([])
})

it('a copy that was sent while the page seemed to go counts, and goes once it is saved', async () => {
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  keeper.leave()
  await pass(5_000)
  expect(copies()).toEqual(['words'])
  unsaved = null
  keeper.changed()
  await pass(2_000)
  expect(copies()).toEqual(['words', null])
})

it('the answer to an earlier copy says nothing about a later one', async () => {
  const replies: ((sent: Sent) => void)[] = []
  answer = () => new Promise((resolve) => replies.push(resolve))
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(2_000)
  unsaved = 'more words'
  keeper.leave()
  replies[0]?.('kept')
  unsaved = 'words'
  replies[1]?.('kept')
  await pass(2_000)
  expect(copies()).toEqual(['words', 'more words', 'words'])
})

it('a copy without an answer is sent again even if nothing is typed', async () => {
  answer = async () => 'later'
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.changed()
  await pass(2_000)
  answer = async () => 'kept'
  await pass(4_000)
  expect(copies()).toEqual(['words', 'words'])
})

it('an editor that is gone sends its last words once, and nothing after that', async () => {
  answer = async () => 'later'
  const keeper = keeperOf()
  unsaved = 'words'
  keeper.end()
  await pass(60_000)
  expect(copies()).toEqual(['words'])
})
