import { resolve } from 'node:path'

/** Where everything that the embedded database and the local server keep lies: DATA_DIR, else `.data` in the project. */
export function dataDirectory(): string {
  return resolve(process.env.DATA_DIR || '.data')
}
