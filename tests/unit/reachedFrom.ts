import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * All files that are loaded for these files, found by following imports; types do not count, because they are gone at
 * run time.
 */
export function reachedFrom(entries: string[]): { files: string[]; packages: string[] } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (file.endsWith('.json')) return
    const code = readFileSync(join(root, file), 'utf8').replace(/^(?:import|export) type [^']*'[^']*'/gm, '')
    for (const [, source = ''] of code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (source.startsWith('@/')) visit(withEnding(`src/${source.slice(2)}`))
      else if (source.startsWith('.')) visit(withEnding(relative(root, join(root, dirname(file), source))))
      else if (source.startsWith('@collections/')) visit(withEnding(`collections/${source.slice(13)}`))
      else if (source === '@payload-config') visit('payload.config.ts')
      else packages.add(source)
    }
  }
  entries.forEach(visit)
  return { files: [...files], packages: [...packages] }
}

const ENDINGS = ['', '.ts', '.tsx', '.js', '/index.ts']

function withEnding(path: string): string {
  const files = ENDINGS.map((ending) => `${path}${ending}`)
  return files.find((one) => /\.\w+$/.test(one) && existsSync(join(root, one))) ?? path
}
