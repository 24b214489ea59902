import { resolve } from 'node:path'

/**
 * The directory of everything that the embedded database and the local server store: DATA_DIR, else `.data` in the
 * project.
 */
export function dataDirectory(): string {
  return resolve(process.env.DATA_DIR || '.data')
}
