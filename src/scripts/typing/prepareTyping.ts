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
import { BEGINNING, type WriterAccount } from './writer'

const PASSWORD = 'typing-test-password'
const SECTIONS = 20
const NOTE = { class: 'editorial', note: 'Changed by the test.', decideBy: null } as const

/** A toolkit, a national version of Ireland that adapts all of it, and so many editors with sections of their own. */
export async function prepareTyping({ people, run }: { people: number; run: string }): Promise<WriterAccount[]> {
  const payload = await getPayload({ config })
  await ensureCountries(payload)
  const coordinator = await ensurePerson(payload, {
    email: 'coordinator@typing.example',
    name: 'Coordinator',
    password: PASSWORD,
    roles: [{ role: 'coordinator', country: ALL_COUNTRIES }],
  })
  const req = await createLocalReq({ user: coordinator }, payload)
  const slug = `typing-${run}`
  const { seen } = await loadImportGround({ req, slug, language: 'en' })
  const { toolkit } = await act(payload, coordinator, importToolkit, {
    ...{ slug, title: 'Typing', language: 'en', images: [], seen },
    sections: Array.from({ length: people * SECTIONS }, (_, index) => ({
      ...{ source: `section ${index}`, depth: 1, title: `Section ${index}` },
      body: [block('paragraph', { runs: [text('The common text.')] })],
    })),
  })
  await act(payload, coordinator, releaseMaster, {
    ...(await toRelease({ payload, user: coordinator, toolkit, noteOf: () => NOTE })),
    ...{ version: '1.0', notes: 'First release.' },
  })
  const { variant } = await act(payload, coordinator, startVariant, { toolkit, country: 'ie', languages: ['en'] })
  const release = await newestRelease({ req, toolkit, country: 'master' })
  const keys = release?.manifest.map(({ key }) => key) ?? []
  const body = toLexical([block('paragraph', { runs: [text(BEGINNING)] })]) as never
  for (const key of keys)
    await act(payload, coordinator, adaptSection, {
      ...{ variant, key, seen: 0, language: 'en', body, reason: 'national-law' },
    })
  const accounts: WriterAccount[] = []
  for (let index = 0; index < people; index++) {
    const email = `writer-${index}@typing.example`
    const roles = [{ role: 'national-editor' as const, country: 'ie' }]
    await ensurePerson(payload, { email, name: `Writer ${index}`, password: PASSWORD, roles })
    const own = keys.slice(index * SECTIONS, (index + 1) * SECTIONS)
    const sections = own.map((key) => `/admin/version/${variant}/section/${encodeURIComponent(key)}?lang=en`)
    accounts.push({ email, password: PASSWORD, sections })
  }
  return accounts
}
