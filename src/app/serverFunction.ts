'use server'

import config from '@payload-config'
import type { ServerFunctionClient } from 'payload'
import { callServerFunction } from '@/admin/serverFunctions/callServerFunction'
import { importMap } from './(payload)/admin/importMap'

/** By this the screens of Payload, and the editor on ours, call functions on the server. */
export const serverFunction: ServerFunctionClient = async (args) =>
  callServerFunction({ given: args, config, importMap })
