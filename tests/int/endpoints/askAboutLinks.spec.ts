import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { rememberedAnswers } from '@/stored/linkAnswers'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let ireland: Variant
let hidden = ''
let requests = 0

const server = createServer((_, response) => {
  requests += 1
  response.end('What this network keeps for itself.')
})

const linked = (address: string) => block('paragraph', { runs: [text('See this', [], address)] })

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hidden = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  toolkit = await given.toolkit({
    sections: [{ source: 'guide', depth: 1, title: 'Asking', body: [linked(`${hidden}common`)] }],
  })
  ireland = await given.variant({ country: 'ie', toolkit })
  await acting.succeed(ireland.lead, adaptSection, {
    ...{ variant: ireland.id, seen: 0, language: 'en', key: toolkit.sections[0]?.key, reason: 'other' },
    body: toLexical([linked(`${hidden}own`), linked('https://nowhere.invalid/a#b'), linked('mailto:help@example.org')]),
  })
})

afterAll(async () => {
  await application.stop()
  await new Promise((resolve) => server.close(resolve))
})

const ask = (person: Person | null, place: string) => application.request(person, 'POST', `/api/links/${place}`, {})

describe('asking about the links of a text', () => {
  test('asks for the pages in the text that the person reads, never within a private network, and remembers when', async () => {
    const before = new Date().toISOString()
    const { body, status } = await ask(ireland.lead, `version/${ireland.id}?language=en`)
    expect([status, body]).toEqual([200, { ok: true, result: { left: 0 } }])
    for (const page of [`${hidden}own`, 'https://nowhere.invalid/a']) {
      const answer = rememberedAnswers.get(page)
      expect([page, answer?.is]).toEqual([page, 'silent'])
      expect(String(answer?.at) >= before).toBe(true)
    }
    expect(rememberedAnswers.get(`${hidden}common`)).toBeUndefined()
    await ask(await given.coordinator(), `framework/${toolkit.id}?language=en`)
    expect(rememberedAnswers.get(`${hidden}common`)?.is).toBe('silent')
    expect(requests).toBe(0)
  })

  test('is for those who may read the text, and says so to others', async () => {
    const place = `version/${ireland.id}?language=en`
    const expectRefused = async (person: Person | null, of: string, status: number, key: string) =>
      expect(await ask(person, of)).toMatchObject({ status, body: { ok: false, because: [{ key }] } })
    const unknown = 'refusal.variant-unknown'
    await expectRefused(null, place, 401, 'refusal.sign-in')
    await expectRefused(await given.lead('cy'), place, 404, unknown)
    expect((await ask(await given.person(), place)).status).toBe(403)
    await expectRefused(ireland.lead, `version/${ireland.id}?language=xx`, 404, unknown)
    await expectRefused(ireland.lead, `nothing/${ireland.id}?language=en`, 404, unknown)
    await expectRefused(ireland.lead, `framework/${ireland.id}?language=en`, 404, 'refusal.toolkit-unknown')
  })
})
