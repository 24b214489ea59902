import type { SideRow } from '@/domain/sideBySide'
import type { Translator } from '@/messages/translate'
import { Status } from '../words/Status'
import { nameOfRow } from './nameOfRow'
import { SideIcon } from './SideIcon'

/** What became of a paragraph of the common text, and the figures that only one side has. */
export function RowState({ row, say }: { row: SideRow; say: Translator }) {
  const { figures, state } = row
  return (
    <div className="stack-s">
      <Status icon={<SideIcon state={state} />} muted={state === 'kept'}>
        {say(nameOfRow(row))}
      </Status>
      {figures ? (
        <p className="sub">
          <strong>{say('history.sides.figures')}</strong>{' '}
          {figures.common.length > 0
            ? `${say('history.sides.figures-common', { figures: figures.common.join(' · ') })} `
            : ''}
          {figures.national.length > 0
            ? say('history.sides.figures-national', { figures: figures.national.join(' · ') })
            : ''}
        </p>
      ) : null}
    </div>
  )
}
