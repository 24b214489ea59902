import type { ManifestEntry } from '@/domain/release'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import type { Edition } from '@/stored/editions'

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

/** An edition in review that nobody has written yet. */
export function edition(given: Partial<Edition> = {}): Edition {
  return {
    id: 'e',
    rev: 1,
    variant: 'v',
    toolkit: 't',
    country: 'ie',
    number: 1,
    state: 'submitted',
    stateSince: '2026-01-02T00:00:00.000Z',
    openedAt: '2026-01-01T00:00:00.000Z',
    contributors: [],
    submittedBy: null,
    lastEditedBy: null,
    pinnedManifest: null,
    pinnedHash: null,
    approvedHash: null,
    pinnedAbout: null,
    round: 1,
    ...given,
  }
}
