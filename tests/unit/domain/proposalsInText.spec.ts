import { describe, expect, it } from 'vitest'
import { hasOffered, isInText, type TextsOverTime } from '@/domain/proposalsInText'
import { p } from './sections'

const COMMON = 'Ask whether the person is safe.'
const TAKEN = 'Ask whether the person is safe, in a closed room with an interpreter whom they trust.'

function texts(words: string, title = 'Interview') {
  return { title: { en: title }, summary: {}, body: { en: [p(words)] } }
}

function still(now: ReturnType<typeof texts> | null, { taken = texts(TAKEN), others = [] as TextsOverTime[] } = {}) {
  return isInText({ before: texts(COMMON), taken, now, others })
}

describe('the common framework still has what it took over', () => {
  it('word for word, and edited since', () => {
    expect(still(texts(TAKEN))).toBe(true)
    expect(still(texts('Ask in a closed room, with an interpreter whom the applicant trusts.'))).toBe(true)
    expect(still(texts(`${TAKEN} And more, which somebody wrote since.`))).toBe(true)
  })

  it('not if the former text is back, if other words stand there, or if the section is gone', () => {
    expect(still(texts(COMMON))).toBe(false)
    expect(still(texts('Ask whether anybody waits for the applicant at home.'))).toBe(false)
    expect(still(null)).toBe(false)
  })

  it('if the text was moved to another section, and not if another section had it before', () => {
    const other = { before: texts('Other.'), now: texts(`Other. ${TAKEN}`) }
    expect(still(null, { others: [other] })).toBe(true)
    expect(still(texts(COMMON), { others: [{ ...other, before: other.now }] })).toBe(false)
  })

  it('if its paragraphs were moved to several sections', () => {
    const [one, two, three] = ['Ask in private.', 'Offer an interpreter.', 'Write nothing about the family.']
    const taken = { ...texts(''), body: { en: [COMMON, one, two, three].map((words) => p(words)) } }
    const moved = (words: string): TextsOverTime => ({ before: texts('Other.'), now: texts(`Other. ${words}`) })
    expect(still(texts(`${COMMON} ${one}`), { taken, others: [moved(two), moved(three)] })).toBe(true)
    expect(still(texts(`${COMMON} ${one}`), { taken, others: [] })).toBe(false)
  })

  it('not if another section has gained the same words in other places', () => {
    const office = texts(`${COMMON} Ask the person for the name of the office.`)
    const visit = 'Write the day of the visit and the number of the file for the person who comes.'
    const others = [{ before: texts('Other.'), now: texts(`Other. ${visit}`) }]
    expect(still(texts(COMMON), { taken: office, others })).toBe(false)
    const article = [{ before: texts('Other.'), now: texts('Other. Article 116 holds.') }]
    expect(still(texts(COMMON), { taken: texts(`${COMMON} Call 116.`), others: article })).toBe(false)
  })

  it('where words were only dropped, as long as they are gone', () => {
    const taken = texts('Ask.')
    expect(still(texts('Ask.'), { taken })).toBe(true)
    expect(still(texts(COMMON), { taken })).toBe(false)
  })

  it('where only the order changed, as long as it is another one', () => {
    const [one, two] = [p('One.'), p('Two.')]
    const before = { ...texts(''), body: { en: [one, two] } }
    const taken = { ...texts(''), body: { en: [two, one] } }
    expect(isInText({ before, taken, now: taken })).toBe(true)
    expect(isInText({ before, taken, now: before })).toBe(false)
  })

  it('of a section that it did not have before', () => {
    expect(isInText({ before: null, taken: texts(TAKEN), now: texts(TAKEN) })).toBe(true)
    expect(isInText({ before: null, taken: texts(TAKEN), now: null })).toBe(false)
  })
})

describe('the common framework has what a country offered', () => {
  const OFFERED = 'Offer an interpreter of the same sex.'
  const OWN = 'Write the name of the interpreter into the file. Ask again before the second interview, in any case.'

  const has = (now: ReturnType<typeof texts>, offered = texts(`${COMMON} ${OFFERED}`)) =>
    hasOffered({ before: texts(COMMON), wordForWord: offered, now })

  it('with more words of the coordinator, in the same paragraph or in others', () => {
    expect(has(texts(`${COMMON} ${OFFERED} ${OWN}`))).toBe(true)
    expect(has({ ...texts(''), body: { en: [COMMON, OFFERED, OWN].map((words) => p(words)) } })).toBe(true)
  })

  it('not if it has only the words of the coordinator', () => {
    expect(has(texts(`${COMMON} ${OWN}`))).toBe(false)
    expect(has(texts(OWN))).toBe(false)
  })

  it('not if it has less than half of it', () => {
    expect(has(texts(`${COMMON} ${OFFERED}`), texts(`${COMMON} ${OFFERED} ${OWN}`))).toBe(false)
  })

  it('not where the country only dropped words, for which other words stand there', () => {
    expect(has(texts(OWN), texts('Ask.'))).toBe(false)
  })
})
