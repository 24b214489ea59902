import type { ReactNode } from 'react'
import type { Became } from '@/domain/became'
import { Icon } from './Icon'
import { type Sign, SignIcon } from './SignIcon'

const GONE: ReactNode = <path d="M2.2 4.4h11.6M6 4.4V2.2h4v2.2M3.8 4.4l.8 9.6h6.8l.8-9.6" />

const SIGNS: Record<Exclude<Became, 'same' | 'removed' | 'left-out'>, Sign> = {
  new: 'plus',
  'taken-up': 'plus',
  changed: 'pencil',
  moved: 'moved',
}

/** What happened to a section between two releases, as a shape. */
export function BecameIcon({ became }: { became: Exclude<Became, 'same'> }) {
  if (became === 'removed' || became === 'left-out') return <Icon>{GONE}</Icon>
  return <SignIcon sign={SIGNS[became]} />
}
