import { answerRefusedWritesAfterError } from '@collections/hooks/answerErrors'
import { keepForEver } from '@collections/hooks/guards'
import { Toolkits } from '@collections/Toolkits'
import { APIError } from 'payload'
import { expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'

/**
 * The refusal of a second address for a toolkit, as the built server throws it: minified, so the error class has no
 * name.
 */
function thrown(req: object): Error {
  try {
    keepForEver('slug')({
      collection: Toolkits,
      data: { slug: 'another' },
      originalDoc: { slug: 'one' },
      operation: 'update',
      req,
    } as never)
  } catch (error) {
    if (error instanceof Error) return Object.assign(error, { name: '' })
  }
  throw new Error('It was not refused')
}

const said = (error: Error, req: object) =>
  answerRefusedWritesAfterError({
    collection: Toolkits,
    context: {},
    error,
    req: { headers: new Headers(), ...req },
  } as never)

it.each(LANGUAGES)("a refusal on one of Payload's screens gives its reason in the built server too: %s", (language) => {
  const req = { user: { language } }
  const error = thrown(req)
  expect(error.message).not.toBe('')
  expect(said(error, req)).toEqual({ response: { errors: [{ message: error.message }] } })
})

it('internal errors are not shown to people', () => {
  expect(said(Object.assign(new APIError('Of ours', 500), { name: '' }), {})).toBeUndefined()
  expect(said(Object.assign(new Error('Of ours'), { name: '' }), {})).toBeUndefined()
})
