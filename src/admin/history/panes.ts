import { OWN_FIELDS } from '@/domain/section'

/** The panes of a section's history, in the order of the screen. */
export const PANE_FIELDS = [...OWN_FIELDS, 'guidance', 'reasons', 'settings'] as const
export type PaneField = (typeof PANE_FIELDS)[number]
