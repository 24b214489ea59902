import { z } from 'zod'
import { moveInTree } from '@/domain/commonTree'
import { defineAction } from './action'
import { changeCommonTree } from './changeCommonTree'
import { id, key, language, seen, spot } from './input'

/**
 * Moves a section of the common framework to another place, with all that stands under it. Only this section is written: the
 * others keep their ranks. Countries see the move with the next release.
 */
export const moveCommonSection = defineAction({
  name: 'move-common-section',
  input: z.object({ toolkit: id, key, seen, language, ...spot }),
  run: (context, { parent, after, ...asked }) =>
    changeCommonTree(context, asked, (tree) => {
      const moved = moveInTree(tree, { key: asked.key, spot: { parent, after } })
      return moved.ok ? { ok: true, result: { writes: moved.result, audit: 'section.move' } } : moved
    }),
})
