// One worker of `npm run test:mail`, which kills it: `tsx src/scripts/mail/worker.ts '{"databaseUri":…,"smtpUrl":…,"leaseMs":…}'`.
import { MongoClient } from 'mongodb'
import { z } from 'zod'
import { mailSettings } from '@/mail/mailSettings'
import { startMailWorker } from '@/mail/mailWorker'
import { smtpSender } from '@/mail/smtpSender'
import { writeMail } from '@/mail/writeMail'

const given = z.object({ databaseUri: z.string(), smtpUrl: z.string(), leaseMs: z.number() })
const { databaseUri, smtpUrl, leaseMs } = given.parse(JSON.parse(process.argv[2] ?? '{}'))
const settings = mailSettings({ SMTP_URL: smtpUrl, MAIL_FROM: 'toolkit@example.org' })
if (!settings) throw new Error('There is no mail server')
const client = await MongoClient.connect(databaseUri, {
  w: 'majority',
  readConcernLevel: 'majority',
  retryWrites: true,
})
startMailWorker({
  database: client.db(),
  write: (mail) =>
    writeMail({ mail, serverURL: 'https://toolkit.example.org', secret: 'only for tests', from: settings.from }),
  // The mail server recognises the process by this name.
  send: smtpSender({ server: settings.server, name: `worker-${process.pid}` }),
  onProblem: (error) => console.error(error),
  leaseMs,
  pollMs: 50,
  firstPauseMs: 100,
})
console.log('ready')
// It does not outlive the run.
process.stdin.on('end', () => process.exit(0)).resume()
