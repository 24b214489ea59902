import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { TRANSLATORS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { MODES, MOST_CHARACTERS, REASONS } from '@/domain/section'
import { defineCollection } from './defineCollection'
import { richTextField } from './fields/richTextField'
import { choice, country, madeBy, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/**
 * What a country has done with one section, with a document only for sections that it changed. No document means
 * inherited. Every revision is kept, so that nothing is lost when the common text is restored.
 */
export const VariantSections = defineCollection({
  slug: 'variant-sections',
  keepsRevisions: true,
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(TRANSLATORS)),
    read: inOwnCountries(),
    update: insideAction(inOwnCountries({ roles: TRANSLATORS })),
    delete: nobody,
    readVersions: inOwnCountries({ path: 'version.country' }),
    unlock: nobody,
  },
  indexes: [{ fields: ['variant', 'key'], unique: true }],
  hooks: { beforeChange: [keepForEver('variant', 'country', 'key')] },
  fields: [
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, maxDepth: 0 },
    country,
    { name: 'key', type: 'text', required: true },
    choice('mode', MODES, { required: true }),
    { name: 'title', type: 'text', localized: true, maxLength: MOST_CHARACTERS.title },
    { name: 'summary', type: 'textarea', localized: true, maxLength: MOST_CHARACTERS.summary },
    richTextField('body'),
    richTextField('addition'),
    /** Where the addition stands in the text (`domain/additionPlace`); null for after it. */
    { name: 'additionPlace', type: 'json' },
    /** The languages in which title, summary and body are a translation of the common text. */
    choice('translated', LANGUAGES, { hasMany: true }),
    /** From which release of the common framework each translation was made (`domain/translatedFrom`). */
    { name: 'translatedFrom', type: 'json' },
    /** Where readers get the text of another language, as a list (`VariantSection.standIns` of `domain/resolve`). */
    { name: 'standIns', type: 'json' },
    /** The country's own audiences and stages, as lists; null where it follows the common framework. */
    { name: 'audiences', type: 'json' },
    { name: 'stages', type: 'json' },
    /** For each part, the release of the common framework that the country last decided on (`domain/sectionBaseline`). */
    { name: 'baseline', type: 'json' },
    /** Why updates of the section wait, and until when (`domain/pause`). */
    { name: 'paused', type: 'json' },
    { name: 'slug', type: 'text' },
    /** The section that a national addition follows; `parent` and `rank` are the resulting position. */
    { name: 'after', type: 'text' },
    { name: 'parent', type: 'text' },
    { name: 'rank', type: 'text' },
    choice('reason', REASONS),
    { name: 'explanation', type: 'textarea', localized: true, maxLength: MOST_CHARACTERS.explanation },
    { name: 'sources', type: 'textarea', maxLength: MOST_CHARACTERS.sources },
    /** Reasons for single changes, as a list (`domain/changeReasons`). */
    { name: 'changeReasons', type: 'json' },
    rev,
    updatedBy,
    ...madeBy,
  ],
})
