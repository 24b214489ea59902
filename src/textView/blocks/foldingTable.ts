/**
 * Roles of a table that folds to one block a row on a phone. They are written out because a browser drops the roles of
 * a table whose parts are not shown as table parts.
 */
export const FOLDING = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  name: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const
