import type { ReactNode } from 'react'

/**
 * A drawing on a grid of 16, in the colour of the text and hidden from screen readers: there is always a word beside
 * it.
 */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="i"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
