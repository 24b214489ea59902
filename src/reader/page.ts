import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'

/** `boxes` is the number of tick boxes on it. */
export type Page = {
  status: 200 | 404 | 410
  language: Language
  element: ReactNode
  boxes?: number
  /** Does it lack something that is published and could not be read, such as a title in a list? It is not kept then. */
  isPartial?: boolean
}
