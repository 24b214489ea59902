import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import type { Toolkit } from '@/stored/toolkits'
import { frameworkSectionAddress } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { languageName } from '../words/languageName'
import { Status } from '../words/Status'
import type { WorkingRow } from './workingRows'

/** The sections of the common framework with their changes. On narrow screens each row is a block of its own. */
export function FrameworkTable({
  toolkit,
  rows,
  languages,
  last,
  reader,
  say,
}: {
  toolkit: Toolkit
  rows: WorkingRow[]
  languages: readonly Language[]
  last: Release | null
  reader: Language
  say: Translator
}) {
  const heads = {
    section: say('admin.version.section'),
    policy: say('admin.framework.policy'),
    ...(last ? { state: say('admin.version.since-release', { version: last.version }) } : {}),
  }
  const headings = [...Object.values(heads), ...languages.map((language) => languageName(say, language))]
  return (
    <FoldTable caption={say('admin.framework.table')} headings={headings}>
      <FoldBody>
        {rows.map((row) => (
          <FoldRow key={row.key} isGroup={row.depth === 1} head={<Title row={row} toolkit={toolkit} reader={reader} />}>
            <FoldCell heading={heads.policy} hide={row.policy === 'free' ? 'calm' : undefined}>
              <span className={row.policy === 'free' ? 'muted' : undefined}>{say(`words.policy.${row.policy}`)}</span>
            </FoldCell>
            {heads.state ? (
              <FoldCell heading={heads.state} hide={row.state === 'same' ? 'calm' : undefined}>
                {row.state === 'same' ? (
                  <Status icon={<UpdateIcon sign="none" />} muted>
                    {say('admin.since.same')}
                  </Status>
                ) : (
                  <Status icon={<ReviewIcon sign="draft" />}>{say(`admin.since.${row.state}`)}</Status>
                )}
              </FoldCell>
            ) : null}
            {row.languages.map(({ language, written }) => (
              <FoldCell key={language} heading={languageName(say, language)} hide={written ? 'calm' : undefined}>
                {written ? (
                  <Status icon={<LanguageIcon sign="current" />}>{say('admin.language.written')}</Status>
                ) : (
                  <a href={frameworkSectionAddress({ toolkit: toolkit.id, key: row.key, language })}>
                    <Status icon={<LanguageIcon sign="missing" />}>{say('admin.language.missing')}</Status>
                    <span className="vh">{`: ${row.number} ${row.title.text}`}</span>
                  </a>
                )}
              </FoldCell>
            ))}
          </FoldRow>
        ))}
      </FoldBody>
    </FoldTable>
  )
}

function Title({ row, toolkit, reader }: { row: WorkingRow; toolkit: Toolkit; reader: Language }) {
  const { key, number, title } = row
  return (
    <>
      <span className="num">{number}</span>
      <a
        href={frameworkSectionAddress({ toolkit: toolkit.id, key, language: title.language })}
        lang={title.language === reader ? undefined : title.language}
      >
        {title.text}
      </a>
    </>
  )
}
