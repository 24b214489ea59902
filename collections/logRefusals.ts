import { type Config, defaultLoggerOptions } from 'payload'
import { httpStatus } from '@/access/httpStatus'
import { meaningOfError } from '@/actions/meaningOfError'

type Given = Extract<NonNullable<Config['logger']>, { options: unknown }>

/**
 * What the server writes about itself. Payload logs every request that it refuses as an error with its stack, and with what was
 * sent: somebody who asks often enough fills the disk, and the names of people are in it. A no is one line here, which says
 * the status and the kind of the no; what is an error of ours keeps its stack.
 */
export const logWithShortRefusals: Given = {
  options: {
    // The lines name neither the process nor the machine, as before.
    base: null,
    hooks: {
      logMethod(args, method) {
        const status = statusOfRefusal(Object(args[0]).err)
        if (status === undefined) method.apply(this, args)
        else this.info(`Refused: ${status} ${nameOf(Object(args[0]).err)}`)
      },
    },
  },
  destination: defaultLoggerOptions,
}

/** The status from 400 to 499 with which this error is answered; undefined for an error of the server, and for none. */
function statusOfRefusal(error: unknown): number | undefined {
  const said: unknown = error instanceof Error && 'status' in error ? error.status : undefined
  const refusal = meaningOfError(error)
  return [said, refusal && httpStatus(refusal)].find(isRefusal)
}

function isRefusal(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 500
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error'
}
