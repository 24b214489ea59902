import sharp, { type Sharp } from 'sharp'
import { pictureType } from '@/domain/pictureType'
import { type Outcome, refuse } from '@/domain/refusal'
import { inTurn } from './drawingTurns'

// It would take as many threads for one picture as there are processors, from those who read the site meanwhile.
sharp.concurrency(1)

/** A picture as it is stored: pixels and nothing else, measured by us. */
export type CleanPicture = { bytes: Uint8Array; mimeType: string; ending: string; width: number; height: number }

/** A scan of a large page has less; more would take the memory of the server. All frames of a moving picture count. */
const MOST_PIXELS = 50_000_000
const LONGEST_SECONDS = 20

/**
 * Draws a picture again from its pixels: upright, in the colours of the web, without place, camera, author or any other note in
 * the file. PNG, JPEG and WebP stay what they are, GIF becomes WebP, which moves as well. What is no picture, is damaged or has
 * more than 50 million pixels is refused. It waits for its turn (`isCrowded` says whether that is long).
 */
export async function cleanPicture(given: Uint8Array): Promise<Outcome<CleanPicture>> {
  const type = pictureType(given)
  return type ? inTurn(() => drawnAgain({ given, type })) : refuse('refusal.picture-kind')
}

async function drawnAgain({ given, type }: { given: Uint8Array; type: string }): Promise<Outcome<CleanPicture>> {
  try {
    const { pixels, pages } = await measured(given)
    if (pixels > MOST_PIXELS) return refuse('refusal.picture-too-large', { megapixels: MOST_PIXELS / 1e6 })
    const animated = pages > 1
    const drawn = sharp(given, { animated, failOn: 'truncated', limitInputPixels: MOST_PIXELS }).timeout({
      seconds: LONGEST_SECONDS,
    })
    // A moving picture has no orientation.
    const upright = animated ? drawn : drawn.autoOrient()
    const { data, info } = await encoded(upright, type).toBuffer({ resolveWithObject: true })
    return {
      ok: true,
      result: {
        bytes: data,
        mimeType: `image/${info.format}`,
        ending: ENDINGS[info.format] ?? '',
        width: info.width,
        // All frames lie below each other.
        height: info.pageHeight ?? info.height,
      },
    }
  } catch {
    // Whatever sharp cannot read: it says so in its own words, which help nobody.
    return refuse('refusal.picture-unreadable')
  }
}

/** The pixels of all frames, by what the file says of itself; 0 where it is no picture. Nothing is drawn. */
export async function countPixels(given: Uint8Array): Promise<number> {
  return measured(given).then(
    ({ pixels }) => pixels,
    () => 0,
  )
}

async function measured(given: Uint8Array): Promise<{ pixels: number; pages: number }> {
  const { width, height, pages = 1 } = await sharp(given, { limitInputPixels: false }).metadata()
  return { pixels: width * height * pages, pages }
}

const ENDINGS: Record<string, string> = { png: '.png', jpeg: '.jpg', webp: '.webp' }

function encoded(picture: Sharp, type: string): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png({ compressionLevel: 9 })
    case 'image/jpeg':
      return picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    case 'image/gif':
      return picture.webp({ lossless: true })
    default:
      return picture.webp({ quality: 90 })
  }
}
