import { APIError, formatErrors, type PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { requestError } from '@/access/requestError'

it('a refusal of Payload’s own routes is said also where a build has taken the names of classes away', () => {
  const req = { headers: new Headers(), i18n: { language: 'en' } } as unknown as PayloadRequest
  const error = requestError({ req, refusal: { key: 'request.revision-missing' } })
  expect(error).toBeInstanceOf(APIError)
  // A class of a build has no name, and an error takes the name of its class.
  expect(error.name).not.toBe(APIError.name)
  expect(formatErrors(error).errors).toMatchObject([{ message: expect.stringMatching(/[.]$/) }])
})
