import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { QUESTION_STEPS } from '@/domain/updateQuestions'
import { defineCollection } from './defineCollection'
import { choice, country } from './fields/stored'

/**
 * What a country asked the coordinator about the update of one section, and what was answered. Append-only: an answer,
 * and that somebody in the country read it, are documents of their own, which name the question.
 */
export const UpdateQuestions = defineCollection({
  slug: 'update-questions',
  access: {
    admin: noAdmin,
    // The actions have stricter rules: those who draft for a country ask, and the coordinator answers.
    create: insideAction(inCountryOfNewDocument(DRAFTERS)),
    read: inOwnCountries(),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  // Of two people who ask or answer at the same moment, one is first, and the other is then told what is stored.
  indexes: [{ fields: ['variant', 'key', 'release', 'turn'], unique: true }],
  fields: [
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, maxDepth: 0 },
    country,
    /** The key under which the update waited. */
    { name: 'key', type: 'text', required: true },
    /** The release of the common framework that the question is about. */
    { name: 'release', type: 'relationship', relationTo: 'releases', required: true, maxDepth: 0 },
    /** The number of this document among those about the same section and release, from 1. */
    { name: 'turn', type: 'number', required: true },
    choice('step', QUESTION_STEPS, { required: true }),
    /** The question that is answered, or of which the answer was read; empty for a question. */
    { name: 'question', type: 'text' },
    /** The words of a question or an answer. */
    { name: 'text', type: 'textarea' },
    { name: 'by', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    { name: 'as', type: 'text' },
    { name: 'at', type: 'date', required: true },
  ],
})
