import { MASTER } from '@/domain/release'
import type { ReaderCountry } from './records'

/** What comes out of the database becomes a value of the domain where everybody's does. */
export { parseHead, parsePictures, parseRelease } from '@/stored/release'

/** The common framework stands where a country would, and has no name but ours. */
export const COMMON_FRAMEWORK: ReaderCountry = { code: MASTER, name: {} }
