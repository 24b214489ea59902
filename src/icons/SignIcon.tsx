import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type Sign =
  | 'tick'
  | 'clock'
  | 'warning'
  | 'phone'
  | 'compare'
  | 'print'
  | 'download'
  | 'changed'
  | 'search'
  | 'menu'
  | 'pencil'
  | 'plus'
  | 'moved'
  | 'removed'
  | 'question'

const DRAWINGS: Record<Sign, ReactNode> = {
  pencil: <path d="M2.2 13.8l.8-3.4 7.8-7.8 2.6 2.6-7.8 7.8zM9.2 4.2l2.6 2.6" />,
  plus: <path d="M8 2.4v11.2M2.4 8h11.2" strokeWidth="2.2" />,
  removed: <path d="M2.2 4.4h11.6M6 4.4V2.2h4v2.2M3.8 4.4l.8 9.6h6.8l.8-9.6" />,
  moved: <path d="M5 13V3M2.4 5.6 5 3l2.6 2.6M11 3v10M8.4 10.4 11 13l2.6-2.6" />,
  question: (
    <>
      <path d="M1.8 2.2h12.4v9H7.4L4.2 14v-2.8H1.8z" />
      <path d="M6.4 5.2a1.6 1.5 0 1 1 1.6 1.6v.8M8 9.4v.1" />
    </>
  ),
  tick: <path d="M2.4 8.6l3.8 3.8 7.4-8.6" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4.2V8l2.8 1.8" />
    </>
  ),
  warning: (
    <path
      fillRule="evenodd"
      stroke="none"
      fill="currentColor"
      d="M8 .8 15.8 14.6H.2zM7.2 5.4v4.6h1.6V5.4zM7.2 11.2v1.7h1.6v-1.7z"
    />
  ),
  phone: (
    <path d="M4.6 1.6 6.4 5 4.8 6.6c.8 2 2.4 3.6 4.6 4.6L11 9.6l3.4 1.8c0 2-1.2 3-2.8 3C6.6 14.4 1.6 9.4 1.6 4.4c0-1.6 1-2.8 3-2.8z" />
  ),
  compare: (
    <path d="M1.8 2.4h5v11.2h-5zM9.2 2.4h5v11.2h-5zM3.2 5.4h2.2M3.2 8h2.2M10.6 5.4h2.2M10.6 8h2.2M10.6 10.6h2.2" />
  ),
  print: <path d="M4 5.6V1.8h8v3.8M4 11.6H1.8v-6h12.4v6H12M4 9.4h8v4.8H4z" />,
  download: <path d="M8 1.8v8.4M4.4 6.8 8 10.2l3.6-3.4M2.4 13.8h11.2" />,
  changed: <path d="M3.4 11.4V7a4.6 4.6 0 0 1 9.2 0v4.4l1.2 1H2.2zM6.4 14.4h3.2" />,
  search: (
    <>
      <circle cx="6.8" cy="6.8" r="4.8" />
      <path d="M10.4 10.4l4 4" />
    </>
  ),
  menu: <path d="M1.8 4h12.4M1.8 8h12.4M1.8 12h12.4" />,
}

/** A small drawing beside a word that is not a status: call, compare, changed. */
export function SignIcon({ sign }: { sign: Sign }) {
  return <Icon>{DRAWINGS[sign]}</Icon>
}
