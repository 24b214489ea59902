import type { ReactNode } from 'react'
import type { Translator } from '@/messages/translate'

type Two = { from: string; to: string }

/** Chooses two texts to compare from one list: a form that only changes the address. */
export function CompareTwo({
  name,
  labels,
  chosen,
  hidden,
  isShort = false,
  say,
  children,
}: {
  /** The beginning of the ids of both fields. */
  name: string
  labels: Two
  /** As in the address. */
  chosen: Two
  /** The other parameters of the address. */
  hidden: Record<string, string>
  /** Are the names of the texts short, so that the fields need little room? */
  isShort?: boolean
  say: Translator
  /** The options, which both fields have. */
  children: ReactNode
}) {
  return (
    <form className={isShort ? 'tools short' : 'tools'} method="get" autoComplete="off">
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {(['from', 'to'] as const).map((side) => (
        <div key={side}>
          <label htmlFor={`${name}-${side}`}>{labels[side]}</label>
          <select id={`${name}-${side}`} name={side} defaultValue={chosen[side]} key={`${side} ${chosen[side]}`}>
            {children}
          </select>
        </div>
      ))}
      <button type="submit" className="btn second">
        {say('history.compare')}
      </button>
    </form>
  )
}
