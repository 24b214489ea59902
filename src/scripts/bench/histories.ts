import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CorpusMerge } from './corpus'

/** A git history in a folder. Its name is the path from that folder. */
export type History = { name: string; gitFolder: string }

/** How many levels of folders are searched for a history. */
const DEPTH = 3

/** Finds every history in a folder: clones, and git directories without a work tree. */
export function historiesIn({
  folder,
  name = '',
  depth = DEPTH,
}: {
  folder: string
  name?: string
  depth?: number
}): History[] {
  const gitFolder = [join(folder, '.git'), folder].find(
    (one) => existsSync(join(one, 'HEAD')) && existsSync(join(one, 'objects')),
  )
  if (gitFolder) return [{ name, gitFolder }]
  if (depth === 0) return []
  return readdirSync(folder)
    .filter((entry) => statSync(join(folder, entry), { throwIfNoEntry: false })?.isDirectory())
    .sort()
    .flatMap((entry) =>
      historiesIn({ folder: join(folder, entry), name: name ? `${name}/${entry}` : entry, depth: depth - 1 }),
    )
}

/**
 * Returns the merges of Markdown files, the newest first, one case a file. The merge has two parents with one merge base.
 * All four commits have the file, and its texts in the base and in the two parents all differ. If the same three texts
 * were merged several times, they count once. A result that still has the markers of a conflict is left out.
 */
export function mergesOf({ gitFolder }: History): CorpusMerge[] {
  const known = new Set<string>()
  const found = mergeCommits(gitFolder).flatMap((commit) => {
    const files = filesOnBothSides({ gitFolder, ...commit })
    return files.filter(({ base, ours, theirs }) => {
      const three = `${base} ${ours} ${theirs}`
      return !known.has(three) && known.add(three)
    })
  })
  const texts = readTexts({
    gitFolder,
    names: found.flatMap(({ base, ours, theirs, result }) => [base, ours, theirs, result]),
  })
  return found.flatMap(({ commit, path, ...names }) => {
    const [base, ours, theirs, result] = [names.base, names.ours, names.theirs, names.result].map((name) =>
      texts.get(name),
    )
    if (base === undefined || ours === undefined || theirs === undefined || result === undefined) return []
    if (CONFLICT_MARKER.test(result)) return []
    return [
      {
        id: commit,
        path,
        format: 'md',
        log_like: LOG_LIKE.test(path.slice(path.lastIndexOf('/') + 1)),
        resolution: 'merge',
        base,
        ours,
        theirs,
        result,
      },
    ]
  })
}

/** Names of files that the corpus counts as change logs. */
const LOG_LIKE = /changelog|changes|history|news|releas|authors|contributors|readme/i
const CONFLICT_MARKER = /^(?:<{7}|>{7}) /mu

type Names = { base: string; ours: string; theirs: string; result: string }

function mergeCommits(gitFolder: string): { commit: string; first: string; second: string }[] {
  return linesOf(gitFolder, ['log', '--merges', '--format=%H %P', 'HEAD']).flatMap((line) => {
    const [commit = '', first = '', second = '', ...others] = line.split(' ')
    return others.length === 0 ? [{ commit, first, second }] : []
  })
}

function filesOnBothSides(given: {
  gitFolder: string
  commit: string
  first: string
  second: string
}): ({ commit: string; path: string } & Names)[] {
  const { gitFolder, commit, first, second } = given
  const [origin, ...others] = linesOf(gitFolder, ['merge-base', '--all', first, second])
  if (origin === undefined || others.length > 0 || origin === first || origin === second) return []
  const ours = changedFiles({ gitFolder, from: origin, to: first })
  if (ours.size === 0) return []
  const theirs = changedFiles({ gitFolder, from: origin, to: second })
  const both = [...ours.keys()].filter((path) => theirs.has(path) && theirs.get(path)?.to !== ours.get(path)?.to)
  if (both.length === 0) return []
  const results = changedFiles({ gitFolder, from: origin, to: commit })
  return both.flatMap((path) => {
    const [one, other, result] = [ours.get(path), theirs.get(path), results.get(path)]
    return one && other && result
      ? [{ commit, path, base: one.from, ours: one.to, theirs: other.to, result: result.to }]
      : []
  })
}

/** Returns the Markdown files that differ between two commits that both have them, with the names of their texts. */
function changedFiles(given: {
  gitFolder: string
  from: string
  to: string
}): Map<string, { from: string; to: string }> {
  const { gitFolder, from, to } = given
  const files = new Map<string, { from: string; to: string }>()
  const output = textOf(gitFolder, ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=M', from, to, '--', '*.md'])
  const fields = output.split('\0')
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , before = '', after = ''] = (fields[at] ?? '').split(' ')
    files.set(fields[at + 1] ?? '', { from: before, to: after })
  }
  return files
}

/** Reads the texts with these names. Leaves out a text that git does not have or that is not UTF-8. */
function readTexts({ gitFolder, names }: { gitFolder: string; names: string[] }): Map<string, string> {
  const texts = new Map<string, string>()
  const output = bytesOf(gitFolder, ['cat-file', '--batch'], [...new Set(names)].join('\n'))
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    const [name = '', kind, size] = output.toString('utf8', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    const bytes = output.subarray(at, at + Number(size))
    const value = bytes.toString('utf8')
    if (!value.includes('\0') && Buffer.from(value).equals(bytes)) texts.set(name, value)
    at += Number(size) + 1
  }
  return texts
}

function linesOf(gitFolder: string, command: string[]): string[] {
  return textOf(gitFolder, command)
    .split('\n')
    .filter((line) => line !== '')
}

function textOf(gitFolder: string, command: string[]): string {
  return bytesOf(gitFolder, command).toString('utf8')
}

function bytesOf(gitFolder: string, command: string[], input = ''): Buffer {
  const { status, stdout, stderr } = spawnSync('git', [`--git-dir=${gitFolder}`, ...command], {
    input,
    maxBuffer: 1 << 30,
  })
  // `merge-base` ends with 1 if two commits have no common origin.
  if (status !== 0 && status !== 1) throw new Error(`git ${command[0]} in ${gitFolder}: ${stderr}`)
  return stdout
}
