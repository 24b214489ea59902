import type { FindingPlace } from '@/domain/check/finding'
import { focusField } from './focusField'
import { focusLine } from './focusLine'

/** A writing field opens later than the page, on a slow line much later. */
const LONGEST_WAIT = 30_000

/**
 * Goes to a place in a section as soon as the screen shows it, and to its field if the line is not there any more. It gives up when the
 * person does something else, or after half a minute. Returns how to give up at once.
 */
export function goToPlace(place: FindingPlace): () => void {
  if (isReached(place)) return () => {}
  const observer = new MutationObserver(() => {
    if (isReached(place)) giveUp()
  })
  const timer = setTimeout(() => {
    giveUp()
    focusField(`section-${place.field}`)
  }, LONGEST_WAIT)
  function giveUp(): void {
    observer.disconnect()
    clearTimeout(timer)
    for (const event of DOES_SOMETHING) window.removeEventListener(event, giveUp)
  }
  for (const event of DOES_SOMETHING) window.addEventListener(event, giveUp)
  observer.observe(document.body, { childList: true, subtree: true })
  return giveUp
}

const DOES_SOMETHING = ['keydown', 'pointerdown', 'wheel'] as const

function isReached({ field, line }: FindingPlace): boolean {
  if (field === 'summary' || line === '') {
    if (!document.getElementById(`section-${field}`)) return false
    focusField(`section-${field}`)
    return true
  }
  return [`#section-${field} .ContentEditable__root`, READING].some((within) => focusLine({ within, line }))
}

/** The text on the screen of people who do not write it. */
const READING = '.pane:not(.edit) .text:not(.beside)'
