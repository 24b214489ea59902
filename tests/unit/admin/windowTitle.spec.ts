import { expect, it } from 'vitest'
import { windowTitle } from '@/admin/frame/Frame'

const crumbs = [
  { label: 'Ireland', href: '/version' },
  { label: '2 Detention', href: '/version/section' },
]

it('the title of the window names the page first where several pages have the title of one section', () => {
  const title = '2 Detention'
  expect(windowTitle({ title, crumb: 'History', crumbs })).toBe('History · 2 Detention · Ireland')
  expect(windowTitle({ title, crumb: 'Side by side', crumbs })).toBe('Side by side · 2 Detention · Ireland')
})

it('the title of the window is that of the screen everywhere else', () => {
  expect(windowTitle({ title: '2 Detention', crumbs: crumbs.slice(0, 1) })).toBe('2 Detention')
  expect(windowTitle({ title: 'Move or remove: 2 Detention', crumb: 'Move or remove', crumbs })).toBe(
    'Move or remove: 2 Detention',
  )
})
