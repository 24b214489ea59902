import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { REASONS } from '@/domain/section'
import { UPDATE_BECAME, UPDATE_CHOICES, UPDATE_STATUSES } from '@/domain/updates/updates'
import { defineCollection } from './defineCollection'
import { choice, country } from './fields/stored'

/**
 * What a country decided about an update of one section by a release of the common framework. Append-only: a decision
 * that is taken back is a document of its own, which names it (`undoes`).
 */
export const UpdateDecisions = defineCollection({
  slug: 'update-decisions',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(DRAFTERS)),
    read: inOwnCountries(),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  // One decision for each revision of a section.
  indexes: [{ fields: ['variant', 'key', 'revAfter'], unique: true }],
  fields: [
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, maxDepth: 0 },
    country,
    { name: 'key', type: 'text', required: true },
    /** The release of the common framework that was decided on. */
    { name: 'release', type: 'relationship', relationTo: 'releases', required: true, index: true, maxDepth: 0 },
    /** `undone`: the decision that `undoes` names was taken back. */
    choice('choice', [...UPDATE_CHOICES, 'undone'], { required: true }),
    { name: 'undoes', type: 'text' },
    choice('status', UPDATE_STATUSES, { required: true }),
    choice('became', UPDATE_BECAME, { required: true }),
    /** The keys of the sections that were decided together, as a list; empty if the section was decided alone. */
    { name: 'together', type: 'json' },
    /** The decided parts, as a list, and the releases on which they stood before. */
    { name: 'parts', type: 'json', required: true },
    { name: 'baseline', type: 'json', required: true },
    /** The changes of the common framework that were not taken into a combination, by language (`OfferedChange`). */
    { name: 'declined', type: 'json' },
    /** The revision of the section before the decision (0 if nothing was stored), and the one that it made. */
    { name: 'revBefore', type: 'number', required: true },
    { name: 'revAfter', type: 'number', required: true },
    /** Under this hash the text that readers of the country would have got before is stored; empty for a new section. */
    { name: 'textBefore', type: 'text' },
    choice('reason', REASONS),
    /** For reviewers. */
    { name: 'note', type: 'textarea' },
    /** It follows from a setting of the country; `by` is the person who published the release. */
    { name: 'bySetting', type: 'checkbox', defaultValue: false },
    /** It follows from this proposal of the country, which the release contains; `by` is who published the release. */
    { name: 'byProposal', type: 'relationship', relationTo: 'proposals', maxDepth: 0 },
    { name: 'by', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    { name: 'as', type: 'text' },
    { name: 'at', type: 'date', required: true },
  ],
})
