import config from '@payload-config'
import '@payloadcms/next/css'
import { RootLayout } from '@payloadcms/next/layouts'
import type { ReactNode } from 'react'
import { PAGE_METADATA } from '@/admin/frame/metadata'
import { serverFunction } from '../serverFunction'
import { importMap } from './admin/importMap'
import '../../admin/admin.css'

export const metadata = PAGE_METADATA

/** Payload's own screens. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
