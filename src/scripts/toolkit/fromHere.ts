import { resolve } from 'node:path'

/** A path as the person who typed it means it: npm runs us in the folder of the project, wherever they are. */
export function fromHere(path: string): string {
  const { INIT_CWD: typedIn, npm_lifecycle_event: script } = process.env
  return resolve(script === 'toolkit' && typedIn ? typedIn : process.cwd(), path)
}
