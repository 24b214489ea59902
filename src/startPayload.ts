import config from '@payload-config'
import { getPayload } from 'payload'

/** Connects, runs the boot checks (payload.config.ts, onInit) and ends the process with the reason if they fail. */
export async function startPayload(): Promise<void> {
  try {
    await getPayload({ config })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
