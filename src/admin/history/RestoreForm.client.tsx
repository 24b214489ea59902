'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { type OwnField, RICH_FIELDS, type RichField } from '@/domain/section'
import { languageNames } from '@/messages/languageNames'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { Result } from '../Result'
import { useAction } from '../useAction.client'
import { languageName } from '../words/languageName'
import { effectOf, inputOfChoice, type RestoreChoice } from './restoreChoice'
import type { FieldShown, PartShown, RestorePane } from './restorePanes'

type What = { what: 'whole' } | { what: 'field'; field: OwnField } | { what: 'parts'; field: RichField }

export type RestoreFormProps = {
  words: Record<string, string>
  actionWords: ActionWords
  pageLanguage: Language
  /** The language of the page, in which single parts can be chosen. */
  language: Language
  panes: RestorePane[]
  /** All languages are offered at once, because the choice “common text” applies to all of them. */
  all: boolean
  /** An unused section is restored as a whole in all languages. */
  isOmitted: boolean
  hasReason: boolean
  /** The number of the common framework that the section would follow. */
  version: string
  /** “Ireland 1.0, which readers see now”; null before the first release. */
  published: string | null
  /** The languages in which the country’s translation of the common text stays. */
  translated: readonly Language[]
  input: { variant: string; key: string; seen: number }
  /** The address of the section. */
  section: string
  /** What restoring does to the edition, if anything. */
  editionNote: string | null
}

/** Asks which of the country's text to remove, and shows exactly that before it is removed. */
export function RestoreForm(props: RestoreFormProps) {
  const { language, pageLanguage, panes, section, isOmitted } = props
  const t = useMemo(
    () => browserTranslator({ words: props.words, language: pageLanguage }),
    [props.words, pageLanguage],
  )
  const offered = panes.map((pane) => pane.language)
  const isAll = props.all || isOmitted || !offered.includes(language)
  const [what, setWhat] = useState<What>({ what: 'whole' })
  const [languages, setLanguages] = useState<Language[]>(isAll ? offered : [language])
  const [ticked, setTicked] = useState<number[]>([])
  // The link or the choice that led here is gone: the focus moves to the question.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { run, running, shown } = useAction({ next: section, words: props.actionWords })

  const choice: RestoreChoice =
    what.what === 'parts'
      ? { ...what, language, ticked }
      : { ...what, languages: what.what === 'whole' && isOmitted ? offered : languages }
  const effect = effectOf({ panes, choice })
  const input = inputOfChoice({ panes, choice })
  const isEvery = offered.every((one) => languages.includes(one))
  const isWhole = what.what === 'whole' && isEvery
  const explains = (one: Language) => effect.explanations.includes(one)
  const shownPanes = panes.filter(
    (pane) =>
      explains(pane.language) ||
      (choice.what === 'parts' ? pane.language === language : choice.languages.includes(pane.language)),
  )
  const named = (some: readonly Language[]) => languageNames({ languages: some, pageLanguage, t })
  const { emptied, restored } = effect
  /** No common text replaces what is removed: this restores nothing. */
  const onlyRemoves = restored === null

  async function restore(): Promise<void> {
    if (!input) return
    const all = isOmitted || isWhole ? {} : { languages: input.languages }
    await run({ action: 'restore-section', input: { ...props.input, language, part: input.part, ...all } })
  }

  return (
    <form
      className="stack"
      // A browser that goes back would mark its own choice, and the page would do another.
      autoComplete="off"
      // Before the script runs, a button does nothing: the browser would go to an address without the language.
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        void restore()
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {onlyRemoves
          ? t('history.restore.title-remove', { languages: named(emptied.languages) })
          : t('history.restore.title')}
      </h2>
      <div className="cols list">
        <div className="stack">
          <fieldset>
            <legend>{t('history.restore.what')}</legend>
            <div className="pairs">
              {choicesOf({ panes, language, isOmitted }).map((one) => (
                <label className="opt" key={nameOf(one)}>
                  <input
                    type="radio"
                    name="what"
                    checked={nameOf(one) === nameOf(what)}
                    onChange={() => setWhat(one)}
                  />
                  <strong>
                    {one.what === 'whole'
                      ? t('history.restore.whole')
                      : t(one.what === 'field' ? 'history.restore.field' : 'history.restore.parts', {
                          field: t(`history.field.${one.field}`),
                        })}
                  </strong>
                  <span>{t(doesOf({ what: one.what, isAll: isOmitted || isEvery, onlyRemoves }))}</span>
                </label>
              ))}
            </div>
          </fieldset>
          {what.what !== 'parts' && !isOmitted && offered.length > 0 ? (
            <fieldset>
              <legend>{t('history.restore.languages')}</legend>
              {offered.map((one) => (
                <label className="tick-label" key={one}>
                  <input
                    type="checkbox"
                    checked={languages.includes(one)}
                    onChange={() =>
                      setLanguages(offered.filter((other) => (other === one) !== languages.includes(other)))
                    }
                  />
                  {languageName(t, one)}
                </label>
              ))}
            </fieldset>
          ) : null}
          <section aria-labelledby="stays">
            <h3 id="stays">{t('history.restore.stays')}</h3>
            <ul>
              <li>{t('history.restore.stays-history')}</li>
              {props.published ? <li>{props.published}</li> : null}
              {props.translated.length > 0 ? (
                <li>{t('history.restore.stays-translation', { languages: named(props.translated) })}</li>
              ) : null}
            </ul>
          </section>
        </div>
        <div className="stack">
          <div className="warn" role="status">
            {restored ? (
              <p>
                <strong>{t('history.restore.goes', { gone: restored.gone, back: restored.back })}</strong>{' '}
                {isOmitted ? t('history.restore.omit-goes') : null}
              </p>
            ) : null}
            {emptied.languages.length > 0 ? (
              <p>
                <strong>
                  {t('history.restore.empties', { gone: emptied.gone, languages: named(emptied.languages) })}
                </strong>{' '}
                {t('history.restore.empties-shown', { languages: named(emptied.languages) })}
              </p>
            ) : null}
            {effect.unreplaced.length > 0 ? (
              <p>{t('history.restore.unreplaced', { languages: named(effect.unreplaced) })}</p>
            ) : null}
            {effect.isAll && props.hasReason ? (
              <p>{t('history.restore.reason-goes')}</p>
            ) : effect.explanations.length > 0 ? (
              <p>{t('history.restore.explanation-goes', { languages: named(effect.explanations) })}</p>
            ) : null}
          </div>
          {shownPanes.map((pane) => (
            <section className="pane" key={pane.language} aria-labelledby={`pane-${pane.language}`}>
              <header>
                <h3 id={`pane-${pane.language}`}>
                  {t(`history.restore.${afterwardsOf({ pane, translated: props.translated })}`, {
                    version: props.version,
                    language: t(`words.language.${pane.language}`),
                  })}
                </h3>
                <DifferenceLegend
                  t={t}
                  added={t('history.restore.legend-back')}
                  removed={t('history.restore.legend-goes')}
                />
              </header>
              <div className="text">
                {pane.fields
                  .filter(({ field }) => what.what === 'whole' || field === what.field)
                  .map((field) => (
                    <FieldGoing
                      key={field.field}
                      field={field}
                      sameLabel={(count) => t('history.restore.same', { count })}
                      {...(what.what === 'parts'
                        ? {
                            ticked,
                            onTick: (index: number) =>
                              setTicked(
                                ticked.includes(index) ? ticked.filter((one) => one !== index) : [...ticked, index],
                              ),
                            tickLabel: t('history.restore.part'),
                          }
                        : {})}
                    />
                  ))}
                {explains(pane.language) && pane.explanation ? (
                  <div className="chg">
                    <p className="muted xs">{t('history.restore.your-reason')}</p>
                    {pane.explanation.shown}
                  </div>
                ) : null}
              </div>
            </section>
          ))}
        </div>
      </div>
      <div className="actions">
        <div className="actions-words">
          <p className="muted">{input ? t('history.restore.undo-later') : t('history.restore.nothing-chosen')}</p>
          {props.editionNote ? <p>{props.editionNote}</p> : null}
          <Result shown={shown} />
        </div>
        <div className="row">
          <a className="btn second" href={section}>
            {t('history.restore.keep')}
          </a>
          <button type="submit" className="btn" aria-disabled={running || !input ? true : undefined}>
            {onlyRemoves
              ? t('history.restore.remove', { gone: effect.gone, languages: named(emptied.languages) })
              : t('history.restore.do', { gone: effect.gone })}
          </button>
        </div>
      </div>
    </form>
  )
}

/** The description of the choice below its name. */
function doesOf({ what, isAll, onlyRemoves }: { what: What['what']; isAll: boolean; onlyRemoves: boolean }) {
  if (what !== 'whole') return `history.restore.${what}-does` as const
  if (onlyRemoves) return 'history.restore.whole-removes'
  return isAll ? 'history.restore.whole-does' : 'history.restore.whole-does-some'
}

/** The parts of a field that change, each with a checkbox if requested; unchanged parts are collapsed. */
function FieldGoing({
  field,
  sameLabel,
  ticked,
  onTick,
  tickLabel,
}: {
  field: FieldShown
  sameLabel: (count: number) => string
  ticked?: number[]
  onTick?: (index: number) => void
  tickLabel?: string
}) {
  if (!field.parts) return <div className="chg">{field.shown}</div>
  return runsOf(field.parts).map((run) =>
    run[0]?.part.isSame ? (
      <details className="same" key={run[0].index}>
        <summary>{sameLabel(run.length)}</summary>
        {run.map(({ part, index }) => (
          <div key={index}>{part.shown}</div>
        ))}
      </details>
    ) : (
      run.map(({ part, index }) => (
        <div className="chg" key={index}>
          {onTick && ticked ? (
            <label className="tick-label">
              <input type="checkbox" checked={ticked.includes(index)} onChange={() => onTick(index)} />
              {tickLabel}
            </label>
          ) : null}
          {part.shown}
        </div>
      ))
    ),
  )
}

type Numbered = { part: PartShown; index: number }

/** Adjacent unchanged parts, or adjacent changed parts, together. */
function runsOf(parts: PartShown[]): Numbered[][] {
  const runs: Numbered[][] = []
  parts.forEach((part, index) => {
    const last = runs.at(-1)
    if (last && last[0]?.part.isSame === part.isSame) last.push({ part, index })
    else runs.push([{ part, index }])
  })
  return runs
}

function choicesOf({
  panes,
  language,
  isOmitted,
}: {
  panes: RestorePane[]
  language: Language
  isOmitted: boolean
}): What[] {
  if (isOmitted) return [{ what: 'whole' }]
  const fields = [...new Set(panes.flatMap((pane) => pane.fields.map(({ field }) => field)))]
  const here = panes.find((pane) => pane.language === language)
  const rich = RICH_FIELDS.filter((name) => here?.fields.some(({ field, parts }) => field === name && parts !== null))
  return [
    { what: 'whole' },
    ...fields.map((field): What => ({ what: 'field', field })),
    ...rich.map((field): What => ({ what: 'parts', field })),
  ]
}

function nameOf(what: What): string {
  return what.what === 'whole' ? 'whole' : `${what.what} ${what.field}`
}

/** The text in the language after all of the country's own is removed. */
function afterwardsOf({ pane, translated }: { pane: RestorePane; translated: readonly Language[] }) {
  if (pane.isEmptied) return 'afterwards-none'
  return translated.includes(pane.language) ? 'afterwards-translation' : 'afterwards'
}
