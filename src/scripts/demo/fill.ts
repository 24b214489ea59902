// Fills the database of the environment with the sample. A process of its own, beside the build.
import config from '@payload-config'
import { getPayload } from 'payload'
import { seedDemo } from './seedDemo'

const payload = await getPayload({ config })
await seedDemo({ payload, tell: (line) => console.log(`        ${line}`) })
// The connection pool keeps the process alive.
process.exit(0)
