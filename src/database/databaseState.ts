import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { runningProcess } from './runningProcess'

/** The state that the last start of the embedded database stored; `running` only while it should be running. */
export type DatabaseState = z.infer<typeof databaseState>

const databaseState = z.object({
  port: z.number().int(),
  /** The program that wrote the data. */
  binary: z.string(),
  /** Whether it requires the password that is stored with the data. */
  asksForPassword: z.boolean().optional(),
  running: z.object({ mongod: runningProcess, owner: runningProcess }).optional(),
})

/** Undefined if there is no state or if it cannot be read: then the database starts again with its data. */
export async function readState(path: string): Promise<DatabaseState | undefined> {
  try {
    return databaseState.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Only under the lock of the database. */
export async function writeState({ path, state }: { path: string; state: DatabaseState }): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(state))
  await rename(`${path}.part`, path)
}
