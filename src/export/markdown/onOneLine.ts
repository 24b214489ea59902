/** The text on one line, for places that a line end would end. No-break spaces are part of the text. */
export function onOneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ')
}
