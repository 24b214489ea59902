import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RaceGround } from '@/scripts/attack/accountRaces'
import { raceAccounts } from '@/scripts/attack/accountRaces'
import { type Application, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

let application: Application

beforeAll(async () => {
  application = await startApplication()
})
afterAll(() => application.stop())

test('sign-ins and refreshes neither undo nor block a change of password, name or role', async () => {
  const administrator = await factoriesFor(application).person({ roles: [{ role: 'admin' }] })
  const admin = { name: 'Administrator', email: administrator.email, cookie: '' }
  admin.cookie = `toolkit-token=${await application.tokenOf(administrator)}`
  const ground: RaceGround = {
    database: application.payload.db.connection.getClient().db(application.payload.db.connection.name) as never,
    visitor: () => admin,
    ask: ({ cookie }, method, path, sent) =>
      application.request(null, method as 'GET', path, sent?.body, cookie ? { Cookie: cookie } : {}),
  }
  const { tried, broken } = await raceAccounts({ ground, rounds: 12 })
  expect({ tried, broken }).toEqual({ tried: 12, broken: [] })
}, 240_000)
