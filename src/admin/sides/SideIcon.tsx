import type { RowState } from '@/domain/sideBySide'
import { BecameIcon } from '@/icons/BecameIcon'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ModeIcon } from '@/icons/ModeIcon'

/** What became of a paragraph of the common text, as a shape. */
export function SideIcon({ state }: { state: RowState }) {
  switch (state) {
    case 'kept':
      return <ModeIcon mode="inherit" />
    case 'changed':
      return <ModeIcon mode="adapt" />
    case 'added':
      return <ModeIcon mode="supplement" />
    case 'dropped':
      return <ModeIcon mode="omit" />
    case 'moved':
      return <BecameIcon became="moved" />
    case 'translated':
      return <LanguageIcon sign="current" />
    case 'missing':
      return <LanguageIcon sign="missing" />
    default:
      return state satisfies never
  }
}
