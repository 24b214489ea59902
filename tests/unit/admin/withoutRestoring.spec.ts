import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the screen of a kept revision has no restore button, because the server refuses to restore', () => {
  const root = join(import.meta.dirname, '../../..')
  // This is Payload's name for it: if a new version of Payload renames it, the button would appear again.
  expect(readFileSync(join(root, RESTORE), 'utf8')).toContain("const baseClass = 'restore-version'")
  const style = readFileSync(join(root, 'src/admin/admin.css'), 'utf8')
  expect(style).toMatch(/\n\.restore-version \{\n {2}display: none;\n\}/)
})

const RESTORE = 'node_modules/@payloadcms/next/dist/views/Version/Restore/index.js'
