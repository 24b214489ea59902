import type { ReactNode } from 'react'
import {
  type BlockChange,
  diffSection,
  diffText,
  type FieldChange,
  idsOf,
  partsOf,
  type Segment,
} from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { SectionState } from '@/domain/revisions'
import { sectionText } from '@/domain/sectionText'
import type { Translator } from '@/messages/translate'
import { PlainDifference } from '@/textView/PlainDifference'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { countsOf, PartDifference, partAlone } from './PartDifference'

/** The input that restores a part of the earlier text, and a sentence about what is restored with the whole section. */
export type BringBack = {
  action: string
  input: Record<string, unknown>
  whole: string
  /** Can all of the text in one language be restored alone? */
  byLanguage?: boolean
  /** Can a field be restored alone in the language that is shown, or those of its blocks with one of these ids? */
  comesAlone?: (field: PaneField, ids?: string[]) => boolean
}

type Given = { language: Language; pageLanguage: Language; say: Translator; bringBack: BringBack | null }

export const PANE_FIELDS = ['title', 'summary', 'body', 'addition', 'guidance', 'reasons', 'settings'] as const
export type PaneField = (typeof PANE_FIELDS)[number]

/** Two states of a section in one language: a pane for each field that differs, with the button that restores it. */
export function StateDifference({ before, after, ...given }: Given & { before: SectionState; after: SectionState }) {
  const { language, say } = given
  const { fields } = diffSection({
    before: sectionText({ content: before.content, language }),
    after: sectionText({ content: after.content, language }),
  })
  const texts = fields.flatMap((change) => {
    const field = FIELDS.find((name) => name === change.field)
    return field && change.status !== 'same' ? [{ field, change }] : []
  })
  const sets = fields.filter((field) => field.kind === 'set' && field.status !== 'same')
  const guidance = { was: before.content.guidance[language] ?? '', is: after.content.guidance[language] ?? '' }
  const reasons = { was: reasonOf(before, given), is: reasonOf(after, given) }
  const policies = { was: policyOf(before, say), is: policyOf(after, say) }
  const isSame = texts.length + sets.length === 0 && [guidance, reasons, policies].every(({ was, is }) => was === is)
  if (isSame) return <p className="muted">{say('history.no-difference')}</p>
  return (
    <>
      {texts.map(({ field, change }) => (
        <Pane key={field} field={field} {...given}>
          {change.kind === 'richText' && (field === 'body' || field === 'addition') ? (
            <Parts change={change} field={field} {...given} />
          ) : (
            <PartDifference field={change} anchor={`${field}-`} {...given} />
          )}
        </Pane>
      ))}
      {guidance.was === guidance.is ? null : (
        <Pane field="guidance" {...given}>
          <PlainDifference segments={wordsOf(guidance)} {...given} />
        </Pane>
      )}
      {reasons.was === reasons.is ? null : (
        <Pane field="reasons" {...given}>
          <PlainDifference segments={wordsOf(reasons)} {...given} />
        </Pane>
      )}
      {sets.length > 0 || policies.was !== policies.is ? (
        <Pane field="settings" {...given}>
          {policies.was === policies.is ? null : <PlainDifference segments={wordsOf(policies)} {...given} />}
          {sets.map((change) => (
            <PartDifference key={change.field} field={change} anchor={`${change.field}-`} {...given} />
          ))}
        </Pane>
      ) : null}
    </>
  )
}

function wordsOf({ was, is }: { was: string; is: string }): Segment[] {
  return diffText({ before: was, after: is }).segments
}

const FIELDS = ['title', 'summary', 'body', 'addition'] as const

function Pane({ field, bringBack, language, say, children }: Given & { field: PaneField; children: ReactNode }) {
  const name = say(`history.field.${field}`)
  return (
    <section className="pane" aria-labelledby={`field-${field}`}>
      <header>
        <h3 id={`field-${field}`}>{name}</h3>
        {bringBack?.comesAlone?.(field) ? (
          <ActionButton
            action={bringBack.action}
            input={{ ...bringBack.input, part: { kind: 'fields', fields: [field] }, languages: [language] }}
            label={say('history.back-field')}
            spoken={name}
            words={actionWords(say)}
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
  change,
  field,
  ...given
}: Given & { change: FieldChange & { kind: 'richText' }; field: 'body' | 'addition' }) {
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
  const parts = partsOf(change.blocks)
  const differs = (blocks: BlockChange[]) => countsOf(partAlone({ field: change, blocks })).changes > 0
  // What prevents one part alone prevents each: checking each would compare the texts again for it.
  const comeAlone = bringBack?.comesAlone?.(field, idsOf(parts.find(differs) ?? [])) === true
  parts.forEach((blocks, index) => {
    const alone = partAlone({ field: change, blocks })
    const anchor = `${field}-${index}-`
    const part = <PartDifference key={anchor} field={alone} anchor={anchor} {...given} />
    if (countsOf(alone).changes === 0) {
      same.push(part)
      return
    }
    foldSame(`same before ${index}`)
    shown.push(
      <div className="chg" key={anchor}>
        {part}
        {bringBack && comeAlone ? (
          <ActionButton
            action={bringBack.action}
            input={{
              ...bringBack.input,
              part: { kind: 'blocks', field, ids: idsOf(blocks) },
              languages: [language],
            }}
            label={say(isNew(blocks) ? 'history.take-out' : 'history.back-part')}
            spoken={String(index + 1)}
            words={actionWords(say)}
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

function isNew(blocks: readonly BlockChange[]): boolean {
  return blocks.every(({ status }) => status === 'added')
}

function reasonOf({ explanation, reason, sources }: SectionState, { language, say }: Given): string {
  return [reason ? `${say(`words.reason.${reason}`)}.` : '', explanation[language] ?? '', sources]
    .filter(Boolean)
    .join(' ')
}

/** In a national version the common framework decides this, and the country cannot change it. */
function policyOf({ content, mode }: SectionState, say: Translator): string {
  return mode === null ? say(`words.policy.${content.policy}`) : ''
}
