import { describe, expect, it } from 'vitest'
import { untouched } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import { emptyContent } from '@/domain/section'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import type { Drawn } from '@/scripts/updates/drawDecision'
import { enterDecision } from '@/scripts/updates/enterDecision'
import { enterOwnWrite, type Ledger, lostWords } from '@/scripts/updates/ledger'
import type { VersionNow } from '@/scripts/updates/version'
import type { WaitingUpdate } from '@/stored/updates'

const WORDS = 'of delivery and contributor engagement.'
const OTHER = said('policy', 'A policy assures contributors of a time.')
const OTHER_ANEW = said('policy', `A policy assures contributors of a time, for the rate ${WORDS}`)
const BULLET = said('bullet', `Prompt reviews increase the rate ${WORDS}`)
const COMBINED: Drawn = { choice: 'combine', resolutions: {}, answered: [], written: [] }

describe('words of the common framework that a country took out', () => {
  it('may stand where the newest common text says them anew, if a combination took that', () => {
    expect(problems({ newest: [OTHER_ANEW], read: [OTHER_ANEW] })).toEqual([])
    expect(problems({ newest: [OTHER_ANEW, BULLET], read: [OTHER_ANEW] })).toEqual([])
  })

  it('have come back where they were taken out, also if they are said elsewhere too', () => {
    const back = [expect.stringContaining('came back')]
    expect(problems({ newest: [OTHER, BULLET], read: [OTHER, BULLET] })).toEqual(back)
    expect(problems({ newest: [OTHER_ANEW, BULLET], read: [OTHER_ANEW, BULLET] })).toEqual(back)
    expect(problems({ newest: [OTHER_ANEW], read: [OTHER_ANEW, BULLET] })).toEqual(back)
  })

  it('have come back if the same paragraph stands in another place or under another id', () => {
    const back = [expect.stringContaining('came back')]
    const moved = { ...BULLET, id: 'other' }
    expect(problems({ newest: [BULLET, OTHER], read: [BULLET, OTHER] })).toEqual(back)
    expect(problems({ newest: [moved, OTHER], read: [moved, OTHER] })).toEqual(back)
  })

  it('have come back if no decision took the text', () => {
    const back = [expect.stringContaining('came back')]
    const given = { newest: [OTHER_ANEW], read: [OTHER_ANEW] }
    expect(problems({ ...given, drawn: { ...COMBINED, choice: 'keep' } })).toEqual(back)
    expect(problems({ ...given, drawn: { ...COMBINED, parts: ['title'] } })).toEqual(back)
    expect(problems({ ...given, drawn: { ...COMBINED, choice: 'accept', parts: ['title'] } })).toEqual(back)
  })
})

/** What the ledger finds after a decision, in a country that took the bullet out. */
function problems({ newest, read, drawn = COMBINED }: { newest: RichText; read: RichText; drawn?: Drawn }): string[] {
  const ledger: Ledger = new Map()
  const [before, after] = [versionWith([OTHER]), versionWith(read)]
  const taken = { written: [], removed: [WORDS], sent: '' }
  enterOwnWrite({ ledger, key: 'k', language: 'en', now: before, ...taken })
  const waiting = {
    update: { key: 'k', others: [], became: 'changed', status: 'please-check', parts: UPDATE_PARTS, mayKeep: true },
    sides: { base: { content: contentWith([OTHER, BULLET]) }, newest: { content: contentWith(newest) } },
  } as unknown as WaitingUpdate
  enterDecision({ ledger, before, after, key: 'k', id: 'd', waiting, drawn, common: contentWith(newest) })
  return lostWords({ ledger, now: after, earlierOf: () => '' })
}

function versionWith(body: RichText): VersionNow {
  const shown = new Map([['k', { content: contentWith(body) }]])
  const variant = { country: 'mt', languages: ['en'] }
  return { variant, shown, own: new Map([['k', untouched('k')]]), decisions: [], textsBefore: new Map() } as never
}

function contentWith(body: RichText) {
  return { ...emptyContent('k'), body: { en: body } }
}

function said(id: string, words: string) {
  return block('paragraph', { id, runs: [text(words)] })
}
