import { expect, test } from 'vitest'
import { isSafeLink, isSafeUrl } from '@/domain/safeUrl'

test.each([
  'https://example.org',
  'HTTP://example.org/a?b#c',
  'mailto:help@example.org',
  'tel:+35722000000',
  'http://localhost:3000',
])('takes %s', (url) => {
  expect(isSafeUrl(url)).toBe(true)
  expect(isSafeLink(url)).toBe(true)
})

test.each(['#what-to-do', '/fr/boite-a-outils', 'other-section?x=1:2', '../next'])(
  'takes %s in a link, though not as an address of its own',
  (url) => {
    expect(isSafeLink(url)).toBe(true)
    expect(isSafeUrl(url)).toBe(false)
  },
)

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'https://',
  'mailto:',
  '',
  ' ',
])('refuses %j', (url) => {
  expect(isSafeUrl(url)).toBe(false)
  expect(isSafeLink(url)).toBe(false)
})
