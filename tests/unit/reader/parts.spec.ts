import { describe, expect, test, vi } from 'vitest'
import { LANGUAGES, type Language } from '@/domain/language'
import { saidIn } from '@/domain/said'
import { type Address, pathOf, readAddress } from '@/domain/siteAddress'
import { whyOf } from '@/domain/why'
import { countryWords } from '@/reader/countryWords'
import { knownChanges } from '@/reader/knownChanges'
import { knownFacts } from '@/reader/knownFacts'
import { sharedQuestion } from '@/reader/sharedQuestion'
import { publicationsOf, standingOf } from '@/reader/standing'
import { parseContent } from '@/stored/content'
import { contents, releases, sampleSource } from './publishedSample'

describe('an address', () => {
  const address: Address = { country: 'ie', language: 'en', toolkit: 'special-needs' }

  test.each<Address>([
    address,
    { ...address, country: 'master' },
    { ...address, section: 'ποιος-αποφασιζει' },
    { ...address, compare: true },
    { ...address, section: 'assess', compare: true },
    { ...address, version: '2.0' },
    { ...address, version: '2.0', section: 'assess' },
    { ...address, version: '2.0', section: 'assess', compare: true },
    { ...address, version: '2.0', compare: true },
  ])('is read as written: $section $version $compare', (given) => {
    expect(readAddress(pathOf(given))).toEqual({ ok: true, address: given })
  })

  test.each([
    '/',
    '/ie',
    '/ie/en',
    '/ie/xx/t',
    '/ie/en/t/v',
    '/ie/en/t/v/1/v/2',
    '/ie/en/t/a/b',
    '/ie/en/t/a/compare/b',
  ])('%s is not an address of the site', (path) => {
    expect(readAddress(path).ok).toBe(false)
  })
})

describe('a text in a language', () => {
  test('is marked if it replaces a text in another language', () => {
    expect(saidIn({ en: 'a', el: 'α' }, { language: 'el', source: 'en' })).toEqual({
      value: 'α',
      language: 'el',
      standsIn: false,
    })
    expect(saidIn({ en: 'a' }, { language: 'el', source: 'en' })).toEqual({
      value: 'a',
      language: 'en',
      standsIn: true,
    })
    expect(saidIn({ de: 'a' }, { language: 'el', source: 'en' })).toEqual({
      value: 'a',
      language: 'de',
      standsIn: true,
    })
  })

  test('is not shown if nobody wrote it, and stays empty if somebody emptied it', () => {
    expect(saidIn({}, { language: 'el', source: 'en' })).toBeUndefined()
    expect(saidIn({ el: '', en: 'a' }, { language: 'el', source: 'en' })).toBeUndefined()
    expect(saidIn({ el: ' ', en: 'a' }, { language: 'el', source: 'en' })).toBeUndefined()
  })

  test('that explains a difference replaces a missing explanation, or one that is only white space', () => {
    for (const el of [undefined, '', '  ']) {
      const explanation = { en: 'Why.', ...(el === undefined ? {} : { el }) }
      const why = whyOf({ explanation }, { language: 'el', source: 'en' })
      expect(why).toEqual({ explanation: { value: 'Why.', language: 'en', standsIn: true } })
    }
  })
})

describe('a release', () => {
  const heads = releases.filter(({ country }) => country === 'es')
  const [first, withdrawal] = heads
  const again = first && { ...first, id: 'es3', seq: 3, version: '1.1' }

  test('that was withdrawn stays withdrawn when there is a new one, and links to it', () => {
    if (!first || !withdrawal || !again) throw new Error('The sample has no withdrawn release')
    const publications = publicationsOf([again, withdrawal, first])
    expect(publications.newest).toBe(again)
    expect(standingOf(first, publications)).toEqual({ is: 'withdrawn', withdrawal, newest: again })
    expect(standingOf(again, publications)).toEqual({ is: 'newest' })
  })

  test('that precedes a withdrawn one is not called withdrawn itself', () => {
    if (!first || !withdrawal || !again) throw new Error('The sample has no withdrawn release')
    const later = { ...withdrawal, id: 'es4', seq: 4, version: '1.1' }
    const publications = publicationsOf([first, again, later])
    expect(standingOf(first, publications)).toEqual({ is: 'before-withdrawn', withdrawal: later })
    expect(standingOf(again, publications)).toEqual({ is: 'withdrawn', withdrawal: later })
  })

  test('must not be used while the version is withdrawn', () => {
    const publications = publicationsOf(heads)
    expect(publications.newest).toBeUndefined()
    expect(publications.withdrawn).toBe(withdrawal)
  })
})

describe('the changes of sections in a release', () => {
  const [before, after] = ['m1', 'm2'].map((id) => releases.find((one) => one.id === id))
  let contents: string[] = []
  const changesOf = knownChanges({
    contents: (hashes) => {
      contents.push(...hashes)
      return sampleSource.contents(hashes)
    },
  })
  const asked = async (language: Language, languages: Language[] = [...LANGUAGES]) => {
    contents = []
    if (!before || !after) throw new Error('The sample has no two releases of the common framework')
    const changes = await changesOf({ before: { ...before, languages }, after, language })
    return { changes: changes.map(({ key, became }) => [key, became]), contents }
  }

  test('are found from the texts that differ, and compared once for each language', async () => {
    const first = await asked('it')
    expect(first.changes).toEqual([['assess', 'changed']])
    expect(first.contents.length).toBe(2)
    expect(await asked('it')).toEqual({ changes: first.changes, contents: [] })
    expect((await asked('es')).contents.length).toBe(2)
  })

  test('are found in a language that the previous release lacked, if a section has words in it', async () => {
    const { changes } = await asked('fr', ['en'])
    expect(changes).toContainEqual(['understand', 'changed'])
    expect((await asked('fr')).changes).toEqual([['assess', 'changed']])
  })
})

test('the facts about all contents are returned, even about more than are kept in memory', async () => {
  const asked: string[][] = []
  const facts = knownFacts({
    contents: (hashes) => {
      asked.push([...hashes])
      return sampleSource.contents(hashes)
    },
    most: 2,
  })
  const hashes = [...new Set(releases.flatMap(({ manifest }) => manifest.map(({ blob }) => blob)))]
  expect(hashes.length).toBeGreaterThan(3)
  const [first = '', ...others] = hashes
  expect([...(await facts([first])).keys()]).toEqual([first])
  expect([...(await facts([...others, first])).keys()].toSorted()).toEqual(hashes.toSorted())
  expect(asked).toEqual([[first], others])
})

describe('a shared query', () => {
  /** A query whose results, the time numbers of the requests, arrive when the test says so. */
  function asking() {
    const waiting: ((answer: 'comes' | 'fails') => void)[] = []
    let count = 0
    const ask = sharedQuestion(() => {
      const number = ++count
      return new Promise<number>((resolve, reject) =>
        waiting.push((answer) => (answer === 'comes' ? resolve(number) : reject(new Error(`No answer to ${number}`)))),
      )
    })
    return { ask, waiting, isAsked: (number: number) => vi.waitFor(() => expect(waiting.length).toBe(number)) }
  }

  test('runs once for all requests before it starts, and again for those after it', async () => {
    const { ask, waiting, isAsked } = asking()
    const first = [ask(), ask()]
    await isAsked(1)
    const later = [ask(), ask(), ask()]
    waiting[0]?.('comes')
    expect(await Promise.all(first)).toEqual([1, 1])
    await isAsked(2)
    waiting[1]?.('comes')
    expect(await Promise.all(later)).toEqual([2, 2, 2])
    const last = ask()
    await isAsked(3)
    waiting[2]?.('comes')
    expect(await last).toBe(3)
  })

  test('that fails runs again for the requests after it', async () => {
    const { ask, waiting, isAsked } = asking()
    const first = ask()
    await isAsked(1)
    const later = ask()
    waiting[0]?.('fails')
    await expect(first).rejects.toThrow('No answer to 1')
    await isAsked(2)
    waiting[1]?.('comes')
    expect(await later).toBe(2)
  })
})

test('a country that is missing from the catalogues is shown with its own name', () => {
  const malta = { code: 'mt', name: { en: 'Malta', fr: 'Malte' } }
  expect(countryWords(malta, 'en').by).toBe('by Malta')
  for (const language of LANGUAGES) expect(countryWords(malta, language).for).toContain('Malt')
})

test('stored content is read as it was written, and anything else is rejected', () => {
  const stored = JSON.parse(JSON.stringify(contents['assess-ie']))
  expect(parseContent(stored, 'Blob b')).toEqual(contents['assess-ie'])
  expect(() => parseContent({ ...stored, body: { en: [{ kind: 'script' }] } }, 'Blob b')).toThrow()
})
