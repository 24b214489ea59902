import { type ChildProcess, fork } from 'node:child_process'
import { exitCodeOf, onEndSignals } from './signals'

/** What a program answered, the error that ended it, or null where it was not ready in time. */
export type Outcome<Answer> = { answer: Answer } | { failed: string } | null

export type Asked<Answer> = {
  ask: (question: { question: object; deadline: number }) => Promise<Outcome<Answer>>
  close: () => void
}

/**
 * Asks a program in a process of its own, one question after the other. One that is not answered in time is stopped with its
 * process, and the next one gets a new process: what never ends costs its deadline and nothing else. The program answers by
 * `answerQuestions`.
 */
export function askProcess<Answer>(given: {
  program: string
  env?: NodeJS.ProcessEnv
  parse: (message: unknown) => Answer
}): Asked<Answer> {
  const { program, env = process.env, parse } = given
  let child: ChildProcess | null = null
  const close = (): void => {
    // With the processes that it started itself.
    if (child?.pid) process.kill(-child.pid, 'SIGKILL')
    child = null
  }
  onEndSignals((signal) => {
    close()
    process.exit(exitCodeOf(signal))
  })
  const ask = ({ question, deadline }: { question: object; deadline: number }): Promise<Outcome<Answer>> => {
    const running = child?.connected ? child : fork(program, { execArgv: process.execArgv, env, detached: true })
    child = running
    return new Promise((resolve) => {
      const end = (outcome: Outcome<Answer>): void => {
        clearTimeout(timer)
        running.removeAllListeners()
        resolve(outcome)
      }
      const timer = setTimeout(() => {
        close()
        end(null)
      }, deadline)
      running.once('message', (message) => {
        const failed = failureIn(message)
        end(failed === null ? { answer: parse(message) } : { failed })
      })
      running.once('exit', (code, signal) => {
        child = null
        end({ failed: `the process ended with ${code ?? signal}` })
      })
      running.send(question)
    })
  }
  return { ask, close }
}

/** The other end: answers what the process is asked. An error is an answer, too. */
export function answerQuestions(answer: (question: unknown) => object | Promise<object>): void {
  process.on('message', async (question) => {
    try {
      process.send?.(await answer(question))
    } catch (error) {
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}

function failureIn(message: unknown): string | null {
  return typeof message === 'object' && message !== null && 'failed' in message ? String(message.failed) : null
}
