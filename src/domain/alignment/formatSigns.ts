/** Signs that no reader sees, such as soft hyphens, apart from the joiners: in Persian they make another word. */
const FORMAT_SIGNS = /(?![\u200c\u200d])\p{Cf}/gu

/** Returns a text without the signs that only say where a line can break or how it runs: they make no other word. */
export function withoutFormatSigns(text: string): string {
  return text.replace(FORMAT_SIGNS, '')
}
