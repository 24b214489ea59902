/**
 * The XML of a part of a Word file that we wrote, as if another program had written it: no bookmark says which section it is, and
 * no style what a paragraph is.
 */
export function withoutOwnMarks(xml: string): string {
  return xml
    .replace(/(<(?:\w+:)?bookmarkStart\b[^>]*\bname=")_tk_/g, '$1_no_')
    .replace(/(<(?:\w+:)?name\s+(?:\w+:)?val=")Toolkit /g, '$1Plain ')
}
