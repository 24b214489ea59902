'use client'

import { createContext, useContext } from 'react'
import type { Translator } from '@/messages/translate'

/** The owner of the text and the language of the screen, which pictures in an editor need to know. */
export type PictureGround = { country: string; t: Translator }

const PictureGroundContext = createContext<PictureGround | null>(null)

export const PictureGroundProvider = PictureGroundContext.Provider

/** Throws outside our editors: pictures can be nowhere else. */
export function usePictureGround(): PictureGround {
  const ground = useContext(PictureGroundContext)
  if (!ground) throw new Error('A picture is edited outside of PictureGroundProvider')
  return ground
}
