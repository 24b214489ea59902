import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveSection } from '@/actions/saveSection'
import { block, type RichText, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit } from '../setup/factories'
import { type Acting, actingOn } from './acting'

let application: Application
let acting: Acting
let coordinator: Person
let toolkit: Toolkit

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit()
})

afterAll(() => application.stop())

const contact = (fields: Record<string, string>) =>
  block('contact', {
    children: Object.entries(fields).map(([name, words]) => block('field', { attrs: { name }, runs: [text(words)] })),
  })

const linked = (address: string) => block('paragraph', { runs: [text('The law', [], address)] })

const section = async () => (await acting.stored('sections', { key: { equals: toolkit.sections[0]?.key } }))[0] ?? {}

async function inputOf(body: RichText) {
  const { key, rev } = await section()
  return { toolkit: toolkit.id, key, seen: rev, language: 'en', body: toLexical(body) }
}

describe('an address in a text that is saved', () => {
  test('gets what was left out in front: in a link, in a contact and in a law', async () => {
    const law = block('legal', {
      children: [block('field', { attrs: { name: 'url' }, runs: [text('example.org/law')] })],
    })
    const body = [
      linked('example.org'),
      linked('help@example.org'),
      contact({ url: 'www.example.org', phone: '112' }),
      law,
    ]
    await acting.succeed(coordinator, saveSection, await inputOf(body))
    const stored = JSON.stringify((await section()).body)
    for (const address of [
      'https://example.org',
      'mailto:help@example.org',
      'https://www.example.org',
      'https://example.org/law',
    ])
      expect(stored).toContain(`"url":"${address}"`)
  })

  test.each([
    [
      'a mailbox',
      { email: 'help.example.org' },
      'mail',
      /^Text, contact 2: the e-mail address “help\.example\.org” is missing its @\./,
    ],
    [
      'a number',
      { phone: 'ask at the desk' },
      'phone',
      /^Text, contact 2: “ask at the desk” is not a telephone number\./,
    ],
    ['a page', { url: 'ask at the desk' }, 'web', /^Text, contact 2: “ask at the desk” is not a complete address\./],
  ])('is refused with its place if it is wrong: %s', async (_, fields, kind, says) => {
    const body = [contact({ email: 'help@example.org' }), contact({ name: 'A centre', ...fields })]
    const input = await inputOf(body)
    const { keys } = await acting.refuse(coordinator, saveSection, input)
    expect(keys).toEqual([`refusal.${kind}-address-wrong`])
    const answer = await application.act(coordinator, 'save-section', input)
    expect(answer.body.because).toEqual([expect.objectContaining({ field: 'body', text: expect.stringMatching(says) })])
  })
})
