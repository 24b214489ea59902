import type { ReactNode } from 'react'

/** A sign on a control of the editor, drawn in a square of twenty units; the control itself has a name. */
export function EditorIcon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
