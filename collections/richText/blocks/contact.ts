import type { Block } from 'payload'
import { addressField, validateMail, validatePhone } from '../addressField'
import { labelsOf, NOTE, wordsOf } from '../words'

/** A service that readers can turn to. */
export const contact: Block = {
  slug: 'contact',
  labels: labelsOf(wordsOf('diff.block.contact'), {
    en: 'Contacts',
    fr: 'Contacts',
    es: 'Contactos',
    it: 'Contatti',
    el: 'Στοιχεία επικοινωνίας',
    de: 'Kontakte',
  }),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: wordsOf('diff.field.name'),
      admin: {
        description: {
          en: 'Of an organisation or a service. Never of a person who was helped.',
          fr: 'D’une organisation ou d’un service. Jamais d’une personne accompagnée.',
          es: 'De una organización o un servicio. Nunca de una persona atendida.',
          it: 'Di un’organizzazione o di un servizio. Mai di una persona assistita.',
          el: 'Ενός φορέα ή μιας υπηρεσίας. Ποτέ ενός προσώπου που έλαβε βοήθεια.',
          de: 'Einer Organisation oder Stelle. Nie einer betreuten Person.',
        },
      },
    },
    {
      name: 'service',
      type: 'text',
      label: {
        en: 'What it offers',
        fr: 'Ce qu’il propose',
        es: 'Qué ofrece',
        it: 'Che cosa offre',
        el: 'Τι προσφέρει',
        de: 'Was angeboten wird',
      },
    },
    {
      name: 'phone',
      type: 'text',
      validate: validatePhone,
      label: wordsOf('diff.field.phone'),
    },
    {
      name: 'email',
      type: 'text',
      validate: validateMail,
      label: wordsOf('diff.field.email'),
    },
    addressField,
    {
      name: 'hours',
      type: 'text',
      label: wordsOf('diff.field.hours'),
    },
    {
      name: 'languages',
      type: 'text',
      label: {
        en: 'Languages spoken',
        fr: 'Langues parlées',
        es: 'Idiomas que se hablan',
        it: 'Lingue parlate',
        el: 'Γλώσσες επικοινωνίας',
        de: 'Gesprochene Sprachen',
      },
    },
    { name: 'note', type: 'textarea', label: NOTE },
  ],
}
