import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS } from '../bench/corpus'

/** The folder of the Standard for Public Code: beside the project, because it is not part of it. */
export const STANDARD = join(CORPUS, 'standard-for-public-code')
export const VERSIONS = ['0.5.0', '0.6.0', '0.7.0', '0.7.1', '0.8.0'] as const
/** The folder of the Chinese text. */
export const CHINESE = 'zh-Hant'

export function hasStandard(): boolean {
  return [...VERSIONS, CHINESE].every((version) => existsSync(join(STANDARD, version)))
}
