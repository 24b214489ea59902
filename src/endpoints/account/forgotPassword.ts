import type { Endpoint } from 'payload'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'

/** `POST /api/users/forgot-password`: no mail is sent; whoever asks hears who can help, whether there is an account or not. */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => answer({ req, outcome: refuse('refusal.password-forgotten') }),
}
