import type { Translator } from '@/messages/translate'
import type { WaitingUpdate } from '@/stored/updates'
import { updatesAddress } from '../words/addresses'

/** How many sections can take the new common text as it is, with the way to read and accept them; nothing if none can. */
export function ReadyUpdates({
  waiting,
  variant,
  mayDecide,
  say,
}: {
  waiting: readonly WaitingUpdate[]
  variant: string
  mayDecide: boolean
  say: Translator
}) {
  const ready = waiting.filter(({ update }) => update.status === 'ready')
  const count = ready.length
  if (count === 0) return null
  return (
    <div className="panel wash row end">
      <p>{say(`admin.updates.ready-${readySaying(ready)}`, { count })}</p>
      <a className="btn second sm" href={updatesAddress(variant, { status: 'ready' })}>
        {say(mayDecide ? 'admin.updates.read-accept' : 'admin.updates.see', { count })}
      </a>
    </div>
  )
}

/** A section is ready also where the country wrote beside the change, or wrote the same: then it did change it. */
export function readySaying(ready: readonly Pick<WaitingUpdate, 'own'>[]): 'untouched' | 'unharmed' {
  return ready.every(({ own }) => own === null || own.mode === 'inherit') ? 'untouched' : 'unharmed'
}
