import { z } from 'zod'
import { BELOW, retireInTree, returnToTree } from '@/domain/commonTree'
import { defineAction } from './action'
import { changeCommonTree } from './changeCommonTree'
import { id, key, language, seen, seenSections } from './input'

const where = { toolkit: id, key, seen, language, others: seenSections }

/**
 * Takes a section out of the next release of the common framework, with those under it or without them. Its text and its
 * history stay, and `return-common-section` brings it back.
 */
export const retireCommonSection = defineAction({
  name: 'retire-common-section',
  input: z.object({ ...where, below: z.enum(BELOW).default('retire') }),
  run: (context, { below, ...asked }) =>
    changeCommonTree(context, asked, (tree) => {
      const gone = retireInTree(tree, { key: asked.key, below })
      return gone.ok ? { ok: true, result: { writes: gone.result, audit: 'section.retire', details: { below } } } : gone
    }),
})

/** Brings a retired section back to where it stood, alone or with the retired ones under it. */
export const returnCommonSection = defineAction({
  name: 'return-common-section',
  input: z.object({ ...where, withBelow: z.boolean().default(false) }),
  run: (context, { withBelow, ...asked }) =>
    changeCommonTree(context, asked, (tree) => {
      const back = returnToTree(tree, { key: asked.key, withBelow })
      return back.ok ? { ok: true, result: { writes: back.result, audit: 'section.return' } } : back
    }),
})
