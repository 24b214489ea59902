import { block, type RichText, text } from '@/domain/richText/richText'
import { emptyContent } from '@/domain/section'
import { offeredChanges } from '@/domain/updates/updates'
import { randomFrom } from '../random'
import { milliseconds, type Target, target } from './target'
import { shortestTime } from './time'

const CHANGES = 80
const WORDS = 40

/** One update with many changes, of which a person takes each or leaves it: how long it takes to show each alone. */
export function measureOffered(): Target {
  const random = randomFrom(1)
  const word = () => `w${Math.floor(random() * 4000)}`
  const before = Array.from({ length: 2 * CHANGES }, (_, at) => paragraph(at, Array.from({ length: WORDS }, word)))
  // Every second paragraph has other words.
  const after = before.map((words, at) =>
    at % 2 === 0
      ? words
      : paragraph(
          at,
          wordsOf(words).map((one, place) => (place % 9 === 3 ? word() : one)),
        ),
  )
  const sides = { base: placed(before), newest: placed(after) }
  const measured = shortestTime({ run: () => offeredChanges(sides, 'en'), times: 5, within: 10_000 })
  return target({ what: `${CHANGES} changes of one update`, measured, most: 500, show: milliseconds })
}

function paragraph(at: number, words: string[]): RichText[number] {
  return block('paragraph', { id: `p${at}`, runs: [text(words.join(' '))] })
}

function wordsOf({ runs }: RichText[number]): string[] {
  return runs.flatMap((run) => (run.type === 'text' ? run.text.split(' ') : []))
}

function placed(body: RichText) {
  const entry = { key: 'k', slug: 'k', parent: null, rank: 'a0', mode: 'inherit' as const, blob: '', provenance: {} }
  return { entry, content: { ...emptyContent('k'), body: { en: body } } }
}
