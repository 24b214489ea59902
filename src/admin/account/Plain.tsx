import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { MadeFor } from '../frame/MadeFor.client'
import { ProductName } from '../frame/ProductName'
import { WindowTitle } from '../frame/WindowTitle'

/** A page for people who are not signed in: the product, the title, a few lines. */
export function Plain({ title, language, children }: { title: string; language: Language; children: ReactNode }) {
  return (
    <MadeFor as="main" className="tk tk-plain" language={language}>
      <WindowTitle title={title} />
      <p>
        <ProductName />
      </p>
      <h1>{title}</h1>
      {children}
    </MadeFor>
  )
}
