import { describe, expect, it } from 'vitest'
import { isKeepable } from '@/scripts/bench/keepable'
import { conflictsIn, parseMerge } from '@/scripts/bench/lineMerge'

const MERGED = `# Housing

Where people live.

<<<<<<<<< ours
Every family has a room of its own and a key.
||||||||| base
Every family has a room.
=========
Each family has a room.
>>>>>>>>> theirs

Rooms are cleaned every day.
<<<<<<<<< ours
Children go to school.
||||||||| base
=========
Adults may work.
>>>>>>>>> theirs
`

const merge = parseMerge({ output: MERGED, markerSize: 9 })

describe('a merge by line', () => {
  it('is read as clean lines and conflicts with three sides', () => {
    expect(conflictsIn(merge)).toEqual([
      {
        ours: ['Every family has a room of its own and a key.'],
        base: ['Every family has a room.'],
        theirs: ['Each family has a room.'],
      },
      { ours: ['Children go to school.'], base: [], theirs: ['Adults may work.'] },
    ])
    expect(merge.parts).toHaveLength(5)
  })

  it('takes a line of marker signs of another length for text', () => {
    const output = 'Title\n=======\n===========\n<<<<<<< no marker'
    expect(parseMerge({ output, markerSize: 9 })).toEqual({ parts: [output.split('\n')] })
  })
})

describe('a conflict in which every change was kept', () => {
  const committed = (first: string, second: string): string =>
    `# Housing\n\nWhere people live.\n\n${first}\n\nRooms are cleaned every day.\n${second}\n`
  const woven = 'Each family has a room of its own and a key.'

  it('has all that both sides added, nothing that they deleted, and nothing else', () => {
    expect(isKeepable({ merge, committed: committed(woven, 'Children go to school.\nAdults may work.') })).toBe(true)
  })

  it('accepts any order', () => {
    expect(isKeepable({ merge, committed: committed(woven, 'Adults may work.\n\nChildren go to school.') })).toBe(true)
  })

  it.each([
    ['one side was dropped', committed(woven, 'Children go to school.')],
    ['what one side deleted was restored', committed(`Every ${woven}`, 'Children go to school.\nAdults may work.')],
    [
      'people wrote something of their own',
      committed(`${woven} Pets too.`, 'Children go to school.\nAdults may work.'),
    ],
    ['one side was taken as it was', committed('Each family has a room.', 'Children go to school.\nAdults may work.')],
  ])('is not one in which %s', (_, text) => {
    expect(isKeepable({ merge, committed: text })).toBe(false)
  })

  it('ignores changes to other lines, but not to the lines next to it', () => {
    const text = committed(woven, 'Children go to school.\nAdults may work.')
    expect(isKeepable({ merge, committed: text.replace('# Housing', '# Housing for all') })).toBe(true)
    expect(isKeepable({ merge, committed: text.replace('people live', 'all people live') })).toBe(false)
  })

  it('accepts one copy or two if both sides added the same word', () => {
    const both = parseMerge({
      output: '<<<<<<<<< ours\na b new\n||||||||| base\na b\n=========\nnew a b c\n>>>>>>>>> theirs\n',
      markerSize: 9,
    })
    expect(isKeepable({ merge: both, committed: 'new a b c\n' })).toBe(true)
    expect(isKeepable({ merge: both, committed: 'new a b c new\n' })).toBe(true)
    expect(isKeepable({ merge: both, committed: 'new a b c new new\n' })).toBe(false)
  })
})
