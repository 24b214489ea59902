import type { Endpoint } from 'payload'
import { actEndpoint } from './act'
import { healthEndpoint } from './health'
import { importEndpoint } from './importDocument'

/** Our routes beside Payload's. Each asks who is calling before anything else. */
export const endpoints: Endpoint[] = [healthEndpoint, actEndpoint, importEndpoint]
