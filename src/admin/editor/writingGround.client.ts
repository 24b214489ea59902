'use client'

import { createContext, useContext } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** The owner and the language of a text, and the language and the words of the screen, which what we add to an editor needs to know. */
export type WritingGround = { country: string; language: Language; pageLanguage: Language; t: Translator }

const WritingGroundContext = createContext<WritingGround | null>(null)

export const WritingGroundProvider = WritingGroundContext.Provider

/** Throws outside our writing fields: what we add to an editor can be nowhere else. */
export function useWritingGround(): WritingGround {
  const ground = useContext(WritingGroundContext)
  if (!ground) throw new Error('A text is edited outside of WritingGroundProvider')
  return ground
}
