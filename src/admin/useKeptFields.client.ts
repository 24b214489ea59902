'use client'

import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { bringFields, keepFields, typedIn } from './keptFields'
import { shelf } from './keptInWindow'

/** The fields of a form that are kept in this window; `place` says whose they are and what they are about. */
export type KeptFields = {
  place: string
  names: readonly string[]
  /** What this person stored here so far, oldest first: a response may have been lost. */
  sent?: readonly string[]
  /** Shown while something is typed. */
  said: ReactNode
  /** Shown at a field whose words would be sent unseen. */
  unseen: string
}

/**
 * Keeps what is typed in some fields of a form, and fills it in when the form is shown again. These words are from an
 * earlier look and may no longer be right: they are in `unseen` until their field has had the focus.
 */
export function useKeptFields({
  form,
  kept,
}: {
  form: RefObject<HTMLFormElement | null>
  kept?: Pick<KeptFields, 'place' | 'names' | 'sent'> | undefined
}) {
  const [hasTyped, setHasTyped] = useState(false)
  const [unseen, setUnseen] = useState<string[]>([])

  function look(): Record<string, string> {
    const typed = form.current && kept ? typedIn(form.current, kept.names) : {}
    setHasTyped(Object.keys(typed).length > 0)
    return typed
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of the fields belong to the place.
  useEffect(() => {
    if (!form.current || !kept) return
    const { place, names, sent } = kept
    setUnseen(bringFields({ shelf, place, names, sent, form: form.current }))
    look()
  }, [kept?.place])

  return {
    hasTyped,
    unseen,
    /** The person has seen the field with this name; without a name, all. */
    see: (name?: string) => setUnseen((names) => names.filter((one) => name !== undefined && one !== name)),
    /** Keeps what is in the fields now. */
    keep: () => {
      const typed = look()
      if (kept) keepFields({ shelf, place: kept.place, typed, sent: kept.sent })
    },
  }
}
