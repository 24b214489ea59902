'use client'

import { type ComponentProps, createContext, useContext, useSyncExternalStore } from 'react'
import type { Language } from '@/domain/language'

const Person = createContext('')

/**
 * A part of a page that the server made for this person. What the page sends names them (`headersOfPage`), and for
 * another person the part begins anew: nothing that one of them typed is in the other's fields. It is rendered with the
 * part that changes with the page, because in one browser another person can sign in while the rest of the page stays.
 * Until its script runs, it is marked as busy, and nothing in it can be filled in or pressed: a form does not learn what
 * somebody did in it before (React 19.3 even gives a field of several lines the text of the server again). A page for
 * somebody who is not signed in names nobody, and its fields can be filled in at once: its script reads them when they
 * are sent.
 */
export function MadeFor({
  as: Part,
  person,
  language,
  children,
  ...attributes
}: { as: 'main' | 'div'; person?: string; language: Language } & ComponentProps<'div'>) {
  const isRunning = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  return (
    <Person value={person ?? ''}>
      <Part key={person} lang={language} data-person={person} aria-busy={!isRunning} {...attributes}>
        <fieldset role="presentation" className="made" disabled={person !== undefined && !isRunning}>
          {children}
        </fieldset>
      </Part>
    </Person>
  )
}

/**
 * The address and the name of a form with fields of its own; its buttons send it by script. When somebody goes back to a
 * page, the browser fills in what was typed in a form with the same address (Chromium, WebKit) and name (Firefox): both
 * are of the person, so nobody finds another person's words. The address does not depend on the page, because the
 * browser resolves it when the page is left, by then perhaps under the next address. Before the script runs, a button
 * does nothing (`dialog`): the browser would put the fields, also a password, into an address.
 */
export function useOwnForm(): { action: string; method: 'dialog'; name: string } {
  const person = useContext(Person)
  return { action: `/admin#${person}`, method: 'dialog', name: person }
}
