'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { isEmptyField } from '@/domain/richText/sameText'
import { useWritingGround } from '../writingGround.client'
import { type StoredPicture, sendPicture, storedPictures } from './storedPictures.client'

/** What a text says about a picture. */
export type Said = { alt: string; decorative: boolean; caption: string }

type Given = {
  /** A file that was pasted or dropped; null if it must be chosen. */
  file: File | null
  /** What the text already says, if only that is to be changed. */
  said: Said | null
  onCancel: () => void
  /** `id` is null if the picture does not change. */
  onDone: (done: { id: string | null; said: Said }) => void
}

type Chosen = { kind: 'file'; file: File } | { kind: 'stored'; picture: StoredPicture } | null

const TAKEN = 'image/png,image/jpeg,image/webp,image/gif'

/**
 * Asks for a picture and its description, above the text. It is not a form, and is rendered outside the form that it is
 * opened from: Enter in it sends nothing.
 */
export function PictureDialog({ file, said, onCancel, onDone }: Given) {
  const { country, t } = useWritingGround()
  const dialog = useRef<HTMLDialogElement>(null)
  const errors = useRef<HTMLDivElement>(null)
  const id = useId()
  const [chosen, setChosen] = useState<Chosen>(file ? { kind: 'file', file } : null)
  const [stored, setStored] = useState<StoredPicture[]>([])
  const [words, setWords] = useState<Said>(said ?? { alt: '', decorative: false, caption: '' })
  const [wrong, setWrong] = useState<string[]>([])
  const [isSending, setSending] = useState(false)
  const change = (changes: Partial<Said>) => setWords((now) => ({ ...now, ...changes }))

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    let isOpen = true
    if (!said) void storedPictures(country).then((found) => isOpen && setStored(found))
    return () => {
      isOpen = false
    }
  }, [country, said])

  function say(texts: string[]): void {
    setWrong(texts)
    requestAnimationFrame(() => errors.current?.focus())
  }

  async function finish(): Promise<void> {
    const alt = words.alt.trim()
    const missing = [
      ...(said || chosen ? [] : [t('editor.picture.file-missing')]),
      ...(words.decorative || !isEmptyField(alt) ? [] : [t('editor.picture.alt-missing')]),
    ]
    if (missing.length > 0) return say(missing)
    const all = { alt: words.decorative ? '' : alt, decorative: words.decorative, caption: words.caption.trim() }
    if (chosen?.kind !== 'file') return onDone({ id: chosen?.picture.id ?? null, said: all })
    setWrong([])
    setSending(true)
    const answer = await sendPicture({ file: chosen.file, country })
    setSending(false)
    if (answer.kind === 'added') return onDone({ id: answer.id, said: all })
    say(answer.kind === 'refused' ? answer.texts : [t('editor.picture.failed')])
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="tk-dialog picture-dialog stack"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        if (!isSending) onCancel()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const dropped = [...event.dataTransfer.files].find(({ type }) => type.startsWith('image/'))
        if (dropped && !said) setChosen({ kind: 'file', file: dropped })
      }}
    >
      <h2 id={`${id}-title`}>{t(said ? 'editor.picture.change' : 'editor.picture.add')}</h2>
      {wrong.length > 0 ? (
        <div className="field-error" role="alert" tabIndex={-1} ref={errors}>
          {wrong.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ) : null}
      {said ? null : (
        <>
          <div className="field">
            <label htmlFor={`${id}-file`}>{t('editor.picture.file')}</label>
            <p className="small muted" id={`${id}-file-hint`}>
              {t('editor.picture.file-hint')}
            </p>
            <input
              id={`${id}-file`}
              type="file"
              accept={TAKEN}
              aria-describedby={`${id}-file-hint`}
              onChange={(event) => {
                const [first] = event.target.files ?? []
                if (first) setChosen({ kind: 'file', file: first })
              }}
            />
            {chosen?.kind === 'file' ? (
              <Preview file={chosen.file} said={t('editor.picture.chosen', { name: chosen.file.name })} />
            ) : null}
          </div>
          {stored.length > 0 ? (
            <fieldset className="field">
              <legend>{t('editor.picture.or-stored')}</legend>
              <div className="picture-shelf">
                {stored.map((picture, index) => (
                  <label key={picture.id}>
                    <input
                      type="radio"
                      name={`${id}-stored`}
                      checked={chosen?.kind === 'stored' && chosen.picture.id === picture.id}
                      onChange={() => setChosen({ kind: 'stored', picture })}
                    />
                    {/* biome-ignore lint/performance/noImgElement: drafts are served to their writers only */}
                    <img
                      src={picture.address}
                      alt={t(
                        picture.country === country ? 'editor.picture.stored-own' : 'editor.picture.stored-common',
                        {
                          number: index + 1,
                        },
                      )}
                      loading="lazy"
                    />
                  </label>
                ))}
              </div>
            </fieldset>
          ) : null}
        </>
      )}
      <div className="field">
        <label htmlFor={`${id}-alt`}>{t('editor.picture.alt')}</label>
        <p className="small muted" id={`${id}-alt-hint`}>
          {t('editor.picture.alt-hint')}
        </p>
        <textarea
          id={`${id}-alt`}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-alt-hint`}
          disabled={words.decorative}
          value={words.decorative ? '' : words.alt}
          onChange={(event) => change({ alt: event.target.value })}
        />
        <label className="picture-check">
          <input
            type="checkbox"
            checked={words.decorative}
            onChange={(event) => change({ decorative: event.target.checked })}
          />{' '}
          {t('editor.picture.decorative')}
        </label>
      </div>
      <div className="field">
        <label htmlFor={`${id}-caption`}>{t('editor.picture.caption')}</label>
        <p className="small muted" id={`${id}-caption-hint`}>
          {t('editor.picture.caption-hint')}
        </p>
        <input
          id={`${id}-caption`}
          type="text"
          maxLength={500}
          aria-describedby={`${id}-caption-hint`}
          value={words.caption}
          onChange={(event) => change({ caption: event.target.value })}
        />
      </div>
      <p className="small" role="status">
        {isSending ? t('editor.picture.sending') : ''}
      </p>
      <div className="picture-actions">
        <button type="button" className="btn btn--style-primary" disabled={isSending} onClick={() => void finish()}>
          {t(said ? 'editor.picture.save' : 'editor.picture.insert')}
        </button>
        <button type="button" className="btn btn--style-secondary" disabled={isSending} onClick={onCancel}>
          {t('editor.picture.cancel')}
        </button>
      </div>
    </dialog>,
    document.body,
  )
}

function Preview({ file, said }: { file: File; said: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <figure className="picture-preview">
      {/* biome-ignore lint/performance/noImgElement: it is in the browser only */}
      {address ? <img src={address} alt="" /> : null}
      <figcaption className="small">{said}</figcaption>
    </figure>
  )
}
