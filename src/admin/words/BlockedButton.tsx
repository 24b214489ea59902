import { useId } from 'react'
import { type Because, Why } from '../Why'

/** A button or link that is disabled: it keeps its place and its focus, with the reasons beside it. */
export function BlockedButton({ label, because }: { label: string; because: Because[] }) {
  const id = useId()
  return (
    <div className="act">
      <button type="button" className="btn" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      <Why id={id} because={because} />
    </div>
  )
}
