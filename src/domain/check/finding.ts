import type { BlockKind } from '../richText/blockKinds'
import type { RichField } from '../section'

/** How urgent a finding is. None of them prevents anybody from sending a version. */
export const GRADES = ['mend', 'look', 'advice'] as const
export type Grade = (typeof GRADES)[number]

/** Where a finding stands: a field, and the first words there, by which people find the place. Empty for the whole field. */
export type FindingPlace = { field: RichField | 'summary'; line: string }

type Found =
  | { is: 'picture-undescribed' }
  | { is: 'heading-empty' }
  /** The link leads to an address that nobody can follow. */
  | { is: 'link-wrong'; address: string }
  /** The link leads to a section that the version does not have. */
  | { is: 'section-gone'; address: string }
  /** The link leads to a place within the page, and pages have none. */
  | { is: 'place-gone'; address: string }
  | { is: 'mail-wrong'; address: string }
  /** The site says that it has no such page; it did not answer; or it did not prove whose it is. */
  | { is: 'link-gone' | 'link-silent' | 'link-unproven'; address: string }
  | { is: 'heading-jump'; level: number; before: number }
  | { is: 'part-empty' }
  | { is: 'block-empty'; kind: BlockKind }
  /** One item or entry of a block, counted from 1. */
  | { is: 'entry-empty'; kind: BlockKind; number: number }
  | { is: 'section-empty' }
  /** Nobody can call it by tapping it. */
  | { is: 'phone-unclear'; number: string }
  | { is: 'sentence-long'; words: number }
  | { is: 'section-long'; minutes: number }

/** What a check found at one place of a text. */
export type Finding = Found & { at: FindingPlace }

const GRADE_OF: Record<Found['is'], Grade> = {
  'picture-undescribed': 'mend',
  'heading-empty': 'mend',
  'link-wrong': 'mend',
  'section-gone': 'mend',
  'place-gone': 'mend',
  'mail-wrong': 'mend',
  'link-gone': 'look',
  'link-silent': 'look',
  'link-unproven': 'look',
  'heading-jump': 'look',
  'part-empty': 'look',
  'block-empty': 'look',
  'entry-empty': 'look',
  'section-empty': 'look',
  'phone-unclear': 'look',
  'sentence-long': 'advice',
  'section-long': 'advice',
}

export function gradeOf({ is }: Pick<Finding, 'is'>): Grade {
  return GRADE_OF[is]
}
