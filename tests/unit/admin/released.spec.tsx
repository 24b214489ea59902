// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { addressAfter } from '@/admin/callAction'
import { expectMessage } from '@/admin/messageFocus.client'
import { Released, releasedAddress, Withdrawn, withdrawnAddress } from '@/admin/review/Released'
import type { Release } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root | null = null

afterEach(leave)

async function leave() {
  await act(async () => root?.unmount())
  root = null
}

/** Shows the screen at an address, in the page that is open. */
async function show(asked: string, newest: Release | null, Message = Released) {
  if (!root) document.body.innerHTML = '<div id="place"></div>'
  root ??= createRoot(document.getElementById('place') ?? document.body)
  const screen = <Message asked={asked} newest={newest} say={translatorFor('en')} />
  await act(async () => root?.render(screen))
  return document.body.textContent ?? ''
}

/** Shows the screen directly after a release or a withdrawal. */
async function arrive(asked: string, newest: Release | null, Message = Released) {
  expectMessage()
  return show(asked, newest, Message)
}

const second = { ...plainRelease, version: '2.0' }

describe('the screen after a release', () => {
  it('names the number that was released', () => {
    const next = releasedAddress('/admin/framework/one')
    expect(addressAfter({ next, result: { version: '2.0 b' } })).toBe('/admin/framework/one?released=2.0%20b')
  })

  it('says in a focused heading that it was released, or published in a country', async () => {
    await arrive('2.0', second)
    expect(document.activeElement?.outerHTML).toMatch(/^<h2 .*>Released as 2\.0<\/h2>$/)
    await leave()
    await arrive('2.0', { ...second, country: 'ie' })
    expect(document.activeElement?.textContent).toBe('Published as 2.0')
  })

  it('says so for the next release too, in the same page', async () => {
    await arrive('2.0', second)
    const third = { ...second, id: 'third', version: '3.0' }
    expect(await arrive('3.0', third)).toContain('Released as 3.0')
    expect(document.activeElement?.textContent).toBe('Released as 3.0')
  })

  it('still says so when the page is rendered again, but not when it is opened or loaded later', async () => {
    await arrive('2.0', second)
    expect(await show('2.0', second)).toContain('Released as 2.0')
    await leave()
    expect(await show('2.0', second)).toBe('')
  })

  it('mentions only the newest release, and none if none is in use', async () => {
    expect(await arrive('', plainRelease)).toBe('')
    expect(await arrive('1.0', second)).toBe('')
    expect(await arrive('1.0', null)).toBe('')
  })
})

describe('the screen after a withdrawal', () => {
  const withdrawal = { ...second, id: 'w', kind: 'withdrawal' as const, seq: 3 }

  it('names the number that was withdrawn', () => {
    const next = withdrawnAddress('/admin/version/one')
    expect(addressAfter({ next, result: { version: '2.0' } })).toBe('/admin/version/one?withdrawn=2.0')
  })

  it('says so in a focused heading, but not when it is opened later', async () => {
    await arrive('2.0', withdrawal, Withdrawn)
    expect(document.activeElement?.outerHTML).toMatch(/^<h2 .*>Release 2\.0 withdrawn<\/h2>$/)
    await leave()
    expect(await show('2.0', withdrawal, Withdrawn)).toBe('')
  })

  it('says nothing if the newest is a release, or if another release was withdrawn', async () => {
    expect(await arrive('2.0', second, Withdrawn)).toBe('')
    expect(await arrive('1.0', withdrawal, Withdrawn)).toBe('')
  })
})
