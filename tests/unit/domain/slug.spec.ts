import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from '@/domain/slug'

const LONG = 'The special procedural guarantees that a victim of trafficking needs in the asylum procedure'

describe('the address of a title', () => {
  it.each([
    ['Who decides what', 'who-decides-what'],
    ['  Housing, health & safety!  ', 'housing-health-safety'],
    ['Évaluer les besoins à l’arrivée', 'evaluer-les-besoins-a-l-arrivee'],
    ['Jeder für sich – größer', 'jeder-fur-sich-großer'],
    ['Ποιος αποφασίζει;', 'ποιος-αποφασιζει'],
    ['ΠΟΙΟΣ ΑΠΟΦΑΣΙΖΕΙ', 'ποιος-αποφασιζει'],
    ['Article 24(3)', 'article-24-3'],
    ['İstanbul', 'istanbul'],
    ['결정', '결정'],
  ])('%s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('is the same however the accents are stored', () => {
    expect(slugOf('Évaluer'.normalize('NFD'))).toBe(slugOf('Évaluer'.normalize('NFC')))
  })

  it.each(['', '   ', '!?', '🙂'])('is never empty: %j', (title) => {
    expect(slugOf(title)).toBe('section')
  })

  it('is cut at 60 characters, and never ends in a hyphen', () => {
    expect(slugOf(LONG)).toBe('the-special-procedural-guarantees-that-a-victim-of-trafficki')
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  })

  it('does not cut a letter in two', () => {
    const letter = '𐐨'
    expect(slugOf(letter.repeat(70))).toBe(letter.repeat(60))
  })

  it('gets a number where it is taken', () => {
    expect(slugOf('Contacts', new Set(['contacts']))).toBe('contacts-2')
    expect(slugOf('Contacts', new Set(['contacts', 'contacts-2']))).toBe('contacts-3')
  })

  it('stays within 60 characters with its number', () => {
    expect(slugOf(LONG, new Set([slugOf(LONG)]))).toBe('the-special-procedural-guarantees-that-a-victim-of-traffic-2')
  })

  it('is free, short, made of letters, digits and single hyphens, and its own address again', () => {
    const title = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(title, fc.array(title, { maxLength: 4 }), (one, others) => {
        const taken = new Set(others.map((other) => slugOf(other)))
        const slug = slugOf(one, taken)
        expect(taken.has(slug)).toBe(false)
        expect([...slug].length).toBeLessThanOrEqual(60)
        expect(slug).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u)
        expect(slugOf(slug)).toBe(slug)
      }),
    )
  })
})
