import { pbkdf2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { type Algorithm, hashRaw } from '@node-rs/argon2'
import { inTurn } from './passwordTurns'

/** A password as it is stored: hex, with the format of the hash as a prefix. */
export type StoredPassword = { hash: string; salt: string }

/** How a password is hashed. `named` says whether a stored hash has this format. */
type Format = {
  prefix: string
  named: RegExp
  derive: (given: { password: string; salt: string }) => Promise<Buffer>
}

/** The number of Argon2id, because the package's own name for it exists only at compile time. */
const ARGON2ID = 2 satisfies Algorithm.Argon2id

/** The first choice of OWASP, with its parameters: 19 MiB, two rounds, one lane. */
const NOW: Format = {
  prefix: 'argon2id-v1:',
  named: /^argon2id-v1:/,
  derive: ({ password, salt }) =>
    hashRaw(password, {
      algorithm: ARGON2ID,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      outputLen: 32,
      salt: Buffer.from(salt, 'hex'),
    }),
}

/** As Payload 3.90 and earlier versions store them, so that older accounts keep their passwords. */
export const OLDER_FORMATS: readonly Format[] = [
  {
    prefix: 'pbkdf2-sha256-v1:',
    named: /^pbkdf2-sha256-v1:/,
    derive: ({ password, salt }) => promisify(pbkdf2)(password, salt, 600_000, 32, 'sha256'),
  },
  {
    prefix: '',
    named: /^[0-9a-f]+$/,
    derive: ({ password, salt }) => promisify(pbkdf2)(password, salt, 25_000, 512, 'sha256'),
  },
]

/**
 * Salted, with a new salt each time. Deliberately takes some 20 ms of processor time and 19 MiB, and waits for its
 * turn.
 */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const derived = await inTurn(() => NOW.derive({ password, salt }))
  return { salt, hash: NOW.prefix + derived.toString('hex') }
}

/**
 * Is this the password? If nothing is stored the answer is no, after the same work. An older format takes longer: so
 * that the time does not reveal who has one, `alike` names the older formats that anybody has, and all of their work is
 * done.
 */
export async function isPassword({
  password,
  stored,
  isStranger = false,
  alike = [],
}: {
  password: string
  stored: StoredPassword | null
  /** The caller waits behind everybody else. */
  isStranger?: boolean
  alike?: readonly Format[]
}): Promise<boolean> {
  const { hash, salt } = stored ?? NOBODYS
  const format = OLDER_FORMATS.find(({ named }) => named.test(hash)) ?? NOW
  const wanted = Buffer.from(hash.slice(format.prefix.length), 'hex')
  const others = alike.length === 0 ? [] : [NOW, ...alike].filter((other) => other !== format)
  const given = await inTurn(
    async () => {
      for (const other of others) await other.derive({ password, salt })
      return format.derive({ password, salt })
    },
    { isStranger },
  )
  return wanted.length === given.length && timingSafeEqual(wanted, given) && stored !== null
}

/** Was it stored in an older format? */
export function isOutdated({ hash }: StoredPassword): boolean {
  return !NOW.named.test(hash)
}

/** Sixteen characters that cannot be confused with one another, in groups of four: more than 78 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** Does it look like a result of `newPassword`, character by character? */
export function looksMade(password: string): boolean {
  return MADE.test(password)
}

/** A password normalised by what people do not notice: the encoding of letters, capitals, surrounding spaces. */
export function plainPassword(password: string): string {
  return password.normalize('NFKC').trim().toLowerCase()
}

const lettersOf = (password: string): string => plainPassword(password).replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Each costs the work of a sign-in. Words and sentences match rarely: they seldom go on for long without i, l and o.
 */
const MOST_FOUND = 24

/** What in a text could be a password that we generated, whatever is between its characters. */
export function madePasswordsIn(text: string): string[] {
  const letters = lettersOf(text)
  const found = Array.from({ length: Math.max(0, letters.length - 15) }, (_, from) => letters.slice(from, from + 16))
  return found
    .filter((one) => [...one].every((sign) => SIGNS.includes(sign)))
    .slice(0, MOST_FOUND)
    .map((one) => one.replace(/(.{4})(?!$)/g, '$1-'))
}

/** Are at least half of the characters of a known password, four by four, in another one? */
export function holdsMostOf({ wanted, known }: { wanted: string; known: string }): boolean {
  const letters = lettersOf(wanted)
  const groups = lettersOf(known).match(/.{4}/gu) ?? []
  return groups.length > 0 && groups.filter((one) => letters.includes(one)).length * 2 >= groups.length
}

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const MADE = new RegExp(`^[${SIGNS}]{4}(-[${SIGNS}]{4}){3}$`)

const NOBODYS: StoredPassword = {
  salt: randomBytes(32).toString('hex'),
  hash: NOW.prefix + randomBytes(32).toString('hex'),
}
