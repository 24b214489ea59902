import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import type { Footnote, RichText } from '@/domain/richText/richText'
import { translatorFor } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { type Numbering, numberingOf } from './numbering'
import { type Picture, type ViewOptions, viewOptions } from './options'

const NOTHING: Record<string, Picture> = {}

/**
 * A text as HTML, with its notes below it. The language is that of the text. Headings begin at h2, or `headingOffset`
 * levels below. Without `ticked`, checklists are only displayed, because a page of the admin is itself a form.
 */
export function RichTextView({
  blocks,
  language,
  headingOffset = 0,
  files = '/files',
  idPrefix = '',
  firstNote,
  firstCheck,
  ticked = null,
  pictures = NOTHING,
  inserted,
  labelOf,
}: {
  blocks: RichText
  language: Language
  headingOffset?: number
  /** The address of pictures. */
  files?: string
  /** The prefix of every id, for pages with several texts. */
  idPrefix?: string
  firstNote?: number
  firstCheck?: number
  ticked?: ReadonlySet<number> | null
  pictures?: Record<string, Picture>
  /** Something else that stands after so many of the blocks. */
  inserted?: { at: number; view: ReactNode } | undefined
  /** What is said above a block of the text, if anything. */
  labelOf?: ViewOptions['labelOf']
}) {
  const numbering = numberingOf({ blocks, topLevel: 2 + headingOffset, idPrefix, firstNote, firstCheck })
  const options = viewOptions({
    language,
    t: translatorFor(language),
    numbering,
    notes: { numbers: numbering.notes, idPrefix },
    idPrefix,
    idOf: (block) => numbering.headings.get(block)?.id,
    pictureUrl: (media) => `${files}/${encodeURIComponent(media)}`,
    pictures,
    ticked,
    labelOf,
  })
  return (
    <>
      {inserted ? <Blocks blocks={blocks.slice(0, inserted.at)} options={options} /> : null}
      {inserted?.view}
      <Blocks blocks={inserted ? blocks.slice(inserted.at) : blocks} options={options} />
      <Notes options={options} numbering={numbering} />
    </>
  )
}

function Notes({ options: { t, idPrefix }, numbering }: { options: ViewOptions; numbering: Numbering }) {
  const notes: [Footnote, number][] = [...numbering.notes]
  const first = notes[0]?.[1]
  if (first === undefined) return null
  return (
    <section className="notes" aria-label={t('reader.notes')}>
      <ol start={first === 1 ? undefined : first}>
        {notes.map(([note, number]) => (
          <li key={number} id={`${idPrefix}note-${number}`}>
            {note.text}{' '}
            <a
              href={`#${idPrefix}ref-${number}`}
              aria-label={t('reader.note-back', { number: String(number) })}
              className="no-print"
            >
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
