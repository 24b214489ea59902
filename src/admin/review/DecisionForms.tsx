import type { Actor } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Refusal, RefusalKey } from '@/domain/refusal'
import { suggestVersion } from '@/domain/versionNumber'
import type { Translator } from '@/messages/translate'
import type { Edition } from '@/stored/editions'
import { baselineOf } from '@/stored/resolveVariant'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import type { VersionState } from '../reading/versionState'
import type { OpenDecisions } from '../updates/openDecisions'
import type { BehindSection } from '../version/behindSections'
import { refusalsOf } from '../version/NextSteps'
import { versionAddress } from '../words/addresses'
import { BlockedButton } from '../words/BlockedButton'
import { becauseOf, type WayOut } from '../words/because'
import { standsElsewhere } from '../words/standsElsewhere'
import { PublishSummary } from './PublishSummary'
import { releasedAddress } from './Released'
import { ReleaseForm } from './ReleaseForm.client'
import { releaseWords, VERSION } from './releaseWords'
import type { ReviewState } from './reviewState'
import { UnsentMessage } from './UnsentMessage.client'

type Given = { edition: Edition; version: VersionState; actor: Actor; language: Language; say: Translator }

const MESSAGE = 'comment'

/**
 * Approve, or ask for changes with a message that says which, while the edition is in review. Both keep their place if
 * they are not possible; if neither is, there is no field for a message, but a message that was typed is shown. It is
 * shown until it is stored, also if they got no answer then: `sent` has the messages of this person that are stored.
 */
export function DecisionForm({ edition, version, sent, actor, language, say }: Given & { sent: readonly string[] }) {
  const place = `decision:${actor.userId}:${edition.id}`
  const unsent = (
    <UnsentMessage
      place={place}
      name={MESSAGE}
      sent={sent}
      words={{
        title: say('admin.decision.unsent'),
        stays: say(`admin.decision.unsent-${edition.state === 'published' ? 'published' : 'stays'}`),
        discard: say('admin.decision.unsent-discard'),
      }}
    />
  )
  if (edition.state !== 'submitted') return unsent
  // Whether a message was written is checked when the button is pressed; here it counts as written.
  const ask = refusalsOf({ event: 'ask-for-changes', edition, state: version, actor, comment: '…' })
  const approve = refusalsOf({ event: 'approve', edition, state: version, actor })
  const wayOut = (refusal: Refusal) => wayOutOf({ refusal, edition, say })
  const because = {
    ask: becauseOf({ refusals: ask, language, wayOut }),
    approve: becauseOf({ refusals: approve, language, wayOut }),
  }
  const choices = [
    {
      action: 'ask-for-changes',
      label: say('admin.decision.ask'),
      because: because.ask,
      stale: say('admin.decision.stale-ask'),
    },
    {
      action: 'approve-edition',
      label: say('admin.decision.approve'),
      because: because.approve,
      stale: say('admin.decision.stale-approve'),
    },
  ]
  if (choices.every((choice) => choice.because.length > 0))
    return (
      <>
        <section className="panel stack" id="decision" aria-labelledby="decision-h">
          <h2 id="decision-h">{say('admin.decision.title')}</h2>
          {choices.map((choice) => (
            <BlockedButton key={choice.action} label={choice.label} because={choice.because} />
          ))}
        </section>
        {unsent}
      </>
    )
  return (
    <ActionForm
      // A text that was sent again is looked at again: what was typed is brought back as words about an earlier text.
      key={edition.round}
      fixed={{ edition: edition.id, seen: edition.rev }}
      choices={choices}
      words={actionWords(say)}
      kept={{
        place,
        names: [MESSAGE],
        sent,
        said: (
          <>
            {say('admin.decision.sent-with')} <a href="#comment">{say('admin.decision.see-message')}</a>
          </>
        ),
        unseen: say('admin.decision.from-before'),
      }}
      bar={
        <p>
          <strong>{say(because.approve.length > 0 ? 'admin.decision.cannot' : 'admin.decision.can')}</strong>
        </p>
      }
    >
      <section className="panel stack" id="decision" aria-labelledby="decision-h">
        <h2 id="decision-h">{say('admin.decision.title')}</h2>
        <div className="field">
          <label htmlFor="comment">{say('admin.decision.message')}</label>
          <p className="hint" id="comment-hint">
            {say('admin.decision.hint')}
          </p>
          <textarea id="comment" name={MESSAGE} aria-describedby="comment-hint" maxLength={5000} />
        </div>
      </section>
    </ActionForm>
  )
}

/** The number and the notes of the release of an approved edition; if it cannot be published, why. */
export function PublishForm({
  edition,
  version,
  review,
  open,
  behind,
  country,
  actor,
  language,
  say,
}: Given & {
  country: string
  review: ReviewState | null
  open: OpenDecisions | null
  behind: readonly BehindSection[]
}) {
  const refusals = refusalsOf({ event: 'publish', edition, state: version, actor })
  const last = version.lastRelease?.version ?? null
  const baseline = baselineOf(version.resolved)
  const title = <h2 id="publish-h">{say('admin.publish.title')}</h2>
  if (refusals.length > 0)
    return (
      <section className="panel stack" id="publish" aria-labelledby="publish-h">
        {title}
        <BlockedButton
          label={say('admin.release.check')}
          because={becauseOf({ refusals, language, wayOut: (refusal) => wayOutOf({ refusal, edition, say }) })}
        />
      </section>
    )
  return (
    <section className="panel stack" id="publish" aria-labelledby="publish-h">
      {title}
      <ReleaseForm
        action="publish-edition"
        fixed={{ edition: edition.id, seen: edition.rev }}
        place={`${actor.userId}:${edition.id}`}
        words={releaseWords({
          question: 'admin.release.question-national',
          notes: 'admin.release.notes-national',
          act: say('admin.release.do-national', { version: VERSION }),
          say,
        })}
        actionWords={{ ...actionWords(say), stale: say('admin.publish.stale') }}
        last={last}
        next={releasedAddress(versionAddress(version.variant.id))}
        summary={
          <PublishSummary
            version={version}
            review={review}
            open={open}
            behind={behind}
            country={country}
            reader={language}
            say={say}
          />
        }
      >
        <p>
          {[
            say('admin.publish.number', { country, baseline: baseline.version }),
            ...standsElsewhere(baseline, say),
          ].join(' ')}
        </p>
        <ReleaseFields last={last} notesHint={say('admin.publish.notes-hint')} say={say} />
      </ReleaseForm>
    </section>
  )
}

/** The two fields of every release: its number, with advice on how to choose it, and its notes for readers. */
export function ReleaseFields({ last, notesHint, say }: { last: string | null; notesHint: string; say: Translator }) {
  const whole = suggestVersion({ last, change: 'substantive' })
  return (
    <>
      <div className="field short">
        <label htmlFor="version">{say('admin.release.version')}</label>
        <p className="hint" id="version-hint">
          {last === null
            ? say('admin.release.version-first')
            : say('admin.release.version-hint', {
                last,
                whole,
                small: suggestVersion({ last, change: 'editorial' }),
              })}
        </p>
        <input
          type="text"
          id="version"
          name="version"
          defaultValue={whole}
          maxLength={20}
          autoComplete="off"
          aria-describedby="version-hint"
        />
      </div>
      <div className="field">
        <label htmlFor="notes">{say('admin.release.notes')}</label>
        <p className="hint" id="notes-hint">
          {notesHint}
        </p>
        <textarea id="notes" name="notes" aria-describedby="notes-hint" maxLength={5000} />
      </div>
    </>
  )
}

const AT_THE_VERSION: RefusalKey[] = ['refusal.text-moved-on', 'refusal.approval-stale', 'refusal.state-approve-draft']

function wayOutOf({
  refusal,
  edition,
  say,
}: {
  refusal: Refusal
  edition: Edition
  say: Translator
}): WayOut | undefined {
  if (AT_THE_VERSION.includes(refusal.key))
    return { href: `${versionAddress(edition.variant)}#next`, link: say('admin.review.open-version') }
  return undefined
}
