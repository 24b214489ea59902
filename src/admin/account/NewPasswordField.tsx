import { SHORTEST_PASSWORD } from '@/accounts/passwordProblem'
import type { Translator } from '@/messages/translate'

/** Where a person types the password that they choose. */
export function NewPasswordField({ say }: { say: Translator }) {
  return (
    <div className="field">
      <label htmlFor="password-wanted">{say('account.password.wanted')}</label>
      <p className="hint" id="password-hint">
        {say('account.password.hint', { least: SHORTEST_PASSWORD })}
      </p>
      <input
        type="password"
        id="password-wanted"
        name="wanted"
        autoComplete="new-password"
        aria-describedby="password-hint"
        required
      />
    </div>
  )
}
