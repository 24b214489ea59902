'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useId, useRef, useState, useTransition } from 'react'
import { isOfSubstance, noteProblems, type UnfinishedNote } from '@/domain/changeNote'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { suggestVersion, versionForbids } from '@/domain/versionNumber'
import { SignIcon } from '@/icons/SignIcon'
import type { ActionWords } from '../actionWords'
import { callAction } from '../callAction'
import { useOwnForm } from '../frame/MadeFor.client'
import { drop, keep, kept as keptInWindow, shelf } from '../keptInWindow'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'
import { useLeaveWarning } from '../useLeaveWarning.client'
import { type Because, Reason, Why } from '../Why'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { Status } from '../words/Status'
import { NoteFields } from './NoteFields'
import {
  afterSave,
  afterShown,
  afterStale,
  decided,
  isUnsaved,
  type KeptNotes,
  type NotesWork,
  notesInput,
  noteToTakeOver,
  readMeanwhile,
  typedNote,
  typedRelease,
  unsavedPart,
  withNoteOf,
  withUnsaved,
  workOn,
} from './notesWork'
import { ALL, COUNT, DONE, LACKS, type Lack, type NoteWords, SECTION } from './noteWords'
import { ReleaseFields } from './ReleaseFields'
import '../editor/editor.css'
import '../history/history.css'
import './release.css'

/** A section that the release changes. */
export type NoteSection = {
  key: string
  /** Its number and title. */
  heading: string
  /** Of the title, if it is not that of the page. */
  lang?: Language | undefined
  /** What happened to it. */
  became: string
  /** The text that is shown, which a note is about. */
  about: string
  /** The keys of the sections with which it is divided or joined. */
  together: string[]
  /** Does the filter show it? */
  isShown: boolean
  /** Its heading, and the difference with what the countries have. */
  head: ReactNode
  difference: ReactNode
}

/**
 * The notes on the next release: for each changed section its difference with a note, a class and a day, then the
 * release as a whole. What is typed is kept in this window until it is saved; saving stores only what was changed here,
 * so that colleagues can write about other sections at the same time.
 */
export function NotesForm({
  toolkit,
  after,
  place,
  last,
  today,
  language,
  sections,
  kept,
  filters,
  about,
  because,
  confirm,
  words,
  actionWords,
}: {
  toolkit: string
  /** The `seq` of the last publication. */
  after: number
  /** Whose notes they are, and for which release: what was typed is restored there and nowhere else. */
  place: string
  /** The numbers of the last release with text, and of the last publication; null before the first. */
  last: string | null
  /** As `2026-12-04`. */
  today: string
  language: Language
  sections: NoteSection[]
  kept: KeptNotes
  /** Above the sections. */
  filters: ReactNode
  /** What pages say that changed. */
  about: ReactNode
  /** Other reasons why the release is not possible. */
  because: Because[]
  /** The address of the summary. */
  confirm: string
  words: NoteWords
  actionWords: ActionWords
}) {
  const router = useRouter()
  const ownForm = useOwnForm()
  const [arriving, arrive] = useTransition()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [isLeaving, setLeaving] = useState(false)
  const { work, now, change } = useNotes({ kept, name: `toolkit-notes:${place}` })
  const form = useRef<HTMLFormElement>(null)
  const whyId = useId()
  const isChanged = isUnsaved(work)
  const running = shown.kind === 'running' || arriving
  useLeaveWarning(isChanged && !isLeaving)

  const { problems, done, notes } = checked({ work, sections, last, today, words })
  const reasons = [...problems, ...because]
  // Said in the bar. All reasons stand above it, where the button refers to them.
  const [first] = reasons
  const suggestions = {
    whole: suggestVersion({ last, change: 'substantive' }),
    small: suggestVersion({ last, change: 'editorial' }),
    isWhole: last === null || isOfSubstance(notes),
    isFinal: notes.every((note) => note.class !== null),
  }

  const theirs = Object.keys(work.theirs.notes).length + (work.theirs.release ? 1 : 0)
  useEffect(() => {
    if (theirs > 0) form.current?.querySelector<HTMLElement>('.theirs h3')?.focus()
  }, [theirs])

  /** Saves what is not saved; then goes to `next`, if it is given. */
  async function save(next?: string): Promise<void> {
    if (running) return
    const sent = now.current
    if (!isUnsaved(sent)) {
      if (next) arrive(() => router.push(next))
      else setShown({ kind: 'done', text: words.nothingToSave })
      return
    }
    setShown({ kind: 'running', text: actionWords.running })
    const answer = await callAction({ action: 'save-release-notes', input: { toolkit, after, ...notesInput(sent) } })
    if (answer.kind === 'done') {
      change((work) => afterSave(work, sent, Number(answer.result.rev)))
      setLeaving(next !== undefined)
      arrive(() => {
        setShown({ kind: 'done', text: words.saved })
        if (next) router.push(next)
        router.refresh()
      })
      return
    }
    if (answer.kind === 'stale') change((work) => afterStale(work, readMeanwhile(answer.saved)))
    setShown(problemOf({ answer, words: { ...actionWords, stale: words.stale } }))
  }

  /** The buttons are gone by then, so the focus moves to the field that they were about. */
  function decide(key: string | null, choice: 'mine' | 'theirs'): void {
    change((work) => decided(work, key, choice))
    setShown({ kind: 'nothing' })
    document.getElementById(key === null ? 'summary' : `note-${key}`)?.focus()
  }

  function mayCheck(): void {
    if (reasons.length === 0) void save(confirm)
  }

  return (
    <form
      ref={form}
      {...ownForm}
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={sections.length > 0 ? 'cols list slim' : 'stack-l'}>
        {sections.length > 0 ? <SectionList sections={sections} work={work} words={words} /> : null}
        <div className="text-pane">
          {filters}
          {sections.map(({ key, heading, about: text, together, isShown, head, difference }) => {
            const [values, base] = [work.typed.notes[key], work.base.notes[key]]
            const from = noteToTakeOver(work, key, together)
            return isShown && values && base ? (
              <section key={key} className="relsec" id={`s-${key}`} aria-labelledby={`h-${key}`} tabIndex={-1}>
                {head}
                <NoteFields
                  section={key}
                  heading={heading}
                  values={values}
                  isOld={base.rev > 0 && !isEmptyField(base.values.note) && base.values.about !== text}
                  isFitting={values.about === text}
                  theirs={work.theirs.notes[key]?.values ?? null}
                  today={today}
                  language={language}
                  words={words}
                  difference={difference}
                  same={sections.find((one) => one.key === from)?.heading ?? null}
                  onChange={(changes) =>
                    change((work) => typedNote(work, key, 'note' in changes ? { ...changes, about: text } : changes))
                  }
                  onFits={(fits) => change((work) => typedNote(work, key, { about: fits ? text : base.values.about }))}
                  onDecide={(choice) => decide(key, choice)}
                  onSame={() => {
                    if (from === null) return
                    change((work) => withNoteOf(work, { key, from, about: text }))
                    // The button is gone then.
                    document.getElementById(`note-${key}`)?.focus()
                  }}
                />
              </section>
            ) : null
          })}
          {about}
          <ReleaseFields
            values={work.typed.release}
            theirs={work.theirs.release?.values ?? null}
            suggestions={suggestions}
            isFirst={last === null}
            words={words}
            onChange={(changes) => change((work) => typedRelease(work, changes))}
            onDecide={(choice) => decide(null, choice)}
          />
        </div>
      </div>
      <div className="stack-s">
        <p>
          {sections.length > 0 ? (
            <strong>{words.progress.replaceAll(DONE, String(done)).replaceAll(ALL, String(sections.length))} </strong>
          ) : null}
          <span className="muted">{words.nothingYet}</span>
        </p>
        {reasons.length > 0 ? <Why id={whyId} because={reasons} /> : null}
      </div>
      <div className="actions">
        <div className="actions-words brief">
          {isChanged || first ? (
            <p>
              {isChanged ? <span className="muted">{words.unsaved}</span> : null}
              {isChanged && first ? ' ' : null}
              {first ? <Reason because={first} /> : null}
            </p>
          ) : null}
          <Result shown={shown} />
        </div>
        <div className="row">
          <button
            type="button"
            className="btn second"
            aria-disabled={running ? true : undefined}
            onClick={() => void save()}
          >
            {words.save}
          </button>
          <button
            type="button"
            className="btn"
            aria-disabled={reasons.length > 0 || running ? true : undefined}
            aria-describedby={reasons.length > 0 ? whyId : undefined}
            onClick={mayCheck}
          >
            {words.check}
          </button>
        </div>
      </div>
    </form>
  )
}

/**
 * The work as it is rendered, and in `now` as it is at this moment. What is typed and not saved is kept in this window,
 * and restored when the same person opens the screen again.
 */
function useNotes({ kept, name }: { kept: KeptNotes; name: string }) {
  const [work, setWork] = useState(() => workOn(kept))
  const now = useRef(work)
  function change(step: (work: NotesWork) => NotesWork): void {
    now.current = step(now.current)
    setWork(now.current)
    if (isUnsaved(now.current)) keep({ shelf, name, value: unsavedPart(now.current) })
    else drop({ shelf, name })
  }
  const isRestored = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept on the server is new when the screen is refreshed
  useEffect(() => {
    const part = isRestored.current ? {} : keptInWindow({ shelf, name })
    isRestored.current = true
    change((work) => withUnsaved(afterShown(work, kept), part))
  }, [kept])
  return { work, now, change }
}

/** What is missing before the summary, each kind with the number of sections and a link to the first of them. */
function checked({
  work,
  sections,
  last,
  today,
  words,
}: {
  work: NotesWork
  sections: readonly NoteSection[]
  last: string | null
  today: string
  words: NoteWords
}): { problems: Because[]; done: number; notes: UnfinishedNote[] } {
  const notes = sections.flatMap(({ key }): UnfinishedNote[] => {
    const values = work.typed.notes[key]
    return values ? [{ key, class: values.class || null, note: values.note, decideBy: values.date || null }] : []
  })
  const changed = sections.map(({ key, heading }) => ({ key, title: heading }))
  const lacking = new Map<Lack, string[]>()
  for (const problem of noteProblems({ changed, notes, today })) {
    const key = problem.field?.slice(problem.field.indexOf(':') + 1) ?? ''
    const lack = LACK_OF[problem.key]
    if (lack) lacking.set(lack, [...(lacking.get(lack) ?? []), key])
  }
  const { summary, version } = work.typed.release
  if (isEmptyField(summary)) lacking.set('summary', [])
  if (version && versionForbids({ version, last })) lacking.set('version', [])
  const problems = LACKS.flatMap((lack): Because[] => {
    const keys = lacking.get(lack)
    if (!keys) return []
    const first = sections.find(({ key }) => key === keys[0])
    const text = words.lacks[lack].replaceAll(COUNT, String(keys.length))
    if (!first) return [{ text, href: `#${lack}`, link: lack === 'version' ? words.version : words.summary }]
    const href = first.isShown ? `#s-${first.key}` : `?#s-${first.key}`
    return [{ text, href, link: words.goTo.replaceAll(SECTION, () => first.heading) }]
  })
  const isDone = ({ class: of, note }: UnfinishedNote) => of !== null && !isEmptyField(note)
  return { problems, done: notes.filter(isDone).length, notes }
}

const LACK_OF: { [key: string]: Lack } = {
  'refusal.change-note-missing': 'note',
  'refusal.change-class-missing': 'class',
  'refusal.change-date-missing': 'date',
  'refusal.change-date-form': 'date-wrong',
  'refusal.change-date-past': 'date-wrong',
}

/** All changed sections, with what their notes have and lack. */
function SectionList({ sections, work, words }: { sections: NoteSection[]; work: NotesWork; words: NoteWords }) {
  return (
    <div className="list-pane">
      <details className="entries">
        <summary>{words.listed.replaceAll(COUNT, String(sections.length))}</summary>
        <nav aria-label={words.sections}>
          <ol className="pick">
            {sections.map(({ key, heading, lang, became, isShown }) => {
              const values = work.typed.notes[key]
              const hasNote = !isEmptyField(values?.note)
              return (
                <li key={key}>
                  <a href={isShown ? `#s-${key}` : `?#s-${key}`}>
                    <strong lang={lang}>{heading}</strong>
                    <span className="meta">
                      {values?.class ? (
                        <ChangeClassStatus of={values.class} word={words.classes[values.class].word} />
                      ) : (
                        <span className="lacks">{words.noClass}</span>
                      )}
                      <span>{became}</span>
                      {hasNote ? (
                        <Status icon={<SignIcon sign="tick" />}>{words.hasNote}</Status>
                      ) : (
                        <span className="lacks">{words.noNote}</span>
                      )}
                    </span>
                  </a>
                </li>
              )
            })}
          </ol>
        </nav>
      </details>
    </div>
  )
}
