import { describe, expect, it } from 'vitest'
import type { VariantSection } from '@/domain/resolve'
import { textOf } from '@/domain/richText/walk'
import type { UpdateDecision } from '@/domain/updates/updates'
import { p } from '../domain/sections'
import { World } from './world'

const CALL = 'Call the national office for help with documents and say who you are.'
const REASON = { reason: 'other', explanation: { en: 'Because.' } } as const

type Texts = Record<'leave' | 'phone' | 'rights', readonly string[]>
const TEXTS: Texts = {
  leave: ['Leave the house only if it is safe to go.'],
  phone: ['Use a phone that nobody else can read.'],
  rights: ['The person has the right to a lawyer from the first day.'],
}

/** A common framework with three sections, and a country that has just started. */
function begun(texts: Partial<Texts> = {}) {
  const world = new World()
  const keys = { leave: world.addSection(null), phone: world.addSection(null), rights: world.addSection(null) }
  let now: Texts = { ...TEXTS, ...texts }
  const write = () => {
    for (const [name, key] of Object.entries(keys)) {
      const lines = now[name as keyof Texts]
      world.edit(key, (content) => ({
        ...content,
        body: { en: lines.map((line) => p(line, `${key}-${line.length}`)) },
      }))
    }
  }
  const release = (changed: Partial<Texts>) => {
    now = { ...now, ...changed }
    write()
    world.release()
  }
  write()
  world.release()
  const own = (name: keyof Texts, change: Partial<VariantSection>) =>
    world.write(keys[name], { ...world.ownOf(keys[name]), ...REASON, ...change })
  const decide = (name: keyof Texts, decision: UpdateDecision) => {
    const outcome = world.decide(keys[name], { ...REASON, ...decision })
    if (!outcome?.ok) throw new Error('The decision is refused')
  }
  const waits = (name: keyof Texts) => world.waiting().find(({ update }) => update.key === keys[name])?.update
  const read = () => world.resolved().map(({ content }) => textOf(content.body.en ?? []))
  return { world, keys, release, own, decide, waits, read }
}

const withCall = (name: keyof Texts) => ({ [name]: [...TEXTS[name], CALL] })
const moved = { from: [], into: [], back: [] }

describe('text that the country refused', () => {
  it('does not come back as ready from a section to which the next release moves it, though its own section is decided', () => {
    const { release, decide, keys, waits } = begun()
    release(withCall('leave'))
    decide('leave', { choice: 'not-for-us' })
    release({ leave: TEXTS.leave, ...withCall('phone') })
    decide('leave', { choice: 'accept' })
    const back = [{ key: keys.leave, treatment: 'used' }]
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { ...moved, back } })
  })

  it('nor where the next release joins the section into which it went to its own one', () => {
    const { world, release, own, decide, keys, waits } = begun(withCall('leave'))
    own('leave', { mode: 'adapt', body: { en: TEXTS.leave.map((line) => p(line)) } })
    release({ leave: TEXTS.leave, ...withCall('phone') })
    decide('leave', { choice: 'accept' })
    world.working.delete(keys.phone)
    release({ leave: [...TEXTS.leave, ...TEXTS.phone, CALL] })
    const back = [{ key: keys.leave }]
    expect(waits('leave')).toMatchObject({ became: 'joined', status: 'please-check', apart: { ...moved, back } })
  })

  it('nor where it moves on, or back, before the country decided on the section between', () => {
    const there = { ...withCall('leave'), rights: TEXTS.rights }
    const begin = () => {
      const given = begun(there)
      given.own('leave', { mode: 'adapt', body: { en: TEXTS.leave.map((line) => p(line)) } })
      given.release({ leave: TEXTS.leave, ...withCall('phone') })
      given.decide('leave', { choice: 'accept' })
      return given
    }
    const on = begin()
    on.release({ phone: TEXTS.phone, ...withCall('rights') })
    expect(on.waits('rights')).toMatchObject({ status: 'please-check', apart: { back: [{ key: on.keys.leave }] } })
    const back = begin()
    back.release({ phone: TEXTS.phone, ...withCall('leave') })
    expect(back.waits('leave')).toMatchObject({ status: 'please-check', apart: { back: [{ key: back.keys.leave }] } })
  })

  it('nor from a section that the country does not use, and of which it noted both changes', () => {
    const { release, own, decide, keys, waits } = begun()
    own('leave', { mode: 'omit' })
    release(withCall('leave'))
    decide('leave', { choice: 'keep' })
    release({ leave: TEXTS.leave, ...withCall('phone') })
    decide('leave', { choice: 'keep' })
    const back = [{ key: keys.leave, treatment: 'not-used' }]
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { ...moved, back } })
  })

  it('nor where a section that the country uses loses one that is only like it', () => {
    const line = (number: string) =>
      `Call the hotline on ${number}, open every day from eight in the morning until ten.`
    const { release, own, decide, keys, waits } = begun({
      leave: [...TEXTS.leave, line('1111')],
      phone: [...TEXTS.phone, line('2222')],
    })
    own('leave', { mode: 'adapt', body: { en: TEXTS.leave.map((one) => p(one)) } })
    release({ leave: TEXTS.leave })
    decide('leave', { choice: 'accept' })
    release({ phone: TEXTS.phone, rights: [...TEXTS.rights, line('1111')] })
    expect(waits('rights')).toMatchObject({ status: 'please-check', apart: { back: [{ key: keys.leave }] } })
  })
})

describe('text that went with a decision on one section', () => {
  it.each([
    ['another release', (release: ReturnType<typeof begun>['release']) => release({ rights: ['Changed.'] })],
    ['none', () => undefined],
  ] as const)('is told at the other one, also after %s that changes none of the two', (_, later) => {
    const { release, decide, keys, waits } = begun(withCall('leave'))
    release({ leave: TEXTS.leave, ...withCall('phone') })
    decide('leave', { choice: 'accept' })
    later(release)
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { ...moved, back: [{ key: keys.leave }] } })
  })

  it('is told also where only the text of that section is decided, and its title waits', () => {
    const { world, release, decide, keys, waits } = begun(withCall('leave'))
    world.edit(keys.leave, (content) => ({ ...content, title: { en: 'Going out' } }))
    release({ leave: TEXTS.leave, ...withCall('phone') })
    decide('leave', { choice: 'accept', parts: ['body'] })
    expect(waits('leave')?.parts).toEqual(['title'])
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { back: [{ key: keys.leave }] } })
  })

  it('is told also where it went with one release and comes with the next one', () => {
    const { release, own, decide, keys, waits } = begun(withCall('leave'))
    own('leave', { mode: 'adapt', body: { en: TEXTS.leave.map((line) => p(line)) } })
    release({ leave: TEXTS.leave })
    decide('leave', { choice: 'accept' })
    release(withCall('phone'))
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { back: [{ key: keys.leave }] } })
  })
})

describe('text that readers have', () => {
  const accepted = () => {
    const given = begun(withCall('leave'))
    given.release({ leave: TEXTS.leave, ...withCall('phone') })
    given.decide('phone', { choice: 'accept' })
    return given
  }

  it('is not said to be gone from the section that it leaves, once the one that has it is decided', () => {
    const { waits } = accepted()
    expect(waits('leave')).toMatchObject({ status: 'ready' })
    expect(waits('leave')?.apart).toBeUndefined()
  })

  it.each([
    ['moves back', (world: ReturnType<typeof begun>) => world.release({ ...withCall('leave'), phone: TEXTS.phone })],
    [
      'is joined to the section that had it before',
      ({ world, keys, release }: ReturnType<typeof begun>) => {
        world.working.delete(keys.phone)
        release({ leave: [...TEXTS.leave, ...TEXTS.phone, CALL] })
      },
    ],
  ] as const)('comes in where it %s, though the country decided before that it goes from there', (_, change) => {
    const given = accepted()
    given.decide('leave', { choice: 'accept' })
    given.release({ rights: ['Something else.'] })
    change(given)
    expect(given.waits('leave')).toMatchObject({ status: 'ready' })
    expect(given.waits('leave')?.apart).toBeUndefined()
  })

  it('is no move within sections that are decided together, where the country adapted them and decided on none', () => {
    const { world, keys, own, release, waits } = begun(withCall('leave'))
    own('leave', { mode: 'adapt', body: { en: [...TEXTS.leave, CALL, 'Ours.'].map((line) => p(line)) } })
    release({ rights: ['Something else.'] })
    const added = world.addSection(null)
    world.edit(added, (content) => ({ ...content, body: { en: [p(CALL)] } }))
    release({ leave: TEXTS.leave })
    expect(waits('leave')).toMatchObject({ became: 'split', others: [added], key: keys.leave })
    expect(waits('leave')?.apart).toBeUndefined()
  })
})

describe('text of a section that the common framework divides', () => {
  const MORE = [
    'Take a person with you whom you trust, and come back before it is dark.',
    'Tell somebody where you are going and when you will be there.',
  ]

  it('is not said to be in a third one that got the same words in a release before', () => {
    const { keys, own, release, waits, world } = begun({ leave: [...TEXTS.leave, ...MORE] })
    own('leave', { mode: 'adapt', body: { en: [...TEXTS.leave, 'Ours.'].map((line) => p(line)) } })
    release({ leave: [...TEXTS.leave, ...MORE, CALL], ...withCall('phone') })
    const added = world.addSection(null)
    world.edit(added, (content) => ({ ...content, body: { en: [...MORE, CALL].map((line) => p(line)) } }))
    release({ leave: TEXTS.leave })
    expect(waits('leave')).toMatchObject({ became: 'split', others: [added], key: keys.leave })
    expect(waits('leave')?.apart).toBeUndefined()
    expect(waits('phone')?.apart).toBeUndefined()
  })

  it('nor where the country decided on the third one, and keeps its own text there', () => {
    const { decide, keys, own, release, waits, world } = begun({ leave: [...TEXTS.leave, ...MORE] })
    own('leave', { mode: 'adapt', body: { en: [...TEXTS.leave, 'Ours.'].map((line) => p(line)) } })
    own('phone', { mode: 'adapt', body: { en: [...TEXTS.phone, 'Ours.'].map((line) => p(line)) } })
    release({ leave: [...TEXTS.leave, ...MORE, CALL], ...withCall('phone') })
    decide('phone', { choice: 'keep' })
    const added = world.addSection(null)
    world.edit(added, (content) => ({ ...content, body: { en: [...MORE, CALL].map((line) => p(line)) } }))
    release({ leave: TEXTS.leave })
    expect(waits('leave')).toMatchObject({ became: 'split', others: [added], key: keys.leave })
    expect(waits('leave')?.apart).toBeUndefined()
  })

  it('is said to be in a third one that gets a part of it alone', () => {
    const { release, own, world, waits, keys } = begun({ leave: [...TEXTS.leave, CALL, ...MORE] })
    own('leave', { mode: 'adapt', body: { en: [...TEXTS.leave, 'Ours.'].map((line) => p(line)) } })
    const added = world.addSection(null)
    world.edit(added, (content) => ({ ...content, body: { en: MORE.map((line) => p(line)) } }))
    release({ leave: TEXTS.leave, ...withCall('phone') })
    expect(waits('leave')).toMatchObject({ became: 'split', others: [added], apart: { into: [{ key: keys.phone }] } })
    expect(waits('phone')).toMatchObject({ apart: { from: [{ key: keys.leave }] } })
  })
})

describe('text that the country kept out of the section to which it went', () => {
  it('is told where the section that has it is joined to that one', () => {
    const leave = [...TEXTS.leave, 'Take a person with you whom you trust, and come back before it is dark.']
    const { world, release, own, decide, keys, waits } = begun({ leave: [...leave, CALL] })
    own('phone', { mode: 'adapt', body: { en: [...TEXTS.phone, 'Ours.'].map((line) => p(line)) } })
    release({ leave, ...withCall('phone') })
    decide('phone', { choice: 'keep' })
    world.working.delete(keys.leave)
    release({ phone: [...TEXTS.phone, CALL, ...leave] })
    const update = waits('phone')
    expect(update).toMatchObject({ became: 'joined', others: [keys.leave], apart: { into: [{ key: keys.phone }] } })
  })
})

describe('text that moves between sections that the country uses as they are', () => {
  const moves = { leave: TEXTS.leave, ...withCall('phone') }

  it('comes with both, which are ready', () => {
    const { release, waits } = begun(withCall('leave'))
    release(moves)
    expect(['leave', 'phone'].map((name) => waits(name as keyof Texts)?.status)).toEqual(['ready', 'ready'])
  })

  it('stays until the section into which it goes is looked at, where that is not ready', () => {
    const { world, release, own, keys, waits } = begun(withCall('leave'))
    own('phone', { rank: 'z9', mode: 'inherit' })
    const working = world.working.get(keys.phone)
    if (working) world.working.set(keys.phone, { ...working, rank: 'z5' })
    release(moves)
    expect(waits('phone')?.status).not.toBe('ready')
    expect(waits('leave')).toMatchObject({ status: 'please-check', apart: { ...moved, into: [{ key: keys.phone }] } })
  })

  it('stays also where it goes on from there to a section that is not ready', () => {
    const { release, own, keys, waits } = begun({
      ...withCall('leave'),
      phone: [...TEXTS.phone, 'Ring 116 006 at night.'],
    })
    own('rights', { mode: 'adapt', body: { en: [p('The person has the right to a lawyer from the second day.')] } })
    release({
      ...moves,
      rights: ['The person has the right to a lawyer from the third day.', 'Ring 116 006 at night.'],
    })
    expect(waits('phone')).toMatchObject({ status: 'please-check', apart: { into: [{ key: keys.rights }] } })
    expect(waits('leave')).toMatchObject({ status: 'please-check', apart: { into: [{ key: keys.phone }] } })
  })
})
