import { resolve } from 'node:path'

/** A path relative to the folder in which the person typed it: npm runs us in the folder of the project. */
export function fromHere(path: string): string {
  const { INIT_CWD: typedIn, npm_lifecycle_event: script } = process.env
  return resolve(script === 'toolkit' && typedIn ? typedIn : process.cwd(), path)
}
