import type { ByLanguage } from './language'
import type { TextField } from './section'

/**
 * From which release of the common framework (its id) a translation was made: its title, its summary and its body. For
 * single blocks of the body, named by the id of the block in the source, a later release: somebody translated the block
 * again, or said that its translation is still right.
 */
export type MadeFrom = { [Field in TextField]?: string } & { settled?: Record<string, string> }

/** From which release each translation of a section was made. A language without an entry was made from its baseline. */
export type TranslatedFrom = ByLanguage<MadeFrom>
