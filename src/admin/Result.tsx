import { Fragment, useEffect, useRef } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import { goToWrong, markFields, type WrongField } from './markFields'

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
      /** The words of the button that leads to a wrong field; without them there is none. */
      goTo?: string
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
    const root = rootOf(place.current)
    return root && wrong ? markFields({ root, wrong }) : undefined
  }, [wrong])
  return (
    <div className="result" role="status" ref={place}>
      <ResultWords
        shown={shown}
        onGo={(wrong) => {
          const root = rootOf(place.current)
          if (root) goToWrong({ root, wrong })
        }}
      />
    </div>
  )
}

function rootOf(place: HTMLElement | null): Element | null {
  return place?.closest('form, [data-form]') ?? null
}

function ResultWords({ shown, onGo }: { shown: ResultShown; onGo: (wrong: WrongField) => void }) {
  if (shown.kind === 'nothing') return null
  if (shown.kind === 'running') return <p className="muted">{shown.text}</p>
  if (shown.kind === 'done')
    return (
      <p className="st">
        <SignIcon sign="tick" />
        <span>{shown.text}</span>
      </p>
    )
  const { goTo, texts, wrong } = shown
  const said = (text: string) => {
    const about = wrong?.find((one) => one.text === text)
    if (!goTo || !about) return text
    return (
      <>
        {text}{' '}
        <button type="button" className="btn quiet sm" onClick={() => onGo(about)}>
          {goTo}
          {texts.length > 1 ? <span className="vh">: {text}</span> : null}
        </button>
      </>
    )
  }
  return (
    <div className="problem">
      <SignIcon sign="warning" />
      <div>
        <p>
          <strong>{shown.title}</strong>{' '}
          {texts.length === 1 ? texts.map((text) => <Fragment key={text}>{said(text)}</Fragment>) : null}
        </p>
        {texts.length > 1 ? (
          <ul>
            {texts.map((text) => (
              <li key={text}>{said(text)}</li>
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
