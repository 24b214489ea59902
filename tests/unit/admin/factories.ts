import type { ManifestEntry } from '@/domain/release'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'

export function words(said: string): RichText {
  return [block('paragraph', { runs: [text(said)] })]
}

export function content(key: string, given: Partial<SectionContent> = {}): SectionContent {
  return {
    key,
    title: { en: key },
    summary: {},
    body: { en: words(`The text of ${key}.`) },
    addition: {},
    audiences: [],
    stages: [],
    policy: 'free',
    guidance: {},
    ...given,
  }
}

export function entry(key: string, given: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    key,
    slug: key,
    parent: null,
    rank: key,
    mode: 'inherit',
    blob: `blob of ${key}`,
    baseBlob: `blob of ${key}`,
    provenance: {},
    ...given,
  }
}
