import { z } from 'zod'
import { joinInTree } from '@/domain/commonTree'
import { joinSections } from '@/domain/joinSections'
import { refuse } from '@/domain/refusal'
import { newBlockId } from '@/lexical/newBlockId'
import { loadSection } from '@/stored/sections'
import { defineAction } from './action'
import { changeCommonTree } from './changeCommonTree'
import { id, key, language, seen, seenSections } from './input'

/**
 * Joins a section of the common framework to the one before it: its text follows there in every language, and those under it
 * stand under that one. It is retired, with its text and its history.
 */
export const joinCommonSection = defineAction({
  name: 'join-common-section',
  input: z.object({ toolkit: id, key, seen, language, into: key, others: seenSections }),
  run: (context, { into, ...asked }) =>
    changeCommonTree(context, asked, async (tree) => {
      const placed = joinInTree(tree, { key: asked.key, into })
      if (!placed.ok) return placed
      const { toolkit } = asked
      const first = await loadSection({ req: context.req, toolkit, key: into })
      const second = await loadSection({ req: context.req, toolkit, key: asked.key })
      if (!first || !second) return refuse('refusal.common-section-unknown')
      const { content } = joinSections({ into: first.content, from: second.content, newId: newBlockId })
      const { parent, rank, retired } = first
      const writes = [{ key: into, parent, rank, retired }, ...placed.result]
      const contents = new Map([[into, { now: first.content, next: content }]])
      return { ok: true, result: { writes, contents, audit: 'section.join', details: { into } } }
    }),
})
