import { expect, test } from 'vitest'
import { requestLimit, takesFiles } from '@/endpoints/requestLimit'

const headers = new Headers({ 'content-type': 'application/json' })
const limitOf = (pathname: string) => requestLimit({ pathname, headers })

test.each(['%2D', '%2d', '%252D'])('an address has the same limit if its - is written as %s', (dash) => {
  const plain = limitOf('/api/payload-preferences/x')
  expect(plain).toBe(100 * 1024)
  expect(limitOf(`/api/payload${dash}preferences/x`)).toBe(plain)
  expect(limitOf('/api/payload-preferences%2Fx')).toBe(plain)
})

test.each(['/api/import', '/api/%69mport', '/api/pictures', '/api/word/version/64f0'])(
  'files at %s are only for people who are signed in',
  (pathname) => {
    expect(takesFiles(pathname)).toBe(true)
  },
)

test('an address with an incomplete escape is checked as it is written', () => {
  expect(limitOf('/api/%ff')).toBe(2 * 1024 * 1024)
})
