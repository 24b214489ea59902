import config from '@payload-config'
import { getPayload } from 'payload'
import { newPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'
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

/** Makes an account with a role: the first one of a new installation cannot be made by anybody who is signed in. */
export async function personCommand({ email, role: wanted, country, name }: PersonArgs): Promise<number> {
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
  const { totalDocs: known } = await payload.count({
    collection: 'users',
    overrideAccess: true,
    where: { email: { equals: email } },
  })
  await ensurePerson(payload, {
    email,
    name: name ?? email,
    password,
    // Whoever runs this knows it.
    mustChange: true,
    roles: [{ role, country: country ?? ALL_COUNTRIES }],
  })
  console.log(`${email} is ${role}${country ? ` in ${country}` : ' everywhere'}.`)
  if (known === 0 && !given) console.log(`Password (shown once): ${password}`)
  if (known === 0) console.log('They choose their own when they sign in for the first time.')
  return 0
}

function complain(text: string): number {
  console.error(text)
  return 1
}
