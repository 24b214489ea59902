import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { VersionState } from '@/admin/reading/versionState'
import { NationalPanel } from '@/admin/tasks/NationalPanel'
import { StartHeading } from '@/admin/tasks/StartHeading'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'

const toolkit = {
  id: 't',
  slug: 'guide',
  title: { en: 'Special needs' },
  description: {},
  sourceLanguage: 'en' as const,
  sample: false,
}
const state: VersionState = {
  variant: {
    id: 'v',
    rev: 1,
    toolkit: 't',
    country: 'cy',
    languages: ['el'],
    baseline: 'r',
    acceptsEditorial: false,
    paused: null,
  },
  toolkit,
  resolved: { sections: [], baseline: plainRelease } as never,
  edition: null,
  sameAs: null,
  releases: [],
  lastRelease: null,
  withdrawn: false,
  common: { lastText: plainRelease, withdrawal: null, inUse: plainRelease },
  isBasisWithdrawn: false,
  newerCommon: null,
}

describe('with several toolkits', () => {
  it('the card and the task list of a national version name its toolkit', () => {
    const tasks = [{ kind: 'newer-common' as const, version: '2.0' }]
    const html = renderToStaticMarkup(
      <NationalPanel
        work={{ state, country: 'Κύπρος', tasks, updates: null, isReviewedAnew: false, takenBack: undefined }}
        language="el"
        say={translatorFor('el')}
      />,
    )
    const headings = html.match(/<h2.*?<\/h2>/gs) ?? []
    expect(headings).toHaveLength(2)
    for (const heading of headings) expect(heading).toContain('lang="en">Special needs</span>')
  })

  it('a toolkit that a country has no version of is named', () => {
    const html = renderToStaticMarkup(
      <StartHeading id="start" toolkit={toolkit} language="en" say={translatorFor('en')} />,
    )
    expect(html).toContain('Countries without a national version <span class="light muted">Special needs</span>')
  })
})
