import type { Actor } from '@/domain/actor'
import { LANGUAGES, type Language } from '@/domain/language'
import type { Refusal, RefusalKey } from '@/domain/refusal'
import { transition, type WorkflowEvent } from '@/domain/workflow'
import { sayRefusal, type Translator } from '@/messages/translate'
import { factsOf } from '@/stored/editionFacts'
import type { Edition } from '@/stored/editions'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { MessageHeading } from '../MessageHeading.client'
import type { VersionState } from '../reading/versionState'
import { Withdraw } from '../review/Withdraw'
import { OpenDecisionsNote } from '../updates/OpenDecisionsNote'
import type { OpenDecisions } from '../updates/openDecisions'
import type { Because } from '../Why'
import { checkAddress, reviewAddress, sectionAddress, versionAddress } from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { atMost, becauseOf } from '../words/because'
import { EditionStatus } from '../words/Status'
import { BehindNote } from './BehindNote'
import type { BehindSection } from './behindSections'
import type { SectionRow } from './sectionRows'

type Given = {
  state: VersionState
  rows: SectionRow[]
  /** How many sections the person can decide on: then that is the main button of the screen. */
  asking: number
  open: OpenDecisions | null
  behind: readonly BehindSection[]
  actor: Actor
  language: Language
  say: Translator
}

/** The possible steps for the whole version, in order; a step that is not possible yet says why and what to do. */
export function NextSteps({ state, rows, asking, open, behind, actor, language, say }: Given) {
  const { edition } = state
  return (
    <section className="panel stack" id="next" aria-labelledby="next-h">
      <h2 id="next-h">{say('admin.next.title')}</h2>
      {edition ? (
        <>
          {edition.state === 'submitted' || edition.state === 'approved' ? (
            <Sent edition={edition} say={say} />
          ) : (
            <Submit
              edition={edition}
              state={state}
              rows={rows}
              asking={asking}
              open={open}
              behind={behind}
              actor={actor}
              language={language}
              say={say}
            />
          )}
          <Publish edition={edition} state={state} actor={actor} language={language} say={say} />
        </>
      ) : (
        <p className="muted">{say('admin.version.no-edition')}</p>
      )}
      {state.lastRelease && !state.withdrawn ? (
        <Withdraw
          release={state.lastRelease}
          edition={state.edition}
          screen={versionAddress(state.variant.id)}
          actor={actor}
          language={language}
          say={say}
        />
      ) : null}
    </section>
  )
}

/** The step is done, and nothing is refused: the edition is with its reviewers, or they have approved it. */
function Sent({ edition: { id, state, stateSince }, say }: { edition: Edition; say: Translator }) {
  return (
    <>
      <MessageHeading level="h3" id="sent-h" about={stateSince}>
        <EditionStatus state={state} isWithdrawn={false} say={say} />
      </MessageHeading>
      <p>
        <a className="btn second" href={reviewAddress(id)}>
          {say('admin.next.open-review')}
        </a>
      </p>
    </>
  )
}

function Submit({ edition, state, rows, asking, open, behind, actor, language, say }: Given & { edition: Edition }) {
  const label = say('admin.next.submit')
  const refusals = refusalsOf({ event: 'submit', edition, state, actor })
  const because = refusals.some(({ key }) => PROBLEMS.includes(key))
    ? atMost({
        because: rows.flatMap((row) => problemOf({ row, variant: state.variant.id, language, say })),
        most: 5,
        language,
        href: versionAddress(state.variant.id, 'to-do'),
      })
    : becauseOf({ refusals, language, wayOut: (refusal) => wayOutOf({ refusal, edition, say }) })
  return (
    <>
      {edition.state === 'published' ? null : <OpenDecisionsNote open={open} say={say} />}
      {edition.state === 'published' ? null : <BehindNote behind={behind} say={say} />}
      <p>
        {say('check.first')} <a href={checkAddress({ variant: state.variant.id })}>{say('check.name')}</a>
      </p>
      <ActionButton
        action="submit-edition"
        input={{ edition: edition.id, seen: edition.rev }}
        label={label}
        words={{ ...actionWords(say), stale: say('admin.next.stale') }}
        because={because}
        look={asking > 0 ? 'second' : 'filled'}
      />
    </>
  )
}

/** The reasons that name a part of a section, which its screen lists. */
const PARTS: RefusalKey[] = ['refusal.part-to-fill-in', 'refusal.part-fixed']
const PROBLEMS: RefusalKey[] = [...PARTS, 'refusal.to-be-filled-in', 'refusal.reason-missing']

function problemOf({
  row,
  variant,
  language,
  say,
}: {
  row: SectionRow
  variant: string
  language: Language
  say: Translator
}): Because[] {
  if (!row.problem) return []
  const { key, params } = row.problem
  const isPart = PARTS.includes(key)
  const section = { variant, key: row.key, language: partLanguage(params) ?? row.title.language }
  return [
    {
      text: sayRefusal(language, row.problem),
      href: `${sectionAddress(section)}${isPart ? '#parts' : ''}`,
      link: say('admin.why.open', { section: `${row.number} ${row.title.text}` }),
    },
  ]
}

/** The language of the part, where it is named. */
function partLanguage(params: Refusal['params']): Language | undefined {
  return LANGUAGES.find((one) => one === params?.language)
}

function Publish({
  edition,
  state,
  actor,
  language,
  say,
}: Omit<Given, 'rows' | 'asking' | 'open' | 'behind'> & { edition: Edition }) {
  const refusals = refusalsOf({ event: 'publish', edition, state, actor })
  if (refusals.length === 0)
    return (
      <p>
        <a className="btn" href={`${reviewAddress(edition.id)}#publish`}>
          {say('admin.next.publish')}
        </a>
      </p>
    )
  return (
    <BlockedButton
      label={say('admin.next.publish')}
      because={becauseOf({ refusals, language, wayOut: (refusal) => wayOutOf({ refusal, edition, say }) })}
    />
  )
}

/** Every reason why a step is not possible now; none if it is. */
export function refusalsOf({
  event,
  edition,
  state,
  actor,
  comment = '',
}: {
  event: WorkflowEvent
  edition: Edition
  state: Pick<VersionState, 'toolkit' | 'variant' | 'resolved' | 'sameAs'>
  actor: Actor
  comment?: string
}): Refusal[] {
  const { toolkit, variant, resolved, sameAs } = state
  const facts = factsOf({ edition, variant, resolved, comment, sameAs, source: toolkit.sourceLanguage })
  const outcome = transition({ state: edition.state, event, actor, facts })
  return outcome.ok ? [] : outcome.because
}

const AT_REVIEW: RefusalKey[] = ['refusal.state-publish-submitted']

function wayOutOf({ refusal, edition, say }: { refusal: Refusal; edition: Edition; say: Translator }) {
  if (AT_REVIEW.includes(refusal.key)) return { href: reviewAddress(edition.id), link: say('admin.next.open-review') }
  return undefined
}
