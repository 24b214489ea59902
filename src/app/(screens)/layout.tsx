import config from '@payload-config'
import '@payloadcms/next/css'
import type { ReactNode } from 'react'
import { PAGE_METADATA } from '@/admin/frame/metadata'
import { ScreenDocument } from '@/admin/frame/ScreenDocument'
import '@/admin/styles'

export const metadata = PAGE_METADATA

/** Our screens without an editor. */
export default function ScreensLayout({ children }: { children: ReactNode }) {
  return <ScreenDocument config={config}>{children}</ScreenDocument>
}
