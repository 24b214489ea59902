/**
 * Writes a text in lower-case Latin letters, for addresses: Greek by ELOT 743 (ISO 843, transcription), as Greek
 * passports and road signs write names; other letters beyond a-z as their languages write them without the sign (`ß` is
 * `ss`). Drops accents. Letters of other scripts stay as they are.
 */
export function latin(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])μπ/gu, 'b')
    .replace(/([αεη])υ(\u0301?)(?!\u0308)(?=([\p{L}]?))/gu, (_, vowel: string, __, next: string) => {
      const sound = next !== '' && !UNVOICED.includes(next) ? 'v' : 'f'
      return `${GREEK[vowel] ?? vowel}${sound}`
    })
    .replace(/ου(?!\u0308)/g, 'ou')
    .replace(/γ(?=[γξχ])/g, 'n')
    .replace(/[\u0370-\u03ff]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/[ßæœøłđðþı]/g, (letter) => OTHERS[letter] ?? letter)
    .replace(/\p{M}/gu, '')
}

/** Before these letters, and at the end of a word, υ in αυ, ευ, ηυ is f. */
const UNVOICED = 'θκξπσςτφχψ'

const GREEK: Record<string, string> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{ ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

const OTHERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
}
