import { describe, expect, it } from 'vitest'
import { isReadableCall } from '@/admin/serverFunctions/readableCall'

const to = '401d7b0dfb00c9f55545c6475a374714f808247654'
const isReadable = (text: string) => isReadableCall({ to, kind: 'text/plain;charset=UTF-8', text })

describe('a call of a server function', () => {
  it.each([
    '[{"name":"form-state","args":{"a":1}}]',
    '[{"name":"x","args":{"a":"$undefined","b":"$$0:0","c":"$D2026-01-01","d":"$n12"}}]',
    '[{"name":"x","args":{"a":{"b":[1]},"c":"$0:0:args:a","d":"$0:0:args:a:b:0"}}]',
  ])('is accepted if a screen could have sent it: %s', (text) => {
    expect(isReadable(text)).toBe(true)
  })

  it.each([
    '[{"name":"x","a":"$0:0:name:0"}]',
    '[{"name":"xy","a":"$0:0:name:length"}]',
    '[{"name":"x","d":"$u","a":"$0:0:d:0"}]',
    '[{"name":"x","d":"$D2020","a":"$0:0:d:0"}]',
    '[{"name":"x","d":"$0:0:e:0","e":"$T"}]',
    '[{"name":"x","a":"$0:0:b"}]',
    '[{"name":"x","a":"$0:0"}]',
  ])('is rejected if it refers to something that is missing or to itself: %s', (text) => {
    expect(isReadable(text)).toBe(false)
  })

  it('is rejected if a few references expand to a lot, or if it holds more than a section can', () => {
    const tens = (name: string) => JSON.stringify(Array(10).fill(`$0:0:${name}`))
    const levels = ['b', 'c', 'd', 'e', 'f'].map((name, at) => `"${'abcde'[at]}":${tens(name)}`)
    expect(isReadable(`[{"name":"x",${levels.join()},"f":${JSON.stringify(Array(10).fill(0))}}]`)).toBe(false)
    expect(isReadable(`[{"name":"x","a":[${Array(660_000).fill('[]').join()}]}]`)).toBe(false)
  })

  it('is accepted with a text of 4,000 paragraphs', () => {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      textFormat: 0,
      textStyle: '',
      $: { id: 'x' },
      children: [{ type: 'text', version: 1, text: 'Words.', detail: 0, format: 0, mode: 'normal', style: '' }],
    }
    const call = [{ name: 'form-state', args: { data: { root: { children: Array(4_000).fill(paragraph) } } } }]
    expect(isReadable(JSON.stringify(call))).toBe(true)
  })
})
