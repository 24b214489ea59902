import { initI18n } from '@payloadcms/translations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { type Application, startApplication } from './setup/application'

const ACCESS = ['admin', 'create', 'read', 'readVersions', 'update', 'delete', 'unlock'] as const

/** What keeps countries apart and history whole must hold for every collection, also one that is added tomorrow. */
describe('the running configuration', () => {
  let application: Application

  beforeAll(async () => {
    application = await startApplication()
  })
  afterAll(() => application.stop())

  const own = () => application.payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))

  it('names every access function of every collection', () => {
    const silent = application.payload.config.collections
      .filter(({ slug }) => slug !== 'payload-preferences')
      .flatMap(({ slug, access }) =>
        ACCESS.filter((name) => typeof access[name] !== 'function').map((name) => `${slug}.${name}`),
      )
    expect(silent).toEqual([])
  })

  it('keeps every revision with its author, wherever revisions are kept', () => {
    const versioned = own().filter(({ versions }) => versions)
    expect(versioned.map(({ slug }) => slug)).toEqual([
      'memberships',
      'countries',
      'toolkits',
      'sections',
      'variants',
      'variant-sections',
    ])
    for (const { versions, fields } of versioned) {
      expect(versions).toMatchObject({ maxPerDoc: 0 })
      expect(versions && 'drafts' in versions && versions.drafts).toBeFalsy()
      expect(fields.some((field) => 'name' in field && field.name === 'updatedBy')).toBe(true)
    }
  })

  it('has an answer to mail of its own, so that no command warns that there is none', () => {
    expect(application.payload.email.name).toBe('none')
  })

  it.each(LANGUAGES)('says what the editor shows in %s', async (language) => {
    const config = application.payload.config.i18n
    const inEnglish = await initI18n({ config, context: 'client', language: 'en' })
    // Its types know no Greek; what it is asked for is whatever stands in the cookie.
    const { t, language: spoken } = await initI18n({ config, context: 'client', language: language as 'en' })
    expect(spoken).toBe(language)
    for (const key of ['general:cancel', 'fields:textToDisplay', 'lexical:horizontalRule:label'])
      expect([key, t(key as 'general:cancel') === inEnglish.t(key as 'general:cancel')]).toEqual([
        key,
        language === 'en',
      ])
  })

  it('uses none of the features that write behind our back', () => {
    const { config } = application.payload
    expect(config.graphQL.disable).toBe(true)
    expect(config.localization).toMatchObject({ fallback: false })
    for (const { slug, lockDocuments, trash, orderable, disableDuplicate, disableBulkEdit, auth } of own()) {
      expect({ slug, lockDocuments, trash, orderable, disableDuplicate, disableBulkEdit }).toMatchObject({
        slug,
        lockDocuments: false,
        disableDuplicate: true,
        disableBulkEdit: true,
      })
      expect(trash || orderable || auth?.useAPIKey).toBeFalsy()
    }
    expect(config.collections.map(({ slug }) => slug)).not.toContain('payload-locked-documents')
    expect(config.csrf.length).toBeGreaterThan(0)
  })
})
