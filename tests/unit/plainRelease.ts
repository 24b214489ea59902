import type { Release } from '@/domain/release'
import { plainAbout } from './plainAbout'

/** A release without texts, for tests about one property of it. */
export const plainRelease: Release = {
  id: 'r',
  toolkit: 't',
  country: 'master',
  seq: 1,
  version: '1.0',
  kind: 'release',
  languages: ['en'],
  publishedAt: '2026-01-01T00:00:00.000Z',
  notes: '',
  changes: [],
  manifest: [],
  manifestHash: '',
  about: plainAbout,
  pictures: {},
}
