import { type AdaptationReport, isPlainCommon, type ReportedText, type SectionReport } from '@/domain/adaptationReport'
import { diffSection, type FieldChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { type ReportLine, reportLines } from '@/domain/reportLines'
import { isFieldName, isOfForm, TONES } from '@/domain/richText/blockKinds'
import type { RichText } from '@/domain/richText/richText'
import { AUDIENCES, type ChangedAt, emptyText, OWN_FIELDS, type OwnField, STAGES } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import { ROW_STATES } from '@/domain/sideBySide'
import type { ChangeWhy } from '@/domain/why'
import { changeName } from '@/messages/changeName'
import { type ReportChapter, sayDecided, sayNames, sayTogether, sayTranslated } from '@/messages/reportChapters'
import type { Translator } from '@/messages/translate'
import type { WordPart } from './toWord'

type Asked = {
  /** What stands in the chapters before the text, section by section. */
  chapters: readonly ReportChapter[]
  report: AdaptationReport
  title: string
  isSample: boolean
  language: Language
  say: Translator
}

/** Returns a report on a national version as the parts of a document. */
export function reportParts({ chapters, report, title, isSample, language, say }: Asked): WordPart[] {
  return [
    { is: 'title', words: title },
    ...(isSample ? [{ is: 'text', words: say('report.sample'), look: 'strong' } satisfies WordPart] : []),
    { is: 'text', words: say('report.lead') },
    { is: 'text', words: say('report.key'), look: 'muted' },
    { is: 'contents', title: say('report.contents') },
    ...chapters.flatMap(({ facts, items, name, title: heading }, index): WordPart[] => [
      { is: 'heading', level: 1, words: `${index + 1}. ${heading}` },
      { is: 'text', words: items, look: 'muted' },
      ...facts.flatMap(({ label, lines }): WordPart[] => [
        { is: 'text', words: label, look: 'strong' },
        ...lines.map((words): WordPart => (lines.length > 1 ? { is: 'item', words } : { is: 'text', words })),
      ]),
      ...(name === 'recommendations' ? sectionParts({ report, language, say }) : []),
    ]),
  ]
}

type Given = { language: Language; say: Translator }

function sectionParts({ report, ...given }: Given & { report: AdaptationReport }): WordPart[] {
  const { say } = given
  const common = report.sections.filter(isPlainCommon)
  const others = report.sections.filter((section) => !isPlainCommon(section))
  return [
    ...others.flatMap((section) => oneSection(section, given)),
    ...(common.length > 0
      ? [
          { is: 'heading', level: 2, words: say('report.common') } satisfies WordPart,
          ...common.flatMap((section): WordPart[] => {
            const { number, title } = section
            const translated = sayTranslated(section, say)
            return [
              { is: 'item', words: `${number} ${title.value}`, language: title.language },
              ...(translated === '' ? [] : [{ is: 'item', words: translated, depth: 1 } satisfies WordPart]),
            ]
          }),
        ]
      : []),
    ...(report.otherDecisions.length > 0
      ? [
          { is: 'heading', level: 2, words: say('report.gone') } satisfies WordPart,
          ...report.otherDecisions.flatMap((decision): WordPart[] => [
            { is: 'text', words: sayNames(decision.others), look: 'strong' },
            ...decisionParts([{ ...decision, others: [] }], given),
          ]),
        ]
      : []),
  ]
}

function oneSection(section: SectionReport, given: Given): WordPart[] {
  const { say } = given
  const { decisions, mode, number, standsOn, texts, title, why, wordsLeftOut } = section
  return [
    { is: 'heading', level: 2, words: `${number} ${title.value}`, language: title.language },
    { is: 'text', words: say(`words.mode.${mode}`), look: 'strong' },
    ...(standsOn ? [{ is: 'text', words: say('report.stands-on', { version: standsOn }) } satisfies WordPart] : []),
    ...(why?.reason ? [labelled(say('editor.why.reason'), say(`words.reason.${why.reason}`), say)] : []),
    ...(why?.explanation
      ? [
          { is: 'text', words: say('report.explanation'), look: 'muted' } satisfies WordPart,
          { is: 'text', words: why.explanation.value, language: why.explanation.language } satisfies WordPart,
        ]
      : []),
    ...(why?.sources ? [labelled(say('report.sources'), why.sources, say)] : []),
    ...(why?.changes ?? []).flatMap((one, at) => changeReasonParts(one, at === 0, given)),
    ...(wordsLeftOut > 0
      ? [{ is: 'text', words: say('report.left-out', { count: wordsLeftOut }) } satisfies WordPart]
      : []),
    ...texts.flatMap((one) => textParts(one, given)),
    ...(decisions.length > 0
      ? [
          { is: 'heading', level: 3, words: say('report.label.decisions') } satisfies WordPart,
          ...decisionParts(decisions, given),
        ]
      : []),
  ]
}

/** Why the country made one change; the first is below their title. */
function changeReasonParts(
  { at, explanation, reason, references }: ChangeWhy,
  isFirst: boolean,
  { say }: Given,
): WordPart[] {
  const lines = [
    ...(reason ? [say(`words.reason.${reason}`)] : []),
    ...references.map(({ text, url }) => (url === null || url === text ? text : `${text} (${url})`)),
  ]
  return [
    ...(isFirst ? [{ is: 'heading', level: 3, words: say('diff.why.title') } satisfies WordPart] : []),
    { is: 'item', words: placeWords(at, say) },
    ...(explanation
      ? [{ is: 'item', words: explanation.value, language: explanation.language, depth: 1 } satisfies WordPart]
      : []),
    ...lines.map((words): WordPart => ({ is: 'item', words, depth: 1 })),
  ]
}

function placeWords(at: ChangedAt, say: Translator): string {
  return `${say(changeName(at))} ${at.words || say('diff.why.no-words')}`
}

function decisionParts(decisions: SectionReport['decisions'], given: Given): WordPart[] {
  const { say } = given
  return decisions.flatMap((decision): WordPart[] => {
    const { declined, note, reason } = decision
    const lines = (some: readonly string[]) =>
      some.filter((one) => one !== '').map((words): WordPart => ({ is: 'item', words, depth: 1 }))
    return [
      { is: 'item', words: sayDecided(decision, given) },
      ...lines([reason ? say(`words.reason.${reason}`) : '', sayTogether(decision, say)]),
      ...lines(declined.length > 0 ? [say('report.declined')] : []),
      ...declined.map((at): WordPart => ({ is: 'item', words: placeWords(at, say), depth: 2 })),
      ...lines([note]),
    ]
  })
}

function textParts(one: ReportedText, given: Given): WordPart[] {
  const { say } = given
  const language = say(`words.language.${one.language}`)
  switch (one.is) {
    case 'missing':
      return [{ is: 'text', words: say('report.missing', { language }) }]
    case 'compared':
      return [
        { is: 'heading', level: 3, words: say('report.differences', { language }) },
        ...one.change.fields.flatMap((field) => {
          const { additionFrom, language: text } = one
          return fieldParts(field, { ...given, text, only: 'changes', additionFrom })
        }),
      ]
    case 'own': {
      // The text alone, with nothing marked: both sides are the same.
      const whole = sectionText({ content: one.content, language: one.language })
      const { fields } = diffSection({ before: whole, after: whole })
      return [
        { is: 'heading', level: 3, words: say('report.own', { language }) },
        ...fields.flatMap((field) => fieldParts(field, { ...given, text: one.language })),
      ]
    }
    case 'beside': {
      const common = say(`words.language.${one.common}`)
      const states = ROW_STATES.filter((state) => one.states[state] > 0)
      return [
        { is: 'heading', level: 3, words: say('report.beside', { language, common }) },
        ...states.map((state): WordPart => {
          return {
            is: 'item',
            words: say('report.counted', { name: say(`history.sides.state.${state}`), count: one.states[state] }),
          }
        }),
        ...one.differing.flatMap(({ field, rows }) =>
          rows.flatMap((row): WordPart[] => [
            { is: 'heading', level: 4, words: say(`history.sides.state.${row.state}`) },
            ...fieldName(field, say),
            ...(row.figures
              ? [{ is: 'text', words: figures(row.figures, say), look: 'muted' } satisfies WordPart]
              : []),
            ...plainParts(row.common, { ...given, text: one.common }),
            ...plainParts(row.national, { ...given, text: one.language }),
          ]),
        ),
      ]
    }
    default:
      return one satisfies never
  }
}

function figures({ common, national }: { common: string[]; national: string[] }, say: Translator): string {
  return [
    say('history.sides.figures'),
    ...(common.length > 0 ? [say('history.sides.figures-common', { figures: common.join(' · ') })] : []),
    ...(national.length > 0 ? [say('history.sides.figures-national', { figures: national.join(' · ') })] : []),
  ].join(' ')
}

type InText = Given & { text: Language; only?: 'changes'; additionFrom?: string | null }

/** A text with nothing marked. */
function plainParts(blocks: RichText, given: InText): WordPart[] {
  if (blocks.length === 0) return []
  const whole = { ...emptyText(''), body: blocks }
  return diffSection({ before: whole, after: whole }).fields.flatMap((field) => fieldParts(field, given))
}

function fieldParts(field: FieldChange, given: InText): WordPart[] {
  const { say, text: language, only, additionFrom } = given
  if (field.kind === 'set') return setParts(field, given)
  const lines = reportLines(field, { only, additionFrom })
  if (lines.length === 0 || (only && field.status === 'same')) return []
  const name = OWN_FIELDS.find((one) => one === field.field)
  return [...(name ? fieldName(name, say) : []), ...lines.map((line) => linePart(line, { language, say }))]
}

/** The name of a field above its words; the text itself has none. */
function fieldName(field: OwnField, say: Translator): WordPart[] {
  return field === 'body' ? [] : [{ is: 'text', words: say(`diff.section.${field}`), look: 'muted' }]
}

function setParts(field: FieldChange & { kind: 'set' }, { language, say, only }: InText): WordPart[] {
  if (!only || field.status === 'same') return []
  const marked = (status: 'added' | 'removed', values: string[]) =>
    values.map((value) => ({ status, text: `${setWord(value, say)} `, marks: [] }))
  const segments = [...marked('removed', field.removed), ...marked('added', field.added)]
  const label = say(field.field === 'audiences' ? 'diff.section.audiences' : 'diff.section.stages')
  return [{ is: 'marked', segments, label: named(label, say), depth: 0, isItem: false, isHeading: false, language }]
}

/** The word for an audience or a stage; both have different values. One of an older release is shown as it is. */
function setWord(value: string, say: Translator): string {
  const audience = AUDIENCES.find((one) => one === value)
  if (audience) return say(`words.audience.${audience}`)
  const stage = STAGES.find((one) => one === value)
  return stage ? say(`words.stage.${stage}`) : value
}

function linePart(line: ReportLine, { language, say }: { language: Language; say: Translator }): WordPart {
  switch (line.is) {
    case 'same':
      return { is: 'text', words: say('diff.unchanged', { count: line.count }), look: 'muted' }
    case 'addition':
      return { is: 'text', words: say('diff.section.addition'), look: 'muted' }
    case 'block': {
      const { kind } = line
      const tone = TONES.find((one) => one === line.tone) ?? 'important'
      const label = isOfForm(kind, 'entries', 'record') ? say(`diff.block.${kind}`) : say(`words.tone.${tone}`)
      return {
        is: 'marked',
        segments: line.title,
        label: named(label, say),
        depth: line.depth,
        isItem: false,
        isHeading: false,
        language,
      }
    }
    case 'words': {
      const { depth, isMoved, isReshaped, kind, name, segments } = line
      const notes = [...(isMoved ? [say('diff.moved-here')] : []), ...(isReshaped ? [say('report.reshaped')] : [])]
      return {
        is: 'marked',
        segments,
        ...(name !== null && isFieldName(name) ? { label: named(say(`diff.field.${name}`), say) } : {}),
        ...(notes.length > 0 ? { note: notes.join(' · ') } : {}),
        ...{
          depth: Math.max(0, kind === 'item' ? depth - 1 : depth),
          isItem: kind === 'item',
          isHeading: kind === 'heading',
          language,
        },
      }
    }
    default:
      return line satisfies never
  }
}

function labelled(label: string, words: string, say: Translator): WordPart {
  return { is: 'text', words: `${named(label, say)} ${words}` }
}

function named(label: string, say: Translator): string {
  return `${label}${say('diff.colon')}`
}
