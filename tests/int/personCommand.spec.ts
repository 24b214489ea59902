import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { PersonArgs } from '@/scripts/toolkit/personCommand'
import { type Application, startApplication } from './setup/application'
import { factoriesFor } from './setup/factories'

let application: Application

beforeAll(async () => {
  application = await startApplication()
  vi.stubEnv('TOOLKIT_PASSWORD', '')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await application.stop()
})

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation((line) => lines.push(line))
})

/** The output of the command, and the password if it shows one. */
async function run(given: Partial<PersonArgs> & { email: string }) {
  const { personCommand } = await import('@/scripts/toolkit/personCommand')
  const code = await personCommand({ role: 'admin', country: undefined, name: undefined, ...given })
  const said = lines.splice(0).join('\n')
  return { code, said, password: /shown once\): (\S+)/.exec(said)?.[1] }
}

const signIn = (email: string, password: string | undefined) =>
  application.request(null, 'POST', '/api/users/login', { email, password })

test('an account that was created on the screen without a password gets one that is shown and works', async () => {
  await application.payload.create({
    collection: 'users',
    data: { email: 'made-on-screen@example.org', name: 'Made' },
    overrideAccess: true,
  })
  const { code, password } = await run({ email: 'made-on-screen@example.org' })
  expect(code).toBe(0)
  expect((await signIn('made-on-screen@example.org', password)).status).toBe(200)
})

test('an address is found however it is written', async () => {
  const first = await run({ email: 'First.Person@Example.org' })
  expect((await signIn('first.person@example.org', first.password)).status).toBe(200)
  const again = await run({ email: 'FIRST.PERSON@EXAMPLE.ORG', role: 'observer' })
  expect(again).toMatchObject({ code: 0, password: undefined })
  expect(again.said).toContain('keep the password')
  const { totalDocs } = await application.payload.count({
    collection: 'users',
    overrideAccess: true,
    where: { email: { contains: 'first.person' } },
  })
  expect(totalDocs).toBe(1)
})

test('a person who has a password keeps it', async () => {
  const person = await factoriesFor(application).person()
  expect((await run({ email: person.email })).password).toBeUndefined()
  expect((await signIn(person.email, person.password)).status).toBe(200)
})

test('an invalid address is reported, and nothing is created', async () => {
  const { code, said } = await run({ email: 'nobody' })
  expect([code, said]).toEqual([1, '"nobody" is not an e-mail address.'])
})
