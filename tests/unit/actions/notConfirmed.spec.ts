import { logWithShortRefusals } from '@collections/logRefusals'
import { MongoServerError } from 'mongodb'
import type { PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { refusalOf } from '@/actions/performAs'
import { readAnswer } from '@/admin/callAction'
import { answer } from '@/endpoints/answer'
import { answerInSteps } from '@/endpoints/answerInSteps'
import { catalogues } from '@/messages/catalogues'

/** The error that `withTransaction` throws when the database confirms none of five commits. */
const error = new MongoServerError({ message: 'commit', errorLabels: ['UnknownTransactionCommitResult'] })
const sentence = catalogues.en['request.not-confirmed']

function request() {
  const log = vi.fn()
  const req = { headers: new Headers(), payload: { logger: { error: log } }, user: null } as unknown as PayloadRequest
  return { req, log }
}

describe('when nobody knows whether something was stored', () => {
  it('an action says so, and the screen shows it as neither done nor refused', async () => {
    const { req, log } = request()
    const said = answer({ req, outcome: refusalOf({ payload: req.payload, error }) })
    expect(said.status).toBe(503)
    expect(readAnswer({ status: said.status, body: await said.json() })).toMatchObject({
      kind: 'unknown',
      texts: [sentence],
    })
    expect(log).toHaveBeenCalledWith({ err: error })
  })

  it('an import says so, and does not say that nothing was changed', async () => {
    const { req, log } = request()
    const work = async () => refusalOf({ payload: req.payload, error })
    const text = await answerInSteps({ req, work }).text()
    expect(text).toContain(sentence)
    expect(text).not.toContain('nothing was changed')
    expect(log).toHaveBeenCalledWith({ err: error })
  })

  it('the log has the error with its stack', () => {
    const method = vi.fn()
    const info = vi.fn()
    const given = [{ err: error }]
    const { hooks } = { ...logWithShortRefusals.options }
    Reflect.apply(hooks?.logMethod ?? vi.fn(), { info }, [given, method, 50])
    expect(method).toHaveBeenCalledOnce()
    expect(info).not.toHaveBeenCalled()
  })

  it('any other error is passed on unchanged', () => {
    const other = new Error('broken')
    expect(() => refusalOf({ payload: request().req.payload, error: other })).toThrow(other)
  })
})
