/** What Payload says where it does not know why. */
const UNKNOWN = 'An unknown error occurred.'

/** Does a refusal say each of its reasons in words: those of our routes (`because`) or those of Payload's (`errors`)? */
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
