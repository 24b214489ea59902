import { describe, expect, it } from 'vitest'
import type { ChangeNote } from '@/domain/changeNote'
import type { Release } from '@/domain/release'
import { onRelease, type SectionBaseline } from '@/domain/sectionBaseline'
import { notesOnUpdates } from '@/domain/updates/updates'
import { entry } from '../admin/factories'

const LINE = ['1.0', '2.0', '3.0'].map((version, index) => release(version, index + 1))

describe('the notes on an update', () => {
  it('came with the releases after the oldest one on which a section in question stands, and a new one stands on none', () => {
    const given: Given = { parts: ['body'], others: ['papers'], baselines: { signs: onRelease('r2') } }
    const of = (became: 'joined' | 'split') => since({ ...given, became }, (release) => release)
    expect([of('joined'), of('split')]).toEqual(['r1', 'r2'])
  })

  it('came with the releases after the newest one that has the section as the country decided on it', () => {
    const sameInTwo = (release: string) => (release === 'r3' ? 'new' : 'old')
    expect(since({ parts: ['body'] }, sameInTwo)).toBe('r2')
    expect(since({ parts: ['body'] }, sameInTwo, [...LINE, withdrawal('2.0')])).toBe('r1')
    expect(since({ parts: ['body', 'title'], baseline: onRelease('r2', ['body']) }, (release) => release)).toBe('r1')
  })

  it('came with the release that has a new section', () => {
    const newInThree = (release: string) => (release === 'r3' ? 'new' : null)
    expect(since({ parts: ['body'], became: 'new' }, newInThree)).toBe('r2')
  })

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
    const both = { signs: onRelease('r2'), papers: onRelease('r2') }
    const notes = said({ parts: ['body'], baselines: both, others: ['papers'], became: 'joined' })
    expect(notes).toEqual(['3.0: signs', '3.0: papers'])
  })

  it('of sections that are decided together say the same once, if it is of one release, one class and one day', () => {
    const of = (onPapers: Partial<ChangeNote>) => {
      const line = [...LINE.slice(0, 2), release('3.0', 3, [note('signs'), note('papers', onPapers)])]
      const baselines = { signs: onRelease('r2'), papers: onRelease('r2') }
      return said({ parts: ['body'], baselines, others: ['papers'], became: 'split' }, line)
    }
    expect(of({ note: 'About signs. ' })).toEqual(['3.0: signs'])
    const same = { note: 'About signs.' }
    for (const other of [{}, { ...same, class: 'urgent' }, { ...same, decideBy: '2026-12-24' }] as const)
      expect(of(other)).toEqual(['3.0: signs', '3.0: papers'])
  })

  it.each(['joined', 'split'] as const)(
    'of %s sections are, on each of them, those after the release on which it stands itself',
    (became) => {
      const given: Given = { parts: ['body'], others: ['papers'], became }
      const older = said({ ...given, baselines: { signs: onRelease('r2') } })
      expect(older).toEqual(['3.0: signs', '2.0: papers', '3.0: papers'])
      const newer = said({ ...given, baselines: { papers: onRelease('r2') } })
      expect(newer).toEqual(['2.0: signs', '3.0: signs', '3.0: papers'])
    },
  )
})

type Question = Parameters<ReturnType<typeof notesOnUpdates>['notesOn']>[0]

type Given = Pick<Question, 'parts'> &
  Partial<Pick<Question, 'others' | 'became'>> & {
    baseline?: SectionBaseline
    baselines?: Record<string, SectionBaseline>
  }

function question({ baseline, baselines = {}, parts, others = [], became = 'changed' }: Given): Question {
  const known = baseline ? { signs: baseline } : baselines
  return { key: 'signs', parts, others, became, baselineOf: (key) => known[key] ?? {} }
}

/** `blobIn` gives the text of every section in a release; null if it has none. */
function since(given: Given, blobIn: (release: string) => string | null, line = LINE): string | undefined {
  const entryIn = (id: string, key: string) => {
    const blob = blobIn(id)
    return blob === null ? undefined : entry(key, { blob })
  }
  return notesOnUpdates({ line, start: 'r1', newest: { seq: 3 } }).since({ ...question(given), entryIn })?.id
}

function said(given: Given, line = LINE): string[] {
  const { notesOn } = notesOnUpdates({ line, start: 'r1', newest: { seq: 3 } })
  return notesOn(question(given)).map(({ key, version }) => `${version}: ${key}`)
}

function withdrawal(version: string): (typeof LINE)[number] {
  return { ...release(version, 9), kind: 'withdrawal' }
}

function release(
  version: string,
  seq: number,
  changes = [note('signs'), note('papers')],
): Pick<Release, 'id' | 'kind' | 'seq' | 'version' | 'changes'> {
  return { id: `r${seq}`, kind: 'release', seq, version, changes }
}

function note(key: string, given: Partial<ChangeNote> = {}): ChangeNote {
  return { key, class: 'substantive', note: `About ${key}.`, decideBy: null, ...given }
}
