import { describe, expect, it } from 'vitest'
import { wrongAddressIn } from '@/lexical/wrongAddress'

const state = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })
const block = (fields: object) => ({ type: 'block', version: 2, fields })
const link = (url: string) => ({
  type: 'paragraph',
  children: [{ type: 'link', fields: { url }, children: [{ type: 'text', text: 'the law' }] }],
})
const right = { blockType: 'contact', email: 'help@example.org' }

describe('an address in a text that cannot be stored as typed', () => {
  it.each<[string, unknown, object]>([
    [
      'words instead of a web address',
      block({ blockType: 'legal', url: 'ask at the desk' }),
      { kind: 'web', address: 'ask at the desk', place: { block: 'legal', number: 1 } },
    ],
    [
      'a script in a link',
      link('javascript:alert(1)'),
      { kind: 'web', address: 'javascript:alert(1)', place: { block: 'link', words: 'the law' } },
    ],
    ['a link without an address', link(''), { kind: 'web', address: '', place: { block: 'link', words: 'the law' } }],
    [
      'a mailbox without @',
      block({ blockType: 'contact', email: ' help.example.org' }),
      { kind: 'mail', fault: 'at', address: ' help.example.org', place: { block: 'contact', number: 2 } },
    ],
    [
      'a telephone number without digits',
      block({ blockType: 'contact', phone: 'ρωτήστε στην είσοδο' }),
      { kind: 'phone', address: 'ρωτήστε στην είσοδο', place: { block: 'contact', number: 2 } },
    ],
    [
      'one in a callout',
      block({ blockType: 'callout', content: state(link('data:x')) }),
      { kind: 'web', address: 'data:x', place: { block: 'link', words: 'the law' } },
    ],
    [
      'one in a list',
      { type: 'list', children: [{ type: 'listitem', children: [link('vbscript:x')] }] },
      { kind: 'web', address: 'vbscript:x', place: { block: 'link', words: 'the law' } },
    ],
  ])('%s is found with its place', (_, node, found) => {
    expect(wrongAddressIn(state(link('https://example.org'), block(right), node))).toEqual(found)
  })

  it('is found with the beginning of a long link', () => {
    const children = [{ type: 'text', text: 'the law '.repeat(40) }]
    const long = { type: 'paragraph', children: [{ type: 'link', fields: { url: 'data:x' }, children }] }
    expect(wrongAddressIn(state(long))?.place).toEqual({ block: 'link', words: 'the law '.repeat(40).slice(0, 100) })
  })

  it('is not found if addresses are empty, complete, or lack only their beginning', () => {
    const text = state(
      block({ blockType: 'legal', url: 'https://example.org/law' }),
      block({ blockType: 'contact', url: 'example.org', email: ' help@example.org ', phone: '116 006 (free)' }),
      block({ blockType: 'contact', url: '', email: null, phone: '' }),
      link('mailto:help@example.org'),
      link('#place'),
      link('/page'),
    )
    expect(wrongAddressIn(text)).toBe(null)
    expect(wrongAddressIn(undefined)).toBe(null)
  })
})
