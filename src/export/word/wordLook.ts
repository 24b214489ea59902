import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  ShadingType,
} from 'docx'
import type { Language } from '@/domain/language'
import { kindsOf, rowOf, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import { ownStyleId, ownStyleName } from '@/import/word/ownStyles'

/** Colours with enough contrast on white and on the fills; nothing is said by colour alone. */
export const INK = '0A3A44'
export const MUTED = '4A545E'
export const LINK = '0B4FA8'
export const LINE = 'C4CCD2'
export const FILL = 'EEF3F5'
export const TONE_LOOK = {
  important: { fill: 'E8F1F8', edge: '0B3D91' },
  practice: { fill: 'E9F5EC', edge: '1E6B3A' },
  warning: { fill: 'FDEFE3', edge: '9A3D00' },
  national: { fill: 'F3EDF8', edge: '5B2E8C' },
} as const

const HEADING_SIZES = [32, 27, 24, 22, 22, 22, 22, 22, 22]

/** The styles of the file: Word's own names where Word has one, and ours, which are based on them. */
export function wordStyles(language: Language): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 269 } },
      },
      title: {
        run: { size: 52, bold: true, color: INK },
        paragraph: { spacing: { before: 1800, after: 160 }, alignment: AlignmentType.LEFT },
      },
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`heading${level}`, headingLook(level)])),
      hyperlink: { run: { color: LINK, underline: {} } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 240 } } },
      caption: { run: { size: 19, color: MUTED, italics: false }, paragraph: { spacing: { before: 40, after: 200 } } },
    },
    paragraphStyles: [
      ...[7, 8, 9].map(
        (level): IParagraphStyleOptions => ({
          id: `Heading${level}`,
          name: `heading ${level}`,
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          ...headingLook(level),
        }),
      ),
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { italics: false, color: '2B3338' },
        paragraph: {
          indent: { left: 340, right: 340 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: LINE } },
        },
      },
      own(['Quote', 'Start'], { basedOn: 'Quote' }),
      own(['Front'], { run: { size: 24, color: MUTED }, paragraph: { spacing: { after: 60 } } }),
      own(['About'], { run: { size: 19, color: MUTED }, paragraph: { spacing: { after: 120 }, keepNext: true } }),
      own(['Summary'], { run: { size: 24, color: INK }, paragraph: { spacing: { after: 160 } } }),
      own(['Space'], { run: { size: 8 }, paragraph: { spacing: { before: 0, after: 60, line: 120 } } }),
      own(['Box', 'Title'], { run: { bold: true, size: 23 }, paragraph: { spacing: { after: 60 }, keepNext: true } }),
      ...TONES.map((tone) =>
        own(['Box', tone], {
          run: { bold: true, size: 18, color: TONE_LOOK[tone].edge, allCaps: false },
          paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
        }),
      ),
      own(['Title'], {
        run: { bold: true, color: INK },
        paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
      }),
      own(['Check'], { run: { size: 24 }, paragraph: CELL }),
      own(['Number'], { run: { bold: true, color: INK }, paragraph: CELL }),
      own(['Note'], { run: { size: 20, color: MUTED }, paragraph: CELL }),
      own(['Table', 'Heading'], { run: { bold: true, color: INK }, paragraph: CELL }),
      own(['Picture', 'Decorative'], { paragraph: { keepNext: false } }),
      own(['Addition', 'Start'], {
        run: { bold: true, size: 19, color: TONE_LOOK.national.edge },
        paragraph: {
          spacing: { before: 160, after: 80 },
          keepNext: true,
          border: { top: { style: BorderStyle.SINGLE, size: 8, space: 6, color: TONE_LOOK.national.edge } },
        },
      }),
      own(['Addition', 'End'], {
        run: { size: 17, color: TONE_LOOK.national.edge },
        paragraph: {
          spacing: { before: 40, after: 200 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: TONE_LOOK.national.edge } },
        },
      }),
      ...WEIGHTS.map((weight) => own(['Weight', weight], { paragraph: CELL })),
      ...kindsOf('entries', 'record').flatMap((kind) =>
        [...(rowOf(kind).fields ?? []), ...(rowOf(kind).entryAttributes ?? [])].map((field) =>
          own(['Label', kind, field], { run: { bold: true, size: 19, color: MUTED }, paragraph: CELL }),
        ),
      ),
    ],
    characterStyles: [{ id: 'HTMLCode', name: 'HTML Code', run: { font: 'Consolas', size: 20 } }],
  }
}

const CELL = { spacing: { before: 40, after: 40 } }

function own(words: string[], look: Omit<IParagraphStyleOptions, 'id' | 'name'>): IParagraphStyleOptions {
  return { basedOn: 'Normal', next: 'Normal', ...look, id: ownStyleId(...words), name: ownStyleName(...words) }
}

function headingLook(level: number) {
  return {
    run: { size: HEADING_SIZES[level - 1] ?? 22, bold: true, color: level < 4 ? INK : MUTED, italics: false },
    paragraph: {
      spacing: { before: level === 1 ? 480 : 320 - 20 * level, after: 100 },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
  }
}

export const BULLETS = 'bullets'
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** The levels of lists with signs. */
export const BULLET_LEVELS = DEPTHS.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 }, spacing: { after: 60 } } },
}))

/** The levels of a list with numbers that begins with `start` on one of them. */
export function numberLevels({ at, start }: { at: number; start: number }) {
  return DEPTHS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start: level === at ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 }, spacing: { after: 60 } } },
  }))
}

export const SECTION_NUMBERS = 'sections'

/** 1, 1.1, 1.1.1 before the titles of sections, from the number of the first one on. */
export function sectionLevels(first: readonly number[]) {
  return DEPTHS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: DEPTHS.slice(0, level + 1)
      .map((one) => `%${one + 1}`)
      .join('.'),
    start: first[level] ?? 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  }))
}

export function shaded(fill: string) {
  return { type: ShadingType.CLEAR, color: 'auto', fill }
}
