import type { Endpoint } from 'payload'

export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async () => Response.json({}, { status: 501 }),
}
