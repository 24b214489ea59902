/**
 * A text in Latin letters, as an address can have them: Greek by ELOT 743 (ISO 843, transcription), which is how Greek
 * passports and road signs write names; other letters beyond a-z as their languages write them without their sign (`ß` is `ss`).
 * Accents go. What is in no script that is known here stays as it is.
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

/** Before these, and at the end, υ in αυ, ευ, ηυ is f. */
const UNVOICED = 'θκξπσςτφχψ'

const GREEK: Record<string, string> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{ ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

const OTHERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
}
