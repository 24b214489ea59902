import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentialsOf } from '@/accounts/stores'
import { runPendingMigrations } from '@/database/migrations'
import { withTransaction } from '@/database/transaction'
import { migrations } from '../../../migrations'
import { down } from '../../../migrations/20261127_194800_passwords_name_all_setters'
import { type Application, startApplication } from '../setup/application'
import { factoriesFor } from '../setup/factories'

let application: Application
/**
 * Accounts whose password somebody else set, by what is stored about it: only the last setter, as before, or a list.
 */
let ids: { last: string; middle: string; first: string; listed: string; own: string }

const at = new Date('2026-01-01')

beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  const made = async () => (await given.person()).id
  ids = { last: await made(), middle: await made(), first: await made(), listed: await made(), own: await made() }
  const { last, middle, first, listed, own } = ids
  await store(last, middle)
  await store(middle, first)
  // Two people who set each other's passwords.
  await store(first, last)
  await store(listed, [own, middle])
  await credentialsOf(application.payload).createIndex({ 'setByOther.by': 1 })
})

afterAll(() => application.stop())

test('an older password names everybody who could have set it, and no index by them is kept', async () => {
  const { last, middle, first, listed, own } = ids
  for (let time = 1; time <= 2; time++) {
    await migrateAgain()
    expect(await settersOf(last)).toEqual([middle, first])
    expect(await settersOf(middle)).toEqual([first, last])
    expect(await settersOf(first)).toEqual([last, middle])
    expect(await settersOf(listed)).toEqual([own, middle])
    expect(await settersOf(own)).toBeUndefined()
  }
  expect(await credentialsOf(application.payload).indexExists('setByOther.by_1')).toBe(false)
})

test('the last setter is kept if the migration is undone', async () => {
  const { payload } = application
  await withTransaction(payload, ({ req, session }) => down({ payload, req, session: session as never }))
  expect(await settersOf(ids.last)).toBe(ids.middle)
  expect(await settersOf(ids.own)).toBeUndefined()
})

async function store(user: string, by: string | string[]): Promise<void> {
  const setByOther = { by: by as string[], at }
  await credentialsOf(application.payload).updateOne({ _id: user }, { $set: { setByOther } })
}

async function settersOf(user: string): Promise<unknown> {
  const stored = await credentialsOf(application.payload).findOne({ _id: user })
  return stored?.setByOther?.by
}

async function migrateAgain(): Promise<void> {
  const name = '20261127_194800_passwords_name_all_setters'
  await application.payload.db.connection.collection('payload-migrations').deleteMany({ name })
  await runPendingMigrations(application.payload, migrations)
}
