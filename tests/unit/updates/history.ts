import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { blocksToFollow, placeChosen } from '@/domain/additionPlace'
import { fixedPartsForbid } from '@/domain/keptParts'
import type { Language } from '@/domain/language'
import { openPlaces } from '@/domain/merge/merge'
import type { VariantSection } from '@/domain/resolve'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { AUDIENCES, type PartRule, type SectionContent, withRules, withWords } from '@/domain/section'
import { choicesFor, mergeIn, readNow, type UpdateDecision, type UpdateSides } from '@/domain/updates/updates'
import { World } from './world'

/** One random step; its numbers choose among what is possible at that moment. */
export type Step = { kind: (typeof KINDS)[number]; a: number; b: number; c: number }

const KINDS = [
  'common-title',
  'common-body',
  'common-body',
  'common-body',
  'common-greek',
  'common-policy',
  'common-fix',
  'common-audiences',
  'common-move',
  'common-add',
  'common-remove',
  'common-split',
  'common-join',
  'common-transfer',
  'adapt-title',
  'adapt-body',
  'adapt-body',
  'adapt-greek',
  'translate',
  'supplement',
  'omit',
  'restore',
  'own-section',
  'take-over',
  'take-over',
  'take-over-changed',
  'pause',
  'pause-ends',
  'release',
  'release',
  'decide',
  'decide',
  'decide',
] as const

const number = fc.nat(1_000_000)
const stepsAmong = (...kinds: Step['kind'][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), a: number, b: number, c: number }), {
    minLength: 4,
    maxLength: 40,
  })
export const steps = stepsAmong(...KINDS)

/** Histories in which countries change what becomes fixed. */
export const fixingSteps = stepsAmong(
  ...(['common-body', 'common-title', 'common-fix', 'common-fix', 'common-fix', 'adapt-title', 'adapt-body'] as const),
  ...([
    'adapt-body',
    'adapt-body',
    'adapt-greek',
    'translate',
    'supplement',
    'omit',
    'restore',
    'release',
    'decide',
  ] as const),
)

/** Histories in which sections are divided and joined in two languages, of which the common framework often has one. */
export const regroupingSteps = stepsAmong(
  ...(['common-body', 'common-greek', 'common-greek', 'common-split', 'common-join', 'common-join'] as const),
  ...(['adapt-body', 'adapt-greek', 'translate', 'translate', 'translate', 'supplement', 'release', 'decide'] as const),
)

/** Histories in which paragraphs go from one section to another, which the country treats otherwise. */
export const transferSteps = stepsAmong(
  ...(['common-transfer', 'common-transfer', 'common-transfer', 'common-body', 'common-join', 'common-split'] as const),
  ...(['adapt-body', 'adapt-body', 'omit', 'restore', 'pause', 'pause-ends', 'release', 'release'] as const),
  ...(['decide', 'decide'] as const),
)

/** Histories of many releases that move paragraphs, which the country decides on one by one. */
export const movingSteps = stepsAmong(
  ...([
    'common-transfer',
    'common-transfer',
    'common-body',
    'release',
    'release',
    'decide',
    'decide',
    'decide',
  ] as const),
  ...(['omit', 'adapt-body'] as const),
)

/** A common framework with four sections, released once, and a country that has just started. */
export function begin(): World {
  const world = new World()
  const first = world.addSection(null)
  for (const parent of [null, first, first]) world.addSection(parent)
  for (const key of world.working.keys()) {
    world.edit(key, (content) => ({
      ...content,
      body: { en: [0, 1, 2].map((at) => paragraph(world, `${key}-${at}`)) },
    }))
  }
  world.release()
  return world
}

export function run(given: readonly Step[], world = begin()): World {
  for (const step of given) take(world, step)
  return world
}

/** Takes one step; one that is not possible at that moment changes nothing. */
export function take(world: World, { kind, a, b, c }: Step): void {
  const keys = [...world.working.keys()]
  const common = keys[a % Math.max(1, keys.length)]
  const version = world.base()
  const section = version[a % Math.max(1, version.length)]
  switch (kind) {
    case 'common-title':
      if (common)
        world.edit(common, (content) => ({
          ...content,
          title: { ...content.title, en: edited(world, content.title.en ?? '', b) },
        }))
      return
    case 'common-body':
      if (common)
        world.edit(common, (content) => withBody(content, 'en', editedBody(world, content.body.en ?? [], b, c)))
      return
    case 'common-greek':
      if (common)
        world.edit(common, (content) => withBody(content, 'el', editedBody(world, content.body.el ?? [], b, c)))
      return
    case 'common-policy':
      if (common) world.edit(common, (content) => ({ ...content, policy: b % 3 === 0 ? 'supplement-only' : 'free' }))
      return
    case 'common-fix':
      if (common) world.edit(common, (content) => withRules(content, rulesOf(content, b)))
      return
    case 'common-audiences':
      if (common) world.edit(common, (content) => ({ ...content, audiences: AUDIENCES.slice(b % 3, (b % 3) + 2) }))
      return
    case 'common-move':
      if (common) moveSection(world, common, b)
      return
    case 'common-add':
      {
        const key = world.addSection(b % 2 === 0 ? null : (common ?? null))
        world.edit(key, (content) =>
          withBody(content, 'en', [paragraph(world, `${key}-0`), paragraph(world, `${key}-1`)]),
        )
      }
      return
    case 'common-remove':
      if (common && keys.length > 2) removeSection(world, common)
      return
    case 'common-split':
      if (common) splitSection(world, common, b)
      return
    case 'common-join':
      if (common && keys.length > 2) joinSections(world, common, keys[b % keys.length] ?? common)
      return
    case 'common-transfer':
      if (common) transferBlock(world, common, keys[b % keys.length] ?? common, c)
      return
    case 'take-over':
    case 'take-over-changed': {
      const ofOwn = [...world.own.keys()]
      const key = ofOwn[a % Math.max(1, ofOwn.length)]
      const place = b % 3 === 0 ? 'beginning' : null
      const taken = key && world.takeOver(key, { place, ...(b % 2 === 0 ? { chosen: (at) => at % 2 === c % 2 } : {}) })
      if (taken && kind === 'take-over-changed')
        world.edit(key, (content) => withBody(content, 'en', editedBody(world, content.body.en ?? [], b, c)))
      return
    }
    case 'release':
      world.release()
      return
    case 'decide': {
      const waiting = world.waiting()
      const one = waiting[a % Math.max(1, waiting.length)]
      if (one) world.decide(one.update.key, decisionOf(one, b, c))
      return
    }
    case 'own-section': {
      const key = `n${world.word()}`
      world.write(key, {
        ...world.ownOf(key),
        mode: 'local',
        title: { en: world.word() },
        body: { en: [paragraph(world, key)] },
        parent: section?.entry.key ?? null,
        rank: 'a0',
        slug: key,
      })
      return
    }
    default:
      if (section) write(world, kind, section.entry.key, b, c)
  }
}

/** Any decision that the update offers; an answer that it does not ask for is ignored. */
export function decisionOf(
  { sides, update }: { sides: UpdateSides; update: Parameters<typeof choicesFor>[0] & { parts: readonly string[] } },
  b: number,
  c: number,
): UpdateDecision {
  const choices = choicesFor(update)
  const choice = choices[b % choices.length] ?? 'accept'
  const reason = { reason: 'other', explanation: { en: 'Because.' } } as const
  const isOfPart = c % 5 === 0 && update.parts.length > 1
  const parts = isOfPart ? { parts: [update.parts[c % update.parts.length]] as UpdateDecision['parts'] } : {}
  const side = (['ours', 'theirs', 'both'] as const)[c % 3] ?? 'ours'
  const answersIn = (language: Language) =>
    Object.fromEntries(openPlaces(mergeIn(sides, language)).conflicts.map(({ id }) => [id, side]))
  const resolutions = choice === 'combine' ? { en: answersIn('en'), el: answersIn('el') } : {}
  return { choice, ...reason, ...parts, resolutions }
}

function write(world: World, kind: Step['kind'], key: string, b: number, c: number): void {
  const own = world.ownOf(key)
  const base = world.base().find(({ entry }) => entry.key === key) ?? null
  const sides: UpdateSides = { base, newest: null, own, languages: ['en', 'el'], sourceLanguage: 'en' }
  // As the actions do: what the common framework fixes is not stored otherwise.
  const put = (_: string, after: VariantSection) => {
    if (
      fixedPartsForbid({ base, before: own, after, languages: sides.languages, source: sides.sourceLanguage })
        .length === 0
    )
      world.write(key, after)
  }
  const isLocked = base?.content.policy === 'supplement-only'
  const adapting = (next: VariantSection): VariantSection => ({
    ...next,
    mode: base ? 'adapt' : 'local',
    reason: 'other',
  })
  const isAdapted = own.mode === 'adapt' || own.mode === 'inherit'
  switch (kind) {
    case 'adapt-title':
      if (isLocked || !isAdapted || !base) return
      put(key, adapting(withWords(own, 'title', 'en', edited(world, readNow(sides, 'title', 'en') ?? '', b))))
      return
    case 'adapt-body':
    case 'adapt-greek': {
      const language: Language = kind === 'adapt-body' ? 'en' : 'el'
      if (isLocked || !isAdapted || !base || own.translated.includes(language)) return
      put(
        key,
        adapting(withWords(own, 'body', language, editedBody(world, readNow(sides, 'body', language) ?? [], b, c))),
      )
      return
    }
    case 'translate':
      if (own.mode === 'omit' || !base || base.content.body.el?.length) return
      if (own.body.el !== undefined && !own.translated.includes('el')) return
      put(key, {
        ...own,
        title: { ...own.title, el: world.word() },
        body: { ...own.body, el: [paragraph(world, `${key}-el`)] },
        translated: ['el'],
      })
      return
    case 'supplement':
      if (own.mode !== 'inherit' && own.mode !== 'supplement') return
      put(key, {
        ...own,
        mode: 'supplement',
        additionPlace: placeOf(base?.content.body ?? {}, b),
        addition: { ...own.addition, en: [...(own.addition.en ?? []), paragraph(world, `${key}-s${world.word()}`)] },
      })
      return
    case 'omit':
      if (isLocked || !base || own.mode !== 'inherit') return
      put(key, { ...own, mode: 'omit', reason: 'other', explanation: { en: 'Not here.' } })
      return
    case 'pause':
      put(key, { ...own, paused: { reason: 'Wait.', until: null } })
      return
    case 'pause-ends':
      put(key, { ...own, paused: null })
      return
    case 'restore':
      if (own.mode === 'local') return
      put(key, {
        ...own,
        mode: 'inherit',
        title: {},
        body: {},
        addition: {},
        translated: [],
        reason: null,
        explanation: {},
      })
      return
    default:
      return
  }
}

/** Any place for an addition in the text: after it, before it, or after one of its blocks. */
function placeOf(body: SectionContent['body'], at: number): VariantSection['additionPlace'] {
  const blocks = blocksToFollow(body.en ?? []).map(({ id }) => ({ where: 'after-block', block: id }) as const)
  const choices = [{ where: 'after' } as const, { where: 'before' } as const, ...blocks]
  const choice = choices[at % choices.length]
  return (choice && placeChosen({ choice, body, language: 'en' })) ?? null
}

/** Another block or field is fixed than before, or none. */
function rulesOf({ title, body }: SectionContent, at: number): PartRule[] {
  const block = (body.en ?? [])[at % 4]?.id
  const rule = { demand: 'fixed', guidance: {} } as const
  if (block !== undefined) return [{ ...rule, field: 'body', block: { en: block } }]
  return title.en && at % 3 === 0 ? [{ ...rule, field: 'title', block: null }] : []
}

function withBody(content: SectionContent, language: Language, body: RichText): SectionContent {
  return { ...content, body: { ...content.body, [language]: body } }
}

function paragraph(world: World, id: string): Block {
  return block('paragraph', { id, runs: [text([0, 1, 2, 3].map(() => world.word()).join(' '))] })
}

/** The line with one word replaced, inserted or removed. */
function edited(world: World, line: string, at: number): string {
  const words = line.split(' ').filter(Boolean)
  const place = at % Math.max(1, words.length)
  if (at % 3 === 0 && words.length > 1) words.splice(place, 1)
  else words.splice(place, at % 3 === 1 ? 1 : 0, world.word())
  return words.join(' ')
}

function editedBody(world: World, body: RichText, at: number, how: number): RichText {
  const place = at % Math.max(1, body.length)
  const known = body[place]
  if (known && how % 4 === 1) return body.toSpliced(place, 1)
  // Nobody can type in a dividing line.
  if (!known || known.kind === 'rule' || how % 4 === 0)
    return body.toSpliced(place, 0, paragraph(world, `p${world.word()}`))
  const [run] = known.runs
  const line = run?.type === 'text' ? run.text : ''
  return body.toSpliced(place, 1, { ...known, runs: [text(edited(world, line, how))] })
}

/** The end of the text becomes a section of its own, after the one in which it was. */
function splitSection(world: World, key: string, at: number): void {
  const known = world.working.get(key)
  const body = known?.content.body.en ?? []
  if (!known || body.length < 3) return
  const from = 1 + (at % (body.length - 2))
  world.edit(key, (content) => withBody(content, 'en', body.slice(0, from)))
  const added = world.addSection(known.parent)
  world.edit(added, (content) => withBody(content, 'en', body.slice(from)))
}

/** The text of the other section comes to the end of this one, and the other one is gone. */
function joinSections(world: World, key: string, other: string): void {
  const moved = world.working.get(other)?.content.body.en ?? []
  if (key === other || moved.length === 0) return
  world.edit(key, (content) => withBody(content, 'en', [...(content.body.en ?? []), ...moved]))
  removeSection(world, other)
}

/** A block of the one section goes to the other one. */
function transferBlock(world: World, from: string, to: string, at: number): void {
  const body = world.working.get(from)?.content.body.en ?? []
  const moved = body[at % Math.max(1, body.length)]
  if (from === to || !moved) return
  world.edit(from, (content) =>
    withBody(
      content,
      'en',
      body.filter((one) => one !== moved),
    ),
  )
  world.edit(to, (content) => withBody(content, 'en', [...(content.body.en ?? []), moved]))
}

/** Removes a section. Those below it come to its place, as an import puts every section under one that is there. */
function removeSection(world: World, key: string): void {
  const { parent = null } = world.working.get(key) ?? {}
  for (const [one, section] of world.working) if (section.parent === key) world.working.set(one, { ...section, parent })
  world.working.delete(key)
}

function moveSection(world: World, key: string, to: number): void {
  const known = world.working.get(key)
  if (!known) return
  const others = [...world.working].filter(([one]) => one !== key && !isBelow(world, one, key))
  const parents = [null, ...others.map(([one]) => one)]
  const parent = parents[to % parents.length] ?? null
  const ranks = others
    .filter(([, one]) => one.parent === parent)
    .map(([, { rank }]) => rank)
    .toSorted()
  world.working.set(key, { ...known, parent, rank: generateKeyBetween(null, ranks[0] ?? null) })
}

function isBelow(world: World, key: string, ancestor: string): boolean {
  const seen = new Set<string>()
  let one: string | null | undefined = key
  while (one && !seen.has(one)) {
    if (one === ancestor) return true
    seen.add(one)
    one = world.working.get(one)?.parent
  }
  return false
}
