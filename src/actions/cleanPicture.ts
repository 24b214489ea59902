import sharp, { type Sharp } from 'sharp'
import { pictureType } from '@/domain/pictureType'
import { type Outcome, refuse } from '@/domain/refusal'
import { inTurn } from './drawingTurns'

// Otherwise it would take as many threads for one picture as there are processors, and readers of the site would wait.
sharp.concurrency(1)

/** A picture as it is stored: only pixels, measured by us. */
export type CleanPicture = { bytes: Uint8Array; mimeType: string; ending: string; width: number; height: number }

/** A scan of a large page has less; more would exhaust the memory of the server. All frames of an animation count. */
const MOST_PIXELS = 50_000_000
const LONGEST_SECONDS = 20

/**
 * Redraws a picture from its pixels: upright, in sRGB, without location, camera, author or any other metadata. PNG,
 * JPEG and WebP keep their format; GIF becomes WebP, which can be animated too. Refuses what is not a picture, is
 * damaged, or has more than 50 million pixels. It waits for its turn (`isCrowded` says whether the queue is full).
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
    // An animation has no orientation.
    const upright = animated ? drawn : drawn.autoOrient()
    const { data, info } = await encoded(upright, type).toBuffer({ resolveWithObject: true })
    return {
      ok: true,
      result: {
        bytes: data,
        mimeType: `image/${info.format}`,
        ending: ENDINGS[info.format] ?? '',
        width: info.width,
        // All frames are below each other.
        height: info.pageHeight ?? info.height,
      },
    }
  } catch {
    // sharp cannot read it; its own message would not help anybody.
    return refuse('refusal.picture-unreadable')
  }
}

/** The pixels of all frames, as the file declares; 0 if it is not a picture. Nothing is drawn. */
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
