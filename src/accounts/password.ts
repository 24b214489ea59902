import { pbkdf2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { inTurn } from './passwordTurns'

/** A password as it is stored. */
export type StoredPassword = { hash: string; salt: string }

/** As Payload 3.90 stores them, and what OWASP asks of PBKDF2 with SHA-256: accounts from before keep their passwords. */
const NOW = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, length: 32 }
/** Accounts from before that. */
const BEFORE = { prefix: '', iterations: 25_000, length: 512 }

/** Salted, with a new salt each time. Takes about 150 ms of a processor, on purpose, and waits for its turn. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const derived = await inTurn(() => derive({ password, salt, parameters: NOW }))
  return { salt, hash: NOW.prefix + derived.toString('hex') }
}

/** Is this the password? Where nothing is stored the answer is no, after the same work. */
export async function isPassword({
  password,
  stored,
  isStranger = false,
}: {
  password: string
  stored: StoredPassword | null
  /** Who asks waits behind everybody else. */
  isStranger?: boolean
}): Promise<boolean> {
  const { hash, salt } = stored ?? NOBODYS
  const parameters = hash.startsWith(NOW.prefix) ? NOW : BEFORE
  const wanted = Buffer.from(hash.slice(parameters.prefix.length), 'hex')
  const given = await inTurn(() => derive({ password, salt, parameters }), { isStranger })
  return wanted.length === given.length && timingSafeEqual(wanted, given) && stored !== null
}

/** Was it stored with the parameters of before? */
export function isOutdated({ hash }: StoredPassword): boolean {
  return !hash.startsWith(NOW.prefix)
}

/** Sixteen signs that cannot be taken for one another, in groups of four: more than 78 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** What in a text has the form of a password that we made; undefined where nothing has. */
export function madePasswordIn(text: string): string | undefined {
  return /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(text)?.[0]
}

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

const NOBODYS: StoredPassword = {
  salt: randomBytes(32).toString('hex'),
  hash: NOW.prefix + randomBytes(NOW.length).toString('hex'),
}

function derive({
  password,
  salt,
  parameters: { iterations, length },
}: {
  password: string
  salt: string
  parameters: typeof NOW
}): Promise<Buffer> {
  return promisify(pbkdf2)(password, salt, iterations, length, 'sha256')
}
