import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import { saidIn } from '@/domain/said'
import type { MovedWith } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { SectionDifference } from '@/textView/SectionDifference'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { editionNote } from '../editor/editionNote'
import type { VersionState } from '../reading/versionState'
import { draftPictureAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { languageName } from '../words/languageName'
import { acceptedAddress } from './JustDone'
import { isAcceptedWithOthers, type ReadChange, type ReadyUpdate } from './readyUpdate'
import { sayLeft } from './sayLeft'
import { UpdateLine } from './UpdateLine'
import type { UpdateRow } from './updateRows'
import { nameInVersion } from './versionUpdates'

/**
 * The sections that can take the new common text as it is: each with what changes for readers in a fold, then one button
 * that accepts those that are listed.
 */
export function AcceptReady({
  ready,
  numbers,
  release,
  state,
  mayDecide,
  language,
  say,
}: {
  ready: readonly ReadyUpdate[]
  /** The number of each section that the version has. */
  numbers: ReadonlyMap<string, string>
  /** The release that is decided on. */
  release: Release
  state: VersionState
  mayDecide: boolean
  language: Language
  say: Translator
}) {
  const { toolkit, variant } = state
  const note = editionNote({ state, say })
  const named = ({ key, title }: MovedWith) => {
    const said = saidIn(title, { language, source: toolkit.sourceLanguage })?.value ?? ''
    const name = nameInVersion({ key, title: said, numbers, newest: release.manifest, say })
    return say('words.quoted', { text: name })
  }
  // The sections into which its text goes are not in the list.
  const sayWithout = (without: readonly MovedWith[]) =>
    say('admin.updates.goes-alone', { sections: new Intl.ListFormat(language).format(without.map(named)) })
  const accepted = ready.filter(isAcceptedWithOthers)
  return (
    <div className="diff">
      <DifferenceLegend t={say} />
      <ul className="tasks">
        {ready.map(({ row, changes, left, without }) => (
          <UpdateLine
            key={row.key}
            row={row}
            variant={variant.id}
            source={toolkit.sourceLanguage}
            language={language}
            say={say}
          >
            {row.typedAt === null ? null : <p className="note">{say('admin.updates.begun-apart')}</p>}
            {without.length > 0 ? <p className="note">{sayWithout(without)}</p> : null}
            {left.length > 0 ? <p>{sayLeft({ left, source: toolkit.sourceLanguage, language, t: say })}</p> : null}
            <Changes row={row} changes={changes} language={language} say={say} />
          </UpdateLine>
        ))}
      </ul>
      {accepted.length > 0 ? (
        <div className="stack">
          <p id="accept-what">{[say('admin.updates.accept-what'), note].filter(Boolean).join(' ')}</p>
          <ActionButton
            action="accept-updates"
            input={{
              variant: variant.id,
              release: release.id,
              language: variant.languages[0] ?? toolkit.sourceLanguage,
              sections: accepted.map(({ row: { key }, seen, others }) => ({ key, seen, others })),
            }}
            label={say('admin.updates.accept', { count: accepted.length })}
            words={actionWords(say)}
            next={acceptedAddress(variant.id, accepted.length)}
            describedBy="accept-what"
            because={mayDecide ? [] : becauseOf({ refusals: [{ key: 'refusal.role-edit' }], language })}
          />
        </div>
      ) : null}
    </div>
  )
}

function Changes({
  row: { key, number, title },
  changes,
  language,
  say,
}: {
  row: UpdateRow
  changes: ReadChange[]
  language: Language
  say: Translator
}) {
  if (changes.length === 0) return <p>{say('admin.updates.no-words')}</p>
  return (
    <details className="disclose">
      <summary>
        {say('admin.updates.what-changes')}
        <span className="vh">
          : {number} {title.text}
        </span>
      </summary>
      <div className="stack">
        {changes.map((one) => (
          <div key={one.language} className="text">
            {changes.length > 1 ? <p className="muted">{languageName(say, one.language)}</p> : null}
            <SectionDifference
              change={one.change}
              language={one.language}
              pageLanguage={language}
              t={say}
              only="changes"
              headingOffset={2}
              anchor={`${key}-${one.language}-d`}
              pictureUrl={draftPictureAddress}
              describesPictures
            />
          </div>
        ))}
      </div>
    </details>
  )
}
