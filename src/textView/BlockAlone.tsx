import type { Language } from '@/domain/language'
import type { Block } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { held } from './held'
import { numberingOf } from './numbering'
import { viewOptions } from './options'

/** One block of a text as readers see it, with what must be around it. Pictures are described in words. */
export function BlockAlone({
  block,
  holder,
  language,
  pageLanguage,
  t,
}: {
  block: Block
  /** The list or table in which the block stands. */
  holder: Block | null
  language: Language
  /** The language of `t` and of the page. */
  pageLanguage: Language
  t: Translator
}) {
  const blocks = held([block], holder ?? undefined)
  const numbering = numberingOf({ blocks, topLevel: 4 })
  const wordsLang = pageLanguage === language ? {} : { wordsLang: pageLanguage }
  return (
    <div lang={language}>
      <Blocks blocks={blocks} options={viewOptions({ language, t, topLevel: 4, numbering, ...wordsLang })} />
    </div>
  )
}
