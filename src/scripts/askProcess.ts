import { type ChildProcess, fork } from 'node:child_process'
import { exitCodeOf, onEndSignals } from './signals'

/** The program's answer, the error with which it failed, or null if it did not answer in time. */
export type Outcome<Answer> = { answer: Answer } | { failed: string } | null

export type Asked<Answer> = {
  ask: (question: { question: object; deadline: number }) => Promise<Outcome<Answer>>
  close: () => void
}

/**
 * Runs a program in a separate process and asks it one question after the other. If it does not answer in time, its
 * process is killed and the next question starts a new one, so that an endless computation costs only its deadline. The
 * program answers with `answerQuestions`.
 */
export function askProcess<Answer>(given: {
  program: string
  env?: NodeJS.ProcessEnv
  parse: (message: unknown) => Answer
}): Asked<Answer> {
  const { program, env = process.env, parse } = given
  let child: ChildProcess | null = null
  const close = (): void => {
    // The negative id also kills the processes that the child started.
    const isRunning = child?.exitCode === null && child.signalCode === null
    if (child?.pid && isRunning) process.kill(-child.pid, 'SIGKILL')
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

/** Answers the questions that this process is asked. Sends an error as the answer if `answer` throws one. */
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
