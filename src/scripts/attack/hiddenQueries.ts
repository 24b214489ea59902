import { type Attack, inParallel, someOf, tally } from './attack'
import { COLLECTIONS } from './ground'

const SECRET_FIELDS = [
  'hash',
  'salt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'loginAttempts',
  'lockUntil',
  'sessions',
  'sessions.id',
  'password',
]

/** Fields of these names are not secret: people who may read the document can read them. */
const READABLE = new Set(['audit-events hash'])

/** Fields of other documents, reached through the queried one. */
const BEHIND = ['updatedBy.email', 'updatedBy.hash', 'user.email', 'variant.country', 'edition.submittedBy.email']

const SHAPES = [
  (name: string) => name,
  (name: string) => `${name}.`,
  (name: string) => `.${name}`,
  (name: string) => `${name}__x`,
  (name: string) => `version.${name}`,
  (name: string) => `$${name}`,
  (name: string) => `name,${name}.`,
]

/** Sorts and searches by what may not be read: the order of an answer, or its existence, would reveal it. */
export const hiddenQueries: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const paths = COLLECTIONS.flatMap((collection) =>
    [...SECRET_FIELDS, ...BEHIND].flatMap((field) =>
      SHAPES.flatMap((shape) => {
        if (READABLE.has(`${collection} ${shape(field)}`)) return []
        const name = encodeURIComponent(shape(field))
        return [
          `/api/${collection}?sort=${name}`,
          `/api/${collection}?sort=-${name}`,
          `/api/${collection}?where[${name}][exists]=true`,
          `/api/${collection}?where[or][0][${name}][like]=a`,
          `/api/${collection}/count?where[${name}][greater_than]=a`,
          `/api/${collection}/versions?sort=${name}`,
        ]
      }),
    ),
  )
  const asked = ground.visitors.flatMap((visitor) => paths.map((path) => ({ visitor, path })))
  await inParallel(someOf(asked, short ? 1_000 : 20_000, random), 8, async ({ visitor, path }) => {
    const { status, text } = await ground.ask(visitor, 'GET', path)
    note(status >= 400 && status < 500, `${visitor.name}: GET ${path} answers ${status} ${text.slice(0, 120)}`)
  })
  return result()
}
