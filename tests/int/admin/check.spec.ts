import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { omitSection } from '@/actions/omitSection'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { block, type RichText, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let cyprus: Variant

const heading = (level: number, said: string) => block('heading', { attrs: { level }, runs: [text(said)] })
const linked = (said: string, address: string) => block('paragraph', { runs: [text(said, [], address)] })

const TITLES = ['Asking', 'Deadlines', 'Housing', 'Doctors']

/** The common text has an empty part. Cyprus writes Asking anew, adds to Deadlines, and leaves out Housing. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({
    slug: 'guide',
    sections: TITLES.map((title) => {
      const body: RichText = [...words(`Common text of ${title}.`), heading(2, `Nothing about ${title}`)]
      return { source: 'guide', depth: 1, title, body }
    }),
  })
  cyprus = await given.variant({ country: 'cy', toolkit, languages: ['el', 'en'] })
  const own = { variant: cyprus.id, seen: 0, language: 'en' }
  const ours = [linked('Ask here', '/cy/en/guide/gone'), heading(3, 'Where'), ...words('In Nicosia.')]
  await acting.succeed(cyprus.lead, adaptSection, {
    ...{ ...own, key: keyOf('Asking'), body: toLexical(ours), reason: 'national-law' },
  })
  await acting.succeed(cyprus.lead, supplementSection, {
    ...{
      ...own,
      key: keyOf('Deadlines'),
      addition: toLexical([linked('More', '/common/en/guide/deadlines'), block('quote')]),
    },
  })
  await acting.succeed(cyprus.lead, omitSection, {
    ...{ ...own, key: keyOf('Housing'), reason: 'does-not-exist-here', explanation: 'Nobody does this here.' },
  })
  await acting.succeed(cyprus.lead, translateSection, {
    ...{ ...own, key: keyOf('Doctors'), language: 'el', title: 'Ιατροί' },
    body: toLexical([heading(2, 'Ποιος πληρώνει'), heading(2, 'Πού'), ...words('Στο νοσοκομείο.')]),
  })
})

afterAll(() => application.stop())

function keyOf(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? ''
}

async function version(person: Person, lang = ''): Promise<string> {
  const { VersionCheckView } = await import('@/admin/check/VersionCheckView')
  const segments = ['version', cyprus.id, 'check']
  return htmlOfScreen(application, { person, view: VersionCheckView, segments, searchParams: { lang } })
}

async function framework(person: Person): Promise<string> {
  const { FrameworkCheckView } = await import('@/admin/check/FrameworkCheckView')
  return htmlOfScreen(application, { person, view: FrameworkCheckView, segments: ['framework', toolkit.id, 'check'] })
}

describe('the check of a national version', () => {
  test('lists what the country wrote, the most urgent first, by section, with its counts', async () => {
    const said = wordsOf(await version(cyprus.lead, 'en'))
    expect(said).toMatch(
      /Must be corrected 1 1 Asking A link leads to a section that is not there: \/cy\/en\/guide\/gone\./,
    )
    expect(said).toMatch(
      /Should be looked at 2 1 Asking The first heading is of level 3\..* 2 Deadlines A quotation has no words\./,
    )
    expect(said).toMatch(/Advice 0 Nothing was found\./)
    expect(said).toMatch(/3 sections, \d+ words\. Reading all of it takes about 1 minute\./)
    expect(said).not.toContain('3 Housing')
  })

  test('lists apart what stands in the words of the common framework', async () => {
    expect(wordsOf(await version(cyprus.lead, 'en'))).toMatch(
      /In the words of the common framework 1 .* 4 Doctors Nothing is written .* Nothing about Doctors/,
    )
  })

  test('leads to each place by its words', async () => {
    const html = await version(cyprus.lead, 'en')
    const section = `/admin/version/${cyprus.id}/section/${keyOf('Asking')}?lang=en`
    expect(html).toContain(`href="${section}#body=Ask%20here"`)
    expect(html).toContain(`href="${section}#body=Where"`)
    expect(html).toContain(`/section/${keyOf('Deadlines')}?lang=en#addition=More"`)
  })

  test('is of each language of the version, and says how many sections are not written in it', async () => {
    const said = wordsOf(await version(cyprus.lead, 'el'))
    expect(said).toMatch(/English 3 Greek 1/)
    expect(said).toMatch(/4 Ιατροί Nothing is written under this heading\. Ποιος πληρώνει/)
    expect(said).toMatch(/2 sections are not wholly written in this language yet \(Greek\)/)
  })

  test('is open to those who may read the version, and to nobody else', async () => {
    for (const person of [cyprus.lead, await given.reviewer('cy'), coordinator])
      expect(wordsOf(await version(person, 'en'))).toContain('Must be corrected')
    for (const person of [await given.lead('ie'), await given.reviewer('ie')]) {
      const said = wordsOf(await version(person, 'en'))
      expect(said).not.toContain('Must be corrected')
      expect(said).not.toContain('Asking')
    }
  })
})

test('the check of the common framework is of its working text, for everybody who works on a version', async () => {
  const said = wordsOf(await framework(coordinator))
  expect(said).toMatch(/Should be looked at 4 1 Asking Nothing is written under this heading\. Nothing about Asking/)
  expect(said).not.toContain('In the words of the common framework')
  expect(wordsOf(await framework(cyprus.lead))).toContain('Should be looked at 4')
})
