import type { ReactNode } from 'react'

/**
 * The end of a changed section: the place for what a country has to decide on it, its own status and the button.
 * Nothing if there is nothing to decide.
 */
export function DecisionPlace({ children }: { children?: ReactNode }) {
  return children ? <section className="panel wash">{children}</section> : null
}
