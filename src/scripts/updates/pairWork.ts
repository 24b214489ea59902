import type { Payload, TypedUser } from 'payload'
import type { Action } from '@/actions/action'
import { adaptSection } from '@/actions/adaptSection'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { omitSection } from '@/actions/omitSection'
import type { ActionOutcome } from '@/actions/performAs'
import { runAction } from '@/actions/runAction'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import type { VariantSection } from '@/domain/resolve'
import { decideUpdate, shownOf, type UpdateDecision } from '@/domain/updates/updates'
import { toLexical } from '@/lexical/toLexical'
import { decisionsThatHold, type RecordedDecision } from '@/stored/updateDecisions'
import type { WaitingUpdate } from '@/stored/updates'
import type { Draw } from './draw'
import { type Drawn, drawDecision, inputOf } from './drawDecision'
import { editedAtRandom, type NewWord, newParagraph } from './edits'
import type { VersionNow } from './version'

type Kind = 'write' | 'decide' | 'accept' | 'take-back'

type Saved = { key: string; rev: number }
type Send = (given: {
  payload: Payload
  user: TypedUser
  input: unknown
}) => Promise<ActionOutcome<Saved | { sections: Saved[] }>>

function sending<Input, Result extends Saved | { sections: Saved[] }>(action: Action<Input, Result>): Send {
  return (given) => runAction({ action, ...given })
}

/** What a person is about to send, with what it must make of each section if it is acknowledged. */
export type Work = {
  kind: Kind
  send: Send
  input: Record<string, unknown>
  effects: Effect[]
}

/** What one acknowledged write of a section must have made. */
export type Effect = {
  key: string
  /** The revision that the person saw. */
  seen: number
  /** Of a text that the person typed: its words. */
  words?: string[]
  /** Of a decision: what the rules make of what the person saw. */
  next?: VariantSection
  choice?: RecordedDecision['choice']
  release?: string
  undoes?: RecordedDecision
}

export type Acknowledged = Effect & { kind: Kind; rev: number; by: string }

type Drawing = { view: VersionNow; release: string; draw: Draw; newWord: NewWord; key: string; only?: Kind }

/** Something that a person can do in a section with the page that they see; null if there is nothing. */
export function drawWork({ only, ...given }: Drawing): Work | null {
  switch (only ?? given.draw.one(['write', 'decide', 'decide', 'decide', 'accept', 'take-back'] as const)) {
    case 'write':
      return writing(given)
    case 'decide':
      return deciding(given)
    case 'accept':
      return accepting(given)
    default:
      return takingBack(given)
  }
}

const WHY = { reason: 'other', explanation: 'Here it is done otherwise.' } as const

function writing({ view, draw, newWord, key }: Drawing): Work {
  const own = view.own.get(key)
  const at = { key, seen: own?.rev ?? 0 }
  const content = view.shown.get(key)?.content
  if (own?.mode === 'supplement' || (!own && draw.chance(0.3))) {
    const { paragraph, written } = newParagraph(newWord)
    const addition = toLexical([...(content?.addition.en ?? []), paragraph])
    return {
      kind: 'write',
      send: sending(supplementSection),
      input: { ...at, addition },
      effects: [{ ...at, words: written }],
    }
  }
  if (!own && draw.chance(0.2))
    return { kind: 'write', send: sending(omitSection), input: { ...at, ...WHY }, effects: [{ ...at, words: [] }] }
  const { body } = editedAtRandom({ body: content?.body.en ?? [], draw, newWord, edits: 2 })
  const { paragraph, written } = newParagraph(newWord)
  const input = { ...at, body: toLexical([...body, paragraph]), ...WHY }
  return { kind: 'write', send: sending(adaptSection), input, effects: [{ ...at, words: written }] }
}

function deciding({ view, release, draw, newWord, key }: Drawing): Work | null {
  const waiting = view.waiting.get(key) ?? [...view.waiting.values()].at(0)
  if (!waiting) return null
  const drawn = drawDecision({ waiting, draw, newWord })
  const effect = effectOf({ view, release, waiting, drawn })
  const explanation = { en: WHY.explanation }
  const input = {
    key: effect.key,
    seen: effect.seen,
    shown: shownOf(waiting.update),
    release,
    reason: WHY.reason,
    explanation,
    ...inputOf(drawn, toLexical),
  }
  return { kind: 'decide', send: sending(decideOnUpdate), input, effects: [effect] }
}

const ACCEPTED: Drawn = { choice: 'accept', resolutions: {}, answered: [], written: [] }

function accepting({ view, release, draw, key }: Drawing): Work | null {
  // Sometimes also a section that is not ready: then all of them are refused.
  const isTried = ({ update }: WaitingUpdate): boolean =>
    update.key === key || (update.status === 'ready' ? draw.chance(0.7) : draw.chance(0.05))
  const tried = [...view.waiting.values()].filter(isTried)
  if (tried.length === 0) return null
  const effects = tried.map((waiting) => effectOf({ view, release, waiting, drawn: ACCEPTED }))
  const sections = effects.map(({ key, seen }) => ({ key, seen }))
  return { kind: 'accept', send: sending(acceptReadyUpdates), input: { release, sections }, effects }
}

function takingBack({ view, draw, key }: Drawing): Work | null {
  const holding = decisionsThatHold(view.decisions)
  const here = holding.filter((one) => one.key === key)
  const [first] = here
  const undoes = first ?? (holding.length > 0 ? draw.one(holding) : null)
  if (!undoes) return null
  const seen = view.own.get(undoes.key)?.rev ?? 0
  const { key: of, release } = undoes
  const effect: Effect = { key: of, seen, choice: 'undone', undoes, release }
  return { kind: 'take-back', send: sending(takeBackUpdate), input: { decision: undoes.id, seen }, effects: [effect] }
}

function effectOf({
  view,
  release,
  waiting,
  drawn,
}: {
  view: VersionNow
  release: string
  waiting: WaitingUpdate
  drawn: Drawn
}): Effect {
  const { key } = waiting.update
  const written = drawn.body ? { written: { body: { [drawn.body.language]: drawn.body.text } } } : {}
  const why = drawn === ACCEPTED ? {} : { reason: WHY.reason, explanation: { en: WHY.explanation } }
  const { choice, parts, resolutions } = drawn
  const decision: UpdateDecision = { choice, resolutions, ...(parts ? { parts } : {}), ...written, ...why }
  const outcome = decideUpdate({ sides: waiting.sides, decision, release })
  return { key, seen: view.own.get(key)?.rev ?? 0, choice, release, ...(outcome.ok ? { next: outcome.result } : {}) }
}

/** Refusals that a person can get who works at the same moment as another one. */
const EXPECTED: ReadonlySet<string> = new Set([
  'refusal.stale',
  'refusal.update-nothing',
  'refusal.update-decided',
  'refusal.update-settled',
  'refusal.update-choice',
  'refusal.update-not-ready',
  'refusal.update-moved-on',
  'refusal.update-changed',
  'refusal.update-taken-back',
  'refusal.update-text-changed',
  'refusal.section-unknown',
  'refusal.own-section-supplement',
])

type Performed = { acknowledged: Acknowledged[]; refusals: string[]; problems: string[] }

/** Sends the work as this person. */
export async function performWork({
  payload,
  user,
  variant,
  work: { kind, send, input, effects },
}: {
  payload: Payload
  user: TypedUser
  variant: string
  work: Work
}): Promise<Performed> {
  const given = kind === 'take-back' ? { language: 'en', ...input } : { variant, language: 'en', ...input }
  const outcome = await send({ payload, user, input: given })
  if (!outcome.ok) {
    const refusals = outcome.because.map(({ key }) => key)
    const [{ seen = 0 } = {}] = effects
    const isWrong = 'saved' in outcome && outcome.saved.rev === seen
    return {
      acknowledged: [],
      refusals,
      problems: [
        ...refusals.filter((key) => !EXPECTED.has(key)).map((key) => `${kind} was refused: ${key}`),
        ...(isWrong ? [`${kind} was refused as stale, and saw the stored revision ${seen}`] : []),
      ],
    }
  }
  const { result } = outcome
  const saved = 'sections' in result ? result.sections : [result]
  const acknowledged = effects.flatMap((effect): Acknowledged[] => {
    const one = saved.find(({ key }) => key === effect.key)
    return one ? [{ ...effect, kind, rev: one.rev, by: user.id }] : []
  })
  const isWhole = acknowledged.length === effects.length && saved.length === effects.length
  return { acknowledged, refusals: [], problems: isWhole ? [] : [`${kind} answered for other sections`] }
}
