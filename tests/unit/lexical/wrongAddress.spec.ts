import { describe, expect, it } from 'vitest'
import { wrongAddressIn } from '@/lexical/wrongAddress'

const state = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })
const block = (fields: object) => ({ type: 'block', version: 2, fields })
const link = (url: string) => ({ type: 'paragraph', children: [{ type: 'link', fields: { url }, children: [] }] })

describe('an address in a text that cannot be stored as typed', () => {
  it.each<[string, unknown, string, string]>([
    [
      'a web address without its beginning',
      block({ blockType: 'legal', url: 'example.org/law' }),
      'web',
      'example.org/law',
    ],
    ['a script in a link', link('javascript:alert(1)'), 'web', 'javascript:alert(1)'],
    ['a link without an address', link(''), 'web', ''],
    [
      'words instead of a mailbox',
      block({ blockType: 'contact', email: 'ask at the desk' }),
      'mail',
      'ask at the desk',
    ],
    ['one in a callout', block({ blockType: 'callout', content: state(link('data:x')) }), 'web', 'data:x'],
    [
      'one in a list',
      { type: 'list', children: [{ type: 'listitem', children: [link('vbscript:x')] }] },
      'web',
      'vbscript:x',
    ],
  ])('%s is found', (_, node, kind, address) => {
    expect(wrongAddressIn(state(link('https://example.org'), node))).toEqual({ kind, address })
  })

  it('is not found if addresses are complete, empty, begin with www. or lead to a page of the site', () => {
    const text = state(
      block({ blockType: 'legal', url: 'https://example.org/law' }),
      block({ blockType: 'contact', url: 'www.example.org', email: ' help@example.org ' }),
      block({ blockType: 'contact', url: '', email: null }),
      link('mailto:help@example.org'),
      link('#place'),
      link('/page'),
    )
    expect(wrongAddressIn(text)).toBe(null)
    expect(wrongAddressIn(undefined)).toBe(null)
  })
})
