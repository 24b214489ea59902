import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { comparedHistory } from '@/admin/history/comparedHistory'
import { type Entry, loadHistory } from '@/admin/history/entries'
import { HistoryScreen } from '@/admin/history/HistoryScreen'
import { sayEntry } from '@/admin/history/sayEntry'
import { changesBetween, type SectionState } from '@/domain/revisions'
import { NO_TEXTS } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { content } from './factories'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))

const say = translatorFor('en')
const used: SectionState = {
  ...{ content: content('a'), mode: 'inherit', retired: false, place: '' },
  ...{ reason: null, explanation: {}, sources: '', changeReasons: [] },
}
const leftOut: SectionState = {
  ...used,
  content: { ...used.content, ...NO_TEXTS },
  mode: 'omit',
  reason: 'other',
  explanation: { en: 'Another authority does this.' },
}
/** The same, after the common framework is for other readers. */
const forPolice: SectionState = { ...leftOut, content: { ...leftOut.content, audiences: ['police'] } }

function entryOf(rev: number, before: SectionState, state: SectionState): Entry {
  const changes = changesBetween({ before, after: state, languages: ['en'] })
  return {
    rev,
    at: `2026-01-0${rev}T00:00:00.000Z`,
    by: null,
    as: null,
    did: 'omit-section',
    document: {},
    state,
    changes,
  }
}

/** The entries of a section with these two states, newest first. */
async function entriesOf(older: SectionState, newest: SectionState): Promise<[Entry, Entry]> {
  const kept = [newest, older].map((document, index) => {
    const rev = 2 - index
    return { rev, at: `2026-01-0${rev}T00:00:00.000Z`, by: null, as: null, did: null, document }
  })
  const { entries } = await loadHistory<SectionState>({
    load: async ({ upTo = 2 }) => kept.filter(({ rev }) => rev <= upTo),
    stateOf: (state) => state,
    ifUsed: ({ mode }) => (mode === 'omit' ? used : null),
    isSame: (one, other) => one === other,
    ...{ languages: ['en', 'fr'], newest: 2, before: null, named: [] },
  })
  const [second, first] = entries
  if (!second || !first) throw new Error('The history has no two entries')
  return [second, first]
}

/** The history of a section with these two entries, as the person sees it. */
async function shown(older: Entry, newest: Entry, asked = { from: '', to: '' }): Promise<string> {
  const history = await comparedHistory({
    visitor: { actor: { userId: 'a', memberships: [] }, language: 'en', say },
    language: 'en',
    ...{ entries: [newest, older], newest, named: [], marks: [], common: null, areMore: false, names: new Map() },
    asked: { ...asked, before: null },
    address: '/history',
    bringBack: null,
    bringsBack: () => false,
    restore: null,
  })
  const html = renderToStaticMarkup(<HistoryScreen history={history} />)
  return html.slice(html.indexOf('id="compared-title"'))
}

it('a section that is no longer used says so first, then why, and has its text in a fold', async () => {
  const html = await shown(entryOf(1, used, used), entryOf(2, used, leftOut))
  const [open = '', fold = ''] = html.split('<details')
  expect(open).toMatch(/Not used here.*before:.*Common text.*Another authority does this\./s)
  expect(open).not.toContain('The text of a.')
  // Its title, and its text.
  expect(fold).toContain(say('admin.review.text-left-out', { words: 5 }))
  expect(fold).toContain('The text of a.')
  expect(fold).not.toContain('Another authority')
})

it('folds the text alone: settings are shown with the reason', async () => {
  const html = await shown(entryOf(1, used, used), entryOf(2, used, forPolice))
  const [open = '', fold = ''] = html.split('<details')
  for (const said of ['field-settings', say('words.audience.police')]) {
    expect(open).toContain(said)
    expect(fold).not.toContain(said)
  }
  expect(fold).toContain('The text of a.')
})

it('only a section that is not used any more is shown so', async () => {
  const other = { ...used, content: { ...used.content, title: { en: 'Another title' } } }
  expect(await shown(entryOf(1, used, used), entryOf(2, used, other))).not.toContain('<details')
  const again = await shown(entryOf(1, used, leftOut), entryOf(2, leftOut, used))
  expect(again).toMatch(/Common text.*before:.*Not used here/s)
  expect(again).not.toContain('<details')
})

it('the list does not say that the country removed or wrote the common text', async () => {
  const said = sayEntry({ entry: entryOf(2, used, leftOut), say })
  expect(said).toMatch(/^Common text became Not used here · /)
  for (const field of ['title', 'body'] as const) expect(said).not.toContain(say(`history.field.${field}`))
  const [again] = await entriesOf(leftOut, used)
  expect(sayEntry({ entry: again, say })).toMatch(/^Not used here became Common text · /)
  for (const field of ['title', 'body'] as const)
    expect(sayEntry({ entry: again, say })).not.toContain(say(`history.field.${field}`))
})

it('a section that is used again shows what was written in it, and not the common text', async () => {
  const adapted: SectionState = { ...used, mode: 'adapt', content: { ...used.content, title: { en: 'Title of ours' } } }
  const [newest, older] = await entriesOf(leftOut, adapted)
  const said = sayEntry({ entry: newest, say })
  expect(said).toContain('Not used here became Adapted')
  expect(said).not.toContain(say('history.field.body'))
  const html = await shown(older, newest)
  expect(html).toContain(say('history.used-again'))
  expect(html).toContain('ours')
  expect(html).not.toContain('The text of a.')
})

it('the list names a translation that was saved when the section was used again with the common text', async () => {
  const translated = { ...used, content: { ...used.content, title: { ...used.content.title, fr: 'Titre traduit' } } }
  const [newest] = await entriesOf({ ...leftOut, reason: null, explanation: {} }, translated)
  expect(sayEntry({ entry: newest, say })).toBe('Not used here became Common text · Title (French): 2 words added')
})

it('a comparison from the later to the earlier entry does not say that the section is used again', async () => {
  const adapted: SectionState = { ...used, mode: 'adapt', content: { ...used.content, title: { en: 'Title of ours' } } }
  const [newest, older] = await entriesOf(adapted, leftOut)
  const html = await shown(older, newest, { from: '2', to: '1' })
  expect(html).not.toContain(say('history.used-again'))
  expect(html).toContain('The text of a.')
})

it.each([
  ['the guidance', (said: string) => ({ ...used, content: { ...used.content, guidance: { en: said } } })],
  ['the explanation', (said: string) => ({ ...used, mode: 'adapt' as const, explanation: { en: said } })],
])('the list and the comparison say that only spaces differ in %s', async (_, stateWith) => {
  const [newest, older] = await entriesOf(stateWith('Check the law.'), stateWith('Check  the law.'))
  expect(sayEntry({ entry: newest, say })).toBe(say('history.change.spaces'))
  expect(await shown(older, newest)).toContain(say('history.only-spaces'))
})

it('the comparison says that only spaces differ in the sources', async () => {
  const [newest, older] = await entriesOf({ ...used, sources: 'Law 1' }, { ...used, sources: 'Law  1' })
  expect(await shown(older, newest)).toContain(say('history.only-spaces'))
})
