import type { Endpoint } from 'payload'
import { forPersonOfPage } from '../forPersonOfPage'
import { forgotPasswordEndpoint } from './forgotPassword'
import { loginEndpoint } from './login'
import { logoutEndpoint } from './logout'
import { meEndpoint } from './me'
import { refreshEndpoint } from './refresh'

/** The sign-in under `/api/users`, instead of Payload's: its screens use these addresses. */
export const accountEndpoints: Endpoint[] = [
  loginEndpoint,
  logoutEndpoint,
  refreshEndpoint,
  meEndpoint,
  forgotPasswordEndpoint,
].map(forPersonOfPage)
