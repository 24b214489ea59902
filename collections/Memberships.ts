import type { Access } from 'payload'
import { administrators, inOwnCountries, keepers, noAdmin, nobody } from '@/access/rules'
import { ROLES } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { choice, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'

/** One's own roles; for a national lead those in the country; for those who maintain the framework all of them. */
const ownOrOfOwnCountry: Access = async (args) => {
  if (await keepers(args)) return true
  const user = args.req.user
  if (!user) return false
  const led = await inOwnCountries({ roles: ['national-lead'] })(args)
  const own = { user: { equals: user.id } }
  return typeof led === 'object' ? { or: [own, led] } : led || own
}

/** A person's role, in one country or everywhere, from a day on and perhaps until another. It can change. */
export const Memberships = defineCollection({
  slug: 'memberships',
  labels: {
    singular: { en: 'Role', fr: 'Rôle', es: 'Función', it: 'Ruolo', el: 'Ρόλος', de: 'Rolle' },
    plural: {
      en: 'People and roles',
      fr: 'Personnes et rôles',
      es: 'Personas y funciones',
      it: 'Persone e ruoli',
      el: 'Πρόσωπα και ρόλοι',
      de: 'Personen und Rollen',
    },
  },
  editedInAdmin: true,
  keepsRevisions: true,
  admin: { defaultColumns: ['user', 'role', 'country', 'everywhere', 'from', 'to'] },
  access: {
    admin: noAdmin,
    create: administrators,
    read: ownOrOfOwnCountry,
    update: administrators,
    delete: nobody,
    readVersions: administrators,
    unlock: nobody,
  },
  hooks: { afterChange: [auditAdministrationAfterChange] },
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    choice('role', ROLES, { required: true }),
    { name: 'everywhere', type: 'checkbox', defaultValue: false, index: true },
    {
      name: 'country',
      type: 'relationship',
      relationTo: 'countries',
      index: true,
      admin: { condition: (data) => data.everywhere !== true },
      validate: (value: unknown, { data }: { data: Partial<{ everywhere: boolean | null }> }) =>
        data.everywhere || value ? true : 'Choose the country, or tick that the role holds everywhere.',
    },
    { name: 'from', type: 'date', required: true, defaultValue: () => new Date().toISOString() },
    { name: 'to', type: 'date' },
    rev,
    updatedBy,
  ],
})
