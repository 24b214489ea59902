import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData } from 'payload'
import { ADDRESS_INPUT, validateLink } from './addressField'
import { WEB_ADDRESS } from './words'

/** Links only to addresses: not to documents of the admin, and never in a new tab. */
export function linkFeature() {
  return LinkFeature({ enabledCollections: [], fields: ({ defaultFields }) => defaultFields.flatMap(ourField) })
}

function ourField(field: FieldAffectingData): (Field | FieldAffectingData)[] {
  switch (field.name) {
    case 'newTab':
      return []
    case 'linkType':
      // With only one option there is nothing to choose, but the editor writes it into the link.
      return field.type === 'radio' ? [{ ...field, admin: { ...field.admin, hidden: true } }] : [field]
    case 'url':
      // Payload's own field accepts javascript: and percent-encodes the whole of an address that it does not know
      // (localhost).
      return [
        {
          name: 'url',
          type: 'text',
          required: true,
          label: WEB_ADDRESS,
          admin: { components: { Field: ADDRESS_INPUT } },
          validate: validateLink,
        },
      ]
    default:
      return [field]
  }
}
