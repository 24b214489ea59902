// Fills the database of the environment with what the attacks are tried on. A process of its own, beside the build.
import config from '@payload-config'
import { getPayload } from 'payload'
import { seedDemo } from '../demo/seedDemo'
import { ensurePerson } from '../people'
import { OUTSIDER } from './ground'

const payload = await getPayload({ config })
await seedDemo({ payload, tell: (line) => console.log(`        ${line}`) })
await ensurePerson(payload, OUTSIDER)
// The connection pool keeps the process alive.
process.exit(0)
