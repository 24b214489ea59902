import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import { adaptSection } from '@/actions/adaptSection'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { startVariant } from '@/actions/startVariant'
import { ALL_COUNTRIES } from '@/domain/actor'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { loadImportGround } from '@/stored/importGround'
import { newestRelease } from '@/stored/releases'
import { act } from '../act'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'
import { toRelease } from '../toRelease'

const NOTE = { class: 'editorial', note: 'The first one.', decideBy: null } as const

/** Another word than the common text has stands in each paragraph whose number this divides. */
const ADAPTED = 3

/**
 * Stores a section of the common framework with these paragraphs, which Ireland adapts, and the account of a person who may write there.
 * Returns the address of the section.
 */
export async function prepareLongSection({
  paragraphs,
  account,
}: {
  paragraphs: readonly string[]
  account: { email: string; password: string }
}): Promise<string> {
  const payload = await getPayload({ config })
  await ensureCountries(payload)
  const coordinator = await ensurePerson(payload, {
    ...account,
    name: 'Coordinator',
    roles: [
      { role: 'coordinator', country: ALL_COUNTRIES },
      { role: 'national-lead', country: 'ie' },
    ],
  })
  const req = await createLocalReq({ user: coordinator }, payload)
  const { seen } = await loadImportGround({ req, slug: 'typing', language: 'en' })
  const body = paragraphs.map((line) => block('paragraph', { runs: [text(line)] }))
  const { toolkit } = await act(payload, coordinator, importToolkit, {
    ...{ slug: 'typing', title: 'Typing', language: 'en', images: [], seen },
    sections: [{ source: 'long', depth: 1, title: 'A long section', body }],
  })
  await act(payload, coordinator, releaseMaster, {
    ...(await toRelease({ payload, user: coordinator, toolkit, noteOf: () => NOTE })),
    ...{ version: '1.0', notes: 'First release.' },
  })
  const { variant } = await act(payload, coordinator, startVariant, { toolkit, country: 'ie', languages: ['en'] })
  const release = await newestRelease({ req, toolkit, country: 'master' })
  const key = release?.manifest[0]?.key
  if (key === undefined) throw new Error('The section is not in the release.')
  const adapted = paragraphs.map((line, at) =>
    block('paragraph', { runs: [text(at % ADAPTED === 0 ? line.replace(/ \S+ /, ' adapted ') : line)] }),
  )
  await act(payload, coordinator, adaptSection, {
    ...{ variant, key, seen: 0, language: 'en', body: toLexical(adapted) as never, reason: 'national-law' },
  })
  await payload.destroy()
  return `/admin/version/${variant}/section/${encodeURIComponent(key)}?lang=en`
}
