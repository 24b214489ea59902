import { extname } from 'node:path'
import JSZip from 'jszip'
import sharp from 'sharp'
import { ALL_COUNTRIES } from '@/domain/actor'
import { type Attack, pick, someOf, type Tally, tally } from './attack'
import type { Ground, Reply } from './ground'
import { hasSentence } from './hasSentence'
import { HOSTILE_NAMES, type HostilePicture, hostilePictures, PICTURE_MARK } from './hostilePictures'
import { importFile } from './importing'
import type { Visitor } from './visitor'

/**
 * Sends files that are not pictures, pictures that contain more than pixels, odd names, and pictures for other people's
 * countries, in each way that accepts pictures. A file that is not a picture is refused with a sentence and not stored;
 * of the others only the pixels are stored.
 */
export const uploads: Attack = async (ground, { short, random }) => {
  const counts = tally()
  const given = { ground, note: counts.note }
  const pictures = await hostilePictures()
  const senders = [ground.visitor('Lead Ireland'), ground.visitor('Coordinator')]
  for (const picture of pictures)
    for (const way of [byForm, byCollection]) {
      const visitor = pick(senders, random)
      await sendOne({ ...given, way, visitor, picture, country: visitor.role === 'coordinator' ? 'master' : 'ie' })
    }
  const imported = pictures.filter(({ bytes }) => bytes.length > 0 && bytes.length < 1_000_000)
  for (const picture of someOf(imported, short ? 4 : imported.length, random)) await importOne({ ...given, picture })
  const [good] = pictures.filter(({ isPicture }) => isPicture)
  if (!good) throw new Error('There is no picture that may be kept')
  for (const name of HOSTILE_NAMES)
    for (const way of [byForm, byCollection])
      await sendOne({
        ...given,
        way,
        visitor: ground.visitor('Lead Ireland'),
        country: 'ie',
        picture: { ...good, name, what: `a picture called ${name.slice(0, 60)}` },
      })
  const places = ground.visitors.flatMap((visitor) => COUNTRIES.map((country) => ({ visitor, country })))
  const foreign = places.filter((one) => !mayAdd(one))
  for (const place of someOf(foreign, short ? 40 : foreign.length, random))
    for (const way of [byForm, byCollection])
      await sendOne({ ...given, ...place, way, picture: { ...good, what: 'a picture for others', isPicture: false } })
  return counts.result()
}

const COUNTRIES = ['ie', 'gb', 'fr', 'ch', 'cy', 'it', 'es', 'master', 'all', 'IE', '../ie', '__proto__', '']
const DRAFTERS = ['admin', 'coordinator', 'national-lead', 'national-editor']

function mayAdd({ visitor: { role, country: of }, country }: { visitor: Visitor; country: string }): boolean {
  return DRAFTERS.includes(String(role)) && (of === ALL_COUNTRIES || of === country)
}

type Way = (given: { ground: Ground; visitor: Visitor; picture: HostilePicture; country: string }) => Promise<Reply>

const byForm: Way = ({ ground, visitor, picture, country }) => {
  const body = new FormData()
  body.set('file', fileOf(picture))
  body.set('country', country)
  return ground.ask(visitor, 'POST', '/api/pictures', { body })
}

const byCollection: Way = ({ ground, visitor, picture, country }) => {
  const body = new FormData()
  body.set('file', fileOf(picture))
  const lies = { filename: 'mine.html', mimeType: 'text/html', url: '//x', width: 20_000 }
  body.set('_payload', JSON.stringify({ ...lies, ...(country ? { country } : {}) }))
  return ground.ask(visitor, 'POST', '/api/media?locale=en', { body })
}

const fileOf = ({ bytes, name, type }: HostilePicture) => new File([new Uint8Array(bytes)], name, { type })

type Given = { ground: Ground; note: Tally['note'] }

async function sendOne({
  ground,
  note,
  way,
  ...sent
}: Given & { way: Way; visitor: Visitor; picture: HostilePicture; country: string }): Promise<void> {
  const { visitor, picture, country } = sent
  const before = await mediaOf(ground)
  const { status, text } = await way({ ground, ...sent })
  const what = `${visitor.name}: ${picture.what} for "${country}" ${way === byForm ? 'as a form' : 'to the collection'}`
  // Payload's own way is closed: only an action adds pictures.
  if (!picture.isPicture || way === byCollection) {
    const isRefused = status >= 400 && status < 500 && hasSentence(text)
    note(isRefused, `${what} answers ${status} ${text.slice(0, 200)}`)
    note((await mediaOf(ground)) === before, `${what} was refused and is kept`)
    return
  }
  const { doc, result } = Object(parsed(text))
  const filename = String(Object(doc ?? result).filename)
  note(status < 300, `${what} answers ${status} ${text.slice(0, 200)}`)
  if (status < 300) await isClean({ ground, note, visitor, filename, what })
}

async function importOne({ ground, note, picture }: Given & { picture: HostilePicture }): Promise<void> {
  // An import does not recognise a picture with another type of name: the text reports it as missing.
  const name = /\.(png|jpg|gif|webp|svg)$/.test(picture.name) ? `picture${extname(picture.name)}` : 'picture.png'
  const zip = new JSZip()
  zip.file('a.md', `# A part\n\nWords\n\n![What it shows](${name})\n`)
  zip.file(name, picture.bytes)
  const file = new File([new Uint8Array(await zip.generateAsync({ type: 'uint8array' }))], 'a.zip')
  const coordinator = ground.visitor('Coordinator')
  const known = new Set((await ground.stored('media')).map(({ filename }) => filename))
  const texts = new Set((await ground.stored('sections')).map(({ id }) => id))
  const slug = `uploads-${Date.now().toString(36)}`
  const { status, text } = await importFile({ ground, visitor: coordinator, slug, title: 'Uploads', file })
  const what = `An import with ${picture.what}`
  const isSaid = status >= 400 && status < 500 && hasSentence(text)
  note(status === 200 || isSaid, `${what} answers ${status} ${text.slice(0, 200)}`)
  // A picture with the pixels of another is not stored twice: the one that the text shows counts.
  const written = JSON.stringify((await ground.stored('sections')).filter(({ id }) => !texts.has(id)))
  const kept = (await ground.stored('media')).filter(({ id, filename }) => !known.has(filename) || written.includes(id))
  note(!picture.isPicture || kept.length > 0, `${what} keeps no picture: ${status} ${text.slice(0, 200)}`)
  for (const { filename } of kept) {
    note(picture.isPicture, `${what} keeps ${filename}`)
    await isClean({ ground, note, visitor: coordinator, filename: String(filename), what })
  }
}

/** The stored file: our own name, only the pixels, in an answer that runs nothing. */
async function isClean({
  ground,
  note,
  visitor,
  filename,
  what,
}: Given & { visitor: Visitor; filename: string; what: string }): Promise<void> {
  note(/^(master|[a-z]{2})-[0-9a-f]{64}(-\d+)?\.(png|jpg|webp)$/.test(filename), `${what} is kept as ${filename}`)
  const answer = await fetch(`${ground.url}/api/media/file/${encodeURIComponent(filename)}`, {
    headers: { cookie: visitor.cookie, origin: ground.url },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { headers } = answer
  const isHarmless =
    /^image\/(png|jpeg|webp)$/.test(headers.get('content-type') ?? '') &&
    headers.get('x-content-type-options') === 'nosniff' &&
    /sandbox/.test(headers.get('content-security-policy') ?? '')
  note(answer.status === 200 && isHarmless, `${what}: its file answers ${answer.status} ${headers.get('content-type')}`)
  if (answer.status !== 200) return
  const { exif, icc, xmp, iptc } = await sharp(bytes).metadata()
  const rest = [exif && 'EXIF', icc && 'a profile', xmp && 'XMP', iptc && 'IPTC'].filter(Boolean)
  note(
    rest.length === 0 && !bytes.includes(PICTURE_MARK),
    `${what}: its file still has ${rest.join(', ') || 'its notes'}`,
  )
}

async function mediaOf(ground: Ground): Promise<string | undefined> {
  return (await ground.fingerprint()).media
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
