import type { Release } from '@/domain/release'
import type { ReaderSource } from './source'

/** The titles and stages of the sections of a manifest, and whether those of all sections could be read. */
export async function titlesIn(source: ReaderSource, { manifest }: Pick<Release, 'manifest'>) {
  const facts = await source.facts(manifest.map(({ blob }) => blob))
  return { facts, isComplete: manifest.every(({ blob }) => facts.has(blob)) }
}
