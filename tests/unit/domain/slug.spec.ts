import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlug, slugOf, TOOLKIT_SLUG } from '@/domain/slug'

const LONG = 'The special procedural guarantees that a victim of trafficking needs in the asylum procedure'

describe('the address of a title', () => {
  it.each([
    ['Who decides what', 'who-decides-what'],
    ['  Housing, health & safety!  ', 'housing-health-safety'],
    ['Évaluer les besoins à l’arrivée', 'evaluer-les-besoins-a-l-arrivee'],
    ['Jeder für sich – größer', 'jeder-fur-sich-grosser'],
    ['Ποιος αποφασίζει;', 'poios-apofasizei'],
    ['ΠΟΙΟΣ ΑΠΟΦΑΣΙΖΕΙ', 'poios-apofasizei'],
    ['Ευάλωτα άτομα σε αυτή τη διαδικασία', 'evalota-atoma-se-afti-ti-diadikasia'],
    ['Άυλη στήριξη, μπάλα, εμπόριο, άγγελος, ένταξη', 'ayli-stirixi-bala-emporio-angelos-entaxi'],
    ['Υπουργείο: έλεγχος, ευθύνη, εύρος, Αϋπνία, ταυ', 'ypourgeio-elenchos-efthyni-evros-aypnia-taf'],
    ['Œuvre, Łódź, Þór', 'oeuvre-lodz-thor'],
    ['Article 24(3)', 'article-24-3'],
    ['İstanbul', 'istanbul'],
    ['결정 2', '2'],
    ['m² №3', 'm2-no3'],
  ])('%s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('is the same however the accents are encoded', () => {
    expect(slugOf('Évaluer'.normalize('NFD'))).toBe(slugOf('Évaluer'.normalize('NFC')))
  })

  it.each(['', '   ', '!?', '🙂', '결정'])('is never empty: %j', (title) => {
    expect(slugOf(title)).toBe('section')
  })

  it('is shortened to 60 characters, and never ends in a hyphen', () => {
    expect(slugOf(LONG)).toBe('the-special-procedural-guarantees-that-a-victim-of-trafficki')
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  })

  it('gets a number if it is taken', () => {
    expect(slugOf('Contacts', new Set(['contacts']))).toBe('contacts-2')
    expect(slugOf('Contacts', new Set(['contacts', 'contacts-2']))).toBe('contacts-3')
  })

  it('has at most 60 characters with its number', () => {
    expect(slugOf(LONG, new Set([slugOf(LONG)]))).toBe('the-special-procedural-guarantees-that-a-victim-of-traffic-2')
  })

  it('is free, short, made of Latin letters, digits and single hyphens, and the address of itself', () => {
    const title = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(title, fc.array(title, { maxLength: 4 }), (one, others) => {
        const taken = new Set(others.map((other) => slugOf(other)))
        const slug = slugOf(one, taken)
        expect(taken.has(slug)).toBe(false)
        expect([...slug].length).toBeLessThanOrEqual(60)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slugOf(slug)).toBe(slug)
      }),
    )
  })
})

describe('an address given in a file', () => {
  it.each(['who-decides', 'ποιος-αποφασιζει', 'a'.repeat(60)])('is kept: %s', (slug) => {
    expect(isSlug(slug)).toBe(true)
  })

  it.each(['', 'Who', 'a b', 'a--b', '-a', 'compare', 'a/b', 'a'.repeat(61)])('is not kept: %j', (slug) => {
    expect(isSlug(slug)).toBe(false)
  })
})

describe('an address that a toolkit is given', () => {
  it.each(['care', 'care-2', '24-hours'])('is of small Latin letters and digits: %s', (slug) => {
    expect(slug).toMatch(TOOLKIT_SLUG)
  })

  it.each(['', 'Care', 'our care', '-care', 'care-', 'a--b', 'été', 'ποιος', '../care'])('cannot be %j', (slug) => {
    expect(slug).not.toMatch(TOOLKIT_SLUG)
  })
})
