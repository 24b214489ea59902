'use server'

import config from '@payload-config'
import type { ServerFunctionClient } from 'payload'
import { callEditorFunction, callServerFunction } from '@/admin/serverFunctions/callServerFunction'
import { importMap } from './(payload)/admin/importMap'

/** By this the screens of Payload call functions on the server. */
export const serverFunction: ServerFunctionClient = async (args) =>
  callServerFunction({ given: args, config, importMap })

/** By this the editor on our screens does. */
export const editorFunction: ServerFunctionClient = async (args) =>
  callEditorFunction({ given: args, config, importMap })
