import { differingStretch } from './differingStretch'
import type { Judged } from './judgeMerge'

/** What is not as it should be, the gravest first. */
export function judgedWrong(prose: Judged[]): string[] {
  const grave: [string, (one: Judged) => boolean][] = [
    ['a word is lost', (one) => one.lost.length > 0],
    ['clean by git, a conflict by ours', (one) => one.isClean.git && !one.isClean.ours],
    [
      'clean by git, ours is not as committed',
      (one) => one.isClean.git && one.isRight.git && one.isClean.ours && !one.isRight.ours,
    ],
    ['keepable, solved otherwise', (one) => one.isKeepable && one.isClean.ours && !one.isRight.ours],
    ['keepable, not solved', (one) => one.isKeepable && !one.isClean.ours],
    [
      'solved otherwise than committed',
      (one) => !one.isClean.git && !one.isKeepable && one.isClean.ours && !one.isRight.ours,
    ],
  ]
  return grave.flatMap(([what, is]) => prose.filter(is).map((one) => description(what, one)))
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
