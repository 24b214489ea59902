import { isSameJson } from '@/domain/canonicalJson'
import { inReadingOrder } from '@/domain/release'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import type { SectionUpdate } from '@/domain/updates/updates'
import { changesFor, keysOf, type Standing } from './standing'
import type { VersionNow } from './version'

/** Compares what the product says of a version with what this program followed from the decisions. */
export function checkVersion({ now, standing }: { now: VersionNow; standing: Standing }): string[] {
  return [...standingProblems(now, standing), ...waitingProblems(now, standing), ...placeProblems(now)].map(
    (problem) => `${now.variant.country}: ${problem}`,
  )
}

function standingProblems(now: VersionNow, { of }: Standing): string[] {
  const keys = new Set([...of.keys(), ...now.own.keys()])
  return [...keys].flatMap((key) => {
    const [stored, expected] = [now.own.get(key)?.baseline ?? {}, of.get(key) ?? {}]
    const isSame = UPDATE_PARTS.every((part) => stored[part] === expected[part])
    return isSame ? [] : [`section ${key} stands on ${JSON.stringify(stored)}, decided was ${JSON.stringify(expected)}`]
  })
}

/** Exactly those sections wait of which the common text is another one than the text that was decided on. */
function waitingProblems(now: VersionNow, standing: Standing): string[] {
  const languages = [...new Set([...now.variant.languages, 'en' as const])]
  const keys = new Set([...keysOf(standing), ...now.waiting.keys()])
  return [...keys].flatMap((key) => {
    const expected = changesFor(standing, key, languages)
    const update = now.waiting.get(key)?.update
    const parts = update?.parts ?? []
    if (expected.length === 0 && !update) return []
    if (expected.length === 0) return [`section ${key} asks about ${parts}, and nothing of it changed`]
    // If the country may no longer differ, its own text is in question too.
    const asks = expected.every((part) => parts.includes(part))
    const onlyThese = parts.length === expected.length || update?.status === 'decision-needed'
    return asks && onlyThese
      ? []
      : [`section ${key} changed in ${expected} and asks about ${parts.join() || 'nothing'}`]
  })
}

/** Every section that readers get has a place. */
function placeProblems({ shown }: VersionNow): string[] {
  const entries = [...shown.values()].map(({ entry }) => entry)
  const keys = new Set(entries.map(({ key }) => key))
  const placed = inReadingOrder(entries)
  if (placed.length !== entries.length) return [`${entries.length - placed.length} sections have no place`]
  return entries.flatMap(({ key, parent, mode }) =>
    parent === null || keys.has(parent) || mode === 'local'
      ? []
      : [`section ${key} stands below ${parent}, which is not there`],
  )
}

/** The sections beside these are as they were: text, place in the list of choices, and what waits there. */
export function checkOthers({
  before,
  after,
  touched,
}: {
  before: VersionNow
  after: VersionNow
  touched: readonly string[]
}): string[] {
  const keys = new Set([...before.own, ...before.shown, ...after.own, ...after.shown].map(([key]) => key))
  return [...keys].flatMap((key) => {
    if (touched.includes(key)) return []
    const hasMoves = [before, after].some((now) => {
      const { apart, goesInto } = now.waiting.get(key)?.update ?? {}
      return apart !== undefined || goesInto !== undefined
    })
    const of = (now: VersionNow) => {
      const { parent: _, ...entry } = now.shown.get(key)?.entry ?? { parent: null }
      const update = now.waiting.get(key)?.update
      return { entry, own: now.own.get(key), update: hasMoves && update ? alone(update) : update }
    }
    return isSameJson(of(before), of(after))
      ? []
      : [`${after.variant.country}: section ${key} changed, and nobody decided there`]
  })
}

/** What waits in a section, whatever was decided on those between which and it text moved (`apart`, `goesInto`). */
function alone(update: SectionUpdate) {
  const { apart: _, goesInto: __, status, ...others } = update
  return { ...others, status: status === 'ready' ? 'please-check' : status }
}
