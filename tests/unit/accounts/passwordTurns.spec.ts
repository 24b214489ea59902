import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn, isCrowded } from '@/accounts/passwordTurns'

test('two passwords are hashed at a time, strangers wait longest, and the queue has a limit', async () => {
  let running = 0
  const most: number[] = []
  const order: string[] = []
  const work = (name: string) => async () => {
    running += 1
    most.push(running)
    await pause(1)
    running -= 1
    order.push(name)
  }
  const all: Promise<void>[] = []
  while (!isCrowded()) all.push(inTurn(work('stranger'), { isStranger: true }))
  expect(all).toHaveLength(22)
  all.push(inTurn(work('known')))
  await Promise.all(all)
  expect(Math.max(...most)).toBe(2)
  expect(order.indexOf('known')).toBeLessThan(5)
  expect(isCrowded()).toBe(false)
})

test('work that fails frees its place', async () => {
  const fails = () => inTurn(() => Promise.reject(new Error('no')), { isStranger: true })
  for (let round = 0; round < 30; round++) await expect(fails()).rejects.toThrow('no')
  expect(isCrowded()).toBe(false)
})
