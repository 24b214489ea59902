import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { mistakesIn, runMails } from '@/scripts/mail/mailRun'
import { randomFrom } from '@/scripts/random'
import { databaseUri } from '../setup/databaseUri'

/** The short form of `npm run test:mail`. */
test('each mail arrives once and in the order of its address, although workers are killed while they send', async () => {
  const uri = new URL(databaseUri())
  uri.pathname = `/mail-${randomUUID()}`
  const report = await runMails({
    ...{ mails: 24, addresses: 4, workers: 4, kills: 5 },
    databaseUri: uri.href,
    random: randomFrom(1),
  })
  expect(mistakesIn(report), JSON.stringify(report)).toEqual([])
  expect(report.kills).toBe(5)
  expect(report.stored).toBeGreaterThanOrEqual(24)
})
