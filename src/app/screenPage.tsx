import config from '@payload-config'
import type { ReactNode } from 'react'
import { type PageArgs, viewFromHere } from '@/admin/frame/viewFromHere'
import type { ViewProps } from '@/admin/frame/visitor'

/**
 * The page of one of our views; its folder gives its address, and the names in brackets the parts that the view is given.
 *
 *     export default screenPage(VersionView)
 */
export function screenPage<Part extends string = never>(View: (view: ViewProps<Part>) => Promise<ReactNode>) {
  return async function ScreenPage(args: PageArgs<Part>) {
    return View(await viewFromHere({ config, ...args }))
  }
}
