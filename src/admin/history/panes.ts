/** The panes of a section's history, in the order of the screen. */
export const PANE_FIELDS = ['title', 'summary', 'body', 'addition', 'guidance', 'reasons', 'settings'] as const
export type PaneField = (typeof PANE_FIELDS)[number]
