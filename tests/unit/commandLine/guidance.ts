/** A guidance text in Markdown, and two edits of it. */
export const base = `---
title: Needs
order: 3
---

# Special needs

This guidance is for people who meet an applicant for the first time. The officer decides within three days.

## First contact

- Offer water
- Ask how the person feels
- Call an interpreter

The interview takes place in a quiet room. Nobody else is present.

## Deadlines

| Step | Who | Deadline |
| --- | --- | --- |
| Registration | Officer | 3 days |
| Interview | Case worker | 6 months |

A paragraph about vulnerable persons that has enough words to be recognised wherever it stands.
`

const moved = 'A paragraph about vulnerable persons that has enough words to be recognised wherever it stands.\n'

/** Changes of words, format and level. */
export const ours = base
  .replace('three days', 'five days')
  .replace('order: 3', 'order: 4')
  .replace('quiet room', '**quiet room**')
  .replace('## Deadlines', '### Deadlines')

/** Other words in the same place, a new item, a moved paragraph, and a removed column. */
export const theirs = base
  .replace('three days', 'ten days')
  .replace('title: Needs', 'title: Special needs')
  .replace('- Offer water\n', '- Offer water\n- Offer a chair\n')
  .replace(`\n${moved}`, '')
  .replace('## First contact\n', `## First contact\n\n${moved}`)
  .replace(/ \| Deadline \|| \| 3 days \|| \| 6 months \|/g, ' |')
  .replace('| --- | --- | --- |', '| --- | --- |')
