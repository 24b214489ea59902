/**
 * The bytes of a body, or undefined if it has more than `limit`: the bytes are counted, and reading stops at the limit.
 *
 * @param limit in bytes
 */
export async function readUpTo({
  body,
  limit,
}: {
  body: ReadableStream<Uint8Array>
  limit: number
}): Promise<Blob | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength
    if (length > limit) {
      await reader.cancel()
      return undefined
    }
    parts.push(new Uint8Array(part.value))
  }
  return new Blob(parts)
}
