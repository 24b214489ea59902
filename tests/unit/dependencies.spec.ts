import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('the page of dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const [, running = '', developing = ''] = read('docs/dependencies.md').split('\n## ')

  it.each([
    ['dependencies', running, Object.keys(dependencies)],
    ['devDependencies', developing, Object.keys(devDependencies)],
  ])('has one row for each of the %s, and no other rows', (_, part, names) => {
    expect(names.length).toBeGreaterThan(10)
    expect(rowsOf(part).map(([name]) => name)).toEqual(names)
  })

  it('gives the licence that each package declares', () => {
    const rows = [...rowsOf(running), ...rowsOf(developing)]
    expect(rows.map(([name, , licence = '']) => [name, licence.replace(/ \(.*\)$/, '')])).toEqual(
      rows.map(([name]) => [name, licenceOf(name ?? '')]),
    )
  })

  it('says what each package is for, who maintains it and what it takes to replace it', () => {
    const rows = [...rowsOf(running), ...rowsOf(developing)]
    expect(rows.filter((cells) => cells.length !== 5 || cells.includes(''))).toEqual([])
  })
})

function rowsOf(part: string): string[][] {
  const rows = part.split('\n').filter((line) => line.startsWith('| `'))
  return rows.map((row) => {
    const [name = '', ...others] = row.slice(2, -2).split(' | ')
    return [name.replaceAll('`', ''), ...others]
  })
}

function licenceOf(name: string): string {
  return String(JSON.parse(read(`node_modules/${name}/package.json`)).license).replace(/^\(|\)$/g, '')
}
