import { OWN_FIELDS } from '@/domain/section'

/** The panes of a section's history, in the order of the screen. */
export const PANE_FIELDS = [...OWN_FIELDS, 'addition-place', 'guidance', 'reasons', 'settings'] as const
export type PaneField = (typeof PANE_FIELDS)[number]

/** The id of the sentence that says what restoring does to the edition: a screen says it once, for all its buttons. */
export const EDITION_NOTE = 'edition-note'
