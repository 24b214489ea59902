import { answer } from '@/reader/answer'
import { publishedFile } from '@/reader/queries'

export const dynamic = 'force-dynamic'

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** A picture that a release shows. The file of an id never changes. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const file = await publishedFile(id)
  if (!file || !PICTURES.has(file.mimeType)) return answer(request)
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.mimeType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
