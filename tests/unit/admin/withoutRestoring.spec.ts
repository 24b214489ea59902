import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the screen of a kept revision shows no button that would put it back: the server refuses that', () => {
  const root = join(import.meta.dirname, '../../..')
  // Named by Payload: with another name in a newer version the button would be there again.
  expect(readFileSync(join(root, RESTORE), 'utf8')).toContain("const baseClass = 'restore-version'")
  const style = readFileSync(join(root, 'src/admin/admin.css'), 'utf8')
  expect(style).toMatch(/\n\.restore-version \{\n {2}display: none;\n\}/)
})

const RESTORE = 'node_modules/@payloadcms/next/dist/views/Version/Restore/index.js'
