import type { ReactNode } from 'react'
import type { Became } from '@/domain/became'
import type { UpdateBecame } from '@/domain/updates/updates'
import { Icon } from './Icon'
import { type Sign, SignIcon } from './SignIcon'

const GONE: ReactNode = <path d="M2.2 4.4h11.6M6 4.4V2.2h4v2.2M3.8 4.4l.8 9.6h6.8l.8-9.6" />

/** What happened to a section, as far as a shape can say it. */
export type ShownBecame = Exclude<Became, 'same'> | Exclude<UpdateBecame, 'gone'>

const SIGNS: Record<Exclude<ShownBecame, 'removed' | 'left-out'>, Sign> = {
  new: 'plus',
  'taken-up': 'plus',
  changed: 'pencil',
  moved: 'moved',
  split: 'moved',
  joined: 'moved',
}

/** What happened to a section between two releases, as a shape. */
export function BecameIcon({ became }: { became: ShownBecame }) {
  if (became === 'removed' || became === 'left-out') return <Icon>{GONE}</Icon>
  return <SignIcon sign={SIGNS[became]} />
}
