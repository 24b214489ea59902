import { type Actor, hasRole, PUBLISHERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import type { Edition } from '@/stored/editions'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf } from '../words/because'
import { withdrawnAddress } from './Released'

/**
 * Withdraws the release that readers use now, of a country or of the common framework: what that does, and the reason.
 */
export function Withdraw({
  release: { toolkit, country, seq, version },
  edition = null,
  screen,
  actor,
  language,
  say,
}: {
  release: Release
  /** The newest edition of the country. */
  edition?: Edition | null
  /** The address of the screen that contains this. */
  screen: string
  actor: Actor
  language: Language
  say: Translator
}) {
  const label = say('admin.next.withdraw', { version })
  if (!hasRole({ actor, roles: PUBLISHERS, country }))
    return (
      <BlockedButton label={label} because={becauseOf({ refusals: [{ key: 'refusal.role-withdraw' }], language })} />
    )
  return (
    <details className="disclose">
      <summary>{label}</summary>
      <div className="stack">
        <p>{say('admin.withdraw.what')}</p>
        {edition?.state === 'approved' ? <p>{say('admin.withdraw.review-again', { number: edition.number })}</p> : null}
        <ActionForm
          fixed={{ toolkit, country, seen: seq }}
          choices={[{ action: 'withdraw-release', label: say('admin.withdraw.do', { version }) }]}
          next={withdrawnAddress(screen)}
          words={actionWords(say)}
        >
          <div className="field">
            <label htmlFor="withdraw-reason">{say('admin.withdraw.reason')}</label>
            <p className="hint" id="withdraw-hint">
              {say('admin.withdraw.hint')}
            </p>
            <textarea id="withdraw-reason" name="reason" aria-describedby="withdraw-hint" maxLength={5000} />
          </div>
        </ActionForm>
      </div>
    </details>
  )
}
