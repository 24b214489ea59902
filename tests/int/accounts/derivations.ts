type Argon2 = typeof import('@node-rs/argon2')
type Crypto = typeof import('node:crypto')

/**
 * What was derived from passwords, each with its costs: nearly all of the work of a sign-in. How long it takes depends on what
 * else the machine does; how much it is does not.
 */
const done: string[] = []

/** The work with passwords that an answer takes, without an order. */
export async function workOf(ask: () => Promise<unknown>): Promise<string[]> {
  done.length = 0
  await ask()
  return done.toSorted()
}

/** For `vi.mock`: the real Argon2, watched. */
export function watchedArgon2(real: Argon2): Argon2 {
  return {
    ...real,
    hashRaw(...given) {
      const { memoryCost, timeCost } = given[1] ?? {}
      done.push(`argon2 ${memoryCost} ${timeCost}`)
      return real.hashRaw(...given)
    },
  }
}

/** For `vi.mock`: the real cryptography of Node, its derivations of before watched. */
export function watchedCrypto(real: Crypto): Crypto {
  const pbkdf2: Crypto['pbkdf2'] = (...given) => {
    done.push(`pbkdf2 ${given[2]} ${given[3]}`)
    return real.pbkdf2(...given)
  }
  return { ...real, pbkdf2 }
}
