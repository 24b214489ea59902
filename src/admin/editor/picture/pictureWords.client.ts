'use client'

import { createContext, useContext } from 'react'
import type { Translator } from '@/messages/translate'

/** Whose text is written, and in which language the screen speaks: what pictures in an editor need to know. */
export type PictureGround = { country: string; t: Translator }

const PictureGroundContext = createContext<PictureGround | null>(null)

export const PictureGroundProvider = PictureGroundContext.Provider

/** Throws outside of an editor of ours: there is no other place for a picture. */
export function usePictureGround(): PictureGround {
  const ground = useContext(PictureGroundContext)
  if (!ground) throw new Error('A picture is edited outside of PictureGroundProvider')
  return ground
}
