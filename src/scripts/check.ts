// Checks before handing over: lint, types, and up-to-date generated files. Ends with 1 if anything fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

// In parallel, because the generated files wait for a database, and the check of types uses one processor.
const passed = await Promise.all([
  generatedFilesAreCurrent(),
  run('Lint', 'npx', ['biome', 'check', '.']),
  run('Types', 'npx', ['tsc', '--noEmit']),
])
if (!passed.every(Boolean)) process.exit(1)
console.log('All checks passed.')

async function generatedFilesAreCurrent(): Promise<boolean> {
  const before = GENERATED.map(read)
  for (const [name, script] of [
    ['Generated types', 'generate:types'],
    ['Import map', 'generate:importmap'],
  ] as const) {
    if (!(await run(name, 'npm', ['run', '--silent', script]))) return false
  }
  const stale = GENERATED.filter((path, index) => read(path) !== before[index])
  if (stale.length === 0) return true
  console.error(`These generated files were out of date and are new now; commit them: ${stale.join(', ')}`)
  return false
}

/** Prints the output of a step when it has ended, so that the lines of two steps do not mix. */
async function run(name: string, command: string, args: string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  console.log(`— ${name}`)
  process.stdout.write(out)
  process.stderr.write(errors)
  if (child.exitCode === 0) return true
  console.error(`${name}: not right. What is wrong stands above.`)
  return false
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
