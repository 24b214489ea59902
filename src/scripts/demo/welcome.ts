import { relative, sep } from 'node:path'
import { DEMO_PASSWORD, people } from './people'

/** What the sample says when it runs; `dataDir` is where its own database is, null where another one is used. */
export function welcome({ url, dataDir }: { url: string; dataDir: string | null }): string {
  return `
Everything here is a SAMPLE: texts, deadlines and contacts are invented.

  Read      ${url}/
            ${url}/common/en/special-needs           the common framework
            ${url}/ie/en/special-needs               Ireland
            ${url}/ie/en/special-needs/compare       where Ireland differs
            ${url}/cy/el/special-needs               Cyprus, in Greek
            ${url}/ch/de/special-needs               Switzerland, in three languages
  Write     ${url}/admin                             sign in as one of these

${Object.values(people)
  .map(({ email, name }) => `            ${email.padEnd(36)}${name}`)
  .join('\n')}
            Password of all: ${DEMO_PASSWORD}

Ctrl-C ends it. What you write stays in ${dataDir === null ? 'the database of DATABASE_URI' : folderName(dataDir)} for the next start.`
}

/** As short as it can be said: from here, where it is below. */
function folderName(dataDir: string): string {
  const fromHere = relative('', dataDir)
  const isBelow = fromHere !== '' && fromHere !== '..' && !fromHere.startsWith(`..${sep}`)
  return `${isBelow ? fromHere : dataDir}${sep}`
}
