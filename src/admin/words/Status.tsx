import type { ReactNode } from 'react'
import type { Mode } from '@/domain/section'
import type { EditionState } from '@/domain/workflow'
import { ModeIcon } from '@/icons/ModeIcon'
import { ReviewIcon, type ReviewSign } from '@/icons/ReviewIcon'
import type { Translator } from '@/messages/translate'

/** A status: always a shape and a word. */
export function Status({ icon, children, muted = false }: { icon: ReactNode; children: ReactNode; muted?: boolean }) {
  return (
    <span className={muted ? 'st muted' : 'st'}>
      {icon}
      <span>{children}</span>
    </span>
  )
}

/** A status that needs attention. */
export function Pill({
  icon,
  tone,
  children,
}: {
  icon?: ReactNode
  tone: 'decide' | 'check' | 'ready' | 'late' | 'plainp'
  children: ReactNode
}) {
  return (
    <span className={`pill ${tone}`}>
      {icon}
      {children}
    </span>
  )
}

export function ModeStatus({ mode, say }: { mode: Mode; say: Translator }) {
  return <Status icon={<ModeIcon mode={mode} />}>{say(`words.mode.${mode}`)}</Status>
}

const SIGNS: Record<EditionState | 'withdrawn', ReviewSign> = {
  draft: 'draft',
  submitted: 'submitted',
  'changes-requested': 'changes-requested',
  approved: 'approved',
  published: 'approved',
  withdrawn: 'withdrawn',
}

/** The state of an edition. One whose published text was withdrawn since is not shown as published. */
export function EditionStatus({
  state,
  isWithdrawn,
  say,
}: {
  state: EditionState
  /** Was its publication withdrawn? */
  isWithdrawn: boolean
  say: Translator
}) {
  const shown = state === 'published' && isWithdrawn ? 'withdrawn' : state
  return <Status icon={<ReviewIcon sign={SIGNS[shown]} />}>{say(`admin.state.${shown}`)}</Status>
}
