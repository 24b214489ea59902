'use client'

import { type KeyboardEventHandler, type ReactNode, useMemo } from 'react'
import type { Language } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import type { Policy } from '@/domain/section'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { Result } from '../Result'
import { frameworkPlaceAddress, frameworkSectionAddress } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { Status } from '../words/Status'
import { useTreeMoves } from './useTreeMoves.client'
import type { WorkingRow, WorkingState } from './workingRows'

export type FrameworkRowsProps = {
  toolkit: string
  rows: WorkingRow[]
  /** The languages of the toolkit with their names, in the order of the columns. */
  languages: { language: Language; name: string }[]
  reader: Language
  caption: string
  /** The headings of the columns; `state` is null before the first release. */
  heads: { section: string; policy: string; state: string | null }
  words: {
    policies: Record<Policy, string>
    states: Record<WorkingState, string>
    written: string
    missing: string
  }
  /** For those who may move sections, in the list of all of them. */
  moving: { words: Record<string, string>; actionWords: ActionWords; open: string } | null
}

/**
 * A row for each section. The browser renders it too, from one line of data for each row: what only the server renders is
 * sent once as HTML and again as a tree for React, which was three quarters of the page of a long toolkit.
 */
export function FrameworkRows({ rows, moving, ...given }: FrameworkRowsProps) {
  if (moving) return <MovingRows rows={rows} moving={moving} {...given} />
  return (
    <Table {...given} moving={moving}>
      {rows.map((row) => (
        <Row key={row.key} row={row} open={null} {...given} />
      ))}
    </Table>
  )
}

function MovingRows({
  rows,
  moving,
  ...given
}: Omit<FrameworkRowsProps, 'moving'> & { moving: NonNullable<FrameworkRowsProps['moving']> }) {
  const { words, actionWords, open } = moving
  const t = useMemo(() => browserTranslator({ words, language: given.reader }), [words, given.reader])
  const moves = useTreeMoves({
    toolkit: given.toolkit,
    language: given.reader,
    sections: rows,
    words: actionWords,
    t,
  })
  const shown = moves.shown
  return (
    <>
      <p className="hint keys" id="tree-keys">
        {t('tree.keys')}
      </p>
      <Table {...given} moving={moving}>
        {inReadingOrder(moves.sections).map(({ entry, number, depth }) => (
          <Row
            key={entry.key}
            row={{ ...entry, number, depth }}
            open={open}
            onKeyDown={(event) => moves.press(entry, event)}
            {...given}
          />
        ))}
      </Table>
      <div className="telling">
        <Result shown={shown} />
      </div>
    </>
  )
}

function Table({
  caption,
  heads,
  languages,
  moving,
  children,
}: Pick<FrameworkRowsProps, 'caption' | 'heads' | 'languages' | 'moving'> & { children: ReactNode }) {
  const named = languages.map(({ name }) => name)
  const headings = [heads.section, heads.policy, ...(heads.state ? [heads.state] : []), ...named]
  return (
    <FoldTable name={{ caption }} headings={moving ? [...headings, ''] : headings}>
      <FoldBody>{children}</FoldBody>
    </FoldTable>
  )
}

function Row({
  row,
  toolkit,
  languages,
  reader,
  heads,
  words,
  open,
  onKeyDown,
}: Omit<FrameworkRowsProps, 'rows' | 'moving' | 'caption'> & {
  row: WorkingRow
  /** The link to where it is moved. */
  open: string | null
  onKeyDown?: KeyboardEventHandler
}) {
  const { depth, key, missing, number, policy, state, title } = row
  const head = (
    <>
      <span className="num">{number}</span>
      <a
        href={frameworkSectionAddress({ toolkit, key, language: title.language })}
        lang={title.language === reader ? undefined : title.language}
      >
        {title.text}
      </a>
    </>
  )
  return (
    <FoldRow isGroup={depth === 1} head={head} onKeyDown={onKeyDown}>
      <FoldCell heading={heads.policy} hide={policy === 'free' ? 'calm' : undefined}>
        <span className={policy === 'free' ? 'muted' : undefined}>{words.policies[policy]}</span>
      </FoldCell>
      {heads.state ? (
        <FoldCell heading={heads.state} hide={state === 'same' ? 'calm' : undefined}>
          {state === 'same' ? (
            <Status icon={<UpdateIcon sign="none" />} muted>
              {words.states.same}
            </Status>
          ) : (
            <Status icon={<ReviewIcon sign="draft" />}>{words.states[state]}</Status>
          )}
        </FoldCell>
      ) : null}
      {languages.map(({ language, name }) => (
        <FoldCell key={language} heading={name} hide={missing.includes(language) ? undefined : 'calm'}>
          {missing.includes(language) ? (
            <a href={frameworkSectionAddress({ toolkit, key, language })}>
              <Status icon={<LanguageIcon sign="missing" />}>{words.missing}</Status>
              <span className="vh">{`: ${number} ${title.text}`}</span>
            </a>
          ) : (
            <Status icon={<LanguageIcon sign="current" />}>{words.written}</Status>
          )}
        </FoldCell>
      ))}
      {open ? (
        <FoldCell heading="">
          <a
            href={frameworkPlaceAddress({ toolkit, key, language: title.language })}
            aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown Alt+Shift+ArrowRight Alt+Shift+ArrowLeft"
          >
            {open}
            <span className="vh">{`: ${number} ${title.text}`}</span>
          </a>
        </FoldCell>
      ) : null}
    </FoldRow>
  )
}
