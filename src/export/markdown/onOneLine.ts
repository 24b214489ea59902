/** The text on one line, where a line end would end what it stands in. No-break spaces are part of the text. */
export function onOneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ')
}
