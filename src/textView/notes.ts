import { type BlockChange, columnChanges, isSplitOff, type Place, type Segment } from '@/domain/diff/diff'
import { type BlockKind, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { MARKS } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { describeColumn, describeJoining } from './describeChange'
import { namedKind } from './namedKind'
import type { ViewOptions } from './options'
import { changeOf, type ShownBlock } from './shownBlock'

type Told = Pick<ViewOptions, 't' | 'placeOf'>

/** What changed about a block besides its words, one phrase for each; nothing for a text alone. */
export function notesOf(block: ShownBlock, options: Told): string[] {
  const change = changeOf(block)
  return change ? blockNotes({ change, options }) : []
}

/** The same for a change, without titles and descriptions, which are words. */
export function blockNotes({ change, options }: { change: BlockChange; options: Told }): string[] {
  const { t } = options
  const { kind, kindBefore, attrs, attrsBefore = {}, limited } = change
  const notes = placeNotes({ change, place: options.placeOf?.(change), t })
  if (limited) notes.push(t('diff.limited-here'))
  if (kindBefore) return [...notes, ...wasKind({ kind: kindBefore, level: attrsBefore.level, t })]
  if (kind === 'heading' && attrsBefore.level !== undefined)
    notes.push(...wasKind({ kind, level: attrsBefore.level, t }))
  if ('colSpan' in attrsBefore || 'rowSpan' in attrsBefore) {
    const columns = Number(attrsBefore.colSpan ?? attrs.colSpan ?? 1)
    notes.push(t('diff.attribute.span', { columns, rows: Number(attrsBefore.rowSpan ?? attrs.rowSpan ?? 1) }))
  }
  for (const [name, before] of Object.entries(attrsBefore)) {
    if (SAID_ELSEWHERE.includes(name)) continue
    notes.push(attributeNote({ name, before, after: attrs[name], t }))
  }
  return notes
}

/** How the format of kept words changed: “now bold”, “no longer a link to …”. */
export function formattingNotes({ segment, t }: { segment: Segment; t: Translator }): string[] {
  const { marks, link, formatting } = segment
  if (!formatting) return []
  const now = MARKS.filter((mark) => marks.includes(mark) && !formatting.marks.includes(mark))
  const not = MARKS.filter((mark) => formatting.marks.includes(mark) && !marks.includes(mark))
  const notes = [
    ...now.map((mark) => t('diff.format.now', { format: t(`diff.format.${mark}`) })),
    ...not.map((mark) => t('diff.format.not', { format: t(`diff.format.${mark}`) })),
  ]
  if (link === formatting.link) return notes
  if (formatting.link === undefined) return [...notes, t('diff.link.now')]
  return [...notes, t(link === undefined ? 'diff.link.not' : 'diff.link.was', { url: formatting.link })]
}

/** The word for a weight of an indicator or the tone of a callout, in the language of the reader. */
export function wordFor({ name, value, t }: { name: string; value: unknown; t: Translator }): string {
  const weight = WEIGHTS.find((one) => one === value)
  if (name === 'weight' && weight) return t(`words.weight.${weight}`)
  const tone = TONES.find((one) => one === value)
  if (name === 'tone' && tone) return t(`words.tone.${tone}`)
  return value === undefined || value === '' ? t('diff.none') : String(value)
}

/** The new place of the block, and what it was split off from, joined from, or lost as a whole. */
function placeNotes({ change, place, t }: { change: BlockChange; place: Place | undefined; t: Translator }): string[] {
  const { indent, parts } = place ?? {}
  const notes: string[] = []
  if (indent) {
    const levels = Math.abs(indent.after - indent.before)
    notes.push(t(indent.after > indent.before ? 'diff.level.deeper' : 'diff.level.higher', { levels }))
  } else if (change.moved) notes.push(t('diff.moved-here'))
  if (isSplitOff(change, parts)) notes.push(t(`diff.split-from.${namedKind(parts?.[0]?.kind)}`))
  const joining = describeJoining(change)
  const wholes = [...(joining ? [joining] : []), ...columnChanges(change).map(describeColumn)]
  return [...notes, ...wholes.map(({ key, params }) => t(key, params))]
}

const SAID_ELSEWHERE = ['title', 'alt', 'level', 'colSpan', 'rowSpan', 'name']

function wasKind({ kind, level, t }: { kind: BlockKind; level: unknown; t: Translator }): string[] {
  switch (kind) {
    case 'heading':
      return [t('diff.was.heading', { level: Number(level ?? 2) })]
    case 'paragraph':
    case 'quote':
    case 'item':
    case 'field':
      return [t(`diff.was.${kind}`)]
    default:
      return []
  }
}

type AttributeChange = { name: string; before: unknown; after: unknown; t: Translator }

function attributeNote({ name, before, after, t }: AttributeChange): string {
  const words = { before: wordFor({ name, value: before, t }), after: wordFor({ name, value: after, t }) }
  switch (name) {
    case 'weight':
    case 'tone':
      return t(`diff.attribute.${name}`, words)
    case 'style':
      return t(before === 'number' ? 'diff.was.number' : 'diff.was.bullet')
    case 'start':
      return t('diff.was.start', { start: Number(before) })
    case 'header':
      return t('diff.attribute.header', { now: String(after === true) })
    case 'decorative':
      return t('diff.attribute.decorative', { now: String(after === true) })
    case 'media':
      return t('diff.attribute.media')
    default:
      return t('diff.attribute.other', { name, ...words })
  }
}
