import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { historiesIn, mergesOf } from '@/scripts/bench/histories'

const folder = mkdtempSync(join(tmpdir(), 'histories-'))
const history = join(folder, 'owner/handbook')

describe('the merges of a git history', () => {
  beforeAll(() => {
    mkdirSync(history, { recursive: true })
    git('init', '--quiet', '--initial-branch=main')
    commit({
      'both.md': 'One.\n\nTwo.\n',
      'ours.md': 'Old.\n',
      'same.md': 'Old.\n',
      'CHANGELOG.md': '1\n',
      'marked.md': 'Old.\n',
      'both.txt': 'Old.\n',
    })
    git('checkout', '--quiet', '-b', 'side')
    commit({
      'both.md': 'One.\n\nTwo, theirs.\n',
      'same.md': 'New.\n',
      'CHANGELOG.md': '1\n2\n',
      'marked.md': 'Theirs.\n',
      'both.txt': 'Theirs.\n',
    })
    git('checkout', '--quiet', 'main')
    commit({
      'both.md': 'One, ours.\n\nTwo.\n',
      'ours.md': 'New.\n',
      'same.md': 'New.\n',
      'CHANGELOG.md': '0\n1\n',
      'marked.md': 'Ours.\n',
      'both.txt': 'Ours.\n',
    })
    git('merge', '--quiet', '--no-commit', '--strategy=ours', 'side')
    commit({
      'both.md': 'One, ours.\n\nTwo, theirs.\n',
      'CHANGELOG.md': '0\n1\n2\n',
      'marked.md': '<<<<<<< main\nOurs.\n=======\nTheirs.\n>>>>>>> side\n',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are found in a folder, and the history is named by its path there', () => {
    expect(historiesIn({ folder })).toEqual([{ name: 'owner/handbook', gitFolder: join(history, '.git') }])
    expect(historiesIn({ folder: join(history, '.git') })).toHaveLength(1)
  })

  it('are the Markdown files that the sides changed differently, except results with conflict markers', () => {
    expect(mergesOf({ name: '', gitFolder: join(history, '.git') })).toEqual([
      expect.objectContaining({ path: 'CHANGELOG.md', log_like: true }),
      {
        id: git('rev-parse', 'HEAD').trim(),
        path: 'both.md',
        format: 'md',
        log_like: false,
        resolution: 'merge',
        base: 'One.\n\nTwo.\n',
        ours: 'One, ours.\n\nTwo.\n',
        theirs: 'One.\n\nTwo, theirs.\n',
        result: 'One, ours.\n\nTwo, theirs.\n',
      },
    ])
  })
})

function commit(files: Record<string, string>): void {
  for (const [name, value] of Object.entries(files)) writeFileSync(join(history, name), value)
  git('add', '--all')
  git('-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', 'commit', '--quiet', '--message=Edit')
}

function git(...command: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', command, { cwd: history, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
