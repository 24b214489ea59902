import { describe, expect, it } from 'vitest'
import { childElements, type MarkupElement, markupTree, textIn } from '@/import/markupTree'

describe('XML as a tree', () => {
  it.each([
    ['with Windows line ends', '<a>\r\n<b x="1">one</b></a>'],
    ['with characters of two code units', '<a>\u{1F600}<b x="1">one</b></a>'],
    ['with a declaration, comments and CDATA', '<?xml version="1.0"?><!-- c --><a><![CDATA[<]]><b x="1">one</b></a>'],
    ['with a > in a value', '<a y="1>2"><b x="1">one</b></a>'],
  ])('gives the positions of tags in its source, also %s', (_, source) => {
    const found = named('b', markupTree(source))
    expect(source.slice(found?.contentStart, found?.end)).toBe('one</b>')
    expect(found?.attributes).toMatchObject({ x: '1' })
  })

  it('gives an empty element one position', () => {
    expect(named('b', markupTree('<a><b/></a>'))).toMatchObject({ contentStart: 7, end: 7 })
  })

  it('decodes references and keeps CDATA unchanged', () => {
    const tree = markupTree('<a b="&quot;">&lt;&#233;&#x3b1;<![CDATA[&lt;]]></a>')
    expect(tree && textIn(tree)).toBe('<éα&lt;')
    expect(named('a', tree)?.attributes).toMatchObject({ b: '"' })
  })

  it.each([
    ['cut off', '<a><b></b>'],
    ['cut off in a tag', '<a></a'],
    ['crossed', '<a><b></a></b>'],
    ['with an extra end tag', '<a></a></a>'],
    ['with an unquoted value', '<a b=c/>'],
    ['with an attribute that occurs twice', '<a b="1" b="2"/>'],
    ['with an HTML reference', '<a>&eacute;</a>'],
    ['with a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['with entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['with more than 200 nested elements', `${'<a>'.repeat(201)}${'</a>'.repeat(201)}`],
    ['that is not XML', 'text'],
    ['that is empty', ''],
  ])('is refused %s', (_, source) => {
    expect(markupTree(source)).toBeNull()
  })
})

function named(name: string, element: MarkupElement | null): MarkupElement | undefined {
  for (const child of element ? childElements(element) : []) {
    const found = child.name === name ? child : named(name, child)
    if (found) return found
  }
  return undefined
}
