import {
  BlocksFeature,
  BoldFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { footnote } from './blocks/footnote'
import { linkFeature } from './linkFeature'

/**
 * The small editor inside a callout: paragraphs and lists. `canonicalRichText` allows nothing else there, because a
 * node that its editor does not know would prevent the whole section from opening.
 */
export const calloutEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    linkFeature(),
    BlocksFeature({ inlineBlocks: [footnote] }),
    InlineToolbarFeature(),
  ],
})
