import type { Translator } from '@/messages/translate'

/** The messages that a button needs in the browser; selected on the server, so that no catalogue is sent. */
export type ActionWords = {
  /** While it runs. */
  running: string
  /** Before the sentences of a refusal. */
  problem: string
  /** When somebody was faster, with the label of the button that refreshes the screen. */
  stale: string
  /** Shown after `stale` if something was typed in the form. */
  kept: string
  showNow: string
  /** When a day is typed only in part. */
  unfinished: string
  /** When no answer arrived. */
  unknown: string
  /** The link to the sign-in, where the session has ended. */
  signIn: string
  /** Shown on success if the screen stays. */
  done: string
}

export function actionWords(say: Translator): ActionWords {
  return {
    running: say('admin.action.running'),
    problem: say('admin.action.problem'),
    stale: say('admin.action.stale'),
    kept: say('admin.action.kept'),
    showNow: say('admin.action.show-now'),
    unfinished: say('admin.action.date-unfinished'),
    unknown: say('admin.action.unknown'),
    signIn: say('account.sign-in.do'),
    done: say('admin.action.done'),
  }
}
