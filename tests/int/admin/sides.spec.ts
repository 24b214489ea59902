import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { omitSection } from '@/actions/omitSection'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

const OURS = 'Common words of Before you start.'

let application: Application
let acting: Acting
let toolkit: Toolkit
let variant: Variant
let ownKey: string
let stranger: Person

/** Ireland, in English and Greek: it adapts, supplements, translates and leaves out, and has a section of its own. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  toolkit = await given.toolkit()
  variant = await given.variant({ country: 'ie', toolkit, languages: ['en', 'el'] })
  stranger = (await given.variant({ country: 'cy', toolkit, languages: ['en'] })).lead
  const [first, second, third] = toolkit.sections.map(({ key }) => key)
  const own = { variant: variant.id, seen: 0, language: 'en' }
  await acting.succeed(variant.lead, adaptSection, { ...own, key: first, body: typed(OURS), reason: 'other' })
  await acting.succeed(variant.lead, translateSection, {
    ...{ ...own, key: second, language: 'el' },
    ...{ title: 'Η συζήτηση', body: typed('Μετάφραση 7.') },
  })
  await acting.succeed(variant.lead, omitSection, {
    ...own,
    key: third,
    reason: 'does-not-exist-here',
    explanation: 'No such step.',
  })
  const added = { variant: variant.id, after: first, language: 'en', title: 'Only here' }
  await acting.succeed(variant.lead, addSection, { ...added, body: typed('Only ours.') })
  const sections = await application.payload.find({
    collection: 'variant-sections',
    where: { mode: { equals: 'local' } },
    overrideAccess: true,
  })
  ownKey = String(sections.docs[0]?.key)
})

afterAll(() => application.stop())

async function html(key: string | undefined, searchParams: Record<string, string> = {}, person = variant.lead) {
  const { SidesView } = await import('@/admin/sides/SidesView')
  const segments = ['version', variant.id, 'section', key ?? '', 'sides']
  return htmlOfScreen(application, { person, view: SidesView, segments, searchParams })
}

const keyOf = (index: number) => toolkit.sections[index]?.key

describe('a section side by side', () => {
  test('has a row for each paragraph of both texts, with the words of one language marked', async () => {
    const page = await html(keyOf(0))
    expect(wordsOf(page)).toMatch(/Common framework 1\.0 \(English\) Text: Ireland \(English\)/)
    expect(wordsOf(page)).toMatch(/Title Kept .* Text Changed/)
    expect(page).toMatch(/<del>.*text.*<\/del> of Before.*<ins>.*words.*<\/ins> of Before/s)
    expect(page).toContain('role="rowheader"')
  })

  test('shows only the rows that an address names, and says so if there are none', async () => {
    expect(wordsOf(await html(keyOf(0), { show: 'changed' }))).not.toMatch(/ Kept (?!\d)/)
    expect(wordsOf(await html(keyOf(0), { show: 'moved' }))).toContain('No row has this status now.')
    expect(wordsOf(await html(keyOf(0), { show: 'nonsense' }))).toContain('Kept')
  })

  test('puts a translation beside the common text, without comparing words, and says which figures differ', async () => {
    const words = wordsOf(await html(keyOf(1), { lang: 'el' }))
    expect(words).toContain('(Greek)')
    expect(words).toContain('The texts are in two languages')
    expect(words).toContain('Μετάφραση 7.')
    expect(words).toContain('Only in the national text: 7.')
    expect(words).not.toContain('[added]')
    expect(wordsOf(await html(keyOf(0), { lang: 'el' }))).toMatch(/Title Not translated yet .* Text Not translated yet/)
  })

  test('says that a section is not used here, and that it is the common text', async () => {
    const words = wordsOf(await html(keyOf(2)))
    expect(words).toContain('This section is not used here')
    expect(words).toContain('Left out')
    expect(wordsOf(await html(keyOf(1), { lang: 'en' }))).toContain('Nothing is changed in this section')
  })

  test('shows a supplement as a row of the country alone', async () => {
    const added = { variant: variant.id, key: keyOf(1), seen: 1, language: 'en', addition: typed('Call us.') }
    await acting.succeed(variant.lead, supplementSection, { ...added, reason: 'national-service' })
    const words = wordsOf(await html(keyOf(1), { lang: 'en', show: 'added' }))
    expect(words).toContain('Not in the common text')
    expect(words).toContain('Call us.')
  })

  test('says of a national section that no common text stands beside it', async () => {
    expect(wordsOf(await html(ownKey))).toContain('Only this country has this section.')
  })

  test('is not there for people of another country', async () => {
    expect(wordsOf(await html(keyOf(0), {}, stranger))).toContain('Page not found')
  })
})
