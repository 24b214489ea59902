'use client'

import type { Language } from '@/domain/language'
import type { Policy } from '@/domain/section'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { frameworkSectionAddress } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow } from '../words/FoldTable'
import { Status } from '../words/Status'
import type { WorkingRow, WorkingState } from './workingRows'

export type FrameworkRowsProps = {
  toolkit: string
  rows: WorkingRow[]
  /** The languages of the toolkit with their names, in the order of the columns. */
  languages: { language: Language; name: string }[]
  reader: Language
  /** The headings of the columns; `state` is null before the first release. */
  heads: { policy: string; state: string | null }
  words: {
    policies: Record<Policy, string>
    states: Record<WorkingState, string>
    written: string
    missing: string
  }
}

/**
 * A row for each section. The browser renders it too, from one line of data for each row: what only the server renders is
 * sent once as HTML and again as a tree for React, which was three quarters of the page of a long toolkit.
 */
export function FrameworkRows({ rows, ...given }: FrameworkRowsProps) {
  return (
    <FoldBody>
      {rows.map((row) => (
        <Row key={row.key} row={row} {...given} />
      ))}
    </FoldBody>
  )
}

function Row({
  row,
  toolkit,
  languages,
  reader,
  heads,
  words,
}: Omit<FrameworkRowsProps, 'rows'> & { row: WorkingRow }) {
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
    <FoldRow isGroup={depth === 1} head={head}>
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
    </FoldRow>
  )
}
