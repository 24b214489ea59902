import { expect, test } from 'vitest'
import { completedAddress, isMailAddress, isSafeLink, isSafeUrl, linkTarget, mailFault } from '@/domain/safeUrl'

test.each([
  'https://example.org',
  'HTTP://example.org/a?b#c',
  'mailto:help@example.org',
  'tel:+35722000000',
  'http://localhost:3000',
])('accepts %s', (url) => {
  expect(isSafeUrl(url)).toBe(true)
  expect(isSafeLink(url)).toBe(true)
})

test.each(['#what-to-do', '/fr/boite-a-outils', 'other-section?x=1:2', '../next'])(
  'accepts %s in a link, but not as a stand-alone address',
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

test.each([
  ['www.example.org', 'https://www.example.org'],
  [' www.example.org/a?b#c ', 'https://www.example.org/a?b#c'],
  ['WWW.Example.org', 'https://WWW.Example.org'],
  ['https://example.org', 'https://example.org'],
  ['example.org', 'https://example.org'],
  ['asyl.admin.ch/gesuch?a=1#b', 'https://asyl.admin.ch/gesuch?a=1#b'],
  ['υπουργείο.ελ', 'https://υπουργείο.ελ'],
  ['localhost.example:3000/a', 'https://localhost.example:3000/a'],
  [' help@example.org', 'mailto:help@example.org'],
  ['guide.md', 'guide.md'],
  ['chapter-2.html', 'chapter-2.html'],
  ['/page', '/page'],
  ['#place', '#place'],
  ['Art. 5', 'Art. 5'],
  ['2.1', '2.1'],
  ['example.org, www.example.com', 'example.org, www.example.com'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['www.example.org@evil.example', 'mailto:www.example.org@evil.example'],
  ['www.example.org/@evil.example', 'https://www.example.org/@evil.example'],
  ['www.ask at the desk', 'www.ask at the desk'],
])('completes %j to %j', (given, address) => {
  expect(completedAddress(given)).toBe(address)
})

test.each(['help@example.org', 'a.b+c@sub.example.org', 'élise@exemple.fr', 'a@b.c'])(
  '%s is an e-mail address',
  (text) => {
    expect(isMailAddress(text)).toBe(true)
  },
)

test.each([
  'not an address',
  'x@x?bcc=all@example.org',
  'x@example.org?bcc=y@example.org',
  'x@example.org&body=y',
  'a@b',
  'a@@example.org',
  'a@example.org, b@example.org',
  'a%0ab@example.org',
  '<a@example.org>',
  '@example.org',
  'a@.',
  '',
])('%j is not an e-mail address', (text) => {
  expect(isMailAddress(text)).toBe(false)
})

test.each([
  ['help.example.org', 'at'],
  ['aide@exemple.fr, sos@exemple.fr', 'several'],
  ['help@example', 'form'],
  ['help@example.org', null],
] as const)('says what keeps %j from being an e-mail address: %s', (text, fault) => {
  expect(mailFault(text)).toBe(fault)
})

test.each([
  ['mailto:x@example.org?bcc=all@example.org&body=y', 'mailto:x@example.org'],
  ['MAILTO:x@example.org', 'mailto:x@example.org'],
  ['mailto:x?bcc=y', undefined],
  ['www.example.org', 'https://www.example.org'],
  ['../next', undefined],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['java\nscript:alert(1)', undefined],
  ['https://', undefined],
  [undefined, undefined],
])('a link to %j takes readers to %j', (given, target) => {
  expect(linkTarget(given)).toBe(target)
})

test('accepts no address of more than 2,000 characters, in a link or alone, and does not complete it', () => {
  const long = (before: string) => before.padEnd(2001, 'a')
  for (const address of [long('https://a.example/'), long('/page'), long('#place'), long('www.a.example/')]) {
    expect([isSafeUrl(address), isSafeLink(address), linkTarget(address)]).toEqual([false, false, undefined])
    expect(completedAddress(address)).toBe(address)
  }
  expect(isSafeLink(long('https://a.example/').slice(0, 2000))).toBe(true)
})

test('an almost valid address is rejected quickly', () => {
  // The time used to grow with the square of the length: this took a quarter of an hour.
  const hostile = `www.${'a.'.repeat(450_000)}@`
  expect(linkTarget(hostile)).toBeUndefined()
  expect(completedAddress(hostile)).toBe(hostile)
  for (const short of ['a.'.repeat(1000), 'a'.repeat(2000), `${'a-'.repeat(999)}!`, `${'a.b'.repeat(600)} `])
    expect(completedAddress(short)).toBe(short.trim())
})
