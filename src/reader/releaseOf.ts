import type { Release } from '@/domain/release'
import type { ReleaseHead } from '@/stored/release'
import type { ReaderSource } from './source'

/** The release of a listed publication. Throws if it is not there: a page without it would say something wrong. */
export async function releaseOf(source: ReaderSource, { id }: Pick<ReleaseHead, 'id'>): Promise<Release> {
  const release = await source.release(id)
  if (!release) throw new Error(`Release ${id} is in the list of publications and is not there`)
  return release
}
