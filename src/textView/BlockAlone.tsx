import type { Language } from '@/domain/language'
import type { Block } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { held } from './held'
import { numberingOf } from './numbering'
import { viewOptions } from './options'

/** One block of a text as readers see it, with what must be around it. */
export function BlockAlone({
  block,
  holder,
  language,
  pageLanguage,
  t,
  pictureUrl,
}: {
  block: Block
  /** The list or table in which the block stands. */
  holder: Block | null
  language: Language
  /** The language of `t` and of the page. */
  pageLanguage: Language
  t: Translator
  /** The address of the file of a picture. Without it a picture is described in words. */
  pictureUrl?: (media: string) => string
}) {
  const blocks = held([block], holder ?? undefined)
  const numbering = numberingOf({ blocks, topLevel: 4 })
  const wordsLang = pageLanguage === language ? {} : { wordsLang: pageLanguage }
  const options = viewOptions({ language, t, topLevel: 4, numbering, ...wordsLang, ...(pictureUrl && { pictureUrl }) })
  return (
    <div lang={language}>
      <Blocks blocks={blocks} options={options} />
    </div>
  )
}
