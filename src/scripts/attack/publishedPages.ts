import sharp from 'sharp'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, pick, tally } from './attack'
import { crawl, differencesBetween, type Open } from './crawl'
import type { Ground } from './ground'
import type { Visitor } from './visitor'

/**
 * Opens every published page, lets everybody write whatever they can except publish, and opens every page again: each
 * is the same, byte for byte. Counts the accepted writes; a changed page is reported. The pages are made again each
 * time, because cached ones would be the same whatever was written.
 */
export const publishedPages: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const open: Open = async (address) => {
    const response = await fetch(`${ground.forgetfulUrl}${address}`)
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  }
  const pages = short ? { atMost: 150 } : {}
  const before = await crawl(open, pages)
  const wanted = short ? 40 : 500
  let taken = 0
  // Many are rightly refused: writing continues until enough were accepted.
  for (let attempt = 0; taken < wanted && attempt < 20 * wanted; attempt++) {
    const reply = await write(ground, random)
    if (reply >= 200 && reply < 300) {
      taken += 1
      note(true, '')
    }
  }
  if (taken < wanted / 2) throw new Error(`Of the writes only ${taken} were taken: too few to say anything`)
  for (const difference of differencesBetween(before, await crawl(open, pages))) note(false, difference)
  return result()
}

type Write = (ground: Ground, visitor: Visitor, random: () => number) => Promise<number>

async function write(ground: Ground, random: () => number): Promise<number> {
  const visitor = pick(ground.visitors, random)
  return pick(WRITES, random)(ground, visitor, random)
}

const WRITES: readonly Write[] = [
  patch('media', (words) => ({ alt: words, width: 20_000, height: 1, mimeType: 'image/gif', filename: 'other.png' })),
  patch('toolkits', (words, random) => ({ title: words, description: words, sample: random() < 0.5 })),
  patch('toolkits', (_, random) => ({ sourceLanguage: pick(['en', 'fr', 'el'], random) })),
  patch('countries', (words) => ({ name: words })),
  patch('users', (words) => ({ name: words })),
  addPicture,
  saveSection,
  adaptSection,
  adaptSection,
]

function patch(collection: string, change: (words: string, random: () => number) => object): Write {
  return async (ground, visitor, random) => {
    const { id, rev } = pick(await ground.stored(collection), random)
    const locale = pick(['en', 'fr', 'el'], random)
    const body = { ...change(wordsBy(random), random), rev }
    return (await ground.ask(visitor, 'PATCH', `/api/${collection}/${id}?locale=${locale}`, { body })).status
  }
}

async function addPicture(ground: Ground, visitor: Visitor, random: () => number): Promise<number> {
  const [r, g, b] = [0, 0, 0].map(() => Math.floor(random() * 256))
  const create = { width: 1, height: 1, channels: 3 as const, background: { r, g, b } }
  const bytes = await sharp({ create }).png().toBuffer()
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
  body.set('country', pick(['ie', 'cy', 'fr', 'master'], random))
  return (await ground.ask(visitor, 'POST', '/api/pictures', { body })).status
}

async function saveSection(ground: Ground, visitor: Visitor, random: () => number): Promise<number> {
  const section = pick(await ground.stored('sections'), random)
  const body = {
    toolkit: String(section.toolkit),
    key: section.key,
    seen: section.rev,
    language: pick(['en', 'fr'], random),
    title: wordsBy(random),
    body: await textWith(ground, random),
  }
  return (await ground.ask(visitor, 'POST', '/api/act/save-section', { body })).status
}

async function adaptSection(ground: Ground, visitor: Visitor, random: () => number): Promise<number> {
  const variant = pick(await ground.stored('variants'), random)
  const { key } = pick(
    (await ground.stored('sections')).filter(({ toolkit }) => String(toolkit) === String(variant.toolkit)),
    random,
  )
  const own = (await ground.stored('variant-sections')).find(
    (one) => String(one.variant) === variant.id && one.key === key,
  )
  const body = {
    variant: variant.id,
    key,
    seen: own?.rev ?? 0,
    language: pick(variant.languages as string[], random),
    body: await textWith(ground, random),
    reason: 'national-law',
  }
  return (await ground.ask(visitor, 'POST', '/api/act/adapt-section', { body })).status
}

async function textWith(ground: Ground, random: () => number) {
  const { id } = pick(await ground.stored('media'), random)
  return toLexical([
    block('paragraph', { runs: [text(wordsBy(random))] }),
    block('image', { attrs: { media: id, alt: wordsBy(random) } }),
  ])
}

const wordsBy = (random: () => number): string => `Written by chance ${Math.floor(random() * 1e9)}`
