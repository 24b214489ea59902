import { describe, expect, test } from 'vitest'
import { scriptsIn } from '@/scripts/attack/scriptsIn'

describe('scripts in a page are found', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT src="/x.js"></SCRIPT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<p title="a"onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#10;script&#58;alert(1)">x</a>',
    '<a href="&#x6a;avascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="data:,<script>alert(1)</script>">x</a>',
    '<iframe src="/x"></iframe>',
    '<p srcdoc="x">',
    '<base href="//elsewhere.example">',
    '<script nonce="a">let a = "</script><script>alert(1)</script>"</script>',
  ])('%s', (html) => {
    expect(scriptsIn(html, 'with a number')).not.toEqual([])
    expect(scriptsIn(html, 'none')).not.toEqual([])
  })
})

test('text about scripts is not a script, and only the admin may run scripts with a nonce', () => {
  const words =
    '<p title="&quot; onclick=1">&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p><a href="https://a.example/?on=1">x</a>'
  expect(scriptsIn(words, 'none')).toEqual([])
  expect(scriptsIn('<link rel="icon" href="data:,"/>', 'none')).toEqual([])
  const numbered = '<script nonce="a">if (1<b) push("\\u003cscript>")</script>'
  expect(scriptsIn(numbered, 'with a number')).toEqual([])
  expect(scriptsIn(numbered, 'none')).not.toEqual([])
})
