import config from '@payload-config'
import '@payloadcms/next/css'
import { RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { PAGE_METADATA } from '@/admin/frame/metadata'
import { callServerFunction } from '@/admin/serverFunctions/callServerFunction'
import { importMap } from './admin/importMap'
import '../../admin/admin.css'

export const metadata = PAGE_METADATA

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return callServerFunction({ given: args, config, importMap })
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
