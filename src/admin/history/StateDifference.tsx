import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { OWN_FIELDS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { PlainDifference } from '@/textView/PlainDifference'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { ComparedPane, ComparedPart } from './comparedPanes'
import { PartDifference } from './PartDifference'

/** The input that restores a part of the earlier text, and a sentence about what is restored with the whole section. */
export type BringBack = {
  action: string
  input: Record<string, unknown>
  whole: string
  /** Can all of the text in one language be restored alone? */
  byLanguage?: boolean
  /** What restoring does to the edition, if anything, if the screen has not said it yet. */
  editionNote?: string | null
  /** The id of that sentence. */
  describedBy?: string | undefined
}

type Given = { language: Language; pageLanguage: Language; say: Translator; bringBack: BringBack | null }

/** Two states of a section in one language: a pane for each field that differs, with the button that restores it. */
export function StateDifference({
  panes,
  isSameInWords = false,
  ...given
}: Given & {
  panes: ComparedPane[]
  /** Do the texts differ although their words do not? */
  isSameInWords?: boolean
}) {
  const { say } = given
  if (panes.length === 0)
    return <p className="muted">{say(isSameInWords ? 'history.only-spaces' : 'history.no-difference')}</p>
  return panes.map((pane) => (
    <Pane key={pane.field} pane={pane} {...given}>
      <PaneText pane={pane} {...given} />
    </Pane>
  ))
}

/** The same for a section that is no longer used: the reason and settings first, and its text in a fold. */
export function LeftOutDifference({
  panes,
  words,
  ...given
}: Given & {
  panes: ComparedPane[]
  /** How many words its text had. */
  words: number
}) {
  const isText = ({ field }: ComparedPane) => OWN_FIELDS.some((name) => name === field)
  const [about, texts] = [panes.filter((pane) => !isText(pane)), panes.filter(isText)]
  return (
    <>
      {about.length > 0 ? <StateDifference panes={about} {...given} /> : null}
      {texts.length > 0 ? (
        <details className="disclose">
          <summary>{given.say('admin.review.text-left-out', { words })}</summary>
          <div className="stack">
            <StateDifference panes={texts} {...given} />
          </div>
        </details>
      ) : null}
    </>
  )
}

function PaneText({ pane, ...given }: Given & { pane: ComparedPane }) {
  switch (pane.kind) {
    case 'field':
      return <PartDifference field={pane.change} anchor={`${pane.field}-`} {...given} />
    case 'parts':
      return <Parts pane={pane} {...given} />
    case 'words':
      return <PlainDifference segments={pane.segments} {...given} />
    case 'settings':
      return (
        <>
          {pane.policy ? <PlainDifference segments={pane.policy} {...given} /> : null}
          {pane.sets.map((change) => (
            <PartDifference key={change.field} field={change} anchor={`${change.field}-`} {...given} />
          ))}
        </>
      )
    default: {
      const unknown: never = pane
      throw new Error(`StateDifference: unknown pane ${JSON.stringify(unknown)}`)
    }
  }
}

function Pane({
  pane: { comesAlone, field },
  bringBack,
  language,
  say,
  children,
}: Given & { pane: ComparedPane; children: ReactNode }) {
  const name = say(`history.field.${field}`)
  return (
    <section className="pane" aria-labelledby={`field-${field}`}>
      <header>
        <h3 id={`field-${field}`}>{name}</h3>
        {bringBack && comesAlone ? (
          <ActionButton
            action={bringBack.action}
            input={{ ...bringBack.input, part: { kind: 'fields', fields: [field] }, languages: [language] }}
            label={say('history.back-field')}
            spoken={name}
            words={actionWords(say)}
            describedBy={bringBack.describedBy}
            look="quiet"
            small
          />
        ) : null}
      </header>
      <div className="text">{children}</div>
    </section>
  )
}

/** The parts that differ, each with the button that restores it; unchanged parts are collapsed. */
function Parts({
  pane: { field, parts, partsComeAlone },
  ...given
}: Given & { pane: ComparedPane & { kind: 'parts' } }) {
  const { bringBack, language, say } = given
  const shown: ReactNode[] = []
  let same: ReactNode[] = []
  const foldSame = (key: string): void => {
    if (same.length > 0)
      shown.push(
        <details className="same" key={key}>
          <summary>{say('history.restore.same', { count: same.length })}</summary>
          {same}
        </details>,
      )
    same = []
  }
  parts.forEach(({ change, ids, isNew, isSame }: ComparedPart, index) => {
    const anchor = `${field}-${index}-`
    const part = <PartDifference key={anchor} field={change} anchor={anchor} {...given} />
    if (isSame) {
      same.push(part)
      return
    }
    foldSame(`same before ${index}`)
    shown.push(
      <div className="chg" key={anchor}>
        {part}
        {bringBack && partsComeAlone ? (
          <ActionButton
            action={bringBack.action}
            input={{ ...bringBack.input, part: { kind: 'blocks', field, ids }, languages: [language] }}
            label={say(isNew ? 'history.take-out' : 'history.back-part')}
            spoken={String(index + 1)}
            words={actionWords(say)}
            describedBy={bringBack.describedBy}
            look="second"
            small
          />
        ) : null}
      </div>,
    )
  })
  foldSame('same at the end')
  return shown
}
