import config from '@payload-config'
import { getPayload } from 'payload'
import { siteMemory } from '@/reader/siteMemory'

/** Checks what the server reads from its environment, connects, runs the boot checks (payload.config.ts, onInit), and ends the process with the reason if they fail. */
export async function startPayload(): Promise<void> {
  try {
    siteMemory(process.env)
    await getPayload({ config })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
