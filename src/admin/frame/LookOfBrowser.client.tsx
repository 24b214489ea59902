'use client'

import { useLayoutEffect } from 'react'
import { isLook, showLook } from './look'

/**
 * Keeps the look of the browser where nobody has chosen one: the server does not know it, and writes another one when it
 * makes the page again.
 */
export function LookOfBrowser({ chosen }: { chosen: string | undefined }) {
  useLayoutEffect(() => {
    if (!isLook(chosen)) showLook('auto')
  }, [chosen])
  return null
}
