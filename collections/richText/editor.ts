import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import type { KindOf } from '@/domain/richText/blockKinds'
import { callout } from './blocks/callout'
import { checklist } from './blocks/checklist'
import { contact } from './blocks/contact'
import { footnote } from './blocks/footnote'
import { indicators } from './blocks/indicators'
import { legal } from './blocks/legal'
import { steps } from './blocks/steps'
import { findFeature } from './findFeature'
import { linkFeature } from './linkFeature'
import { pictureFeature } from './pictureFeature'
import { undoFeature } from './undoFeature'

/** The stored form of each structured block. */
const STRUCTURED: Record<KindOf<'entries' | 'record' | 'box'>, Block> = {
  checklist,
  indicators,
  steps,
  callout,
  legal,
  contact,
}

/** The editor of every body of text: it offers exactly the kinds of `src/domain/richText`. */
export const richTextEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    // Only lists nest; an indented paragraph would look different but mean the same.
    IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'] }),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    linkFeature(),
    pictureFeature(),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({ blocks: Object.values(STRUCTURED).map(shownAsRead), inlineBlocks: [footnote] }),
    undoFeature(),
    FixedToolbarFeature(),
    // Below the toolbar.
    findFeature(),
    InlineToolbarFeature(),
  ],
})

/** The block as readers see it, which opens to be edited. */
function shownAsRead(block: Block): Block {
  const Block = '/src/admin/editor/block/BlockInText.client#BlockInText'
  return { ...block, admin: { ...block.admin, components: { Block } } }
}
