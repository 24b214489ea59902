import type { About } from '@/domain/release'

/** What a release says of its toolkit, for tests that ask about other things. */
export const plainAbout: About = {
  slug: 'toolkit',
  title: { en: 'Toolkit' },
  description: {},
  sample: false,
  sourceLanguage: 'en',
  country: {},
}
