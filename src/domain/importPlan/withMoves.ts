import { heldTogether } from './heldTogether'
import { type MovedInFile, movedInFile, type SaidInFile } from './movedInFile'

/** What the file takes out of a section and puts in, and what comes of it with the answers so far. */
export type SaidOf = { file: SaidInFile; outcome: SaidInFile }

const NO_MOVES: MovedInFile = { into: [], from: [] }

/**
 * The sections with what the file moved between them, and which of them are taken over or left together because of that. Where the text does
 * not come into the other section, as after an answer that keeps what is stored there, that one holds nothing: it is a half (`firstChosen`).
 */
export function withMoves<Of extends { key: string; because: readonly unknown[] }>(
  sections: readonly Of[],
  said: readonly SaidOf[],
): (Of & { moved: MovedInFile; group: string | null })[] {
  const moves = movedInFile(said.map(({ file }) => file))
  const held = movedInFile(said.map(({ outcome }) => outcome))
  const groups = heldTogether(sections.map(({ key, because }) => ({ key, because, moved: held.get(key) ?? NO_MOVES })))
  return sections.map((section) => ({
    ...section,
    moved: moves.get(section.key) ?? NO_MOVES,
    group: groups.get(section.key) ?? null,
  }))
}
