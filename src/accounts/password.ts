import { pbkdf2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { type Algorithm, hashRaw } from '@node-rs/argon2'
import { inTurn } from './passwordTurns'

/** A password as it is stored: hex; the format of the hash is named in front. */
export type StoredPassword = { hash: string; salt: string }

/** How a password is turned into a hash. `named` says of a stored hash whether it is of this format. */
type Format = {
  prefix: string
  named: RegExp
  derive: (given: { password: string; salt: string }) => Promise<Buffer>
}

/** The number of Argon2id: the package's own name for it exists for the compiler only. */
const ARGON2ID = 2 satisfies Algorithm.Argon2id

/** The first choice of OWASP, with its measure: 19 MiB, two rounds, one lane. */
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

/** As Payload 3.90 stores them, and Payload before that: accounts from before keep their passwords. */
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

/** Salted, with a new salt each time. Takes some 20 ms of a processor and 19 MiB, on purpose, and waits for its turn. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const derived = await inTurn(() => NOW.derive({ password, salt }))
  return { salt, hash: NOW.prefix + derived.toString('hex') }
}

/**
 * Is this the password? Where nothing is stored the answer is no, after the same work. An older format takes longer: where
 * the time must not tell who has one, `alike` names those that anybody has, and all of their work is done.
 */
export async function isPassword({
  password,
  stored,
  isStranger = false,
  alike = [],
}: {
  password: string
  stored: StoredPassword | null
  /** Who asks waits behind everybody else. */
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

/** Was it stored in a format of before? */
export function isOutdated({ hash }: StoredPassword): boolean {
  return !NOW.named.test(hash)
}

/** Sixteen signs that cannot be taken for one another, in groups of four: more than 78 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** Does it look like one of `newPassword`, sign for sign? */
export function looksMade(password: string): boolean {
  return MADE.test(password)
}

/** A password without what people do not see in it: another form of the same letters, capitals, space around it. */
export function plainPassword(password: string): string {
  return password.normalize('NFKC').trim().toLowerCase()
}

const lettersOf = (password: string): string => plainPassword(password).replace(/[^\p{L}\p{N}]/gu, '')

/** Each costs the work of a sign-in. Words and sentences have none: they seldom go on for long without i, l and o. */
const MOST_FOUND = 24

/** What in a text could be a password that we made, whatever stands between its signs. */
export function madePasswordsIn(text: string): string[] {
  const letters = lettersOf(text)
  const found = Array.from({ length: Math.max(0, letters.length - 15) }, (_, from) => letters.slice(from, from + 16))
  return found
    .filter((one) => [...one].every((sign) => SIGNS.includes(sign)))
    .slice(0, MOST_FOUND)
    .map((one) => one.replace(/(.{4})(?!$)/g, '$1-'))
}

/** Are at least half of the signs of a known password, four by four, in another one? */
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
