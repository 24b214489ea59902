import { describe, expect, it } from 'vitest'
import type { ChangeNote } from '@/domain/changeNote'
import type { Release } from '@/domain/release'
import { onRelease } from '@/domain/sectionBaseline'
import { notesOnUpdates } from '@/domain/updates/updates'

const LINE = ['1.0', '2.0', '3.0'].map((version, index) => release(version, index + 1))

describe('the notes on an update', () => {
  it('are those of all releases that wait, the newest last', () => {
    expect(said({ parts: ['body'], baseline: {} })).toEqual(['2.0: signs', '3.0: signs'])
  })

  it('leave out a release on which the parts in question were decided, though another part stands on an earlier one', () => {
    const baseline = { ...onRelease('r2', ['body']) }
    expect(said({ parts: ['body'], baseline })).toEqual(['3.0: signs'])
    expect(said({ parts: ['title', 'body'], baseline })).toEqual(['2.0: signs', '3.0: signs'])
  })

  it('of a section that came back are those after the release in which the country let it go', () => {
    expect(said({ parts: ['body', 'place'], baseline: onRelease('r2') })).toEqual(['3.0: signs'])
  })

  it('of sections that are decided together are those on each of them', () => {
    const notes = said({ parts: ['body'], baseline: onRelease('r2'), others: ['papers'] })
    expect(notes).toEqual(['3.0: signs', '3.0: papers'])
  })
})

type Question = Parameters<ReturnType<typeof notesOnUpdates>['notesOn']>[0]

function said(given: Pick<Question, 'parts' | 'baseline'> & Partial<Question>): string[] {
  const { notesOn } = notesOnUpdates({ line: LINE, start: 'r1', newest: { seq: 3 } })
  return notesOn({ key: 'signs', others: [], ...given }).map(({ key, version }) => `${version}: ${key}`)
}

function release(version: string, seq: number): Pick<Release, 'id' | 'kind' | 'seq' | 'version' | 'changes'> {
  const changes = ['signs', 'papers'].map(
    (key): ChangeNote => ({ key, class: 'substantive', note: '', decideBy: null }),
  )
  return { id: `r${seq}`, kind: 'release', seq, version, changes }
}
