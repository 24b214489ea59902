import { describe, expect, test } from 'vitest'
import type { ChangeClass } from '@/domain/changeNote'
import type { Baseline, ManifestEntry, Release } from '@/domain/release'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { pageAt } from '@/reader/pageAt'
import { respond } from '@/reader/respond'
import type { ReaderSource } from '@/reader/source'
import { writePage } from '@/reader/writtenPage'
import { elementsOf } from './html'
import { comparing, content, releases, sampleSource } from './publishedSample'

const SITE = 'https://toolkits.example.org'
const ORIGINS = { en: 'common', el: 'translation' } as const
const FROM_FIRST = { el: { title: 'm1', summary: 'm1', body: 'm1' } }

const said = (words: string): RichText => [block('paragraph', { id: 'a', runs: [text(words)] })]
const texts = (body: SectionContent['body']): SectionContent =>
  content('assess', 'Assess', { title: { en: 'Assess', ...(body.el ? { el: 'Αξιολόγηση' } : {}) }, body })

const WORDS: Record<string, SectionContent> = {
  first: texts({ en: said('Within 30 days.') }),
  second: texts({ en: said('Within 10 days.') }),
  greek: texts({ en: said('Within 10 days.'), el: said('Εντός 30 ημερών.') }),
}

/** Cyprus follows common framework 2.2 with a Greek translation, of which its release says this. */
function translated({
  translatedFrom,
  changes = 'clarification',
  baseline = { saysOrigins: true },
  first = 'first',
  mode = 'inherit',
}: {
  translatedFrom?: ManifestEntry['translatedFrom']
  changes?: ChangeClass
  baseline?: Partial<Baseline>
  first?: string
  mode?: ManifestEntry['mode']
} = {}): ReaderSource {
  const blobs: Record<string, Partial<ManifestEntry>> = {
    m1: { blob: first },
    m2: { blob: 'second' },
    cy1: {
      ...{ mode, blob: 'greek', baseBlob: 'second', provenance: { title: ORIGINS, body: ORIGINS } },
      ...(translatedFrom ? { translatedFrom } : {}),
    },
  }
  const given: Record<string, Partial<Release>> = {
    m2: { changes: [{ key: 'assess', class: changes, note: 'Ten days.', decideBy: null }] },
    cy1: { baseline: { release: 'm2', version: '2.2', seq: 2, ...baseline } },
  }
  const all = releases.map((one): Release => {
    const manifest = one.manifest.map((entry) => (entry.key === 'assess' ? { ...entry, ...blobs[one.id] } : entry))
    return { ...one, ...given[one.id], manifest }
  })
  const words = (hashes: readonly string[]) =>
    hashes.flatMap((hash) => (WORDS[hash] ? [[hash, WORDS[hash]] as const] : []))
  return comparing({
    ...sampleSource,
    heads: all.map(({ manifest: _, pictures: __, ...head }) => head),
    release: async (id) => all.find((one) => one.id === id),
    contents: async (hashes) => new Map([...(await sampleSource.contents(hashes)), ...words(hashes)]),
    facts: async (hashes) => new Map([...(await sampleSource.facts(hashes)), ...words(hashes)]),
  })
}

async function open(source: ReaderSource, address = '/cy/el/special-needs/assess') {
  const url = new URL(address, SITE)
  const page = await pageAt({ path: url.pathname, search: url.searchParams, origin: url.origin, source })
  const html = await respond(await writePage(page), new Request(url)).text()
  const elements = elementsOf(html)
  const meta = elements.find(({ attributes }) => attributes.class === 'meta wide')?.text ?? ''
  const notes = elements.filter(({ attributes }) => attributes.class === 'note').map((one) => one.text)
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href)
  return { html, meta, notes, links, isPartial: page.isPartial }
}

describe('a translation whose common text has changed since', () => {
  test('is not called the same as the common text: the page says from which release it was translated', async () => {
    const { meta } = await open(translated({ translatedFrom: FROM_FIRST }))
    expect(meta).not.toContain('Όπως στο κοινό πλαίσιο')
    expect(meta).toContain('Βασίζεται στο κοινό πλαίσιο 2.2.')
    expect(meta).toContain('Μεταφράστηκε από την Κύπρο με βάση το κοινό πλαίσιο 2.1')
    expect(meta).toContain('από τότε το κοινό κείμενο έχει αλλάξει')
  })

  test('links to what has changed since, and to the common text in its own language, which exist', async () => {
    const source = translated({ translatedFrom: FROM_FIRST })
    const { links } = await open(source)
    const [changes, common] = [
      '/common/en/special-needs/v/2.2/changes/2.1/assess',
      '/common/en/special-needs/v/2.2/assess',
    ]
    expect(links).toEqual(expect.arrayContaining([changes, common]))
    expect((await open(source, changes)).html).toContain('Ten days.')
    expect((await open(source, common)).html).toContain('Within 10 days.')
  })

  test('has a box above the text if a change that it lacks is urgent, and only then', async () => {
    expect((await open(translated({ translatedFrom: FROM_FIRST }))).notes).toEqual([])
    const { notes } = await open(translated({ translatedFrom: FROM_FIRST, changes: 'urgent' }))
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('Από αυτή τη μετάφραση λείπει μια επείγουσα αλλαγή')
  })

  test('is named beside the text of a section that the country changed in another language', async () => {
    const { meta } = await open(translated({ translatedFrom: FROM_FIRST, mode: 'supplement' }))
    expect(meta).toContain('Κοινό κείμενο με προσθήκη')
    expect(meta).toContain('από τότε το κοινό κείμενο έχει αλλάξει')
  })

  test('is as in the common framework where its paragraphs were settled, or where the text says the same', async () => {
    const settled = { el: { ...FROM_FIRST.el, settled: { a: 'm2' } } }
    for (const source of [
      translated(),
      translated({ translatedFrom: settled }),
      translated({ translatedFrom: FROM_FIRST, first: 'second' }),
    ])
      expect((await open(source)).meta).toContain('Όπως στο κοινό πλαίσιο 2.2. Μεταφράστηκε από την Κύπρο.')
  })

  test('says nothing in the language in which the common text was written', async () => {
    const { meta } = await open(translated({ translatedFrom: FROM_FIRST }), '/cy/en/special-needs/assess')
    expect(meta).toContain('As in common framework 2.2.')
  })

  test('says that it is not known from which text it was translated if its release does not say so', async () => {
    const earlier = translated({ baseline: {} })
    const { meta } = await open(earlier)
    expect(meta).toContain('Βασίζεται στο κοινό πλαίσιο 2.2.')
    expect(meta).toContain('Η έκδοση δεν αναφέρει με βάση ποιο κοινό κείμενο.')
    const onFirst = translated({ baseline: { version: '2.1', seq: 1 } })
    expect((await open(onFirst)).meta, 'there was no other text').toContain('Όπως στο κοινό πλαίσιο 2.1.')
  })

  test('does not claim to be current if the text from which it was translated cannot be read, and is not kept so', async () => {
    const source = translated({ translatedFrom: FROM_FIRST, first: 'lost' })
    const { meta, isPartial } = await open(source)
    expect(meta).not.toContain('Όπως στο κοινό πλαίσιο')
    expect(isPartial).toBe(true)
  })

  test('reads the text of its own section only', async () => {
    const source = translated({ translatedFrom: FROM_FIRST })
    const asked: string[] = []
    const watched = {
      ...source,
      contents: (hashes: readonly string[]) => {
        asked.push(...hashes)
        return source.contents(hashes)
      },
    }
    await open(watched)
    expect(asked.toSorted()).toEqual(['first', 'greek', 'second'])
  })
})
