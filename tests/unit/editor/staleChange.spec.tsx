import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { StaleComparison } from '@/admin/editor/StaleComparison.client'
import type { VariantValues } from '@/admin/editor/sectionValues'
import { staleChange } from '@/admin/editor/staleChange'
import type { SectionKind } from '@/domain/nationalSave'
import type { Mode } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { adapted, body, common } from './nationalValues'

const t = translatorFor('en')
const supplemented = { ...common, mode: 'supplement' as const, addition: body('Colleague added this.') }
const leftOut = { ...common, mode: 'omit' as const, reason: 'other' as const }

/** The comparison on the screen; `mine` are the values after the merge, as the editor has them. */
function shown({
  theirs,
  mine,
  kind = 'common',
}: {
  theirs: VariantValues
  mine: VariantValues
  kind?: SectionKind
}): string {
  const { change, leftOut, isPublished } = staleChange({
    theirs,
    mine,
    common,
    kind,
    hasOwnWords: false,
    asTranslation: false,
  })
  const nothing = () => {}
  return renderToStaticMarkup(
    <StaleComparison
      change={change}
      leftOut={leftOut}
      others={[]}
      isMerged={isPublished}
      {...{ when: '', language: 'en', pageLanguage: 'en', isBusy: false, isAwaited: false, t }}
      {...{ typed: () => 0, onSaveMine: nothing, onTakeTheirs: nothing, onFetch: nothing }}
    />,
  )
}

const removed = (html: string) => [...html.matchAll(/<del[^>]*>(.*?)<\/del>/gs)].map(([, said]) => said).join(' ')
const added = (html: string) => [...html.matchAll(/<ins[^>]*>(.*?)<\/ins>/gs)].map(([, said]) => said).join(' ')

describe('the comparison after somebody else saved first', () => {
  it.each([
    ['omit', 'adapt', adapted, 'Colleague wrote this.'],
    ['omit', 'supplement', supplemented, 'Colleague added this.'],
    ['inherit', 'adapt', adapted, 'Colleague wrote this.'],
    ['inherit', 'supplement', supplemented, 'Colleague added this.'],
    ['supplement', 'adapt', adapted, 'Colleague wrote this.'],
    ['adapt', 'supplement', supplemented, 'Colleague added this.'],
  ] as const)('shows what “%s” hides of a text saved with “%s”', (mode, _, theirs, said) => {
    const html = shown({ theirs, mine: { ...theirs, mode } })
    expect(removed(html)).toContain(said)
    expect(html).not.toContain(t('editor.stale.merged'))
    expect(html).not.toContain(t('editor.stale.same'))
  })

  it('says how many words of the other text nobody would read, and marks no common words', () => {
    const html = shown({ theirs: adapted, mine: { ...adapted, mode: 'omit' } })
    expect(html).toContain(t('editor.stale.left-out', { words: 3 }))
    expect(removed(html)).not.toContain('Common words.')
  })

  it.each(['adapt', 'supplement'] as const)('marks only the typed words if the other text is “omit”: %s', (mode) => {
    const written = mode === 'adapt' ? { body: body('Common words.', 'Mine.') } : { addition: body('Mine.') }
    const html = shown({ theirs: leftOut, mine: { ...leftOut, mode, ...written } })
    expect(added(html)).toContain('Mine.')
    expect(`${added(html)}${removed(html)}`).not.toContain('Common words.')
  })

  it.each([
    ['adapt', adapted, { body: body('Colleague wrote this.', 'Mine.') }],
    ['supplement', supplemented, { addition: body('Colleague added this.', 'Mine.') }],
  ] as const)('marks no own words that a text with “omit” has kept if “%s” uses them again', (mode, kept, written) => {
    const theirs = { ...kept, mode: 'omit' as const }
    const html = shown({ theirs, mine: { ...kept, mode, ...written } })
    expect(added(html)).toContain('Mine.')
    expect(`${added(html)}${removed(html)}`).not.toContain('Colleague')
  })

  it.each([
    ['adapt', 'adapt', 'common', true],
    ['supplement', 'supplement', 'common', true],
    ['omit', 'omit', 'common', true],
    ['omit', 'inherit', 'common', false],
    ['supplement', 'inherit', 'translation', true],
    ['adapt', 'supplement', 'translation', false],
  ] as const)('with “%s” over “%s” (%s) the merged changes are published: %s', (mine, theirs, kind, isPublished) => {
    const values = (mode: Mode) => ({ ...common, mode })
    const given = { theirs: values(theirs), mine: values(mine), common, kind, hasOwnWords: false, asTranslation: false }
    expect(staleChange(given).isPublished).toBe(isPublished)
  })

  it('shows translated words that “omit” hides', () => {
    const empty = { ...common, title: '', body: body() }
    const theirs = { ...empty, title: 'Translated title' }
    const { leftOut } = staleChange({
      ...{ theirs, mine: { ...theirs, mode: 'omit' as const }, common: empty, kind: 'translation' },
      ...{ hasOwnWords: false, asTranslation: false },
    })
    expect(leftOut?.counts.wordsRemoved).toBe(2)
  })

  const empty = { ...common, title: '', body: body() }
  const translated = { ...empty, title: 'Their title', body: body('Call the police first.') }

  it('shows the words that nobody gets as a translation if the country adapted the section', () => {
    const theirs = { ...translated, mode: 'adapt' as const }
    const mine = { ...theirs, mode: 'supplement' as const, addition: body('Mine.') }
    const given = { theirs, mine, common: empty, kind: 'translation' as const }
    const { change, isPublished } = staleChange({ ...given, hasOwnWords: false, asTranslation: false })
    expect(change.counts.wordsRemoved).toBe(6)
    expect(isPublished).toBe(false)
  })

  it.each([
    ['marks no own words, which nobody reads,', false, 0],
    ['marks the own words that a translation replaces', true, 1],
  ] as const)('%s if both saved a title: as a translation %s', (_, asTranslation, words) => {
    const theirs = { ...translated, mode: 'supplement' as const, addition: body('Theirs.') }
    const given = { theirs, mine: { ...theirs, title: 'My title' }, common: empty, kind: 'translation' as const }
    const { counts } = staleChange({ ...given, hasOwnWords: true, asTranslation }).change
    expect([counts.wordsAdded, counts.wordsRemoved]).toEqual([words, words])
  })
})
