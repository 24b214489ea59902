type Argon2 = typeof import('@node-rs/argon2')
type Crypto = typeof import('node:crypto')

/**
 * The derivations of passwords, each with its cost: nearly all of the work of a sign-in. The time depends on what else
 * the machine does; the amount of work does not.
 */
const done: string[] = []

/** The password work for an answer, unordered. */
export async function workOf(ask: () => Promise<unknown>): Promise<string[]> {
  done.length = 0
  await ask()
  return done.toSorted()
}

/** For `vi.mock`: the real Argon2, with its calls recorded. */
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

/** For `vi.mock`: the real cryptography of Node, with its older derivations recorded. */
export function watchedCrypto(real: Crypto): Crypto {
  const pbkdf2: Crypto['pbkdf2'] = (...given) => {
    done.push(`pbkdf2 ${given[2]} ${given[3]}`)
    return real.pbkdf2(...given)
  }
  return { ...real, pbkdf2 }
}
