import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type UpdateSign = 'decide' | 'check' | 'ready' | 'kept' | 'paused' | 'none'

const DRAWINGS: Record<UpdateSign, ReactNode> = {
  decide: (
    <path
      fillRule="evenodd"
      stroke="none"
      fill="currentColor"
      d="M8 .8 15.8 14.6H.2zM7.2 5.4v4.6h1.6V5.4zM7.2 11.2v1.7h1.6v-1.7z"
    />
  ),
  check: (
    <>
      <path d="M1.2 8C3 4.9 5.3 3.4 8 3.4S13 4.9 14.8 8C13 11.1 10.7 12.6 8 12.6S3 11.1 1.2 8z" />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  ready: <path d="M8 1.8v8M4.4 6.4 8 10l3.6-3.6M2.4 13.8h11.2" />,
  kept: <path d="M3.6 14.6V1.8h9.2L10.6 5l2.2 3.2H3.6" fill="currentColor" />,
  paused: <path d="M5 2.6v10.8M11 2.6v10.8" strokeWidth="2.6" />,
  none: <path d="M4 8h8" />,
}

/** What a newer common framework requires for a country's section, as a shape. */
export function UpdateIcon({ sign }: { sign: UpdateSign }) {
  return <Icon>{DRAWINGS[sign]}</Icon>
}
