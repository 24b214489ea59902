import type {
  AdaptationReport,
  ReportAbout,
  ReportedDecision,
  SectionName,
  SectionReport,
  ShownDecision,
} from '@/domain/adaptationReport'
import { grouped } from '@/domain/grouped'
import type { ByLanguage, Language } from '@/domain/language'
import { saidIn } from '@/domain/said'
import { MODES } from '@/domain/section'
import { longDate } from './dates'
import type { Translator } from './translate'

/** The chapters of a report: the sections of the RIGHT-Ad@pt checklist, in its order, with the items that belong to each. */
const CHAPTERS = [
  { name: 'basic', items: '1–7' },
  { name: 'scope', items: '8–13' },
  { name: 'rigor', items: '14–23' },
  { name: 'recommendations', items: '24–27' },
  { name: 'review', items: '28–29' },
  { name: 'funding', items: '30–31' },
  { name: 'other', items: '32–34' },
] as const
type ChapterName = (typeof CHAPTERS)[number]['name']

/** One thing that a report says, with its name; each line is one value. */
export type ReportFact = { label: string; lines: string[] }

/** One chapter; the text section by section belongs to `recommendations` and is written by whoever shows the report. */
export type ReportChapter = { name: ChapterName; title: string; items: string; facts: ReportFact[] }

type Asked = {
  about: ReportAbout
  report: AdaptationReport
  /** The country's name in the language of the report. */
  country: string
  language: Language
  say: Translator
  /** The day of the report (ISO 8601). */
  day: string
}

/** Returns what a report says in all its chapters, in a person's language. */
export function reportChapters(asked: Asked): ReportChapter[] {
  const facts = factsOf(asked)
  const { say } = asked
  return CHAPTERS.map(({ name, items }) => ({
    name,
    title: say(`report.chapter.${name}`),
    items: say('report.items', { items }),
    facts: facts[name].map(([label, ...lines]) => ({ label: say(`report.label.${label}`), lines })),
  }))
}

/** Returns a decision as a sentence, with the role of the person and no name. */
export function sayDecided(
  { at, by, choice, role, version }: ReportedDecision,
  { language, say }: Pick<Asked, 'language' | 'say'>,
): string {
  const date = longDate(at, language)
  if (choice === 'settled') return say('report.settled', { how: say(`overview.choice.${choice}`), version, date })
  const person = role ? say(`words.role.${role}`) : say('admin.history.by-country')
  const who = by === 'setting' ? say('report.by-setting') : person
  return say('report.decision', { choice: say(`overview.choice.${choice}`), version, date, by: who })
}

/** Returns the sections with which a section was decided; '' if it was decided alone. */
export function sayTogether({ others }: Pick<ShownDecision, 'others'>, say: Translator): string {
  return others.length === 0 ? '' : say('report.together', { sections: sayNames(others) })
}

/** Returns sections by number and title. */
export function sayNames(names: readonly SectionName[]): string {
  return names.map(({ number, title }) => (number === '' ? title.value : `${number} ${title.value}`)).join(' · ')
}

/** Returns in which languages a section of common text is translated, or not yet; '' if readers get it in all of them. */
export function sayTranslated({ texts }: Pick<SectionReport, 'texts'>, say: Translator): string {
  return texts
    .map(({ is, language }) => {
      const state = say(is === 'missing' ? 'history.sides.state.missing' : 'history.sides.state.translated')
      return say('history.sides.side', { text: state, language: say(`words.language.${language}`) })
    })
    .join(' · ')
}

type Label =
  Extract<Parameters<Translator>[0], `report.label.${string}`> extends `report.label.${infer Name}` ? Name : never
type Fact = [label: Label, ...lines: string[]]

function factsOf(asked: Asked): Record<ChapterName, Fact[]> {
  const { about, country, say } = asked
  const unrecorded = say('report.not-recorded')
  return {
    basic: [
      ['adaptation', wordsIn(about.title, asked)],
      ['country', country],
      ['languages', about.languages.map((one) => say(`words.language.${one}`)).join(' · ')],
      ['state', sayState(asked)],
      ['numbers', ...numbers(asked)],
    ],
    scope: scopeFacts(asked),
    rigor: [
      ['people', ...people(asked)],
      ['method', say('report.method')],
      ['decisions', ...decisionCounts(asked)],
    ],
    recommendations: [],
    review: [
      ['steps', ...steps(asked)],
      ['external', unrecorded],
    ],
    funding: [
      ['funding', unrecorded],
      ['interests', unrecorded],
    ],
    other: [...openFacts(asked), ['implementation', unrecorded], ['limits', unrecorded]],
  }
}

function sayState({ about: { isWithdrawn, of, release, sameAs }, day, language, say }: Asked): string {
  if (sameAs !== null) return say('report.state.same', { version: sameAs, date: longDate(day, language) })
  if (of === 'working' || !release) return say('report.state.working', { date: longDate(day, language) })
  const key = isWithdrawn ? 'report.state.withdrawn' : 'report.state.release'
  return say(key, { version: release.version, date: longDate(release.publishedAt, language) })
}

function numbers({ report, say }: Asked): string[] {
  const { extent, modes, sections } = report
  const used = MODES.filter((mode) => modes[mode] > 0)
  const byMode = used.map((mode) => say('report.counted', { name: say(`words.mode.${mode}`), count: modes[mode] }))
  const { changes, wordsAdded: added, wordsRemoved: removed } = extent
  const isCounted = sections.some(({ texts }) => texts.some((one) => one.is === 'compared'))
  const isBeside = sections.some(({ texts }) => texts.some((one) => one.is === 'beside'))
  const differences =
    changes > 0 ? 'diff.summary.words' : isBeside && !isCounted ? 'report.not-counted' : 'diff.summary.none'
  return [
    say('report.sections', { count: sections.length }),
    byMode.join(' · '),
    say(differences, { changes, added, removed }),
  ]
}

function scopeFacts(asked: Asked): Fact[] {
  const { about, report, language, say } = asked
  const { elsewhere, follows, newer } = about
  const key = follows.isWithdrawn ? 'report.follows-withdrawn' : 'report.follows'
  const others = elsewhere.flatMap(({ isOlder, keys, version }) => {
    const sections = keys.flatMap((one) => sectionName(one, asked) ?? [])
    if (sections.length === 0) return []
    const key = isOlder ? 'report.elsewhere.older' : 'report.elsewhere.newer'
    return [say(key, { version, sections: sections.join(' · ') })]
  })
  const set = (words: string[]) => (words.length > 0 ? words.join(' · ') : say('report.none'))
  return [
    ['follows', say(key, { version: follows.version, date: longDate(follows.publishedAt, language) })],
    ['elsewhere', ...(others.length > 0 ? others : [say('report.none')])],
    ...(newer ? [['newer', say('report.newer', { version: newer.version })] satisfies Fact] : []),
    ['audiences', set(report.audiences.map((one) => say(`words.audience.${one}`)))],
    ['stages', set(report.stages.map((one) => say(`words.stage.${one}`)))],
  ]
}

function people({ about, say }: Asked): string[] {
  if (about.people === null) return [say('report.people-hidden')]
  if (about.people.length === 0) return [say('report.none')]
  return about.people.map(({ names, people: count, role }) => {
    const name = say(`words.role.${role}`)
    return names.length > 0
      ? say('report.named', { name, count, people: names.join(', ') })
      : say('report.counted', { name, count })
  })
}

function decisionCounts({ report, say }: Asked): string[] {
  const all = [...report.sections.flatMap(({ decisions }) => decisions), ...report.otherDecisions]
  if (all.length === 0) return [say('report.none')]
  const counts = grouped(all, ({ choice }) => say(`overview.choice.${choice}`))
  return [...counts].map(([name, { length: count }]) => say('report.counted', { name, count }))
}

function steps({ about, language, say }: Asked): string[] {
  if (about.steps.length === 0) return [say('report.not-sent')]
  return about.steps.map(({ at, event }) =>
    say('report.step', { event: say(`admin.history.${event}`), date: longDate(at, language) }),
  )
}

function openFacts(asked: Asked): Fact[] {
  const { about, say } = asked
  if (about.of === 'release') return []
  const waiting = about.waiting
    .filter(({ status }) => status !== 'told')
    .map(({ key, status }) => `${say(`words.update.${status}`)}: ${sectionName(key, asked) ?? ''}`)
  const told = about.waiting.flatMap(({ key, status }) => (status === 'told' ? (sectionName(key, asked) ?? []) : []))
  const paused = [
    ...(about.paused ? [{ where: say('report.whole'), pause: about.paused }] : []),
    ...about.pausedSections.map(({ key, pause }) => ({ where: sectionName(key, asked) ?? '', pause })),
  ].map(({ where, pause: { reason, until } }) =>
    until === null
      ? say('report.paused', { where, reason })
      : say('report.paused-until', { where, reason, date: longDate(until, asked.language) }),
  )
  return [
    ['waiting', ...(waiting.length > 0 ? waiting : [say('report.none')])],
    ...(told.length > 0 ? [['told', ...told] satisfies Fact] : []),
    ...(paused.length > 0 ? [['paused', ...paused] satisfies Fact] : []),
  ]
}

/** The name of a section that the version has, or that waits for a decision; null for any other. */
function sectionName(key: string, asked: Asked): string | null {
  const section = asked.report.sections.find((one) => one.key === key)
  if (section) return sayNames([section])
  const waiting = asked.about.waiting.find((one) => one.key === key)
  return waiting ? wordsIn(waiting.title, asked) : null
}

function wordsIn(texts: ByLanguage<string>, { about, language }: Asked): string {
  return saidIn(texts, { language, source: about.source })?.value ?? ''
}
