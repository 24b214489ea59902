import { type Config, defaultLoggerOptions } from 'payload'
import { httpStatus } from '@/access/httpStatus'
import { meaningOfError } from '@/actions/meaningOfError'

type Given = Extract<NonNullable<Config['logger']>, { options: unknown }>

/**
 * The server's log. Payload logs every refused request as an error with its stack and with what was sent: somebody who
 * sends enough requests fills the disk, and the log contains people's names. Here a refusal is one line with its status
 * and kind; an error of ours keeps its stack.
 */
export const logWithShortRefusals: Given = {
  options: {
    // As before, the lines name neither the process nor the machine.
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

/** The status from 400 to 499 with which this error is answered; undefined for a server error, and for no error. */
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
