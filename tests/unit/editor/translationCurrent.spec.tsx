// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, test } from 'vitest'
import { TranslationCurrent } from '@/admin/editor/TranslationCurrent.client'
import { expectMessage } from '@/admin/messageFocus.client'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

beforeEach(() => {
  document.body.innerHTML = '<div id="page"></div>'
})

describe('the message that a translation is up to date', () => {
  const page = () => {
    const place = document.getElementById('page')
    if (!place) throw new Error('There is no page')
    const root = createRoot(place)
    return (count: number) =>
      act(async () => root.render(<TranslationCurrent count={count}>Current</TranslationCurrent>))
  }

  test('comes when the last place is settled, and takes the focus that its button had', async () => {
    const show = page()
    await show(2)
    await show(1)
    expect(document.body.textContent).toBe('')
    expectMessage()
    await show(0)
    expect(document.activeElement?.textContent).toBe('Current')
  })

  test('is not there for a translation that was never behind on this page', async () => {
    await page()(0)
    expect(document.body.textContent).toBe('')
  })
})
