'use client'

import { useDeferredValue, useMemo } from 'react'
import type { Language } from '@/domain/language'
import { inOneOrder, type SeenRule } from '@/domain/partRules'
import type { Block } from '@/domain/richText/richText'
import { blocksToRule } from '@/domain/ruledParts'
import {
  MOST_CHARACTERS,
  PART_DEMANDS,
  type PartDemand,
  type Policy,
  TEXT_FIELDS,
  type TextField,
} from '@/domain/section'
import { repairBlockIds } from '@/lexical/blockIds'
import { fromLexical } from '@/lexical/fromLexical'
import type { Translator } from '@/messages/translate'
import { sayPart } from '../words/sayRules'
import { Field } from './Field'
import type { EditorText } from './sectionValues'

type Part = { field: TextField; block: string | null }

/** What countries may change in a section: a choice for each field and for each block of the text, in their order. */
export function PartRules({
  rules,
  body,
  saved,
  policy,
  language,
  t,
  onChange,
}: {
  rules: readonly SeenRule[]
  /** The text as it is typed, and as it is stored: a rule names a block by the id that it has there. */
  body: EditorText
  saved: EditorText
  policy: Policy
  language: Language
  t: Translator
  onChange: (rules: SeenRule[]) => void
}) {
  const shown = useDeferredValue(body)
  const stored = useMemo(() => blocksToRule(fromLexical(saved)), [saved])
  const blocks = useMemo(() => blocksAsSaved({ body: shown, saved }), [shown, saved])
  const rest = (part: Part) => rules.filter((one) => !isOf(one, part))
  const set = (part: Part, demand: PartDemand | 'free', guidance: string) => {
    const others =
      part.field === 'body' && part.block === null && demand !== 'free' ? withoutBlocks(rest(part)) : rest(part)
    onChange(inOneOrder(demand === 'free' ? others : [...others, { ...part, demand, guidance }]))
  }
  const ruleOf = (part: Part) => rules.find((one) => isOf(one, part))
  const choice = { policy, language, t, onSet: set }
  const isWhole = ruleOf({ field: 'body', block: null }) !== undefined
  const gone = stored.filter(
    ({ id }) => ruleOf({ field: 'body', block: id }) && !blocks.some((block) => block.id === id),
  )
  return (
    <section className="stack part-rules-form" aria-labelledby="rules-title">
      <h3 id="rules-title">{t('editor.rules.title')}</h3>
      <p className="muted measure">{t('editor.rules.lead')}</p>
      {policy === 'supplement-only' ? <p className="muted">{t('editor.rules.supplement')}</p> : null}
      {/* It exists before it has words, so that a screen reader says them when a block is taken out. */}
      <div role="status">
        {gone.map((block) => (
          <p className="note" key={block.id}>
            {t('editor.rules.gone', { part: sayPart({ field: 'body', block }, t) })}
          </p>
        ))}
      </div>
      <ul className="part-rules">
        {TEXT_FIELDS.map((field) => {
          const part = { field, block: null }
          return (
            <li key={field}>
              <Choice {...choice} part={part} name={sayPart(part, t)} rule={ruleOf(part)} />
            </li>
          )
        })}
      </ul>
      <h4 id="rules-blocks">{t('editor.rules.blocks')}</h4>
      {isWhole ? <p className="muted">{t('editor.rules.whole')}</p> : null}
      {blocks.length === 0 ? <p className="muted">{t('editor.rules.none')}</p> : null}
      <ol className="part-rules" aria-labelledby="rules-blocks">
        {blocks.map((block, at) => {
          const part = { field: 'body' as const, block: block.id }
          const name = `${at + 1}. ${sayPart({ field: 'body', block }, t)}`
          const isNew = !stored.some(({ id }) => id === block.id)
          return (
            <li key={block.id}>
              {isWhole || isNew ? (
                <div className="part-rule">
                  <span lang={language}>{name}</span>
                  <span className="muted">{isNew ? t('editor.rules.new') : '–'}</span>
                </div>
              ) : (
                <Choice {...choice} part={part} name={name} nameLanguage={language} rule={ruleOf(part)} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The blocks of a text as a save would store them: one that lost its id in the editor has it again. */
function blocksAsSaved({ body, saved }: { body: EditorText; saved: EditorText }): Block[] {
  let made = 0
  const newId = () => `new-${++made}`
  return blocksToRule(fromLexical(repairBlockIds({ value: body, previous: saved, newId }).value))
}

function isOf(rule: Part, { field, block }: Part): boolean {
  return rule.field === field && rule.block === block
}

function withoutBlocks(rules: readonly SeenRule[]): SeenRule[] {
  return rules.filter(({ block }) => block === null)
}

function Choice({
  part,
  name,
  nameLanguage,
  rule,
  policy,
  language,
  t,
  onSet,
}: {
  part: Part
  name: string
  /** The language of the name, if it is words of the text. */
  nameLanguage?: Language
  rule: SeenRule | undefined
  policy: Policy
  language: Language
  t: Translator
  onSet: (part: Part, demand: PartDemand | 'free', guidance: string) => void
}) {
  const id = `rule-${part.block ?? part.field}`
  const guidance = rule?.guidance ?? ''
  return (
    <>
      <div className="part-rule">
        <label htmlFor={id} lang={nameLanguage}>
          {name}
          <span className="vh">: {t('editor.rules.title')}</span>
        </label>
        <select
          id={id}
          name={id}
          value={rule?.demand ?? 'free'}
          onChange={({ target: { value } }) =>
            onSet(part, PART_DEMANDS.find((one) => one === value) ?? 'free', guidance)
          }
        >
          {(['free', ...PART_DEMANDS] as const).map((demand) => (
            <option
              key={demand}
              value={demand}
              disabled={demand === 'fill-in' && policy === 'supplement-only' && rule?.demand !== 'fill-in'}
            >
              {t(`words.part-demand.${demand}`)}
            </option>
          ))}
        </select>
      </div>
      {rule?.demand === 'fill-in' ? (
        <Field
          id={`${id}-guidance`}
          label={t('editor.rules.guidance')}
          hint={t('editor.rules.guidance-hint')}
          errorMark={t('editor.error')}
        >
          <input
            id={`${id}-guidance`}
            name={`${id}-guidance`}
            type="text"
            lang={language}
            maxLength={MOST_CHARACTERS.partGuidance}
            value={guidance}
            onChange={({ target: { value } }) => onSet(part, 'fill-in', value)}
          />
        </Field>
      ) : null}
    </>
  )
}
