import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A word that the application must not return with any picture. */
export const PICTURE_MARK = 'carried-by-a-picture'

/** A file that is sent as a picture; `isPicture` if its pixels may be stored. */
export type HostilePicture = { what: string; name: string; type: string; bytes: Uint8Array; isPicture: boolean }

const SCRIPT = `<script>alert("${PICTURE_MARK}")</script>`

/** Names that a browser or a server might take for something other than a name. */
export const HOSTILE_NAMES = [
  '../../../../etc/passwd',
  '..\\..\\a.png',
  'a.php',
  'a.html',
  'a.png\u0000.html',
  '\u202Egnp.exe',
  `"><img src=x onerror=alert(1)>.png`,
  '.htaccess',
  'CON',
  `${'a'.repeat(1000)}.png`,
]

/** Files that should be refused, and pictures that contain more than pixels. */
export async function hostilePictures(): Promise<HostilePicture[]> {
  const png = await sharp(PLAIN).png().toBuffer()
  const jpeg = await sharp(PLAIN)
    .withExif({
      IFD0: { Artist: PICTURE_MARK, ImageDescription: SCRIPT },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  const webp = await sharp(PLAIN)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- ${PICTURE_MARK} --></x:xmpmeta>`)
    .webp()
    .toBuffer()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
  return [
    no('a drawing with script', 'a.svg', 'image/svg+xml', bytesOf(svg)),
    no('a drawing that is called a PNG', 'a.png', 'image/png', bytesOf(svg)),
    no('a page', 'a.png', 'image/png', bytesOf(`<!doctype html>${SCRIPT}`)),
    no('a script that begins as a GIF', 'a.gif', 'image/gif', bytesOf(`GIF89a/*${SCRIPT}*/=1;alert(1)`)),
    no('a script that begins as a WebP', 'a.webp', 'image/webp', bytesOf(`RIFF0000WEBP${SCRIPT}`)),
    no('a PDF', 'a.png', 'image/png', bytesOf('%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>')),
    no('a program', 'a.png', 'image/png', bytesOf(`\u007fELF${'\u0000'.repeat(100)}`)),
    no('nothing', 'a.png', 'image/png', new Uint8Array()),
    no('20,000 × 20,000 pixels', 'a.png', 'image/png', withSize(png, 20_000)),
    no('a height of two thousand million', 'a.png', 'image/png', withSize(png, 2_147_483_647)),
    no('half of a picture', 'a.jpg', 'image/jpeg', (await noise()).subarray(0, 2000)),
    no('11 megabytes', 'a.png', 'image/png', new Uint8Array(11 * 1024 * 1024).fill(65)),
    yes('a photograph with place and author', 'a.jpg', 'image/jpeg', jpeg),
    yes('a WebP with notes', 'a.webp', 'image/webp', webp),
    yes('a PNG with a note', 'a.png', 'image/png', withNote(png)),
    yes('a PNG with a page behind it', 'a.png', 'image/png', Buffer.concat([png, bytesOf(`<html>${SCRIPT}`)])),
    yes(
      'a JPEG with a zip behind it',
      'a.jpg',
      'image/jpeg',
      Buffer.concat([jpeg, bytesOf(`PK\u0003\u0004${SCRIPT}`)]),
    ),
    yes('a PNG that is called a page', 'a.html', 'text/html', png),
  ]
}

const PLAIN = { create: { width: 24, height: 16, channels: 3 as const, background: '#1a5fb4' } }

type Given = [what: string, name: string, type: string, bytes: Uint8Array]
const no = (...[what, name, type, bytes]: Given) => ({ what, name, type, bytes, isPicture: false })
const yes = (...[what, name, type, bytes]: Given) => ({ what, name, type, bytes, isPicture: true })

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** Random pixels, so that the file is long enough to be cut. */
function noise(): Promise<Buffer> {
  const width = 100
  const pixels = Uint8Array.from({ length: width * width * 3 }, (_, n) => (n * 7919) % 251)
  return sharp(pixels, { raw: { width, height: width, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer()
}

/** Declares another width and height than the pixels that follow: 8 bytes signature, 4 length, 4 name, then both. */
function withSize(png: Buffer, size: number): Uint8Array {
  const changed = Buffer.from(png)
  changed.writeUInt32BE(size, 16)
  changed.writeUInt32BE(size, 20)
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29)
  return changed
}

/** A text chunk after the header, which ends at byte 33. */
function withNote(png: Buffer): Uint8Array {
  const content = bytesOf(`tEXtComment\u0000${SCRIPT}`)
  const chunk = Buffer.alloc(content.length + 8)
  chunk.writeUInt32BE(content.length - 4, 0)
  chunk.set(content, 4)
  chunk.writeUInt32BE(crc32(content), content.length + 4)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}
