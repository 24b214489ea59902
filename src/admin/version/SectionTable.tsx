import type { Language } from '@/domain/language'
import { BecameIcon } from '@/icons/BecameIcon'
import { LanguageIcon } from '@/icons/LanguageIcon'
import { ReviewIcon } from '@/icons/ReviewIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { UpdateMark } from '../updates/UpdateMark'
import { sectionAddress, sidesAddress, updateAddress } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { languageName } from '../words/languageName'
import { ModeStatus, Pill, Status } from '../words/Status'
import type { LanguageState, SectionRow, Since } from './sectionRows'

type Given = {
  variant: string
  rows: SectionRow[]
  /** All rows, so that a filtered list can show the headings above its rows. */
  all: SectionRow[]
  languages: readonly Language[]
  /** The newest release of the common framework; null if there is none in use. */
  newest: string | null
  /** What “changed” is compared with, as the heading of its column. */
  sinceHeading: string
  /** By section: the release with which it is compared, if it stands on another one than the version follows. */
  standsOn: ReadonlyMap<string, string>
  /** The language of the page. */
  reader: Language
  say: Translator
}

/** The sections of a national version with their statuses. On narrow screens each row is a block of its own. */
export function SectionTable({ variant, rows, all, languages, newest, sinceHeading, standsOn, reader, say }: Given) {
  const shown = new Set(rows.map(({ key }) => key))
  // An empty column is left out.
  const hasUpdates = newest !== null && all.some(({ update }) => update !== 'none' && update !== 'decided')
  const hasProblems = all.some(({ problem }) => problem !== null)
  const hasLanguages =
    languages.length > 1 ||
    all.some((row) => row.languages.some(({ state, behind }) => state === 'missing' || behind > 0))
  const heads = {
    section: say('admin.version.section'),
    here: say('admin.version.here'),
    update: newest === null ? '' : say('admin.version.update-to', { version: newest }),
    since: sinceHeading,
    todo: say('admin.version.to-do'),
  }
  const headings = [
    heads.section,
    heads.here,
    ...(hasUpdates ? [heads.update] : []),
    heads.since,
    ...(hasProblems ? [heads.todo] : []),
    ...(hasLanguages ? languages.map((language) => languageName(say, language)) : []),
  ]
  return (
    <FoldTable name={{ caption: say('admin.version.table') }} headings={headings}>
      {partsOf(all).map((part) => {
        const visible = part.filter(({ key }) => shown.has(key))
        const [head] = part
        if (!head || visible.length === 0) return null
        return (
          <FoldBody key={head.key}>
            {part.length > 1 && !shown.has(head.key) ? (
              <FoldRow isGroup span={headings.length} head={<Title row={head} reader={reader} />} />
            ) : null}
            {visible.map((row) => (
              <FoldRow
                key={row.key}
                isGroup={part.length > 1 && row.depth === 1}
                head={<Title row={row} reader={reader} variant={variant} />}
              >
                <FoldCell heading={heads.here}>
                  {row.place === 'coming' ? (
                    <Status icon={<BecameIcon became="new" />}>{say('admin.since.new')}</Status>
                  ) : (
                    <div className="row">
                      <ModeStatus mode={row.mode} say={say} />
                      {isWorthComparing(row) ? (
                        <a className="sub" href={sidesAddress({ variant, key: row.key, language: row.title.language })}>
                          {say('history.tabs.sides')}
                          <span className="vh">
                            : {row.number} {row.title.text}
                          </span>
                        </a>
                      ) : null}
                    </div>
                  )}
                </FoldCell>
                {hasUpdates ? (
                  <FoldCell heading={heads.update} hide={row.update === 'none' ? 'calm' : undefined}>
                    <Update
                      row={row}
                      head={all.find(({ key }) => key === row.decidedWith) ?? null}
                      variant={variant}
                      newest={newest}
                      reader={reader}
                      say={say}
                    />
                  </FoldCell>
                ) : null}
                <FoldCell heading={heads.since} hide={hiddenSince(row)}>
                  {row.place === 'coming' ? (
                    <span className="muted">–</span>
                  ) : (
                    <SinceStatus since={row.since} standsOn={standsOn.get(row.key)} say={say} />
                  )}
                </FoldCell>
                {hasProblems ? (
                  <FoldCell heading={heads.todo} hide={row.problem ? undefined : 'empty'}>
                    <Problem row={row} say={say} />
                  </FoldCell>
                ) : null}
                {(hasLanguages ? row.languages : []).map(({ language, state, behind }) => (
                  <FoldCell key={language} heading={languageName(say, language)} hide={CALM[state]}>
                    <LanguageStatus
                      state={state}
                      behind={behind}
                      href={sectionAddress({ variant, key: row.key, language })}
                      spoken={`${row.number} ${row.title.text}`}
                      say={say}
                    />
                  </FoldCell>
                ))}
              </FoldRow>
            ))}
          </FoldBody>
        )
      })}
    </FoldTable>
  )
}

/** Does the country have words of its own, or a translation, that can stand beside the common text? */
function isWorthComparing({ languages, mode }: SectionRow): boolean {
  const isTranslated = languages.some(({ state }) => state === 'current' || state === 'behind')
  return mode === 'adapt' || mode === 'supplement' || (mode === 'inherit' && isTranslated)
}

function hiddenSince({ place, since }: SectionRow): 'calm' | 'empty' | undefined {
  if (place === 'coming') return 'empty'
  return since === 'same' ? 'calm' : undefined
}

const CALM: Record<LanguageState, 'calm' | 'empty' | undefined> = {
  written: 'calm',
  current: 'calm',
  behind: undefined,
  missing: undefined,
  'not-used': 'empty',
}

/** Rows grouped by top section, so that a part has its heading and what is below it. */
function partsOf(rows: SectionRow[]): SectionRow[][] {
  const parts: SectionRow[][] = []
  for (const row of rows) {
    const last = parts.at(-1)
    if (row.depth === 1 || !last) parts.push([row])
    else last.push(row)
  }
  return parts
}

/** Number and title; a link to the section, or to its update if the country does not have it yet, if `variant` is given. */
function Title({ row, reader, variant }: { row: SectionRow; reader: Language; variant?: string }) {
  const { key, number, place, title } = row
  const lang = title.language === reader ? undefined : title.language
  return (
    <>
      <span className="num">{number}</span>
      {variant ? (
        <a
          href={
            place === 'coming'
              ? updateAddress({ variant, key })
              : sectionAddress({ variant, key, language: title.language })
          }
          lang={lang}
        >
          {title.text}
        </a>
      ) : (
        <span lang={lang}>{title.text}</span>
      )}
    </>
  )
}

/** What the newest release means for the section; a link to the update if there is one. */
function Update({
  row: { key, number, place, title, update },
  head,
  variant,
  newest,
  reader,
  say,
}: {
  row: SectionRow
  /** The section with which it is decided; null if it is decided alone, or is the first of several. */
  head: SectionRow | null
  variant: string
  newest: string
  reader: Language
  say: Translator
}) {
  const mark = <UpdateMark status={update} say={say} />
  return (
    <div>
      {update === 'none' || update === 'decided' || update === 'yours-kept' ? (
        mark
      ) : (
        <a href={updateAddress({ variant, key })}>
          {mark}
          <span className="vh">
            : {number} {title.text}
          </span>
        </a>
      )}
      {head ? (
        <div className="sub">
          {say('admin.version.decided-with')}{' '}
          <span lang={head.title.language === reader ? undefined : head.title.language}>
            {head.number} {head.title.text}
          </span>
        </div>
      ) : null}
      {place === 'going' ? <div className="sub">{say('admin.matrix.gone', { version: newest })}</div> : null}
    </div>
  )
}

function SinceStatus({ since, standsOn, say }: { since: Since; standsOn: string | undefined; say: Translator }) {
  return (
    <div>
      <Status
        icon={since === 'same' ? <UpdateIcon sign="none" /> : <ReviewIcon sign="draft" />}
        muted={since === 'same'}
      >
        {say(`admin.since.${since}`)}
      </Status>
      {standsOn ? <div className="sub">{say('report.stands-on', { version: standsOn })}</div> : null}
    </div>
  )
}

function Problem({ row, say }: { row: SectionRow; say: Translator }) {
  if (!row.problem) return <span className="muted">–</span>
  if (row.problem.key === 'refusal.to-be-filled-in' || row.problem.key === 'refusal.part-to-fill-in')
    return (
      <Pill tone="decide" icon={<UpdateIcon sign="decide" />}>
        {say('admin.problem.to-be-filled-in')}
      </Pill>
    )
  return (
    <Pill tone="check" icon={<UpdateIcon sign="check" />}>
      {say(row.problem.key === 'refusal.part-fixed' ? 'admin.problem.part-fixed' : 'admin.problem.reason-missing')}
    </Pill>
  )
}

function LanguageStatus({
  state,
  behind,
  href,
  spoken,
  say,
}: {
  state: LanguageState
  behind: number
  href: string
  spoken: string
  say: Translator
}) {
  if (state === 'not-used') return <span className="muted">–</span>
  if (state === 'written' || state === 'current')
    return <Status icon={<LanguageIcon sign="current" />}>{say(`admin.language.${state}`)}</Status>
  return (
    <a href={href}>
      {state === 'behind' ? (
        <Status icon={<LanguageIcon sign="behind" />}>{say('admin.language.behind', { count: behind })}</Status>
      ) : (
        <Status icon={<LanguageIcon sign="missing" />}>{say('admin.language.missing')}</Status>
      )}
      <span className="vh">: {spoken}</span>
    </a>
  )
}
