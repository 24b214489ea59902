import type { Translator } from '@/messages/translate'

/** The words that a button needs in the browser; made on the server, so that no catalogue is sent. */
export type ActionWords = {
  /** While it runs. */
  running: string
  /** In front of the sentences of a refusal. */
  problem: string
  /** When somebody was faster, and what the button says that shows the screen anew. */
  stale: string
  /** Said after `stale` in a form, in which something was typed. */
  kept: string
  showNow: string
  /** When no answer came. */
  unknown: string
  /** Said when it is done and the screen stays. */
  done: string
}

export function actionWords(say: Translator): ActionWords {
  return {
    running: say('admin.action.running'),
    problem: say('admin.action.problem'),
    stale: say('admin.action.stale'),
    kept: say('admin.action.kept'),
    showNow: say('admin.action.show-now'),
    unknown: say('admin.action.unknown'),
    done: say('admin.action.done'),
  }
}
