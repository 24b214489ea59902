import type { Judged } from './judgeMerge'

/** Groups of merges: by what git does, what ours does, and what people committed. */
export type Counted = {
  clean: Judged[]
  cleanOurs: Judged[]
  cleanRight: Judged[]
  gitRight: Judged[]
  conflicting: Judged[]
  solved: Judged[]
  solvedRight: Judged[]
  keepable: Judged[]
  keepableSolved: Judged[]
  keepableRight: Judged[]
  lost: Judged[]
}

/** Sorts judged merges into the groups that the targets count. */
export function counted(judged: Judged[]): Counted {
  const clean = judged.filter((one) => one.isClean.git)
  const conflicting = judged.filter((one) => !one.isClean.git)
  const solved = conflicting.filter((one) => one.isClean.ours)
  const keepable = conflicting.filter((one) => one.isKeepable)
  const keepableSolved = keepable.filter((one) => one.isClean.ours)
  return {
    clean,
    cleanOurs: clean.filter((one) => one.isClean.ours),
    cleanRight: clean.filter((one) => one.isClean.ours && one.isRight.ours),
    gitRight: clean.filter((one) => one.isRight.git),
    conflicting,
    solved,
    solvedRight: solved.filter((one) => one.isRight.ours),
    keepable,
    keepableSolved,
    keepableRight: keepableSolved.filter((one) => one.isRight.ours),
    lost: judged.filter((one) => one.lost.length > 0),
  }
}
