// Fills the database of the environment with the data for the attacks. In a process of its own, in parallel with the
// build.
import config from '@payload-config'
import { getPayload } from 'payload'
import sharp from 'sharp'
import { mailPasswordLink } from '@/actions/account/mailPasswordLink'
import { addPicture } from '@/actions/addPicture'
import { runAction } from '@/actions/runAction'
import { withTransaction } from '@/database/transaction'
import { people } from '../demo/people'
import { seedDemo } from '../demo/seedDemo'
import { ensurePerson } from '../people'
import { OUTSIDER } from './ground'

const payload = await getPayload({ config })
await seedDemo({ payload, tell: (line) => console.log(`        ${line}`) })
const outsider = await ensurePerson(payload, OUTSIDER)
await withTransaction(payload, ({ session }) => mailPasswordLink({ payload, session, person: outsider }))
await addPictures()
// The connection pool keeps the process alive.
process.exit(0)

/** The sample has pictures of the common framework only: here two countries have one that no release shows. */
async function addPictures(): Promise<void> {
  const owners = [
    { person: people.leadIreland, country: 'ie', background: '#169b62' },
    { person: people.leadCyprus, country: 'cy', background: '#d57800' },
  ]
  for (const { person, country, background } of owners) {
    const bytes = new Uint8Array(
      await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    )
    const user = await ensurePerson(payload, person)
    const outcome = await runAction({ action: addPicture, input: { country, name: 'own.png', bytes }, payload, user })
    if (!outcome.ok) throw new Error(`The picture of ${country} was not taken: ${JSON.stringify(outcome.because)}`)
  }
}
