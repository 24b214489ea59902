import { z } from 'zod'

/** A running, empty application that only one test uses at a time. */
export type TestedApplication = {
  server: string
  database: string
  secret: string
  media: string
  /** Where its mails are shown. */
  inbox: string
}

const NAME = 'TEST_APPLICATIONS'

/** The set-up writes to this variable which applications run: one for each worker. */
export function announce(applications: TestedApplication[]): void {
  process.env[NAME] = JSON.stringify(applications)
}

/** The application of the current worker. */
export function application(): TestedApplication {
  const applications = z
    .array(
      z.object({
        server: z.string(),
        database: z.string(),
        secret: z.string(),
        media: z.string(),
        inbox: z.string(),
      }),
    )
    .parse(JSON.parse(process.env[NAME] ?? '[]'))
  const own = applications[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (!own) throw new Error('No application was started for this worker')
  return own
}
