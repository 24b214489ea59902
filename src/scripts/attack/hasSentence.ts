/** Payload's message if it does not know the reason. */
const UNKNOWN = 'An unknown error occurred.'

/**
 * Does a refusal give each of its reasons as a sentence: those of our routes (`because`) or those of Payload's
 * (`errors`)?
 */
export function hasSentence(answer: string): boolean {
  const said = reasonsIn(answer)
  return said.length > 0 && said.every((one) => /\S \S/.test(one) && !one.includes('refusal.') && one !== UNKNOWN)
}

function reasonsIn(answer: string): string[] {
  try {
    const { because, errors } = Object(JSON.parse(answer))
    if (Array.isArray(because)) return because.map((one) => String(Object(one).text))
    return Array.isArray(errors) ? errors.map((one) => String(Object(one).message)) : []
  } catch {
    return []
  }
}
