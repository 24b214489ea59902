import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type ReviewSign =
  | 'draft'
  | 'submitted'
  | 'changes-requested'
  | 'approved'
  | 'approval-outdated'
  | 'withdrawn'
  | 'nothing'

const DRAWINGS: Record<ReviewSign, ReactNode> = {
  draft: <path d="M2.2 13.8l.8-3.4 7.8-7.8 2.6 2.6-7.8 7.8zM9.2 4.2l2.6 2.6" />,
  submitted: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4.2V8l2.8 1.8" />
    </>
  ),
  'changes-requested': <path d="M6 3 2.4 6.6 6 10.2M2.4 6.6h7.2a4 4 0 0 1 0 8H7" />,
  approved: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      {/* The tick is drawn in the background colour: a dark theme sets --tick. */}
      <path d="M4.6 8.2l2.4 2.4 4.4-4.8" stroke="var(--tick, #fff)" />
    </>
  ),
  'approval-outdated': (
    <>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="2.6 2.2" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.6" />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" />
    </>
  ),
  nothing: <path d="M4 8h8" />,
}

/** The review state of a section or an edition, as a shape. */
export function ReviewIcon({ sign }: { sign: ReviewSign }) {
  return <Icon>{DRAWINGS[sign]}</Icon>
}
