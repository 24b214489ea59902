import type { Mode } from '@/domain/section'

/** The heading above a country's reason: why its text differs, why it leaves the section out, or why it has it. */
export const WHY_TITLES = {
  inherit: 'editor.why.title',
  adapt: 'editor.why.title',
  supplement: 'editor.why.title',
  omit: 'editor.why.omit',
  local: 'editor.why.local',
} as const satisfies Record<Mode, string>
