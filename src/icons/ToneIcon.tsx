import type { ReactNode } from 'react'
import type { Tone } from '@/domain/richText/blockKinds'
import { Icon } from './Icon'

const DRAWINGS: Record<Tone, ReactNode> = {
  important: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.4v4M8 4.7v.2" strokeWidth="1.9" />
    </>
  ),
  practice: <path d="M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z" />,
  warning: (
    <path
      fillRule="evenodd"
      stroke="none"
      fill="currentColor"
      d="M8 .8 15.8 14.6H.2zM7.2 5.4v4.6h1.6V5.4zM7.2 11.2v1.7h1.6v-1.7z"
    />
  ),
  national: <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />,
}

/** What kind of note a callout is, as a shape. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return <Icon>{DRAWINGS[tone]}</Icon>
}
