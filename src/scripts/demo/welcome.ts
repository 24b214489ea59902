import { relative, sep } from 'node:path'
import { DEMO_PASSWORD, people } from './people'

/**
 * The message of the running sample; `dataDir` is the folder of its own database, null if another one is used; `inboxUrl` is where
 * its mails are shown, null if another mail server takes them.
 */
export function welcome({
  url,
  inboxUrl,
  dataDir,
}: {
  url: string
  inboxUrl: string | null
  dataDir: string | null
}): string {
  return `
Everything here is a SAMPLE: texts, deadlines and contacts are invented.

  Read      ${url}/
            ${url}/common/en/special-needs           the common framework
            ${url}/common/en/special-needs/v/2.0/changes/1.0
                                                     what changed in its second release
            ${url}/ie/en/special-needs               Ireland
            ${url}/ie/en/special-needs/compare       where Ireland differs
            ${url}/cy/el/special-needs               Cyprus, in Greek
            ${url}/ch/de/special-needs               Switzerland, in three languages
  Write     ${url}/admin                             sign in as one of these

${Object.values(people)
  .map(({ email, name }) => `            ${email.padEnd(36)}${name}`)
  .join('\n')}
            Password of all: ${DEMO_PASSWORD}
${inboxUrl === null ? '' : `\n  Mails     ${inboxUrl.padEnd(36)}what the sample sends; nothing leaves this machine\n`}
Ctrl-C ends it. What you write stays in ${dataDir === null ? 'the database of DATABASE_URI' : folderName(dataDir)} for the next start.`
}

/** The shortest form of the path: relative, if it is below the current folder. */
function folderName(dataDir: string): string {
  const fromHere = relative('', dataDir)
  const isBelow = fromHere !== '' && fromHere !== '..' && !fromHere.startsWith(`..${sep}`)
  return `${isBelow ? fromHere : dataDir}${sep}`
}
