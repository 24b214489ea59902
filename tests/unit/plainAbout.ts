import type { About } from '@/domain/release'

/** What a release says about its toolkit, for tests about other things. */
export const plainAbout: About = {
  slug: 'toolkit',
  title: { en: 'Toolkit' },
  description: {},
  sample: false,
  sourceLanguage: 'en',
  country: {},
}
