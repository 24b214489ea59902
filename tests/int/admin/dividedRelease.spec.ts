import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importToolkit } from '@/actions/importToolkit'
import type { ImportedSection } from '@/domain/importing'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

const SIGNS = 'Write down the signs that you saw yourself, and nothing else.'
const PAPERS = 'Ask who holds the passport of the person, and the identity card.'
const PHONE = 'Let the person use a phone in a room without others.'
const LEAVE = 'Leave the room while the person speaks, and wait outside the door.'
const TOGETHER = 'Countries that use this text decide on these sections together, as one update.'
const DIVIDED = `Divided: a part of the text of 1 Signs is now in 2 Papers. ${TOGETHER}`
const JOINED = `Joined: the text of 3 Leave is now in 3 Phone. ${TOGETHER}`

let application: Application
let acting: Acting
let coordinator: Person
let toolkit: Toolkit

/**
 * Since the release the coordinator made a section of the end of the signs, joined the section about leaving the room to the one
 * about the phone, and changed another one.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({
    sections: sectionsOf({ Signs: [SIGNS, PAPERS], Phone: [PHONE], Leave: [LEAVE], Other: ['Other words.'] }),
  })
  await given.variant({ toolkit, country: 'ie' })
  await acting.succeed(coordinator, importToolkit, {
    ...{ slug: toolkit.slug, language: 'en', images: [], allowGone: 1 },
    seen: await acting.seenForImport(coordinator, toolkit.slug),
    sections: sectionsOf({ Signs: [SIGNS], Papers: [PAPERS], Phone: [PHONE, LEAVE], Other: ['New words of ours.'] }),
  })
})

afterAll(() => application.stop())

describe('a section that the next release divides or joins', () => {
  test('says so with the other sections in its place on the screen of the notes, and nothing is said of other sections', async () => {
    const html = await screen('notes')
    const saidIn = (title: string) => {
      const [, part = ''] = html.split(new RegExp(`<h2 id="h-[^"]*">\\d ${title}</h2>`))
      return wordsOf(part.split('<h2')[0] ?? '').trim()
    }
    for (const [title, became, sentence] of [
      ['Signs', 'Divided', DIVIDED],
      ['Papers', 'New, from 1', DIVIDED],
      ['Phone', 'Joined', JOINED],
      ['Leave', 'Removed, now in 3', JOINED],
    ] as const) {
      expect(saidIn(title)).toMatch(new RegExp(`^${became}`))
      expect(saidIn(title)).toContain(sentence)
    }
    expect(saidIn('Other')).toMatch(/^Changed/)
    expect(saidIn('Other')).not.toContain(TOGETHER)
  })

  test('is listed with what became of it', async () => {
    const [, list = ''] = (await screen('notes')).split('<ol class="pick">')
    expect(wordsOf(list.split('</ol>')[0] ?? '').trim()).toBe(
      '1 Signs No class Divided No note 2 Papers No class New, from 1 No note 3 Phone No class Joined No note 4 Other No class Changed No note 3 Leave No class Removed, now in 3 No note',
    )
  })

  test('is named once in the summary, with the sections that are decided with it', async () => {
    const said = wordsOf(await screen('summary'))
    expect(said).toContain(
      '1 Signs ( Divided ) 2 Papers ( New, from 1 ) 3 Phone ( Joined ) 4 Other 3 Leave ( Removed, now in 3 )',
    )
    for (const sentence of [DIVIDED, JOINED]) expect(said.split(sentence)).toHaveLength(2)
  })
})

async function screen(name: 'notes' | 'summary'): Promise<string> {
  const [{ NextReleaseView }, { ReleaseSummaryView }] = await Promise.all([
    import('@/admin/release/NextReleaseView'),
    import('@/admin/release/ReleaseSummaryView'),
  ])
  const isNotes = name === 'notes'
  return htmlOfScreen(application, {
    person: coordinator,
    view: isNotes ? NextReleaseView : ReleaseSummaryView,
    segments: ['framework', toolkit.id, 'release', ...(isNotes ? [] : ['summary'])],
  })
}

function sectionsOf(texts: Record<string, string[]>): ImportedSection[] {
  return Object.entries(texts).map(([title, body]) => ({
    ...{ source: 'a', depth: 1, title },
    body: body.flatMap((one) => words(one)),
  }))
}
