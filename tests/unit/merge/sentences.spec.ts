import { describe, expect, it } from 'vitest'
import { mergeRichText, type Resolution, resolveRichText } from '@/domain/merge/merge'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'

/** A named text is the same one whatever it says, as the deadline of a step. */
function named(words: string): RichText {
  return [block('field', { id: 'a', attrs: { name: 'deadline' }, runs: [text(words)] })]
}

function merged({ base, ours, theirs }: { base: string; ours: string; theirs: string }) {
  const merge = mergeRichText({ base: named(base), ours: named(ours), theirs: named(theirs) })
  const decided = (answer: Resolution) => {
    const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, answer]))
    return textOf(resolveRichText({ nodes: merge.nodes, resolutions }))
  }
  return { ...merge, decided }
}

describe('a sentence that both sides changed in several places, one of them in dispute', () => {
  const deadline = {
    base: 'before the personal interview',
    ours: 'within 30 working days after the request for protection',
    theirs: 'before the assessment of needs ends, and always before the personal interview',
  }

  it('is one place, and reads as the chosen side wrote it', () => {
    const { conflicts, decided } = merged(deadline)
    expect(conflicts).toMatchObject([{ ours: deadline.ours, theirs: deadline.theirs, base: deadline.base }])
    expect(decided('theirs')).toBe(deadline.theirs)
    expect(decided('ours')).toBe(deadline.ours)
  })

  it('leaves the other sentences as they are, merged where only one side changed them', () => {
    const about = (rest: string, more: string) => `Tell them who you are. ${rest} Write nothing down${more}.`
    const { conflicts, decided } = merged({
      base: about('The claim is registered within a month of the day on which it is made.', ''),
      ours: about('In Ireland the claim is registered within three days at the office of the day.', ''),
      theirs: about(
        'The claim must be registered within ten days of the day on which it is lodged.',
        ' about the family',
      ),
    })
    expect(conflicts).toHaveLength(1)
    const ours = about(
      'In Ireland the claim is registered within three days at the office of the day.',
      ' about the family',
    )
    expect(decided('ours')).toBe(ours)
    expect(decided('theirs')).toBe(
      about('The claim must be registered within ten days of the day on which it is lodged.', ' about the family'),
    )
  })

  it('names the paragraph to check if other sentences of it were taken from theirs', () => {
    const about = (days: string, more: string) => `Answer within ${days} days. Ask which of the ${more} you need.`
    const given = { base: about('30', 'two'), ours: about('20', 'two'), theirs: about('10', 'three') }
    const { checks, conflicts } = merged(given)
    expect(conflicts).toHaveLength(1)
    expect(checks).toMatchObject([{ kind: 'words', text: about('20', 'three') }])
    expect(merged({ ...given, theirs: about('10', 'two') }).checks).toEqual([])
  })

  it('stays one word where nothing else of the sentence was changed', () => {
    const { conflicts } = merged({
      base: 'The interview lasts one hour at most.',
      ours: 'The interview lasts half an hour at most.',
      theirs: 'The interview lasts two hours at most.',
    })
    expect(conflicts).toMatchObject([{ ours: 'half an hour', theirs: 'two hours' }])
  })
})
