import { differingStretch } from './differingStretch'
import type { Judged } from './judgeMerge'

/** Describes the merges that are not right, the most serious first. */
export function judgedWrong(prose: Judged[]): string[] {
  const faults: [string, (one: Judged) => boolean][] = [
    ['a word is lost', (one) => one.lost.length > 0],
    ['git merges it, ours has a conflict', (one) => one.isClean.git && !one.isClean.ours],
    [
      'git merges it, ours differs from what people committed',
      (one) => one.isClean.git && one.isRight.git && one.isClean.ours && !one.isRight.ours,
    ],
    [
      'keepable, ours differs from what people committed',
      (one) => one.isKeepable && one.isClean.ours && !one.isRight.ours,
    ],
    ['keepable, ours has a conflict', (one) => one.isKeepable && !one.isClean.ours],
    [
      'git has a conflict, ours differs from what people committed',
      (one) => !one.isClean.git && !one.isKeepable && one.isClean.ours && !one.isRight.ours,
    ],
  ]
  return faults.flatMap(([what, hasFault]) => prose.filter(hasFault).map((one) => description(what, one)))
}

function description(what: string, { id, path, merged, conflicts, checks, lost, committed }: Judged): string {
  const parts = [
    `#### ${what}: ${id} ${path}`,
    ...(lost.length > 0 ? [`lost: ${lost.join(' ')}`] : []),
    ...conflicts.map(
      ({ kind, base, ours, theirs }) =>
        `conflict (${kind})\n  base:   ${JSON.stringify(base)}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`,
    ),
    ...(conflicts.length === 0
      ? checks.map(({ kind, text }) => `check (${kind}): ${JSON.stringify(text.slice(0, 200))}`)
      : []),
    ...(conflicts.length === 0 && merged !== committed
      ? [differingStretch({ found: merged, expected: committed })]
      : []),
  ]
  return parts.join('\n')
}
