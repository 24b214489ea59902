import {
  administrators,
  anotherPersonsByAdministrator,
  nobody,
  opensAdmin,
  selfOrAdministrators,
  selfOrKeepers,
} from '@/access/rules'
import { plainAddress } from '@/accounts/emailAddress'
import { sessionStrategy } from '@/accounts/sessionStrategy'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'
import { inviteNewPersonAfterChange } from './hooks/inviteNewPerson'

/** A person who signs in. Their permissions are in memberships. */
export const Users = defineCollection({
  slug: 'users',
  labels: {
    singular: { en: 'Person', fr: 'Personne', es: 'Persona', it: 'Persona', el: 'Πρόσωπο', de: 'Person' },
    plural: { en: 'People', fr: 'Personnes', es: 'Personas', it: 'Persone', el: 'Πρόσωπα', de: 'Personen' },
  },
  editedInAdmin: true,
  // Payload's own sign-in writes the whole person back as it read them, which would undo a password, name or role that
  // was changed in the meantime. So passwords and sessions are stored elsewhere (src/accounts), and the sign-in routes
  // are ours (src/endpoints/account).
  auth: { disableLocalStrategy: true, strategies: [sessionStrategy] },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email'] },
  access: {
    admin: opensAdmin,
    create: administrators,
    read: selfOrKeepers,
    update: selfOrAdministrators,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  hooks: { afterChange: [auditAdministrationAfterChange, inviteNewPersonAfterChange] },
  fields: [
    {
      name: 'email',
      type: 'email',
      label: {
        en: 'E-mail address',
        fr: 'Adresse électronique',
        es: 'Dirección de correo electrónico',
        it: 'Indirizzo e-mail',
        el: 'Ηλεκτρονική διεύθυνση',
        de: 'E-Mail-Adresse',
      },
      required: true,
      unique: true,
      // People change their own with the password (src/actions/account/changeAddress.ts).
      access: { update: anotherPersonsByAdministrator },
      hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? plainAddress(value) : value)] },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    choice('language', LANGUAGES, { defaultValue: 'en' }),
    {
      name: 'newPassword',
      type: 'ui',
      admin: { components: { Field: '/src/admin/account/SetPasswordField#SetPasswordField' } },
    },
    rev,
    updatedBy,
  ],
})
