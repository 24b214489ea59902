'use client'

import { focusField } from './focusField'
import { focusLine } from './focusLine'

/** A button that moves to the field, or to the paragraph of the edited text that has this line. */
export function GoToPlace({
  field,
  line,
  label,
  spoken,
}: {
  field: 'title' | 'summary' | 'body'
  line: string
  label: string
  spoken: string
}) {
  return (
    <button
      type="button"
      className="btn quiet sm"
      onClick={() => {
        if (field !== 'body' || !focusLine({ within: '#ours .ContentEditable__root', line }))
          focusField(`section-${field}`)
      }}
    >
      {label}
      <span className="vh">: {spoken}</span>
    </button>
  )
}
