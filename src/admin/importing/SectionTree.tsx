import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import type { ShownSection } from './importAnswer'
import { type Mark, marksOf } from './sectionMarks'
import type { Answered } from './sendDocument'

type Given = {
  /** The sections that the filter shows, in the order of the document. */
  sections: ShownSection[]
  chosen: number | null
  resolutions: Record<string, Answered>
  pageLanguage: Language
  t: Translator
  onChoose: (index: number) => void
}

/** The sections of the document by parts: only parts with changes are open. */
export function SectionTree({ sections, chosen, resolutions, pageLanguage, t, onChoose }: Given) {
  return (
    <ul className="tree">
      {partsOf(sections).map(({ head, below }) => {
        const lively = [head, ...below].filter((one) => !marksOf(one, resolutions).includes('same'))
        const entry = (section: ShownSection, name: string) => (
          <Entry
            section={section}
            name={name}
            isChosen={section.index === chosen}
            marks={marksOf(section, resolutions)}
            pageLanguage={pageLanguage}
            t={t}
            onChoose={onChoose}
          />
        )
        if (below.length === 0) return <li key={head.index}>{entry(head, head.title)}</li>
        const words = [head, ...below].reduce((sum, one) => sum + one.words, 0)
        const isOpen = lively.length > 0 || [head, ...below].some(({ index }) => index === chosen)
        return (
          <li key={head.index}>
            <details open={isOpen}>
              <summary>
                <span>
                  {head.number} {head.title}{' '}
                  {lively.length > 0 ? (
                    <span className="w">{t('editor.import.part-changes', { count: lively.length })}</span>
                  ) : null}
                </span>
                <Words count={words} pageLanguage={pageLanguage} t={t} />
              </summary>
              <ul>
                <li>{entry(head, t('editor.import.part-itself'))}</li>
                {below.map((one) => (
                  <li key={one.index}>{entry(one, one.title)}</li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function Entry({
  section: { index, number, words, edited },
  name,
  isChosen,
  marks,
  pageLanguage,
  t,
  onChoose,
}: {
  section: ShownSection
  /** Its title; for a part whose title is above, what says so. */
  name: string
  isChosen: boolean
  marks: Mark[]
  pageLanguage: Language
  t: Translator
  onChoose: (index: number) => void
}) {
  const isLively = !marks.includes('same')
  return (
    <button
      type="button"
      className="entry"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onChoose(index)}
    >
      <span className="num">{number}</span>
      <span className="name">{name}</span>
      <Words count={words} pageLanguage={pageLanguage} t={t} />
      {isLively || edited ? (
        <span className="marks">
          {marks
            .filter((mark) => mark !== 'same')
            .map((mark) => (
              <MarkWord key={mark} mark={mark} t={t} />
            ))}
          {edited ? <span className="muted">{t('editor.import.status.edited')}</span> : null}
        </span>
      ) : null}
    </button>
  )
}

/** A mark of one section as a shape and a word; a filter names several sections. */
function MarkWord({ mark, t }: { mark: Exclude<Mark, 'same'>; t: Translator }) {
  return (
    <span className="st">
      <MarkIcon mark={mark} />
      {t(`editor.import.mark.${mark}`)}
    </span>
  )
}

export function MarkIcon({ mark }: { mark: Mark }) {
  switch (mark) {
    case 'decide':
      return <SignIcon sign="warning" />
    case 'changed':
      return <SignIcon sign="pencil" />
    case 'new':
      return <SignIcon sign="plus" />
    case 'moved':
      return <SignIcon sign="moved" />
    case 'same':
      return null
    default:
      return mark satisfies never
  }
}

function Words({ count, pageLanguage, t }: { count: number; pageLanguage: Language; t: Translator }) {
  return (
    <span className="w">
      <span aria-hidden="true">{new Intl.NumberFormat(pageLanguage).format(count)}</span>
      <span className="vh">{t('editor.import.words', { count })}</span>
    </span>
  )
}

/** Each section of the top level with everything below it. */
function partsOf(sections: ShownSection[]): { head: ShownSection; below: ShownSection[] }[] {
  const parts: { head: ShownSection; below: ShownSection[] }[] = []
  for (const section of sections) {
    const last = parts.at(-1)
    if (last && section.number.startsWith(`${last.head.number}.`)) last.below.push(section)
    else parts.push({ head: section, below: [] })
  }
  return parts
}
