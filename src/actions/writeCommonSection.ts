import type { CommonField } from '@/domain/bringBackCommon'
import { LANGUAGES, type Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { Section } from '@/payload-types'
import type { ActionContext } from './action'
import { assertPicturesAreHere } from './assertPicturesAreHere'
import { assertWithinLimits } from './assertWithinLimits'
import { changedWords } from './changedWords'

type Shared = 'slug' | 'parent' | 'rank' | 'retired' | 'audiences' | 'stages' | 'policy' | 'rules'

/** What all languages of a section share; what is absent stays as it is. */
export type SharedData = { [Name in Shared]?: Section[Name] }
type New = Pick<Section, 'toolkit' | 'key' | 'slug' | 'rank'>
type Words = Partial<Pick<SectionContent, CommonField>>

/**
 * Stores a section of the common framework as one state, in as many revisions as there are languages with other words: the
 * existing one with this id, or a new one. Returns its last revision.
 */
export async function writeCommonSection(
  context: ActionContext,
  {
    section,
    now,
    next,
    fields,
    language,
    data: shared,
  }: {
    section: { id: string } | New
    now: Words
    next: Words
    fields: readonly CommonField[]
    /** The language of the write if no words differ. */
    language: Language
    data: SharedData
  },
): Promise<{ id: string; rev: number }> {
  const { payload, req } = context
  const changed = LANGUAGES.flatMap((one) => {
    const data = changedWords({ now, next, fields, language: one })
    return Object.keys(data).length > 0 ? [{ language: one, data }] : []
  })
  const none: ReturnType<typeof changedWords> = {}
  const writes = changed.length > 0 ? changed : [{ language, data: none }]
  for (const { data } of writes) assertWithinLimits(data)
  await assertPicturesAreHere(context, { texts: writes.map(({ data }) => data.body), country: MASTER })
  const every = { collection: 'sections', depth: 0, overrideAccess: false, req } as const
  let stored: { id: string; rev: number } | null = null
  for (const [index, { language: locale, data: words }] of writes.entries()) {
    const data = { ...words, ...shared, partial: index < writes.length - 1 }
    const known: { id: string } | New = stored ?? section
    const doc: { id: string; rev?: number | null } =
      'id' in known
        ? await payload.update({ ...every, id: known.id, locale, data })
        : await payload.create({ ...every, locale, data: { policy: 'free', ...known, ...data } })
    stored = { id: String(doc.id), rev: Number(doc.rev) }
  }
  if (!stored) throw new Error('A section of the common framework was written in no language')
  return stored
}
