import type { PayloadRequest } from 'payload'
import { type Actor, DRAFTERS, hasRole } from '@/domain/actor'
import type { JoinedNote } from '@/domain/changeGroups'
import type { Language } from '@/domain/language'
import type { Refusal } from '@/domain/refusal'
import { saidDecision, takeBackForbids } from '@/domain/updates/updates'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { SignIcon } from '@/icons/SignIcon'
import { sayRefusal, type Translator } from '@/messages/translate'
import { loadBlobs } from '@/stored/blobs'
import { revisionOfDecision } from '@/stored/revisionOfDecision'
import { type RecordedDecision, recordedWith } from '@/stored/updateDecisions'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { editionNote } from '../editor/editionNote'
import type { VersionState } from '../reading/versionState'
import { proposalAddress, sectionAddress } from '../words/addresses'
import { LocalTime } from '../words/LocalTime.client'
import { Status } from '../words/Status'
import { type TextIn, textIn } from '../words/titles'
import { takenBackAddress } from './JustDone'
import { sayChoice } from './sayChoice'
import { sayWho } from './sayWho'
import type { DecidedUpdate, VersionUpdates } from './versionUpdates'

/** A decision that holds, as the list shows it: one, also where it was recorded for several sections. */
export type DecidedRow = {
  decision: RecordedDecision
  /** The records of the other sections that were decided with it. */
  others: { decision: RecordedDecision; name: string; stored: DecidedRow['stored'] }[]
  number: string
  title: TextIn
  /** Does the version still have the section? */
  isHere: boolean
  note: JoinedNote | null
  /** The version of the release that was decided on. */
  version: string
  /** The revision of the section for which the decision can be taken back (`revisionOfDecision`). */
  stored: { rev: number; at: string }
  /** The stored revision, which is a later one after a pause. */
  seen: number
}

const NOTHING_STORED = { rev: 0, at: '' }

/** What was decided, newest first (`VersionUpdates.decided`). */
export async function loadDecidedRows({
  req,
  updates: { decided },
  state: { resolved },
  numbers,
  languages,
}: {
  req: PayloadRequest
  updates: VersionUpdates
  state: Pick<VersionState, 'resolved'>
  numbers: ReadonlyMap<string, string>
  /** The languages for titles, preferred first. */
  languages: readonly Language[]
}): Promise<DecidedRow[]> {
  const here = new Map(resolved.sections.map(({ content }) => [content.key, content]))
  const own = new Map(resolved.own.map((section) => [section.key, section]))
  // A section that the country let go is no longer in the version: its title is in the text before the decision.
  const gone = decided.flatMap(({ decision: { key, textBefore } }) =>
    here.has(key) || textBefore === null ? [] : [textBefore],
  )
  const before = await loadBlobs({ req, hashes: gone })
  const revisions = await Promise.all(
    decided.map(async ({ decision: { id, key, revAfter } }): Promise<[string, DecidedRow['stored']]> => {
      const stored = own.get(key)
      return [id, stored ? await revisionOfDecision({ req, stored, since: revAfter }) : NOTHING_STORED]
    }),
  )
  const revisionOf = new Map(revisions)
  const described = ({ decision, note, version }: DecidedUpdate) => {
    const { id, key, textBefore } = decision
    const content = here.get(key) ?? before.get(textBefore ?? '')
    return {
      decision,
      number: numbers.get(key) ?? '',
      title: textIn({ given: content?.title ?? {}, languages, otherwise: key }),
      isHere: here.has(key),
      ...{ note, version },
      stored: revisionOf.get(id) ?? NOTHING_STORED,
      seen: own.get(key)?.rev ?? 0,
    }
  }
  const records = decided.map(({ decision }) => decision)
  return decided.flatMap((one) => {
    const beside = recordedWith(one.decision, records)
    const [first] = one.decision.together
    // It is shown with the first of the sections that were decided together.
    if (beside.some(({ key }) => key === first)) return []
    const others = decided
      .filter(({ decision }) => beside.includes(decision))
      .map(described)
      .map(({ decision: one, number, stored, title }) => {
        return { decision: one, stored, name: `${number} ${title.text}`.trim() }
      })
    return [{ ...described(one), others }]
  })
}

/** The decisions with choice, reason, author and time, each with the button that takes it back, or why that is too late. */
export function DecidedUpdates({
  rows,
  state,
  actor,
  language,
  say,
}: {
  rows: readonly DecidedRow[]
  state: VersionState
  actor: Actor
  language: Language
  say: Translator
}) {
  const { edition, variant } = state
  const mayDecide = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const whyNot = ({ decision, others, stored }: DecidedRow): Refusal | null => {
    if (!mayDecide) return { key: 'refusal.role-edit' }
    const records = [{ decision, stored }, ...others]
    const refusals = records.map((one) =>
      takeBackForbids({ revAfter: one.decision.revAfter, edition, stored: one.stored }),
    )
    return refusals.find((one) => one !== null) ?? null
  }
  const reasons = new Set(rows.map((row) => whyNot(row)?.key))
  const onSeveral = new Set(rows.map(({ version }) => version)).size > 1
  // The same reason in every line is said once.
  const [only] = reasons.size === 1 ? rows.map(whyNot) : []
  const note = editionNote({ state, say })
  return (
    <section className="stack" id="decided" aria-labelledby="h-decided">
      <h2 id="h-decided">
        {say('admin.updates.decided')} <span className="light muted">{rows.length}</span>
      </h2>
      {only ? <p className="muted">{sayRefusal(language, only)}</p> : null}
      {note && !only ? <p className="muted">{note}</p> : null}
      <ul className="tasks">
        {rows.map((row) => {
          const { decision, isHere, note: said, number, others, title } = row
          const because = saidDecision(decision)?.reason
          const refusal = whyNot(row)
          const lang = title.language === language ? undefined : title.language
          const name = (
            <>
              {number ? `${number} ` : null}
              <span lang={lang}>{title.text}</span>
            </>
          )
          return (
            <li key={decision.id}>
              <div className="marks">
                <Choice decision={decision} say={say} />
              </div>
              <div>
                <h3>
                  {isHere ? (
                    <a href={sectionAddress({ variant: variant.id, key: decision.key, language: title.language })}>
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                </h3>
                <p className="row muted">
                  {said ? (
                    <Status icon={<ChangeClassIcon of={said.class} />}>
                      {say(`words.change-class.${said.class}`)}
                    </Status>
                  ) : null}
                  {because ? <span>{say(`words.reason.${because}`)}</span> : null}
                </p>
                {others.length > 0 ? (
                  <p className="muted">
                    {say('report.together', {
                      sections: new Intl.ListFormat(language).format(
                        others.map(({ name: other }) => say('words.quoted', { text: other })),
                      ),
                    })}
                  </p>
                ) : null}
                {decision.note ? <p className="said">{decision.note}</p> : null}
                {refusal && !only ? <p className="muted">{sayRefusal(language, refusal)}</p> : null}
              </div>
              <p className="muted">
                {sayWho({ decision, actor, say })}, <LocalTime at={decision.at} language={language} />
                {onSeveral ? `, ${say('updates.decided-on', { version: row.version })}` : null}
              </p>
              {refusal ? (
                <div />
              ) : (
                <ActionButton
                  action="take-back-update"
                  input={{
                    decision: decision.id,
                    seen: row.seen,
                    language: variant.languages[0] ?? state.toolkit.sourceLanguage,
                  }}
                  label={say('admin.updates.take-back')}
                  spoken={`${number} ${title.text}`.trim()}
                  words={actionWords(say)}
                  next={takenBackAddress(variant.id, decision.key)}
                  look="second"
                  small
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Choice({ decision, say }: { decision: RecordedDecision; say: Translator }) {
  const said = saidDecision(decision)
  // `decisionsThatHold` leaves out what was taken back.
  if (!said) return null
  const words = sayChoice(said.choice, say)
  const { byProposal } = decision
  return (
    <Status icon={<SignIcon sign="tick" />}>
      {byProposal ? <a href={proposalAddress(byProposal)}>{words}</a> : words}
    </Status>
  )
}
