import type { SectionChange } from '@/domain/diff/diff'
import { TRACKED, type Tracked } from '@/domain/importing'
import type { MovedInFile } from '@/domain/importPlan/movedInFile'
import { WHY_LEFT, type WhyLeft } from '@/domain/importPlan/whyLeft'
import { LANGUAGES, type Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { asChoice, asNumber, asRecord, asText, asTextOrNull, asTexts } from '@/stored/parse'
import { changeOf, readDecision, type ShownDecision } from '../importing/importAnswer'

/** A section that the file changes, as the server sends it. */
export type ShownTaken = {
  key: string
  number: string
  title: string
  /** Does the file itself say which section it is, and from which text it was made? */
  how: 'mark' | 'unknown-revision' | 'words'
  /** Headings of the file that are no section, and stay in its text. */
  kept: string[]
  /** A heading behind it that is no section, and whose text is in none. */
  cutBy: string | null
  /** The title behind it of a section that is only guessed. */
  guessBehind: string | null
  /** Why it is left as it is until the person chooses; null if it is not. */
  leftBecause: WhyLeft | null
  /** The sections between which and this one text moved. */
  moved: MovedInFile
  /** What the sections have in common that are taken over or left together with this one; null if it is alone. */
  group: string | null
  /** The revision that it was compared with. */
  seen: number
  change: SectionChange | null
  /** Does it change anything, as far as the conflicts are decided? */
  isSomething: boolean
  isSavedMeanwhile: boolean
  asksReason: boolean
  decisions: ShownDecision[]
  checks: number
  /** Why it cannot be taken over; none if it can. */
  because: string[]
}

export type NamedSection = Pick<ShownTaken, 'key' | 'number' | 'title'>

export type ShownComment = { author: string; text: string; section: string; key: string | null }

/** What a Word file changes in a national version. */
export type ShownFile = {
  file: string
  language: Language
  /** Does it say of any section which one it is? */
  isMarked: boolean
  /** Were formats not compared, because it has lost them everywhere? */
  hasLostFormats: boolean
  tracked: Tracked
  trackedChanges: number
  sections: ShownTaken[]
  same: number
  /** The sections that the file should have and does not have. */
  missing: NamedSection[]
  /** The text of the file that is in no section of the version. */
  unknown: { title: string; blocks: RichText }[]
  newPictures: { section: string; count: number }[]
  comments: ShownComment[]
  /** What else should be known about the file. */
  notes: string[]
}

/** The answer to a preview as a value. */
export function readTakenFile(given: Record<string, unknown>): ShownFile {
  return {
    file: asText(given.file),
    language: asChoice(given.language, LANGUAGES, 'en'),
    isMarked: given.isMarked === true,
    hasLostFormats: given.hasLostFormats === true,
    tracked: asChoice(given.tracked, TRACKED, 'accepted'),
    trackedChanges: asNumber(given.trackedChanges),
    sections: listOf(given.sections).map(readSection),
    same: asNumber(given.same),
    missing: listOf(given.missing).map(readNamed),
    unknown: listOf(given.unknown).map(({ title, blocks }) => ({ title: asText(title), blocks: blocksOf(blocks) })),
    newPictures: listOf(given.newPictures).map(({ section, count }) => ({
      ...{ section: asText(section), count: asNumber(count) },
    })),
    comments: listOf(given.comments).map((one) => ({
      ...{ author: asText(one.author), text: asText(one.text) },
      ...{ section: asText(one.section), key: asTextOrNull(one.key) },
    })),
    notes: [...new Set(listOf(given.notes).map(({ text }) => asText(text)))],
  }
}

export type StoredSections = { stored: NamedSection[]; takenBack: boolean }

/** The answer to a store as a value. */
export function readStored({ stored, takenBack }: Record<string, unknown>): StoredSections {
  return {
    stored: listOf(stored).map(readNamed),
    takenBack: takenBack === true,
  }
}

function readSection(given: Record<string, unknown>): ShownTaken {
  return {
    key: asText(given.key),
    number: asText(given.number),
    title: asText(given.title),
    how: asChoice(given.how, ['mark', 'unknown-revision', 'words'], 'words'),
    kept: asTexts(given.kept),
    cutBy: asTextOrNull(given.cutBy),
    guessBehind: asTextOrNull(given.guessBehind),
    leftBecause: WHY_LEFT.find((why) => why === given.leftBecause) ?? null,
    moved: { into: asTexts(asRecord(given.moved).into), from: asTexts(asRecord(given.moved).from) },
    group: asTextOrNull(given.group),
    seen: asNumber(given.seen),
    change: changeOf(given.change),
    isSomething: asTexts(given.changed).length > 0,
    isSavedMeanwhile: given.isSavedMeanwhile === true,
    asksReason: given.asksReason === true,
    decisions: listOf(given.decisions).map(readDecision),
    checks: asNumber(given.checks),
    because: asTexts(given.because),
  }
}

function readNamed({ key, number, title }: Record<string, unknown>): NamedSection {
  return { key: asText(key), number: asText(number), title: asText(title) }
}

/** A text of the domain of the same version, sent unchanged. */
function blocksOf(value: unknown): RichText {
  return Array.isArray(value) ? (value as RichText) : []
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asRecord) : []
}
