// Creates what its one argument names, as JSON: accounts and roles, as `npm run toolkit -- person …` does.

import { z } from 'zod'
import { personCommand } from '@/scripts/toolkit/personCommand'

const [given = '[]'] = process.argv.slice(2)
const wanted = z
  .array(z.object({ email: z.string(), name: z.string(), role: z.string(), country: z.string().optional() }))
  .parse(JSON.parse(given))
for (const { country, ...one } of wanted) {
  const code = await personCommand({ ...one, country })
  if (code !== 0) process.exit(code)
}
// The connection pool keeps the process alive.
process.exit(0)
