import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { ROLES, type Role } from '@/domain/actor'
import { type ByLanguage, LANGUAGES } from '@/domain/language'
import {
  PROPOSAL_STATES,
  type ProposalState,
  type Proposed,
  type ProposedOnBase,
  type ProposedPlace,
  takenOver,
} from '@/domain/proposals'
import { hasOffered, isInText } from '@/domain/proposalsInText'
import {
  type ChangeReason,
  MODES,
  type Mode,
  OWN_FIELDS,
  REASONS,
  type Reason,
  type SectionContent,
} from '@/domain/section'
import { loadBlobs } from './blobs'
import { readChangeReasons } from './changeReasons'
import { loadBaseOf } from './commonBase'
import {
  asByLanguage,
  asChoice,
  asId,
  asNumber,
  asOneOf,
  asRecord,
  asText,
  asTextOrNull,
  type StoredDocument,
} from './parse'
import { parsed } from './parsed'
import { commonStanding } from './releases'
import { loadBaselineAt } from './revisions'
import { loadWorkingSections } from './sections'
import { findVariantSection, loadVariant } from './variants'

/** What a country proposed to the common framework, and what became of it. */
export type Proposal = Proposed & {
  id: string
  rev: number
  variant: string
  toolkit: string
  country: string
  key: string
  /** What the country did with the section when it proposed it. */
  mode: Mode
  /** Had only the country the section? */
  isNational: boolean
  /** The section that a national section followed in the country's version. */
  after: string | null
  /** The hash of the section as readers of the country would have got it then. */
  text: string
  revisionSeen: number
  message: string
  reason: Reason | null
  explanation: ByLanguage<string>
  sources: string
  /** For single changes that are proposed. */
  changeReasons: ChangeReason[]
  by: string
  as: Role | null
  /** ISO 8601. */
  at: string
  state: ProposalState
  settledBy: string | null
  settledAt: string | null
  /** Why it was declined. */
  answer: string
  /** The revision of the section of the common framework that took it over. */
  takenRevision: number | null
  /** The hashes of the section as it was before that, and with the proposal. */
  textBefore: string | null
  takenText: string | null
  /** The release of the common framework that first contained it. */
  inRelease: string | null
  /** The release before which it was taken out again. */
  outOfRelease: string | null
}

/** One proposal; null if it does not exist or is not for this person. */
export async function loadProposal({ req, id }: { req: PayloadRequest; id: string }): Promise<Proposal | null> {
  return (await proposalsWhere(req, [{ id: { equals: id } }]))[0] ?? null
}

type Asked = { toolkit?: string; variants?: readonly string[]; key?: string; states?: readonly ProposalState[] }

/** The proposals that the person may read, newest first. */
export async function loadProposals({
  req,
  toolkit,
  variants,
  key,
  states,
}: Asked & { req: PayloadRequest }): Promise<Proposal[]> {
  return proposalsWhere(req, [
    ...(toolkit === undefined ? [] : [{ toolkit: { equals: toolkit } }]),
    ...(variants === undefined ? [] : [{ variant: { in: [...variants] } }]),
    ...(key === undefined ? [] : [{ key: { equals: key } }]),
    ...(states === undefined ? [] : [{ state: { in: [...states] } }]),
  ])
}

/**
 * The proposals that were taken over and are in no release yet: those that the working text of the common framework still
 * has, and those that were taken out of it again. `credited` are those of the first for which the release names the
 * country: at least half of what it offered is there, or at least half of what came is in the text that it proposed.
 */
export async function loadUnreleasedProposals(of: {
  req: PayloadRequest
  toolkit: string
}): Promise<{ inText: Proposal[]; credited: Proposal[]; takenOut: Proposal[] }> {
  const proposals = (await loadProposals({ ...of, states: ['taken-over'] })).filter(
    ({ inRelease }) => inRelease === null,
  )
  if (proposals.length === 0) return { inText: [], credited: [], takenOut: [] }
  const working = new Map((await loadWorkingSections(of)).map(({ content }) => [content.key, content]))
  const { lastText } = await commonStanding(of)
  const released = new Map((lastText?.manifest ?? []).map(({ blob, key }) => [key, blob]))
  const texts = proposals.flatMap(({ takenText, text, textBefore }) => [takenText, text, textBefore])
  const hashes = [...texts, ...released.values()]
  const blobs = await loadBlobs({ req: of.req, hashes: hashes.flatMap((hash) => hash ?? []) })
  const blobOf = (hash: string | null | undefined) => (hash ? (blobs.get(hash) ?? null) : null)
  const over = [...working].map(([key, now]) => ({ key, before: blobOf(released.get(key)), now }))
  const overTime = ({ key, textBefore }: Proposal) => ({
    before: blobOf(textBefore),
    now: working.get(key) ?? null,
    others: over.filter((one) => one.key !== key),
  })
  const offers = new Map<string, ProposedOnBase>()
  for (const proposal of proposals)
    if (blobs.has(proposal.text)) offers.set(proposal.id, await loadProposedText({ req: of.req, proposal }))
  const known = new Map<string, boolean>()
  const isOfferedThere = (proposal: Proposal): boolean => {
    const offer = offers.get(proposal.id)
    if (!offer) return false
    const texts = overTime(proposal)
    const isThere =
      known.get(proposal.id) ??
      hasOffered({ ...texts, wordForWord: takenOver({ common: texts.before, proposal: offer }) })
    known.set(proposal.id, isThere)
    return isThere
  }
  const isThere = (proposal: Proposal) => {
    const taken = blobOf(proposal.takenText)
    return !taken || isInText({ ...overTime(proposal), taken }) || isOfferedThere(proposal)
  }
  const isTheirs = (proposal: Proposal) => {
    const [taken, offered] = [blobOf(proposal.takenText), blobOf(proposal.text)]
    if (!taken || !offered || isOfferedThere(proposal)) return true
    return isInText({ before: blobOf(proposal.textBefore), taken, now: withAdditionBehind(offered) })
  }
  const inText = proposals.filter(isThere)
  const takenOut = proposals.filter((one) => !inText.includes(one))
  return { inText, credited: inText.filter(isTheirs), takenOut }
}

/** All words of a section in its texts, to look for some of them. */
function withAdditionBehind({ addition, body, ...content }: SectionContent): SectionContent {
  const all: SectionContent['body'] = {}
  for (const language of LANGUAGES) all[language] = [...(body[language] ?? []), ...(addition[language] ?? [])]
  return { ...content, addition, body: all }
}

/** What a proposal offers, as readers of the country would have got it then, and the common text from which it was made. */
export async function loadProposedText({
  req,
  proposal,
}: {
  req: PayloadRequest
  proposal: Proposal
}): Promise<ProposedOnBase> {
  const { id, ids, places, text } = proposal
  const content = (await loadBlobs({ req, hashes: [text] })).get(text)
  if (!content) throw new Error(`The text of proposal ${id} is not there`)
  return { ids, places, content, base: await loadBaseOfProposal({ req, proposal }) }
}

/** The common text on which the section stood in the revision that was proposed; null if only the country had it. */
async function loadBaseOfProposal({
  req,
  proposal: { isNational, key, revisionSeen, variant: id },
}: {
  req: PayloadRequest
  proposal: Proposal
}): Promise<SectionContent | null> {
  const variant = isNational ? null : await loadVariant({ req, id })
  const stored = variant && (await findVariantSection({ req, variant: id, key }))
  const baseline = stored && (await loadBaselineAt({ req, id: stored, rev: revisionSeen }))
  const base = variant && baseline && (await loadBaseOf({ req, variant, key, own: { baseline } }))
  return base ? base.content : null
}

async function proposalsWhere(req: PayloadRequest, and: Where[]): Promise<Proposal[]> {
  const { docs } = await req.payload.find({
    collection: 'proposals',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-at',
    where: { and },
  })
  return docs.map((doc) => readProposal(asRecord(doc)))
}

const places: z.ZodType<ProposedPlace[]> = z.array(z.object({ field: z.enum(OWN_FIELDS), language: z.enum(LANGUAGES) }))
const ids = z.array(z.string()).nullable()

function readProposal(doc: StoredDocument): Proposal {
  const document = `Proposal ${doc.id}`
  return {
    id: String(doc.id),
    rev: asNumber(doc.rev),
    variant: asId(doc.variant) ?? '',
    toolkit: asId(doc.toolkit) ?? '',
    country: asText(doc.country),
    key: asText(doc.key),
    mode: asOneOf({ value: doc.mode, known: MODES, what: `${document}: mode` }),
    isNational: doc.isNational === true,
    after: asTextOrNull(doc.after),
    places: parsed({ schema: places, stored: doc.places, document }),
    ids: parsed({ schema: ids, stored: doc.ids ?? null, document }),
    text: asText(doc.text),
    revisionSeen: asNumber(doc.revisionSeen),
    message: asText(doc.message),
    reason: asChoice(doc.reason, REASONS, null),
    explanation: asByLanguage(doc.explanation, asText),
    sources: asText(doc.sources),
    changeReasons: readChangeReasons(doc.changeReasons),
    by: asId(doc.by) ?? '',
    as: asChoice(doc.as, ROLES, null),
    at: asText(doc.at),
    state: asOneOf({ value: doc.state, known: PROPOSAL_STATES, what: `${document}: state` }),
    settledBy: asId(doc.settledBy),
    settledAt: asTextOrNull(doc.settledAt),
    answer: asText(doc.answer),
    takenRevision: typeof doc.takenRevision === 'number' ? doc.takenRevision : null,
    textBefore: asTextOrNull(doc.textBefore),
    takenText: asTextOrNull(doc.takenText),
    inRelease: asId(doc.inRelease),
    outOfRelease: asId(doc.outOfRelease),
  }
}
