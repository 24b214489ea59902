import type { Root, RootContent } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { MAX_NESTING } from '../limits'

/**
 * The tree of a Markdown text in our dialect. Null if quotes and lists nest so deeply that they would exhaust the
 * stack, here or later: such a file is unreadable, but does not crash the process.
 */
export function parseMarkdown(markdown: string): Root | null {
  // Inline directives are disabled: `10:30` and `see:this` are text.
  const { flow } = directive()
  try {
    const root = fromMarkdown(markdown, {
      extensions: [frontmatter(), gfm(), flow ? { flow } : {}],
      mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown(), directiveFromMarkdown()],
    })
    return isTooDeep(root) ? null : root
  } catch {
    return null
  }
}

function isTooDeep(root: Root): boolean {
  let level: RootContent[] = root.children
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_NESTING) return true
    level = level.flatMap((node): RootContent[] => ('children' in node ? node.children : []))
  }
  return false
}
