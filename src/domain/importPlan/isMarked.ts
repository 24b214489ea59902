import type { ImportedSection } from '../importing'

/** Does a file say of any of its sections which one it is? */
export function isMarked(sections: readonly Pick<ImportedSection, 'mark'>[]): boolean {
  return sections.some(({ mark }) => mark !== undefined)
}
