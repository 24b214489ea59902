import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import type { Said } from '@/domain/said'
import { ModeIcon } from '@/icons/ModeIcon'
import { translatorFor } from '@/messages/translate'
import { numberingOf } from '@/textView/numbering'
import { RichTextView } from '@/textView/RichTextView'
import { StandInMark } from '../frame/StandInMark'
import type { SectionView } from '../sectionView'

/** The words of a section: summary, audiences, text, and the country's addition in a box of its own, in its place. */
export function SectionWords({ view }: { view: SectionView }) {
  const { version, summary, body, addition, additionAt, pictures, ticked } = view
  const { language } = version
  const say = translatorFor(language)
  const firstStandIn = [summary, body, addition].find((said) => said?.standsIn)
  const before = numberingOf({ blocks: body?.value ?? [], topLevel: 2 })
  const added = addition ? (
    <section className="by" aria-labelledby="addition">
      <h2 id="addition">
        <span className="badge supplement">
          <ModeIcon mode="supplement" />
          {say('reader.added', { by: version.words.by })}
        </span>
      </h2>
      <InItsLanguage said={addition} language={language} isFirst={addition === firstStandIn}>
        <RichTextView
          blocks={addition.value}
          language={addition.language}
          headingOffset={1}
          idPrefix="a-"
          firstNote={before.notes.size + 1}
          firstCheck={before.checks.size + 1}
          pictures={pictures}
          ticked={ticked}
        />
      </InItsLanguage>
    </section>
  ) : null
  const isFirst = additionAt === 0
  const within =
    additionAt !== undefined && !isFirst ? { at: additionAt, view: inPageLanguage(added, body, view) } : undefined
  return (
    <>
      {summary && (
        <InItsLanguage said={summary} language={language} isFirst={summary === firstStandIn}>
          <p className="lead">{summary.value}</p>
        </InItsLanguage>
      )}
      <Uses view={view} />
      {isFirst ? added : null}
      {body && (
        <InItsLanguage said={body} language={language} isFirst={body === firstStandIn}>
          <RichTextView
            blocks={body.value}
            language={body.language}
            pictures={pictures}
            ticked={ticked}
            inserted={within}
          />
        </InItsLanguage>
      )}
      {additionAt === undefined ? added : null}
    </>
  )
}

/** Inside a text that replaces a missing one, what follows is again in the language of the page. */
function inPageLanguage(added: ReactNode, body: SectionView['body'], { version }: SectionView): ReactNode {
  return body?.standsIn ? <div lang={version.language}>{added}</div> : added
}

/** A text that replaces a missing one is marked, and its language is declared to browsers. */
function InItsLanguage({
  said,
  language,
  isFirst,
  children,
}: {
  said: Said<unknown>
  language: Language
  isFirst: boolean
  children: ReactNode
}) {
  if (!said.standsIn) return children
  return (
    <>
      <StandInMark language={language} other={said.language} {...(isFirst ? { id: 'stand-in' } : {})} />
      <div className="prose in-other" lang={said.language}>
        {children}
      </div>
    </>
  )
}

function Uses({ view: { version, audiences, stages } }: { view: SectionView }) {
  const say = translatorFor(version.language)
  if (audiences.length === 0 && stages.length === 0) return null
  return (
    <ul className="uses small muted">
      {audiences.length > 0 && (
        <li>{say('reader.for-whom', { list: audiences.map((one) => say(`words.audience.${one}`)).join(', ') })}</li>
      )}
      {stages.length > 0 && (
        <li>{say('reader.at-step', { list: stages.map((one) => say(`words.stage.${one}`)).join(', ') })}</li>
      )}
    </ul>
  )
}
