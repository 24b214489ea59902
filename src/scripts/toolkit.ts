// The command line: `npm run toolkit -- <command> …`. Each command says what it did and ends with 0, or what is wrong and 1.
import { parseArgs } from 'node:util'
import { importCommand } from './toolkit/importCommand'
import { personCommand } from './toolkit/personCommand'

const USAGE = `Usage: npm run toolkit -- <command>

  import PATH --toolkit SLUG      Word file, Markdown file or folder into the common framework
         [--title TITLE]          title of a toolkit that does not exist yet
         [--language en]          language of the text (default: English)
         [--level N]              headings up to this level start a section (default: found out)
         [--dry-run]              only show what it would do
  person EMAIL --role ROLE        an account with a role (admin, coordinator, national-lead, national-editor,
         [--country CODE]         translator, reviewer, observer); without a country the role holds everywhere
         [--name NAME]            the password is asked for in TOOLKIT_PASSWORD, or made and shown once`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    toolkit: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string', default: 'en' },
    level: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    role: { type: 'string' },
    country: { type: 'string' },
    name: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const [command, subject] = positionals
process.exit(await run())

async function run(): Promise<number> {
  if (values.help) return say(USAGE, 0)
  if (command === 'import' && subject && values.toolkit) {
    return importCommand({ ...values, path: subject, toolkit: values.toolkit, dryRun: values['dry-run'] })
  }
  if (command === 'person' && subject && values.role) {
    return personCommand({ email: subject, role: values.role, country: values.country, name: values.name })
  }
  return say(USAGE, 1)
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}
