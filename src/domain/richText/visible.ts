/** A character that a reader sees: no white space, and none that Unicode says to show as nothing (zero-width space). */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u

/** Does a line have a character that a reader sees? `isEmptyField` is the same rule for whole fields. */
export function isVisible(line: string): boolean {
  return VISIBLE.test(line)
}
