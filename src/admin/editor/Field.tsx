import type { ReactNode } from 'react'
import { SignIcon } from '@/icons/SignIcon'

/** A label, the field, and its error if it has one. */
export function Field({
  id,
  label,
  hint,
  error,
  errorMark,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** “Error:”, for screen readers. */
  errorMark: string
  children: ReactNode
}) {
  return (
    <div className={error ? 'field is-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} {hint ? <span className="hint">{hint}</span> : null}
      </label>
      {error ? (
        <p className="st field-error" id={`${id}-error`}>
          <SignIcon sign="warning" />
          <span>
            <span className="vh">{errorMark} </span>
            {error}
          </span>
        </p>
      ) : null}
      {children}
    </div>
  )
}

/** The attributes of a field that may be wrong. */
export function fieldAttributes({ id, error }: { id: string; error?: string | undefined }) {
  return error ? { id, 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : { id }
}
