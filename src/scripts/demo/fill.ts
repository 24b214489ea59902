// Fills the database of the environment with the sample. In a process of its own, in parallel with the build.
import config from '@payload-config'
import { getPayload } from 'payload'
import { seedDemo } from './seedDemo'

const payload = await getPayload({ config })
await seedDemo({ payload, tell: (line) => console.log(`        ${line}`) })
// The connection pool keeps the process alive.
process.exit(0)
