import { parseArgs } from 'node:util'
import type { ImportArgs } from './importCommand'
import type { PersonArgs } from './personCommand'

export type DatabaseCommand =
  | { ok: true; command: 'import'; given: ImportArgs }
  | { ok: true; command: 'person'; given: PersonArgs }
  | { ok: false; because: string }

/** What is to be done, or what is missing to do it. */
export function parseDatabaseCommand([command, ...args]: string[]): DatabaseCommand {
  try {
    return command === 'import' ? parseImport(args) : parsePerson(args)
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
