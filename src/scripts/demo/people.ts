import { ALL_COUNTRIES, type Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Person } from '../people'

/**
 * The demo listens on this machine only, and says everywhere that it is a sample: one password for all accounts is
 * acceptable.
 */
export const DEMO_PASSWORD = 'sample-toolkit'

function person(name: string, role: Role, country: string, language: Language = 'en'): Person {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`
  return { email, name, password: DEMO_PASSWORD, language, roles: [{ role, country }] }
}

/** Accounts for every role. Names are those of roles: the sample has no real people. */
export const people = {
  admin: person('Administrator', 'admin', ALL_COUNTRIES),
  coordinator: person('Coordinator', 'coordinator', ALL_COUNTRIES),
  secondReader: person('Second Reader', 'reviewer', ALL_COUNTRIES),
  observer: person('Observer', 'observer', ALL_COUNTRIES),
  leadIreland: person('Lead Ireland', 'national-lead', 'ie'),
  editorIreland: person('Editor Ireland', 'national-editor', 'ie'),
  reviewerIreland: person('Reviewer Ireland', 'reviewer', 'ie'),
  leadBritain: person('Lead United Kingdom', 'national-lead', 'gb'),
  leadFrance: person('Lead France', 'national-lead', 'fr', 'fr'),
  leadSwitzerland: person('Lead Switzerland', 'national-lead', 'ch', 'de'),
  leadCyprus: person('Lead Cyprus', 'national-lead', 'cy', 'el'),
  translatorCyprus: person('Translator Cyprus', 'translator', 'cy', 'el'),
  leadItaly: person('Lead Italy', 'national-lead', 'it', 'it'),
  leadSpain: person('Lead Spain', 'national-lead', 'es', 'es'),
} satisfies Record<string, Person>
