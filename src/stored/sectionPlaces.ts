import type { PayloadRequest } from 'payload'
import type { Place } from '@/domain/resolve'
import { loadBaseSection } from './commonBase'
import { loadSectionPlaces, type Variant } from './variants'

/** Where all sections of a version stand, without their texts. */
export async function loadPlaces({ req, variant }: { req: PayloadRequest; variant: Variant }): Promise<Place[]> {
  const own = await loadSectionPlaces({ req, variant: variant.id })
  const { places } = await loadBaseSection({ req, variant, own, key: '' })
  return places
}
