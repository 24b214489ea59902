'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { placeAt, type Step, spotBeside } from '@/domain/places'
import { inReadingOrder } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import type { ActionWords } from '../actionWords'
import { callAction } from '../callAction'
import type { ResultShown } from '../Result'
import { problemOf } from '../useAction.client'

/** A section as the list shows it. */
type Listed = { key: string; parent: string | null; rank: string; rev: number; title: { text: string } }

/** Where somebody moved a section; `rev` is the revision that this made, infinite until the answer is there. */
type Moved = { parent: string | null; rank: string; rev: number }

/** The keys with which Word moves a paragraph in an outline. */
const STEP_OF: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/**
 * Moves sections of a list by Alt, Shift and an arrow key. The list shows a move at once, by the rules of the server; the moves
 * are sent one after the other, and the list is loaded again once all have their answers. A refused move is taken back with
 * those that were to follow, and the reason is shown.
 */
export function useTreeMoves<Section extends Listed>({
  toolkit,
  language,
  sections,
  words,
  t,
}: {
  toolkit: string
  language: Language
  sections: readonly Section[]
  words: ActionWords
  t: Translator
}) {
  const router = useRouter()
  const [moved, setMoved] = useState<ReadonlyMap<string, Moved>>(new Map())
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  /** `round` ends with a refusal: what still waits in it is not sent. */
  const work = useRef({ turn: Promise.resolve(), waiting: 0, round: 0, revs: new Map<string, number>() })
  const now = sections.map((one) => {
    const to = moved.get(one.key)
    return to && to.rev > one.rev ? { ...one, parent: to.parent, rank: to.rank } : one
  })

  function step(section: Section, to: Step): void {
    const { key, title } = section
    const spot = spotBeside({ places: now, key, step: to })
    const placed = spot && placeAt({ places: now, spot, moving: key })
    if (!spot || !placed?.ok) {
      const why = to === 'out' ? t('tree.at-top') : t(to === 'down' ? 'editor.move.is-last' : 'editor.move.is-first')
      setShown({ kind: 'problem', title: t('tree.not-moved', { section: title.text }), texts: [why] })
      return
    }
    const move: Moved = { ...placed.result, rev: Number.POSITIVE_INFINITY }
    setMoved((before) => new Map(before).set(key, move))
    setShown({ kind: 'done', text: sayPlace({ section, places: now, move, t }) })
    const { current } = work
    const { round } = current
    current.waiting += 1
    const send = async (): Promise<void> => {
      if (round === current.round) {
        const seen = Math.max(current.revs.get(key) ?? 0, section.rev)
        const input = { toolkit, key, seen, language, ...spot }
        const answer = await callAction({ action: 'move-common-section', input })
        if (answer.kind === 'done') {
          const rev = Number(answer.result.rev)
          current.revs.set(key, rev)
          setMoved((before) => (before.get(key) === move ? new Map(before).set(key, { ...move, rev }) : before))
        } else {
          current.round += 1
          setMoved(new Map())
          const problem = problemOf({ answer, words })
          setShown({ ...problem, title: t('tree.not-moved', { section: title.text }) })
        }
      }
      current.waiting -= 1
      if (current.waiting === 0) router.refresh()
    }
    current.turn = current.turn.then(send)
  }

  /** What a row does with a key. */
  function press(section: Section, event: KeyboardEvent): void {
    const to = STEP_OF[event.key]
    if (!to || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    step(section, to)
  }

  return { sections: now, press, shown }
}

function sayPlace({
  section: { key, title },
  places,
  move,
  t,
}: {
  section: Listed
  places: readonly Listed[]
  move: Moved
  t: Translator
}): string {
  const next = places.map((one) => (one.key === key ? { ...one, ...move } : one))
  const numbered = inReadingOrder(next)
  const number = numbered.find(({ entry }) => entry.key === key)?.number ?? ''
  const under = numbered.find(({ entry }) => entry.key === move.parent)
  if (!under) return t('tree.moved', { section: title.text, number })
  return t('tree.moved-under', { section: title.text, number, parent: `${under.number} ${under.entry.title.text}` })
}
