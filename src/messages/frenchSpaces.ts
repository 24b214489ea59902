/**
 * French has a space before : ; ! ? and inside « »; a line must not break there. The catalogues are written with
 * ordinary spaces, which nobody can get wrong; a colon that belongs to code (`:::`) is not changed.
 */
export function withFrenchSpaces<Words extends Record<string, string>>(words: Words): Words {
  const spaced = Object.entries(words).map(([key, said]) => [key, frenchSpaces(said)])
  return Object.fromEntries(spaced)
}

function frenchSpaces(said: string): string {
  return said
    .replace(/ (?=[:»](?:[\s.,;)}]|$))/g, '\u00a0')
    .replace(/ (?=[;!?](?:[\s.,»)}]|$))/g, '\u202f')
    .replace(/« /g, '«\u00a0')
}
