import type { ReactNode } from 'react'
import type { Mode } from '@/domain/section'
import { Icon } from './Icon'

const DRAWINGS: Record<Mode, ReactNode> = {
  inherit: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M5.2 6.6h5.6M5.2 9.4h5.6" />
    </>
  ),
  adapt: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="currentColor" />
    </>
  ),
  supplement: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" />
      <path d="M8 4.8v6.4M4.8 8h6.4" />
    </>
  ),
  local: <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />,
  omit: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M3.6 12.4l8.8-8.8" />
    </>
  ),
}

/** What a country does with a section, as a shape. */
export function ModeIcon({ mode }: { mode: Mode }) {
  return <Icon>{DRAWINGS[mode]}</Icon>
}
