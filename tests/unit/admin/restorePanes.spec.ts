import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { restoreChanges } from '@/admin/history/restoreChanges'
import { type RestorePane, restorePanes } from '@/admin/history/restorePanes'
import { sayEntry } from '@/admin/history/sayEntry'
import { withoutOwnText } from '@/domain/bringBack'
import { changesBetween, emptiedLanguages, nationalState } from '@/domain/revisions'
import { translatorFor } from '@/messages/translate'
import type { StoredVariantSection } from '@/stored/variants'
import { content, entry, words } from './factories'

const LANGUAGES = ['en', 'de'] as const
const BASE = { entry: entry('a'), content: content('a') }

/** A country's text in English, which has a common text, and in German, which has none. */
const OWN: StoredVariantSection = {
  id: 'own',
  rev: 2,
  variant: 'ch',
  country: 'ch',
  after: null,
  translatedFrom: {},
  audiences: null,
  additionPlace: null,
  standIns: [],
  stages: null,
  baseline: {},
  paused: null,
  updatedBy: null,
  updatedAt: '',
  key: 'a',
  slug: 'a',
  parent: null,
  rank: null,
  mode: 'adapt',
  title: { en: 'Our title', de: 'Unser Titel' },
  summary: {},
  body: { en: words('Our text.'), de: words('Unser Text.') },
  addition: {},
  translated: [],
  reason: null,
  explanation: { de: 'Weil es so ist.' },
  sources: '',
  changeReasons: [],
}

const say = translatorFor('en')
const panesOf = (own: StoredVariantSection) =>
  restorePanes({ changes: restoreChanges({ base: BASE, own, languages: LANGUAGES }), pageLanguage: 'en', say })

describe('the screen that asks whether to remove a country’s text', () => {
  it('names the languages that become empty', () => {
    const panes = panesOf(OWN)
    expect(panes.map(({ language, isEmptied }) => [language, isEmptied])).toEqual([
      ['en', false],
      ['de', true],
    ])
  })

  it('offers single paragraphs, but not where readers get the text of another language: they would have these alone', () => {
    const german = { ...BASE, content: content('a', { body: { en: words('Text.'), de: words('Eins.') } }) }
    const partsIn = (given: Partial<StoredVariantSection>) =>
      restoreChanges({ base: german, own: { ...OWN, ...given }, languages: ['de'] }).flatMap(({ fields }) =>
        fields.flatMap(({ field, parts }) => (field === 'body' ? [parts !== null] : [])),
      )
    expect(partsIn({})).toEqual([true])
    const standIns = [{ field: 'body' as const, language: 'de' as const }]
    expect(partsIn({ body: { de: [] }, standIns })).toEqual([false])
  })

  it('shows the words that are removed from an unused section, although no reader sees them', () => {
    const omitted = { ...OWN, mode: 'omit' as const, explanation: {} }
    const goneOf = (panes: RestorePane[]) =>
      panes.map(({ language, fields }) => [language, fields.reduce((sum, { gone }) => sum + gone, 0)])
    const adapted = panesOf(omitted)
    expect(goneOf(adapted)).toEqual(goneOf(panesOf(OWN)))
    expect(adapted.find(({ language }) => language === 'de')?.isEmptied).toBe(true)
  })

  it('shows that an unused section without changes is restored completely, with its translation', () => {
    const omitted = {
      ...OWN,
      mode: 'omit' as const,
      explanation: {},
      title: { de: 'Titel' },
      body: { de: words('Text.') },
      translated: ['de' as const],
    }
    const panes = panesOf(omitted)
    expect(
      panes.map(({ language, fields }) => [language, fields.map(({ gone, back }) => gone === 0 && back > 0)]),
    ).toEqual([
      ['en', [true, true]],
      ['de', [true, true]],
    ])
  })

  it('shows unread words that are removed if they belong to another treatment, but not unread translations', () => {
    const supplemented = { ...OWN, mode: 'supplement' as const, addition: { en: words('Here too.') }, explanation: {} }
    const goneOf = (own: StoredVariantSection) =>
      panesOf(own).map(({ language, isEmptied, fields }) => [
        language,
        isEmptied,
        fields.map(({ field, gone, back, parts }) => [field, gone > 0, back, parts === null]),
      ])
    const unread = [
      ['title', true, 0, true],
      ['body', true, 0, true],
    ]
    expect(goneOf(supplemented)).toEqual([
      ['en', false, [['addition', true, 0, false], ...unread]],
      ['de', false, unread],
    ])
    expect(goneOf({ ...supplemented, translated: ['de'] }).map(([language]) => language)).toEqual(['en'])
    const [pane] = panesOf(supplemented)
    const html = renderToStaticMarkup(createElement('div', {}, pane?.fields[1]?.shown))
    expect(html).toContain(say('history.restore.unread', { mode: 'Adapted' }))
  })

  it('shows a removed addition that nobody reads, in an adapted, adopted or unused section', () => {
    const addition = { en: words('Added long ago.') }
    const additionIn = (own: Partial<StoredVariantSection>) =>
      panesOf({ ...OWN, explanation: {}, addition, ...own }).flatMap(({ fields }) =>
        fields.flatMap(({ field, gone, shown }) =>
          field === 'addition' ? [[gone, renderToStaticMarkup(createElement('div', {}, shown))]] : [],
        ),
      )
    const nothing = { title: {}, body: {} }
    const all: Partial<StoredVariantSection>[] = [{}, { mode: 'inherit', ...nothing }, { mode: 'omit', ...nothing }]
    for (const own of all) {
      const [[gone, html] = []] = additionIn(own)
      expect(gone).toBe(3)
      expect(html).toContain('Added long ago.')
      const isSaid = String(html).includes(say('history.restore.unread', { mode: 'Supplemented' }))
      expect(isSaid).toBe(own.mode !== 'omit')
    }
  })

  it('shows nothing about the section inside a field', () => {
    const shown = panesOf(OWN).flatMap(({ fields }) => fields.map((field) => field.shown))
    const html = renderToStaticMarkup(createElement('div', {}, ...shown))
    expect(html).toContain('Unser')
    expect(html).not.toContain(say('diff.section-removed'))
    expect(html).not.toContain(say('diff.section-added'))
  })
})

describe('the message afterwards', () => {
  const stateOf = (section: StoredVariantSection) => nationalState({ base: BASE, section, languages: LANGUAGES })
  const germanGone: StoredVariantSection = {
    ...OWN,
    title: { en: 'Our title' },
    body: { en: words('Our text.') },
    explanation: {},
  }
  const saidOf = (after: StoredVariantSection) => {
    const states = { before: stateOf(OWN), after: stateOf(after) }
    const changes = changesBetween({ ...states, languages: LANGUAGES })
    const did = 'restore-section'
    return {
      emptied: emptiedLanguages(changes, states.after),
      entry: sayEntry({
        entry: { rev: 3, at: '', by: null, as: null, did, document: after, state: states.after, changes },
        say,
      }),
    }
  }

  it('says that a text was removed if the common framework had none to restore', () => {
    const { emptied, entry } = saidOf(germanGone)
    expect(emptied).toEqual(['de'])
    expect(entry).toContain(say('history.did.removed'))
    expect(entry).not.toContain(say('history.did.restore-section'))
  })

  it('says that the common text was restored if there was one', () => {
    const { emptied, entry } = saidOf({ ...OWN, ...withoutOwnText({ common: BASE.content, own: OWN }) })
    expect(emptied).toEqual(['de'])
    expect(entry).toContain(say('history.did.restore-section'))
  })
})
