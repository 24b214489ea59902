import type { ReactNode } from 'react'

/** A choice with its effect. A forbidden one can be reached and read, but not chosen. */
export function RadioCard({
  name,
  value,
  isChosen,
  isForbidden,
  title,
  does,
  onChoose,
}: {
  /** Of the field: the cards of one choice have the same. */
  name: string
  value: string
  isChosen: boolean
  isForbidden: boolean
  title: ReactNode
  /** What happens, or why it is forbidden. */
  does: string
  onChoose: () => void
}) {
  return (
    <label className={isForbidden ? 'opt is-forbidden' : 'opt'}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        aria-disabled={isForbidden ? true : undefined}
        // Refused here and not in `onChange`, because the browser has already moved the choice by then.
        onClick={(event) => {
          if (isForbidden) event.preventDefault()
        }}
        onChange={() => {
          if (!isForbidden) onChoose()
        }}
      />
      <strong>{title}</strong>
      <span>{does}</span>
    </label>
  )
}
