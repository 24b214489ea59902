import config from '@payload-config'
import '@payloadcms/next/css'
import type { ReactNode } from 'react'
import { EditorServer } from '@/admin/editor/EditorServer.client'
import { PAGE_METADATA } from '@/admin/frame/metadata'
import { ScreenDocument } from '@/admin/frame/ScreenDocument'
import { editorFunction } from '../serverFunction'
import '@/admin/styles'

export const metadata = PAGE_METADATA

/**
 * Our screens with an editor. They are apart from those without one, because Next names in each page the scripts of all
 * that the functions which the page calls can answer.
 */
export default function WritingLayout({ children }: { children: ReactNode }) {
  return (
    <ScreenDocument config={config}>
      <EditorServer call={editorFunction}>{children}</EditorServer>
    </ScreenDocument>
  )
}
