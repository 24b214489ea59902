import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Application, SERVER_URL, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, resultOf, words } from '../setup/factories'
import { toRelease } from '../setup/toRelease'

let application: Application
let given: Factories
let published: Edition
let open: (address: string) => Promise<{ status: number; html: string; headers: Headers }>

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  // Not earlier, because the reader imports the configuration.
  const { answer } = await import('@/reader/answer')
  open = async (address) => {
    const response = await answer(new Request(new URL(address, SERVER_URL)))
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  published = await given.edition({ state: 'published', words: 'The words of Ireland.' })
})

afterAll(() => application.stop())

const at = (path = '') => `/ie/en/${published.variant.toolkit.slug}${path}`

describe('the site', () => {
  test('shows what was published, and its origin', async () => {
    const start = await open('/')
    expect(start.html).toContain(`href="${at()}"`)
    const section = await open(at('/before-you-start'))
    expect(section.status).toBe(200)
    expect(section.html).toContain('The words of Ireland.')
    expect(section.html).toContain('Adapted')
    expect((await open(at('/before-you-start/compare'))).html).toContain('<ins>')
    expect((await open(at('/v/1.0/before-you-start'))).html).toContain('The words of Ireland.')
    expect((await open(at('/compare'))).html).toContain('National law')
  })

  test('shows no words of a draft', async () => {
    const { variant } = published
    const answer = await application.act(variant.lead, 'adapt-section', {
      variant: variant.id,
      key: variant.toolkit.sections[1]?.key,
      seen: 0,
      language: 'en',
      body: toLexical(words('Only a draft.')),
      reason: 'national-law',
    })
    expect(answer.status).toBe(200)
    expect((await open(at('/the-conversation'))).html).not.toContain('Only a draft.')
    expect((await open(`/fr/en/${variant.toolkit.slug}`)).status).toBe(404)
  })

  test('does not show a toolkit without publications anywhere', async () => {
    const draft = await given.toolkit({ slug: 'not-yet', released: false })
    expect((await open('/')).html).not.toContain(draft.slug)
    expect((await open(`/common/en/${draft.slug}`)).status).toBe(404)
  })

  test('serves a picture only if a release shows it', async () => {
    const { publishedFile } = await import('@/reader/queries')
    const keeper = await given.coordinator()
    const { id } = await given.picture({ seed: 'reader', country: 'master' })
    expect(await publishedFile(id)).toBeUndefined()
    expect(await publishedFile('no-such-picture')).toBeUndefined()

    const { id: toolkit, slug, sections } = published.variant.toolkit
    await application.payload.update({
      collection: 'sections',
      id: sections[0]?.id ?? '',
      locale: 'en',
      overrideAccess: true,
      data: { body: toLexical([block('image', { attrs: { media: id, alt: 'A dot' } })]) as never },
    })
    resultOf(
      await application.act(
        keeper,
        'release-master',
        await toRelease(application.payload, { toolkit, version: '2.0' }),
      ),
    )
    expect((await open(`/common/en/${slug}/before-you-start`)).html).toContain(`<img src="/files/${id}" alt="A dot"`)
    const file = await publishedFile(id)
    expect(file?.mimeType).toBe('image/png')
    expect(file?.bytes.byteLength).toBeGreaterThan(60)
    expect((await open(at('/before-you-start'))).html).toContain('Common framework 2.0 changes it.')
  })

  test('says that a version was withdrawn and keeps what was published', async () => {
    const toolkit = published.variant.toolkit.id
    const input = { toolkit, country: 'ie', seen: 1, reason: 'A deadline was wrong.' }
    resultOf(await application.act(await given.coordinator(), 'withdraw-release', input))
    const newest = await open(at())
    expect(newest.status).toBe(410)
    expect(newest.html).toContain('A deadline was wrong.')
    const old = await open(at('/v/1.0/before-you-start'))
    expect(old.status).toBe(200)
    expect(old.html).toContain('The words of Ireland.')
    expect(old.html).toContain('This release was withdrawn on')
  })
})
