import { useEffect, useRef } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import { markFields, type WrongField } from './markFields'

/** The result of an action that the person started on this screen. */
export type ResultShown =
  | { kind: 'nothing' }
  | { kind: 'running'; text: string }
  | { kind: 'done'; text: string }
  | {
      kind: 'problem'
      title: string
      texts: string[]
      wrong?: WrongField[]
      wayOut?: { label: string; take: () => void }
      /** Opens in a new window, so that the page stays. */
      link?: { label: string; href: string }
    }

/**
 * Shows the result in a live region that exists before it has a message: no toast, nothing that disappears. The fields
 * that a refusal is about are marked, in the form (or `data-form`) around it.
 */
export function Result({ shown }: { shown: ResultShown }) {
  const place = useRef<HTMLDivElement>(null)
  const wrong = shown.kind === 'problem' ? shown.wrong : undefined
  useEffect(() => {
    const root = place.current?.closest('form, [data-form]')
    return root && wrong ? markFields({ root, wrong }) : undefined
  }, [wrong])
  return (
    <div className="result" role="status" ref={place}>
      <ResultWords shown={shown} />
    </div>
  )
}

function ResultWords({ shown }: { shown: ResultShown }) {
  if (shown.kind === 'nothing') return null
  if (shown.kind === 'running') return <p className="muted">{shown.text}</p>
  if (shown.kind === 'done')
    return (
      <p className="st">
        <SignIcon sign="tick" />
        <span>{shown.text}</span>
      </p>
    )
  return (
    <div className="problem">
      <SignIcon sign="warning" />
      <div>
        <p>
          <strong>{shown.title}</strong> {shown.texts.length === 1 ? shown.texts[0] : null}
        </p>
        {shown.texts.length > 1 ? (
          <ul>
            {shown.texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : null}
        {shown.link ? (
          <p>
            <a href={shown.link.href} target="_blank" rel="noreferrer">
              {shown.link.label}
            </a>
          </p>
        ) : null}
        {shown.wayOut ? (
          <p>
            <button type="button" className="btn second sm" onClick={shown.wayOut.take}>
              {shown.wayOut.label}
            </button>
          </p>
        ) : null}
      </div>
    </div>
  )
}
