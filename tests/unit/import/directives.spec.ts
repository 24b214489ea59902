import { describe, expect, it } from 'vitest'
import { bodyOf, drawn, noteOf, readMarkdownText, said } from './readText'

describe('structured blocks', () => {
  it('are checklists, with notes', async () => {
    const markdown = `:::checklist{title="Before you close"}
- The person **knows** what happens next
- Urgent needs are [passed on](https://example.org)

  Same day if there is pain
:::
`
    expect(drawn(await bodyOf(markdown))).toEqual([
      'checklist title=Before you close',
      '  entry',
      '    field name=text: The person knows what happens next',
      '    field name=note',
      '  entry',
      '    field name=text: Urgent needs are passed on (https://example.org)',
      '    field name=note: Same day if there is pain',
    ])
  })

  it('are indicators with their weight', async () => {
    const markdown =
      ':::indicators\n- [strong] Injuries\n\n  Medical report\n- [weak] Silence\n- [combination] Debt\n:::\n'
    expect(drawn(await bodyOf(markdown)).filter((line) => !line.endsWith('name=note'))).toEqual([
      'indicators',
      '  entry weight=strong',
      '    field name=indicator: Injuries',
      '    field name=note: Medical report',
      '  entry weight=weak',
      '    field name=indicator: Silence',
      '  entry weight=combination',
      '    field name=indicator: Debt',
    ])
  })

  it('are steps with who and deadline', async () => {
    const markdown =
      ':::steps{title="From registration"}\n1. Register\n\n   - who: officer\n   - deadline: within 3 days\n2. Decide\n:::\n'
    expect(drawn(await bodyOf(markdown))).toEqual([
      'steps title=From registration',
      '  entry',
      '    field name=what: Register',
      '    field name=who: officer',
      '    field name=deadline: within 3 days',
      '  entry',
      '    field name=what: Decide',
      '    field name=who',
      '    field name=deadline',
    ])
  })

  it('are callouts with a tone, paragraphs and lists', async () => {
    expect(drawn(await bodyOf(':::callout{tone="warning" title="Mind"}\nOne *word*.\n\n- a\n:::\n'))).toEqual([
      'callout tone=warning title=Mind',
      '  paragraph: One <italic>word</>.',
      '  list style=bullet',
      '    item: a',
    ])
  })

  it('are legal references and contacts', async () => {
    const markdown =
      '::legal{instrument="Directive 2011/36/EU" article="Article 11" url="https://example.org/d"}\n\n::contact{phone="+357 1" name="Help line"}\n'
    expect(drawn(await bodyOf(markdown)).filter((line) => line.includes(':') || !line.startsWith(' '))).toEqual([
      'legal',
      '  field name=instrument: Directive 2011/36/EU',
      '  field name=article: Article 11',
      '  field name=url: https://example.org/d',
      'contact',
      '  field name=name: Help line',
      '  field name=phone: +357 1',
    ])
  })

  it('do not include colons in ordinary text', async () => {
    expect(drawn(await bodyOf('At 10:30, see:this[x] and a::b.'))).toEqual([
      'paragraph: At 10:30, see:this[x] and a::b.',
    ])
  })

  it.each([
    [':::advice\na\n:::', 'import.directive-unknown'],
    ['::note{a="b"}', 'import.directive-unknown'],
    [':::callout{tone="loud"}\na\n:::', 'import.directive-tone'],
    [':::callout\na\n:::', 'import.directive-tone'],
    [':::indicators\n- [huge] a\n:::', 'import.entry-weight'],
    [':::indicators\n- a\n:::', 'import.entry-weight'],
    [':::steps\n1. a\n\n   - whom: b\n:::', 'import.entry-step'],
    [':::checklist\nno list\n:::', 'import.directive-list'],
    [':::checklist\n- a\n\n  > quote\n:::', 'import.entry-blocks'],
    [':::checklist\n- never closed', 'import.directive-open'],
    ['::: checklist\n- a\n:::', 'import.directive-broken'],
    [':::callout{tone="warning}\na\n:::', 'import.directive-broken'],
    ['a\n\n:::', 'import.directive-broken'],
    ['::checklist{title="a"}', 'import.directive-colons'],
    [':::legal{instrument="a"}\n:::', 'import.directive-colons'],
    ['::legal{}', 'import.directive-empty'],
  ])('stop the import if they are malformed, with file and line: %s', async (markdown, key) => {
    const document = await readMarkdownText(`# T\n\nText\n\n${markdown}\n`)
    const note = noteOf(document, key)
    expect(note).toMatchObject({ kind: 'problem' })
    expect(note?.source).toMatch(/^text\.md:[5-9]$/)
  })

  it('lose unknown attributes and invalid addresses, and say so', async () => {
    const document = await readMarkdownText('# T\n\n::legal{instrument="a" colour="red" url="javascript:1"}\n', 1)
    expect(said(document)).toEqual(['loss import.directive-attribute', 'loss import.link-dropped'])
  })
})
