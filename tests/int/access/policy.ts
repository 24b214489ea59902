import type { Role } from '@/domain/actor'

/**
 * Who may do what over HTTP, written by hand to be read and discussed: nothing here is derived from the code that it
 * tests. What is not listed is refused.
 */
export type Visitor = { name: string; role?: Role; country?: 'ie'; isAnonymous?: true }

const ofIreland = (role: Role): Visitor => ({ name: `${role} of ie`, role, country: 'ie' })
const everywhere = (role: Role): Visitor => ({ name: `${role} everywhere`, role })

export const VISITORS: readonly Visitor[] = [
  ofIreland('admin'),
  ofIreland('coordinator'),
  ofIreland('national-lead'),
  ofIreland('national-editor'),
  ofIreland('translator'),
  ofIreland('reviewer'),
  ofIreland('observer'),
  everywhere('admin'),
  everywhere('coordinator'),
  everywhere('translator'),
  everywhere('reviewer'),
  everywhere('observer'),
  { name: 'signed in without a role' },
  { name: 'anonymous', isAnonymous: true },
]

/** The names of the visitors. */
export type Who = readonly string[]

const NOBODY: Who = []
const ADMINISTRATOR: Who = ['admin everywhere']
const KEEPERS: Who = ['admin everywhere', 'coordinator everywhere']
const ROLES_EVERYWHERE: Who = [
  'admin everywhere',
  'coordinator everywhere',
  'translator everywhere',
  'reviewer everywhere',
  'observer everywhere',
]
const ROLES_OF_IRELAND: Who = [
  'admin of ie',
  'coordinator of ie',
  'national-lead of ie',
  'national-editor of ie',
  'translator of ie',
  'reviewer of ie',
  'observer of ie',
]
const MEMBERS: Who = [...ROLES_OF_IRELAND, ...ROLES_EVERYWHERE]
const SIGNED_IN: Who = [...MEMBERS, 'signed in without a role']
const ANYONE: Who = [...SIGNED_IN, 'anonymous']

/** Whose document it is; `own` is the visitor's, `other` another person's. */
export type Place = 'ie' | 'cy' | 'master' | 'none' | 'own' | 'other' | 'everywhere'

/** `read` answers list, count and read by id; `versions` the list of revisions and one of them. */
export type Rights = Partial<
  Record<
    | 'read'
    | 'versions'
    | 'create'
    | 'update'
    | 'bulk update'
    | 'delete'
    | 'bulk delete'
    | 'duplicate'
    | 'restore'
    | 'file'
    | 'key read'
    | 'key write'
    | 'key delete',
    Who
  >
>

const READ_ONLY_NATIONAL = {
  ie: { read: MEMBERS },
  cy: { read: ROLES_EVERYWHERE },
} satisfies Partial<Record<Place, Rights>>

/** Content that actions write: over HTTP people can read it, with its revisions, in their own countries. */
const NATIONAL_WITH_REVISIONS = {
  ie: { read: MEMBERS, versions: MEMBERS },
  cy: { read: ROLES_EVERYWHERE, versions: ROLES_EVERYWHERE },
} satisfies Partial<Record<Place, Rights>>

const AUDITORS_OF_IRELAND: Who = ['admin of ie', 'coordinator of ie', 'national-lead of ie']

export const POLICY: Record<string, Partial<Record<Place, Rights>>> = {
  users: {
    own: { read: SIGNED_IN, update: SIGNED_IN, create: ADMINISTRATOR },
    other: { read: KEEPERS, update: ADMINISTRATOR, create: ADMINISTRATOR },
  },
  memberships: {
    own: { read: MEMBERS, versions: ADMINISTRATOR, update: ADMINISTRATOR, create: ADMINISTRATOR },
    ie: {
      read: [...KEEPERS, 'national-lead of ie'],
      versions: ADMINISTRATOR,
      update: ADMINISTRATOR,
      create: ADMINISTRATOR,
    },
    cy: { read: KEEPERS, versions: ADMINISTRATOR, update: ADMINISTRATOR, create: ADMINISTRATOR },
    everywhere: { read: KEEPERS, versions: ADMINISTRATOR, update: ADMINISTRATOR, create: ADMINISTRATOR },
  },
  countries: { none: { read: ANYONE, versions: ADMINISTRATOR, update: ADMINISTRATOR, create: ADMINISTRATOR } },
  toolkits: { none: { read: MEMBERS, versions: ADMINISTRATOR, update: KEEPERS, create: KEEPERS } },
  sections: { master: { read: MEMBERS, versions: MEMBERS } },
  imports: { none: { read: KEEPERS } },
  variants: NATIONAL_WITH_REVISIONS,
  'variant-sections': NATIONAL_WITH_REVISIONS,
  blobs: { none: { read: NOBODY } },
  releases: { master: { read: ANYONE }, ie: { read: ANYONE }, cy: { read: ANYONE } },
  'release-drafts': { none: { read: KEEPERS, versions: KEEPERS } },
  editions: READ_ONLY_NATIONAL,
  'workflow-events': READ_ONLY_NATIONAL,
  'review-decisions': READ_ONLY_NATIONAL,
  'update-decisions': READ_ONLY_NATIONAL,
  proposals: READ_ONLY_NATIONAL,
  'update-questions': READ_ONLY_NATIONAL,
  'working-copies': { own: { read: MEMBERS }, other: {} },
  media: {
    // An action at another address adds them.
    master: { read: MEMBERS, file: MEMBERS },
    ie: { read: MEMBERS, file: MEMBERS },
    cy: { read: ROLES_EVERYWHERE, file: ROLES_EVERYWHERE },
  },
  'audit-events': {
    // What happens to accounts.
    none: { read: KEEPERS },
    master: { read: KEEPERS },
    ie: { read: [...KEEPERS, ...AUDITORS_OF_IRELAND] },
    cy: { read: KEEPERS },
  },
  'payload-kv': { none: {} },
  'payload-migrations': { none: {} },
  // Payload's memory of how a person likes its screens: by key, and only one's own.
  'payload-preferences': {
    own: { 'key read': SIGNED_IN, 'key write': SIGNED_IN, 'key delete': SIGNED_IN },
    other: {},
  },
}

/**
 * The routes of a collection that the matrix knows, with the right that each requires. A route that is not listed fails
 * the test.
 */
export const COLLECTION_ROUTES = {
  'get /': 'list',
  'get /count': 'count',
  'get /:id': 'read',
  'get /versions': 'list of versions',
  'get /versions/:id': 'version',
  'post /': 'create',
  'patch /:id': 'update',
  'patch /': 'bulk update',
  'delete /:id': 'delete',
  'delete /': 'bulk delete',
  'post /:id/duplicate': 'duplicate',
  'post /versions/:id': 'restore',
  'post /access/:id?': 'access',
  'get /file/:filename': 'file',
  'get /paste-url/:id?': 'paste a URL',
  'get /:key': 'key read',
  'post /:key': 'key write',
  'delete /:key': 'key delete',
} as const
export type Operation = (typeof COLLECTION_ROUTES)[keyof typeof COLLECTION_ROUTES]

/** The routes of the sign-in, and who is allowed. */
export const SIGN_IN_ROUTES: Record<string, Who> = {
  'post /login': ANYONE,
  // Without a mail server it says who helps, in the same words whether the account exists or not (tests/int/mail).
  'post /forgot-password': NOBODY,
  'get /me': ANYONE,
  'post /logout': SIGNED_IN,
  'post /refresh-token': SIGNED_IN,
  'get /init': NOBODY,
  'post /unlock': NOBODY,
  'post /first-register': NOBODY,
  'post /reset-password': NOBODY,
  'post /verify/:id': NOBODY,
}

/** Every other route of the server. `post /act/:name` is compared with its own table (routes.spec.ts). */
export const OTHER_ROUTES: Record<string, Who> = {
  'get /health': ANYONE,
  // Which buttons to show; no documents.
  'get /access': ANYONE,
  'get /og': NOBODY,
  'post /act/:name': NOBODY,
  'post /import': NOBODY,
  // Without their input; tests/int/accounts tests who may use them.
  'post /account/password': NOBODY,
  'post /account/address': NOBODY,
  'post /account/person': NOBODY,
  'post /account/sign-out': NOBODY,
  'post /account/set-password': NOBODY,
  'post /account/send-link': NOBODY,
  'post /account/choose-password': NOBODY,
  // A table without its name and its toolkit; tests/int/admin/overview.spec.ts tests who gets one.
  'get /overview/:table': NOBODY,
  // A report without its national version; tests/int/admin/report.spec.ts tests who gets one.
  'get /report/:variant': NOBODY,
  // A Word file without its text; tests/int/endpoints/wordFile.spec.ts tests who gets one.
  'get /word/:whose/:id': NOBODY,
  // Links without their text; tests/int/endpoints/askAboutLinks.spec.ts tests who may ask.
  'post /links/:whose/:id': NOBODY,
  // A Word file for a national version that does not exist; tests/int/endpoints/takeInWord.spec.ts tests who may send one.
  'post /word/version/:id': NOBODY,
  // Pictures of the common framework; with a country, those that the person may read (pictures.spec.ts).
  'get /pictures': MEMBERS,
  'get /pictures/:id': NOBODY,
  // Nobody can add a picture without a file; pictures.spec.ts tests who may add one.
  'post /pictures': NOBODY,
}
