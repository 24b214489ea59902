/**
 * The part of an address that stands for a title: lower case, words joined by hyphens, at most 60 characters, never
 * empty. Letters of every script stay (`ποιος-αποφασιζει`), accents go.
 */
export function slugOf(title: string, taken: ReadonlySet<string> = new Set()): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .match(/[\p{L}\p{N}]+/gu)
  const base = (words ?? ['section']).join('-').slice(0, 60).replace(/-+$/, '') || 'section'
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}
