import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addToTree, livingIn } from '@/domain/commonTree'
import { divideSection } from '@/domain/divideSection'
import { spotOf } from '@/domain/places'
import { refuse } from '@/domain/refusal'
import { emptyContent } from '@/domain/section'
import { loadSection } from '@/stored/sections'
import { defineAction } from './action'
import { changeCommonTree, type WrittenSections } from './changeCommonTree'
import { id, key, language, seen } from './input'

const input = z.object({
  ...{ toolkit: id, key, seen, language },
  /** The heading in each language at which it is divided; in a language that is absent the text stays whole. */
  at: z.partialRecord(language, z.string().min(1).max(64)),
  /** Where the second section stands. */
  place: z.enum(['behind', 'below']).default('behind'),
})

/**
 * Divides a section of the common framework at a heading: the text from there on becomes a section of its own. The first one
 * keeps its key, its address and its history; countries are asked about both together with the next release.
 */
export const divideCommonSection = defineAction<z.infer<typeof input>, WrittenSections & { added: string }>({
  name: 'divide-common-section',
  input,
  async run(context, { at, place, ...asked }) {
    const added = randomUUID()
    const outcome = await changeCommonTree(context, asked, async (tree) => {
      const { key: of, toolkit } = asked
      const known = livingIn(tree).find((one) => one.key === of)
      const section = known && (await loadSection({ req: context.req, toolkit, key: of }))
      if (!section) return refuse('refusal.common-section-retired')
      const divided = divideSection({ content: section.content, at, key: added })
      if (!divided.ok) return divided
      const behind = { parent: spotOf(livingIn(tree), of).parent, after: of }
      const placed = addToTree(tree, { key: added, spot: place === 'behind' ? behind : { parent: of, after: null } })
      if (!placed.ok) return placed
      const { first, second } = divided.result
      const { parent, rank, retired } = known
      const contents = new Map([
        [of, { now: section.content, next: first }],
        [added, { now: emptyContent(added), next: second }],
      ])
      const writes = [{ key: of, parent, rank, retired }, placed.result]
      return { ok: true, result: { writes, contents, audit: 'section.divide', details: { added, at } } }
    })
    return outcome.ok ? { ok: true, result: { ...outcome.result, added } } : outcome
  },
})
