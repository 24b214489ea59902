// Before handing over: lint, types, and generated files that are up to date. Ends with 1 at the first that is not.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

const before = GENERATED.map(read)
run('Lint', 'npx', ['biome', 'check', '.'])
run('Generated types', 'npm', ['run', '--silent', 'generate:types'])
run('Import map', 'npm', ['run', '--silent', 'generate:importmap'])
const stale = GENERATED.filter((path, index) => read(path) !== before[index])
if (stale.length > 0) end(`These generated files were out of date and are new now; commit them: ${stale.join(', ')}`)
run('Types', 'npx', ['tsc', '--noEmit'])
console.log('All checks passed.')

function run(name: string, command: string, args: string[]): void {
  console.log(`— ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) end(`${name}: not right. What is wrong stands above.`)
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

function end(message: string): never {
  console.error(message)
  process.exit(1)
}
