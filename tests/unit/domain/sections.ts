import type { BaseSection, VariantSection } from '@/domain/resolve'
import { type Block, block, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'

/** A paragraph; its id can be chosen, because ids must never affect what a text says. */
export function p(words: string, id = ''): Block {
  return block('paragraph', { id, runs: words === '' ? [] : [text(words)] })
}

export function contentOf(key: string, given: Partial<SectionContent> = {}): SectionContent {
  return {
    key,
    title: { en: `Title ${key}` },
    summary: { en: `Summary ${key}` },
    body: { en: [p(`Body ${key}`, `id-${key}`)] },
    addition: {},
    audiences: ['lawyer'],
    stages: ['interview'],
    policy: 'free',
    guidance: {},
    ...given,
  }
}

/** A section of a release of the common framework, with text in English. */
export function baseOf(key: string, given: Partial<SectionContent> = {}): BaseSection {
  return {
    entry: {
      key,
      slug: `slug-${key}`,
      parent: null,
      rank: 'a0',
      mode: 'inherit',
      blob: `blob-${key}`,
      provenance: {},
    },
    content: contentOf(key, given),
  }
}

/** The stored state of a country for a section: only what is given. */
export function ownOf(key: string, given: Partial<VariantSection> = {}): VariantSection {
  return {
    key,
    mode: 'adapt',
    title: {},
    summary: {},
    body: {},
    addition: {},
    translated: [],
    translatedFrom: {},
    audiences: null,
    stages: null,
    additionPlace: null,
    standIns: [],
    baseline: {},
    paused: null,
    slug: null,
    parent: null,
    rank: null,
    reason: null,
    explanation: {},
    sources: '',
    changeReasons: [],
    ...given,
  }
}
