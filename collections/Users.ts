import { administrators, nobody, opensAdmin, selfOrAdministrators, selfOrKeepers } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'

/** A person who signs in. What they may do is not here: see memberships. */
export const Users = defineCollection({
  slug: 'users',
  labels: {
    singular: { en: 'Person', fr: 'Personne', es: 'Persona', it: 'Persona', el: 'Πρόσωπο', de: 'Person' },
    plural: { en: 'People', fr: 'Personnes', es: 'Personas', it: 'Persone', el: 'Πρόσωπα', de: 'Personen' },
  },
  editedInAdmin: true,
  auth: {
    // A wrong password costs time, and no account is ever locked for longer than this (a lock is a weapon as well).
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 2 * 60 * 60,
    cookies: { sameSite: 'Strict', secure: (process.env.SERVER_URL ?? '').startsWith('https:') },
  },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email'] },
  access: {
    admin: opensAdmin,
    create: administrators,
    read: selfOrKeepers,
    update: selfOrAdministrators,
    delete: nobody,
    readVersions: nobody,
    unlock: administrators,
  },
  hooks: { afterChange: [auditAdministrationAfterChange] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    choice('language', LANGUAGES, { defaultValue: 'en' }),
    rev,
    updatedBy,
  ],
})
