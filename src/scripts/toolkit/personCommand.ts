import config from '@payload-config'
import { getPayload } from 'payload'
import { z } from 'zod'
import { plainAddress } from '@/accounts/emailAddress'
import { newPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'
import { setFirstPassword } from '@/actions/account/setFirstPassword'
import { ALL_COUNTRIES, ROLES } from '@/domain/actor'
import { sayRefusal } from '@/messages/translate'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'

export type PersonArgs = {
  email: string
  role: string
  country: string | undefined
  name: string | undefined
}

/**
 * Creates an account with a role: in a new installation nobody is signed in who could create the first one. An existing
 * account gets the role, and a password if it has none yet.
 */
export async function personCommand({ email: written, role: wanted, country, name }: PersonArgs): Promise<number> {
  const email = plainAddress(written)
  if (!z.email().safeParse(email).success) return complain(`"${written}" is not an e-mail address.`)
  const role = ROLES.find((one) => one === wanted)
  if (!role) return complain(`"${wanted}" is not a role. Roles are: ${ROLES.join(', ')}.`)
  const given = process.env.TOOLKIT_PASSWORD
  const problem = given ? passwordProblem({ password: given, email, name: name ?? email }) : null
  if (problem) return complain(`TOOLKIT_PASSWORD: ${sayRefusal('en', problem)}`)
  const payload = await getPayload({ config })
  await ensureCountries(payload)
  if (country !== undefined) {
    const { totalDocs } = await payload.count({
      collection: 'countries',
      overrideAccess: true,
      where: { id: { equals: country } },
    })
    if (totalDocs === 0) return complain(`The country "${country}" does not exist. Use its code of two small letters.`)
  }
  const password = given || newPassword()
  const roles = [{ role, country: country ?? ALL_COUNTRIES }]
  const { id: user } = await ensurePerson(payload, { email, name: name ?? email, roles })
  // Whoever runs this knows it.
  const isSet = await setFirstPassword({ payload, user, password, mustChange: true, isMade: !given })
  console.log(`${email} is ${role}${country ? ` in ${country}` : ' everywhere'}.`)
  if (!isSet) console.log('They keep the password that they have.')
  if (isSet && !given) console.log(`Password (shown once): ${password}`)
  if (isSet) console.log('They choose their own when they sign in for the first time.')
  return 0
}

function complain(text: string): number {
  console.error(text)
  return 1
}
