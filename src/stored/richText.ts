import { z } from 'zod'
import { type BlockKind, isAttributeName, isBlockKind, storedAttributes } from '@/domain/richText/blockKinds'
import { type Block, MARKS } from '@/domain/richText/richText'
import { isVisible } from '@/domain/richText/visible'

/*
 * Rich text as blobs store it: the model of `domain/richText` as JSON. Unknown kinds and marks are rejected, because no
 * code could show them; so is a word that is no value of its attribute: another style, tone or weight, or a word in the
 * place of a number or of yes and no. Ranges of numbers, numbers or yes and no in the place of words, and attributes
 * that the table of kinds does not know are not checked: blobs are read for ever, and a value is given its form
 * (`storedAttributes`) when it is written. Nothing is corrected: a content has one hash.
 */

const value = z.union([z.string(), z.number(), z.boolean()])

const attributes = z
  .record(z.string(), value)
  .refine((given) => Object.entries(given).every(([name, one]) => !isAttributeName(name) || isOfAttribute(name, one)))

/** Is it a value of the attribute, in its stored form or in an older one, as far as it is checked (see above)? */
function isOfAttribute(name: Parameters<typeof storedAttributes>[0][number], given: z.infer<typeof value>): boolean {
  const stored = storedAttributes([name], { [name]: given })[name]
  // What nobody sees is not a title, and a value that equals a missing attribute is no longer stored.
  if (stored === undefined) return typeof given !== 'string' || !isVisible(given)
  return typeof stored === 'string' ? String(given).normalize('NFC') === stored : typeof given === typeof stored
}

const run = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks: z.array(z.enum(MARKS)), link: z.string().optional() }),
  z.object({ type: z.literal('break') }),
  z.object({ type: z.literal('footnote'), text: z.string() }),
])

const block: z.ZodType<Block> = z.object({
  id: z.string(),
  kind: z.custom<BlockKind>(isBlockKind),
  attrs: attributes,
  runs: z.array(run),
  get children() {
    return z.array(block)
  },
})

export const richText = z.array(block)
