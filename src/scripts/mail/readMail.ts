/** A mail as its reader sees it. */
export type ReadMail = { from: string; to: string[]; subject: string; messageId: string; text: string; source: string }

/**
 * Reads a mail of the form in which ours are written: one part of text. Of another one the text is shown as it came. It knows the
 * encodings that nodemailer uses; to read any mail, a library would be needed.
 */
export function readMail(source: string): ReadMail {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/)
  const header = headersIn(head)
  const body = rest.join('\r\n\r\n')
  return {
    from: addressIn(header('from')),
    to: header('to').split(',').map(addressIn),
    subject: decodedWords(header('subject')),
    messageId: header('message-id').replace(/^<|>$/g, ''),
    text: decodedBody({ body, encoding: header('content-transfer-encoding').toLowerCase() })
      .replaceAll('\r\n', '\n')
      .trim(),
    source,
  }
}

/** The value of a header by its name; empty if it is missing. A long one goes on in lines that begin with a space. */
function headersIn(head: string): (name: string) => string {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const known = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  return (name) => known.get(name) ?? ''
}

function addressIn(text: string): string {
  return (/<([^>]*)>/.exec(text)?.[1] ?? text).trim()
}

function decodedBody({ body, encoding }: { body: string; encoding: string }): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? fromQuoted(body.replace(/=\r?\n/g, '')) : body
}

/** Words of a header that are not ASCII (RFC 2047); the space between two of them is none. */
function decodedWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : fromQuoted(words.replaceAll('_', ' ')),
    )
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
