import type { ReactNode } from 'react'
import type { ChangeClass } from '@/domain/changeNote'
import { Icon } from './Icon'

const DRAWINGS: Record<ChangeClass, ReactNode> = {
  editorial: <path d="M1.8 11.6 5 3.2l3.2 8.4M2.9 8.8h4.2M10.4 11.6h3.8M1.8 14.2h12.4" />,
  clarification: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.2v4M8 4.6v.2" />
    </>
  ),
  substantive: (
    <>
      <path d="M8 1.6 14.6 5.2 8 8.8 1.4 5.2z" fill="currentColor" />
      <path d="M1.4 8.6 8 12.2l6.6-3.6M1.4 11.4 8 15l6.6-3.6" />
    </>
  ),
  urgent: (
    <path
      fillRule="evenodd"
      stroke="none"
      fill="currentColor"
      d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM7.1 3.6v5.6h1.8V3.6zM7.1 10.6v1.9h1.8v-1.9z"
    />
  ),
}

/** How much a change of the common framework matters, as a shape. */
export function ClassIcon({ of }: { of: ChangeClass }) {
  return <Icon>{DRAWINGS[of]}</Icon>
}
