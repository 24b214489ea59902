import type { Endpoint } from 'payload'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'

/**
 * `POST /api/users/forgot-password`: no e-mail is sent; the answer says who can help, whether or not there is an
 * account.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => answer({ req, outcome: refuse('refusal.password-forgotten') }),
}
