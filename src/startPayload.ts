import config from '@payload-config'
import { getPayload } from 'payload'
import { database } from '@/accounts/stores'
import { mailSettings } from '@/mail/mailSettings'
import { sendStoredMails } from '@/mail/sendStoredMails'
import { siteMemory } from '@/reader/siteMemory'

/**
 * Checks what the server reads from its environment, connects, runs the boot checks (payload.config.ts, onInit), and ends the
 * process with the reason if they fail. From then on this server sends the stored mails, if it has the settings for it.
 */
export async function startPayload(): Promise<void> {
  try {
    siteMemory(process.env)
    const settings = mailSettings(process.env)
    const payload = await getPayload({ config })
    if (!settings) return
    const {
      secret,
      config: { serverURL },
    } = payload
    const onProblem = (error: unknown) => payload.logger.error({ err: error })
    sendStoredMails({ database: database(payload), settings, serverURL, secret, onProblem })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
