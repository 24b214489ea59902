import { expect, it } from 'vitest'
import { isEditorState } from '@/lexical/isEditorState'

const checklist = (count: number) => ({
  type: 'block',
  fields: { blockType: 'checklist', rows: Array.from({ length: count }, (_, at) => ({ id: `r${at}`, text: 't' })) },
})
const stateOf = (...children: object[]) => ({ root: { type: 'root', children } })
const callout = (...children: object[]) => ({
  type: 'block',
  fields: { blockType: 'callout', content: stateOf(...children) },
})

it('a text has up to 1,000 entries of structured blocks, which a server validates in one request', () => {
  expect(isEditorState(stateOf(checklist(600), checklist(400)))).toBe(true)
  expect(isEditorState(stateOf(checklist(1_001)))).toBe(false)
  expect(isEditorState(stateOf(checklist(600), checklist(401)))).toBe(false)
})

it('the entries in callouts and in tables count too', () => {
  const cell = (...children: object[]) => ({ type: 'tablecell', children })
  const table = (...children: object[]) => ({
    type: 'table',
    children: [{ type: 'tablerow', children: [cell(...children)] }],
  })
  expect(isEditorState(stateOf(checklist(500), callout(checklist(501))))).toBe(false)
  expect(isEditorState(stateOf(checklist(500), table(checklist(501))))).toBe(false)
})
