import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sides } from './conflictWords'
import { type LineMerge, parseMerge } from './lineMerge'

/** Longer than any line of marker characters in a text, such as the one under a heading. */
const MARKER_SIZE = 61

/** git's merge of three texts, line by line, with all three sides of each conflict. */
export function mergeByGit({ base, ours, theirs }: Sides): LineMerge & { milliseconds: number } {
  return inFiles({ base, ours, theirs }, (folder) => {
    const started = performance.now()
    const { status, stdout } = spawnSync(
      'git',
      ['merge-file', '-p', '--diff3', `--marker-size=${MARKER_SIZE}`, 'ours', 'base', 'theirs'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    )
    // Its exit code is the number of conflicts; errors are 128 or more.
    if (status === null || status >= 128) throw new Error('git could not merge three texts.')
    return { ...parseMerge({ output: stdout, markerSize: MARKER_SIZE }), milliseconds: performance.now() - started }
  })
}

/**
 * What git's word diff marks: the ranges that it adds and removes. Numbers of lists are not words, and are left out.
 */
export function wordDiffByGit({ before, after }: { before: string; after: string }): {
  added: string[]
  removed: string[]
} {
  return inFiles({ before, after }, (folder) => {
    const { status, stdout } = spawnSync(
      'git',
      ['diff', '--no-index', '--word-diff=porcelain', '-U0', 'before', 'after'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    if (status !== 0 && status !== 1) throw new Error('git could not compare two texts.')
    const found: { added: string[]; removed: string[] } = { added: [], removed: [] }
    let inHunk = false
    let isLineStart = true
    for (const line of stdout.split('\n')) {
      if (line.startsWith('@@')) inHunk = true
      else if (inHunk) {
        const value = isLineStart ? line.slice(1).replace(/^\s*\d+[.)](?=\s|$)/u, '') : line.slice(1)
        if (line.startsWith('+')) found.added.push(value)
        if (line.startsWith('-')) found.removed.push(value)
        // Removed and added text replace each other: both may start the line.
        isLineStart = line.startsWith('~') || (isLineStart && line.startsWith('-'))
      }
    }
    return found
  })
}

function inFiles<Result>(texts: Record<string, string>, work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    for (const [name, value] of Object.entries(texts)) writeFileSync(join(folder, name), value)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
