import { initI18n } from '@payloadcms/translations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { type Application, startApplication } from './setup/application'

const ACCESS = ['admin', 'create', 'read', 'readVersions', 'update', 'delete', 'unlock'] as const

/**
 * The rules that keep countries separate and history complete must apply to every collection, including future ones.
 */
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

  it('keeps every revision with its author in each collection that has revisions', () => {
    const versioned = own().filter(({ versions }) => versions)
    expect(versioned.map(({ slug }) => slug)).toEqual([
      'memberships',
      'countries',
      'toolkits',
      'sections',
      'variants',
      'variant-sections',
      'release-drafts',
    ])
    for (const { versions, fields } of versioned) {
      expect(versions).toMatchObject({ maxPerDoc: 0 })
      expect(versions && 'drafts' in versions && versions.drafts).toBeFalsy()
      expect(fields.some((field) => 'name' in field && field.name === 'updatedBy')).toBe(true)
    }
  })

  it('has its own mail adapter, so that no command warns that there is none', () => {
    expect(application.payload.email.name).toBe('none')
  })

  it.each(LANGUAGES)('says what the editor shows in %s', async (language) => {
    const config = application.payload.config.i18n
    const inEnglish = await initI18n({ config, context: 'client', language: 'en' })
    // Payload's types do not include Greek; the value is whatever the cookie contains.
    const { t, language: spoken } = await initI18n({ config, context: 'client', language: language as 'en' })
    expect(spoken).toBe(language)
    for (const key of ['general:cancel', 'fields:textToDisplay', 'lexical:horizontalRule:label'])
      expect([key, t(key as 'general:cancel') === inEnglish.t(key as 'general:cancel')]).toEqual([
        key,
        language === 'en',
      ])
  })

  it('uses none of the features that write without our actions', () => {
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
