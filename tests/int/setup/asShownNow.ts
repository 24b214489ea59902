import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { shownOf } from '@/domain/updates/updates'
import { commonStanding } from '@/stored/releases'
import { loadToolkitById } from '@/stored/toolkits'
import { loadUpdate } from '@/stored/updates'
import { loadVariant, loadVariantSections } from '@/stored/variants'

/** What the screen says where nothing else is said. */
const READY = { status: 'ready', from: [], into: [], back: [], goesInto: [] }

/**
 * The input of a decision on an update by a person who loads the screen at this moment: with what it shows, if the input does not say
 * what the person was shown.
 */
export async function asShownNow(payload: Payload, { user, input }: { user: TypedUser | null; input: unknown }) {
  const { variant: id, key } = Object(input)
  if ('shown' in Object(input) || !user) return { shown: READY, ...Object(input) }
  const req = await createLocalReq({ user }, payload)
  const variant = await loadVariant({ req, id })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  const { inUse: newest } = variant ? await commonStanding({ req, toolkit: variant.toolkit }) : { inUse: null }
  if (!variant || !toolkit || !newest) return { shown: READY, ...Object(input) }
  const own = await loadVariantSections({ req, variant: id })
  const { sourceLanguage } = toolkit
  const waiting = await loadUpdate({ req, variant, newest, sourceLanguage, own, key })
  return { shown: waiting ? shownOf(waiting.update) : READY, ...Object(input) }
}
