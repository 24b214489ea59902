'use client'

import { useState } from 'react'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { blocksToRule } from '@/domain/ruledParts'
import { AUDIENCES, POLICIES, STAGES } from '@/domain/section'
import { fromLexical } from '@/lexical/fromLexical'
import type { Translator } from '@/messages/translate'
import { sayRule } from '../words/sayRules'
import { Field } from './Field'
import { focusField } from './focusField'
import { MasterTextFields, MasterTextNotes, useMasterText } from './MasterText.client'
import { PartRules } from './PartRules.client'
import { SavingBar } from './SavingBar.client'
import type { OtherDifference } from './StaleComparison.client'
import type { MasterValues } from './sectionValues'
import { masterWrite } from './sectionWrites'
import { type Beside, TextPanes } from './TextPanes.client'
import type { KeptOnServer } from './useCopyKeeper.client'
import type { Saved } from './work'

/** One section of the common framework in one language, with what countries may do with it. */
export function MasterSectionEditor({
  words,
  pageLanguage,
  language,
  userId,
  toolkit,
  sectionKey,
  onServer,
  saved,
  beside,
}: {
  words: Record<string, string>
  pageLanguage: Language
  language: Language
  userId: string
  toolkit: string
  sectionKey: string
  onServer: KeptOnServer
  saved: Saved<MasterValues>
  beside: Beside
}) {
  const place = { userId, section: `${toolkit}/${sectionKey}`, language }
  const text = useMasterText({ words, pageLanguage, place, onServer, saved })
  const { sayTime, t, typed, work } = text
  const { base, change, isChanged, state, theirs, values } = work
  const [isUntitled, setUntitled] = useState(false)

  async function save(from: Saved<MasterValues>): Promise<void> {
    const isWrong = isEmptyField(values.title)
    setUntitled(isWrong)
    if (isWrong) return focusField('section-title')
    await work.send({
      from,
      write: (change) => {
        const write = masterWrite(change)
        return write && { ...write, input: { ...write.input, toolkit, key: sectionKey, language } }
      },
    })
  }

  return (
    <div className="section-editor stack-l" data-form>
      <MasterTextNotes
        text={text}
        others={(theirs) => otherDifferences({ theirs, mine: values, t })}
        onSave={(from) => void save(from)}
      />
      <TextPanes beside={beside} title={t('editor.master.working')} t={t}>
        <MasterTextFields text={text} isUntitled={isUntitled && isEmptyField(values.title)} />
      </TextPanes>
      <section className="panel" aria-labelledby="countries-title">
        <h2 id="countries-title">{t('editor.master.countries')}</h2>
        <div className="cols c2">
          <fieldset>
            <legend>{t('editor.master.policy')}</legend>
            {POLICIES.map((policy) => (
              <label className="tick-label" key={policy}>
                <input
                  type="radio"
                  name="policy"
                  checked={values.policy === policy}
                  onChange={() => change({ policy })}
                />
                {t(`words.policy.${policy}`)}
              </label>
            ))}
          </fieldset>
          <Field
            id="section-guidance"
            label={t('editor.master.guidance')}
            hint={t('editor.master.guidance-hint')}
            errorMark={t('editor.error')}
          >
            <textarea
              id="section-guidance"
              name="guidance"
              rows={4}
              lang={language}
              maxLength={4000}
              value={values.guidance}
              onChange={(event) => change({ guidance: event.target.value })}
            />
          </Field>
        </div>
        {work.isReady ? (
          <PartRules
            rules={values.rules}
            body={values.body}
            saved={base.values.body}
            policy={values.policy}
            language={language}
            t={t}
            onChange={(rules) => change({ rules })}
          />
        ) : null}
      </section>
      <section className="panel" aria-labelledby="readers-title">
        <h2 id="readers-title">{t('editor.master.readers')}</h2>
        <div className="cols c2">
          <Ticks
            legend={t('editor.master.audiences')}
            choices={AUDIENCES.map((value) => ({ value, label: t(`words.audience.${value}`) }))}
            chosen={values.audiences}
            onChoose={(audiences) => change({ audiences: AUDIENCES.filter((one) => audiences.includes(one)) })}
          />
          <Ticks
            legend={t('editor.master.stages')}
            choices={STAGES.map((value) => ({ value, label: t(`words.stage.${value}`) }))}
            chosen={values.stages}
            onChoose={(stages) => change({ stages: STAGES.filter((one) => stages.includes(one)) })}
          />
        </div>
      </section>
      <SavingBar
        label={t('editor.save.again')}
        state={state}
        isChanged={isChanged}
        isCompared={theirs !== null}
        isReady={work.isReady}
        typed={typed}
        saved={sayTime('editor.bar.saved', base.at)}
        note={t('editor.master.release-note')}
        t={t}
        onSave={() => void save(base)}
        onDiscard={work.takeSaved}
      />
    </div>
  )
}

function Ticks({
  legend,
  choices,
  chosen,
  onChoose,
}: {
  legend: string
  choices: { value: string; label: string }[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="ticks">
        {choices.map(({ value, label }) => (
          <label className="tick-label" key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() =>
                onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function otherDifferences({
  theirs,
  mine,
  t,
}: {
  theirs: MasterValues
  mine: MasterValues
  t: Translator
}): OtherDifference[] {
  const audiencesOf = ({ audiences }: MasterValues) => audiences.map((one) => t(`words.audience.${one}`)).join(', ')
  const stagesOf = ({ stages }: MasterValues) => stages.map((one) => t(`words.stage.${one}`)).join(', ')
  const rulesOf = ({ body, rules }: MasterValues) => {
    const blocks = blocksToRule(fromLexical(body))
    const said = rules.map(({ block: id, ...rule }) =>
      sayRule({ ...rule, block: blocks.find((block) => block.id === id) ?? null }, t),
    )
    return said.join('. ')
  }
  return [
    {
      label: t('editor.master.policy'),
      theirs: t(`words.policy.${theirs.policy}`),
      mine: t(`words.policy.${mine.policy}`),
    },
    { label: t('editor.rules.title'), theirs: rulesOf(theirs), mine: rulesOf(mine) },
    { label: t('editor.master.guidance'), theirs: theirs.guidance, mine: mine.guidance },
    { label: t('editor.master.audiences'), theirs: audiencesOf(theirs), mine: audiencesOf(mine) },
    { label: t('editor.master.stages'), theirs: stagesOf(theirs), mine: stagesOf(mine) },
  ]
}
