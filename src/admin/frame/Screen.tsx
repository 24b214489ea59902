import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { MadeFor } from './MadeFor.client'
import { WindowTitle } from './WindowTitle'

export type ScreenProps = {
  title: string
  /** The title of the window, if it is not the same. */
  windowTitle?: string
  /** One or two sentences below the title. */
  lead?: ReactNode
  /** Buttons and links at the end of the title's row. */
  buttons?: ReactNode
  /** Is the toolkit a sample? Then the screen says so. */
  sample?: boolean
  children: ReactNode
}

/** The content of each of our screens: the note on what must not be entered, the title, the content. */
export function Screen({
  title,
  windowTitle = title,
  lead,
  buttons,
  sample = false,
  person,
  language,
  say,
  children,
}: ScreenProps & { person: string; language: Language; say: Translator }) {
  return (
    <MadeFor as="main" className="tk" id="text" tabIndex={-1} {...{ person, language }}>
      <WindowTitle title={windowTitle} />
      <p className="tk-line">
        {sample ? <strong>{say('admin.sample')} </strong> : null}
        {say('admin.no-real-case')}
      </p>
      <div className="view">
        <div className="title row end">
          <div>
            <h1>{title}</h1>
            {lead ? <div className="lead">{lead}</div> : null}
          </div>
          {buttons ? <div className="row">{buttons}</div> : null}
        </div>
        {children}
      </div>
    </MadeFor>
  )
}
