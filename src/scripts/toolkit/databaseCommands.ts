import { parseArgs } from 'node:util'
import type { ImportArgs } from './importCommand'
import type { PersonArgs } from './personCommand'
import type { PrepareDatabaseArgs } from './prepareDatabaseCommand'

export type DatabaseCommand =
  | { ok: true; command: 'import'; given: ImportArgs }
  | { ok: true; command: 'person'; given: PersonArgs }
  | { ok: true; command: 'prepare-database'; given: PrepareDatabaseArgs }
  | { ok: false; because: string }

/** What is to be done, or what is missing to do it. */
export function parseDatabaseCommand([command, ...args]: string[]): DatabaseCommand {
  try {
    if (command === 'import') return parseImport(args)
    return command === 'person' ? parsePerson(args) : parsePrepareDatabase(args)
  } catch (error) {
    return { ok: false, because: error instanceof Error ? error.message : String(error) }
  }
}

function parseImport(args: string[]): DatabaseCommand {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      toolkit: { type: 'string' },
      title: { type: 'string' },
      language: { type: 'string', default: 'en' },
      level: { type: 'string' },
      'allow-gone': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [path, ...others] = positionals
  const { toolkit, title, language, level } = values
  if (!path || others.length > 0) return { ok: false, because: 'Name one file or folder to import.' }
  if (!toolkit) return { ok: false, because: 'Name the toolkit: --toolkit SLUG.' }
  const allowGone = values['allow-gone']
  if (level !== undefined && level !== 'automatic' && !/^[1-6]$/.test(level))
    return { ok: false, because: '--level is a number from 1 to 6, or "automatic".' }
  if (allowGone !== undefined && !/^\d{1,5}$/.test(allowGone))
    return { ok: false, because: '--allow-gone is a number of sections.' }
  return {
    ok: true,
    command: 'import',
    given: { path, toolkit, title, language, level, allowGone, dryRun: values['dry-run'] },
  }
}

function parsePerson(args: string[]): DatabaseCommand {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, country: { type: 'string' }, name: { type: 'string' } },
  })
  const [email, ...others] = positionals
  const { role, country, name } = values
  if (!email || others.length > 0) return { ok: false, because: 'Name one e-mail address.' }
  if (!role) return { ok: false, because: 'Name the role: --role ROLE.' }
  return { ok: true, command: 'person', given: { email, role, country, name } }
}

function parsePrepareDatabase(args: string[]): DatabaseCommand {
  const { values } = parseArgs({ args, options: { user: { type: 'string', default: 'toolkit-server' } } })
  // The embedded database is used on one machine, whose owner can do anything with its files.
  if (!process.env.DATABASE_URI)
    return { ok: false, because: 'Set DATABASE_URI to the address for an administrator of the database.' }
  if (!/^[\w.-]{1,64}$/.test(values.user))
    return { ok: false, because: '--user is a name of letters, digits, . _ and -.' }
  return { ok: true, command: 'prepare-database', given: { user: values.user } }
}
