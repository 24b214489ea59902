import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type LanguageSign = 'current' | 'behind' | 'missing'

const DRAWINGS: Record<LanguageSign, ReactNode> = {
  current: <path d="M2.4 8.6l3.8 3.8 7.4-8.6" />,
  behind: <path d="M13.4 9.6A5.7 5.7 0 1 1 12.6 4M13.2 1.2v3.4H9.8" />,
  missing: <rect x="2.2" y="2.2" width="11.6" height="11.6" strokeDasharray="2.4 2" />,
}

/** How far the text of a language follows its source, as a shape. */
export function LanguageIcon({ sign }: { sign: LanguageSign }) {
  return <Icon>{DRAWINGS[sign]}</Icon>
}
