import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].toSorted()

const read = (page: string) => readFileSync(page, 'utf8')

it('the README sets up the application with two commands and describes how the tests run', () => {
  const commands = [...read('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines.trim())
  expect(commands).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  expect(read('.ci/run')).toMatch(/^npm ci\n[\s\S]*^npm test$/m)
})

describe.each(PAGES)('%s', (page) => {
  it('names only scripts that package.json has', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
    const named = [...read(page).matchAll(/npm run (?:--silent )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it('links to existing pages and headings', () => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to)
    expect(links.filter((to) => !/^(https?|mailto):/.test(to) && !leadsSomewhere(page, to))).toEqual([])
  })
})

it('the list of commands has every script', () => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
  const listed = [...read('docs/commands.md').matchAll(/`([a-z][a-z0-9:-]*)(?: -- …)?`/g)].map(([, name = '']) => name)
  expect(Object.keys(scripts).filter((name) => !listed.includes(name))).toEqual([])
})

function leadsSomewhere(page: string, to: string): boolean {
  const [path = '', heading] = to.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(target)) return false
  return heading === undefined || headingsOf(target).includes(heading)
}

/** The addresses of a page's headings, as GitHub makes them. */
function headingsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}
