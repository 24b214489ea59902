import type { Translator } from '@/messages/translate'
import { updateAddress, updatesAddress } from '../words/addresses'
import type { OpenDecisions } from './openDecisions'

/** How many decisions are open in a version that is sent, approved or published, and which updates have text that it may lack. */
export function OpenDecisionsNote({ open, say }: { open: OpenDecisions | null; say: Translator }) {
  if (!open) return null
  const { count, mayMiss, urgent, variant, version } = open
  return (
    <div className="note stack-s">
      {count > 0 ? (
        <p>
          <strong>{say('admin.updates.open', { count, urgent, version })}</strong>{' '}
          <a href={updatesAddress(variant)}>{say('admin.updates.see')}</a>
        </p>
      ) : null}
      {mayMiss.length > 0 ? (
        <>
          <p>{say('admin.updates.may-miss', { count: mayMiss.length })}</p>
          <ul className="plain-list">
            {mayMiss.map(({ key, name, lang }) => (
              <li key={key}>
                <a href={updateAddress({ variant, key })} lang={lang}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
