import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { VIEW_WORDS } from '@/textView/viewWords'

/*
 * A screen that runs in the browser has only the messages that its view sends (`sentWords`): a missing message would
 * show the user an error. This test reads every such screen with all that it imports.
 */
const root = resolve(import.meta.dirname, '../../..')

const views = readdirSync(join(root, 'src/admin'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => `src/admin/${name}`)
  .filter((file) => text(file).includes('sentWords({'))

it('finds the views that send messages', () => {
  expect(views.length).toBeGreaterThan(5)
})

it.each(views)('%s sends each message that its screens use in the browser', (view) => {
  const screens = importsOf(view).filter((file) => file.includes('.client.'))
  const beginnings = beginningsIn(text(view))
  const said = reachedFrom(screens).flatMap((file) => keysIn(text(file)).map((key) => ({ file, key })))
  expect(said).not.toEqual([])
  const missing = said.filter(({ key }) => !beginnings.some((one) => key.startsWith(one) || one.startsWith(key)))
  expect(missing).toEqual([])
})

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The prefixes of the messages that are sent; `VIEW_WORDS` stands for its own prefixes. */
function beginningsIn(view: string): string[] {
  return [...view.matchAll(/beginnings: \[([^\]]*)\]/g)].flatMap(([, list = '']) => [
    ...[...list.matchAll(/'([^']+)'/g)].map(([, one = '']) => one),
    ...(list.includes('VIEW_WORDS') ? VIEW_WORDS : []),
  ])
}

/** The keys in the code, or their prefixes: `t('editor.text')`, t(`words.mode.${mode}`). */
function keysIn(source: string): string[] {
  return [...source.matchAll(/\bt\(\s*['`]([a-z]+\.[^'`$]*)/g)].map(([, key = '']) => key)
}

function reachedFrom(files: readonly string[]): string[] {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    importsOf(file).forEach(visit)
  }
  files.forEach(visit)
  return [...reached]
}

function importsOf(file: string): string[] {
  return [...text(file).matchAll(/^import (?!type )[^']*'([^']+)'/gm)].flatMap(([, source = '']) => {
    if (!source.startsWith('.') && !source.startsWith('@/')) return []
    const path = source.startsWith('@/')
      ? `src/${source.slice(2)}`
      : relative(root, resolve(root, dirname(file), source))
    return [path, `${path}.ts`, `${path}.tsx`].filter((one) => /\.tsx?$/.test(one) && existsSync(join(root, one)))
  })
}
