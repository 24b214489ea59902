/**
 * Roles of a table that becomes one block for each row on a phone. They are explicit because a browser drops the roles
 * of a table whose parts are not displayed as table parts.
 */
export const FOLDING = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  name: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const
