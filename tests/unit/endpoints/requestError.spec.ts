import { APIError, formatErrors, type PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { requestError } from '@/access/requestError'

it('a refusal of Payload’s own routes keeps its message even if a build removed the class names', () => {
  const req = { headers: new Headers(), i18n: { language: 'en' } } as unknown as PayloadRequest
  const error = requestError({ req, refusal: { key: 'request.revision-missing' } })
  expect(error).toBeInstanceOf(APIError)
  // Classes in a build have no name, and an error takes its name from its class.
  expect(error.name).not.toBe(APIError.name)
  expect(formatErrors(error).errors).toMatchObject([{ message: expect.stringMatching(/[.]$/) }])
})
