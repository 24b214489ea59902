import { linkedText } from '@/domain/linkedText'
import { keyed } from './keyed'

/** A line of words in which web addresses are links. */
export function LinkedWords({ words }: { words: string }) {
  return keyed(linkedText(words)).map(({ key, one: { address, text } }) =>
    address ? (
      <a key={key} href={address}>
        {text}
      </a>
    ) : (
      text
    ),
  )
}
