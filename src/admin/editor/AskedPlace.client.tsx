'use client'

import { useEffect } from 'react'
import { placeOfHash } from '../words/placeInText'
import { goToPlace } from './goToPlace'

/** Goes to the place in the section that the address names behind its `#`. Shows nothing. */
export function AskedPlace() {
  useEffect(() => {
    let giveUp = () => {}
    function go(): void {
      giveUp()
      const place = placeOfHash(window.location.hash)
      giveUp = place ? goToPlace(place) : () => {}
    }
    go()
    window.addEventListener('hashchange', go)
    return () => {
      window.removeEventListener('hashchange', go)
      giveUp()
    }
  }, [])
  return null
}
