// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PartRules } from '@/admin/editor/PartRules.client'
import { editorText } from '@/admin/editor/sectionValues'
import type { SeenRule } from '@/domain/partRules'
import type { RichText } from '@/domain/richText/richText'
import type { Policy } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { p } from '../domain/sections'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const BODY = [p('First listen.', 'a'), p('Call 112.', 'call')]
const rule = (given: Partial<SeenRule> = {}): SeenRule => ({
  ...{ field: 'body', block: 'call', demand: 'fixed', guidance: '' },
  ...given,
})

let root: Root
let rules: SeenRule[]

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(() => act(async () => root.unmount()))

async function show({
  given = [],
  body = BODY,
  policy = 'free',
}: {
  given?: SeenRule[]
  body?: RichText
  policy?: Policy
} = {}): Promise<void> {
  rules = given
  await act(async () =>
    root.render(
      <PartRules
        rules={rules}
        body={editorText(body)}
        saved={editorText(BODY)}
        policy={policy}
        language="en"
        t={translatorFor('en')}
        onChange={(next) => {
          rules = next
        }}
      />,
    ),
  )
}

/** The choices, by the words of their labels. */
function choices(): Map<string, HTMLSelectElement> {
  return new Map(
    [...document.querySelectorAll('label')].flatMap((label) => {
      const control = document.getElementById(label.htmlFor)
      // What follows the name says for screen readers what is chosen.
      const [name = ''] = (label.textContent ?? '').split(': What countries may change')
      return control instanceof HTMLSelectElement ? [[name, control]] : []
    }),
  )
}

async function choose(label: string, value: string): Promise<void> {
  const control = choices().get(label)
  if (!control) throw new Error(`There is no choice "${label}"`)
  await act(async () => {
    control.value = value
    control.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

const shownWords = () => document.body.textContent ?? ''

describe('the choice of what countries may change', () => {
  it('is there for each field and for each block, in order, with its first words', async () => {
    await show({ given: [rule()] })
    expect([...choices()].map(([label, { value }]) => [label, value])).toEqual([
      ['Title', 'free'],
      ['Summary', 'free'],
      ['Text as a whole', 'free'],
      ['1. “First listen.”', 'free'],
      ['2. “Call 112.”', 'fixed'],
    ])
  })

  it('sets, changes and removes a rule, always in one order', async () => {
    await show({ given: [rule()] })
    await choose('1. “First listen.”', 'fill-in')
    expect(rules).toEqual([rule({ block: 'a', demand: 'fill-in' }), rule()])
    await show({ given: rules })
    await choose('Title', 'fixed')
    expect(rules.map(({ field }) => field)).toEqual(['title', 'body', 'body'])
    await show({ given: [rule()] })
    await choose('2. “Call 112.”', 'free')
    expect(rules).toEqual([])
  })

  it('asks for guidance where something is to be filled in', async () => {
    await show({ given: [rule({ demand: 'fill-in', guidance: 'Name the hotline.' })] })
    const field = document.querySelector<HTMLInputElement>('#rule-call-guidance')
    expect([field?.value, field?.lang]).toEqual(['Name the hotline.', 'en'])
  })

  it('is of the text as a whole or of its blocks, and says so', async () => {
    await show({ given: [rule()] })
    await choose('Text as a whole', 'fixed')
    expect(rules).toEqual([rule({ block: null })])
    await show({ given: rules })
    expect([...choices().keys()]).toEqual(['Title', 'Summary', 'Text as a whole'])
    expect(shownWords()).toContain('The text as a whole has a rule.')
  })

  it('waits for a save where a block is new, and knows a block again that lost its id', async () => {
    await show({ given: [rule()], body: [p('New.'), p('Call 112.')] })
    expect([...choices().keys()].slice(3)).toEqual(['2. “Call 112.”'])
    expect(choices().get('2. “Call 112.”')?.value).toBe('fixed')
    expect(shownWords()).toContain('Save the section first')
  })

  it('says that a rule goes with the block that is taken out', async () => {
    await show({ given: [rule()], body: [p('First listen.', 'a')] })
    expect(document.querySelector('[role="status"]')?.textContent).toBe(
      '“Call 112.” is no longer in the text. Its rule is removed when you save.',
    )
  })

  it('does not ask countries to fill in a section that they may only supplement', async () => {
    await show({ policy: 'supplement-only' })
    expect([...choices().values()].every(({ options }) => options[2]?.disabled)).toBe(true)
    expect(shownWords()).toContain('they cannot fill in a part of it')
  })
})
