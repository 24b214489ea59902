import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Application, type Person, startApplication } from './setup/application'
import { type Factories, factoriesFor } from './setup/factories'

let application: Application
let given: Factories
let admin: Person
let lines: { level: number; msg?: string; err?: { stack?: string } }[] = []

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  admin = await given.person({ roles: [{ role: 'admin' }] })
  await application.tokenOf(admin)
  const { logger } = application.config
  if (typeof logger !== 'object' || !('options' in logger)) throw new Error('The configuration names no logger')
  // Configured as on the server, but kept here.
  application.payload.logger = pino(logger.options, { write: (line: string) => lines.push(JSON.parse(line)) }) as never
})
beforeEach(() => {
  lines = []
})
afterAll(() => application.stop())

const NAME = 'Maria Papadopoulou'

test.each<[number, string, () => Promise<{ status: number }>]>([
  [403, 'nobody may write', () => application.request(admin, 'POST', '/api/media?locale=en', { country: NAME })],
  [400, 'is no question', () => application.request(admin, 'GET', `/api/users?sort=hash.&where[${NAME}][equals]=1`)],
  [404, 'is not there', () => application.request(admin, 'GET', `/api/users/0123456789abcdef01234567`)],
  [404, 'is no picture', () => application.request(admin, 'GET', `/api/media/file/${NAME}.png`)],
  [428, 'names no revision', () => application.request(admin, 'PATCH', `/api/users/${admin.id}`, { name: NAME })],
  [400, 'is no account', () => application.request(admin, 'POST', '/api/users', { email: NAME, name: NAME })],
  [404, 'has no such name', () => application.request(admin, 'PATCH', `/api/users/${NAME}`, { rev: 1, name: NAME })],
])(
  'a refused request (%i, %s) makes at most one line in the log, without anything that was sent',
  async (status, _, ask) => {
    expect((await ask()).status).toBe(status)
    expect(lines.length, JSON.stringify(lines)).toBeLessThanOrEqual(1)
    expect(lines.filter(({ level, err, msg }) => level > 30 || err || (msg?.length ?? 0) > 120)).toEqual([])
    expect(JSON.stringify(lines)).not.toContain(NAME)
  },
)

test('a write that the database refuses makes one such line too', () => {
  const err = Object.assign(new Error(`Cast to ObjectId failed for value "${NAME}"`), { name: 'CastError' })
  application.payload.logger.error({ err })
  expect(lines).toMatchObject([{ level: 30, msg: 'Refused: 400 CastError' }])
  expect(JSON.stringify(lines)).not.toContain(NAME)
})

test('a server error is logged with its stack', async () => {
  const { find } = application.payload.db
  application.payload.db.find = () => Promise.reject(new Error('The database is on fire'))
  try {
    expect((await application.request(null, 'GET', '/api/releases')).status).toBe(500)
  } finally {
    application.payload.db.find = find
  }
  expect(lines).toMatchObject([{ level: 50, err: { message: 'The database is on fire' } }])
  expect(lines[0]?.err?.stack).toContain('log.spec.ts')
})
