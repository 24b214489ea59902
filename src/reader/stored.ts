import { MASTER } from '@/domain/release'
import type { ReaderCountry } from './records'

/** Values from the database are parsed to values of the domain by the common parsers. */
export { parseHead, parsePictures, parseRelease } from '@/stored/release'

/** The common framework takes the place of a country, and has no name except in our messages. */
export const COMMON_FRAMEWORK: ReaderCountry = { code: MASTER, name: {} }
