import { describe, expect, it } from 'vitest'
import { hasUndescribedPicture, picturesOf } from '@/domain/pictures'
import { canonicalRichText } from '@/domain/richText/canonical'
import { block } from '@/domain/richText/richText'
import { contentOf, p } from './sections'

const picture = (media: string) => block('image', { attrs: { media, alt: 'What it shows' } })

it('a picture is undescribed if nobody sees a character of its description', () => {
  const isUndescribed = (alt: string) =>
    hasUndescribedPicture(canonicalRichText([block('image', { attrs: { media: '1', alt } })]))
  expect(['', ' ', '\u200b\u2060', '\u200bA map'].map(isUndescribed)).toEqual([true, true, true, false])
})

describe('the pictures of a release', () => {
  it('are those of the text and the addition in every language', () => {
    const content = contentOf('a', {
      body: { en: [p('Text'), picture('1')], fr: [picture('2')] },
      addition: { en: [picture('3')] },
    })
    expect(picturesOf([content])).toEqual(['1', '2', '3'])
  })

  it('include those in callouts and tables', () => {
    const cell = block('cell', { children: [picture('2')] })
    const body = [
      block('callout', { attrs: { tone: 'practice' }, children: [picture('1')] }),
      block('table', { children: [block('row', { children: [cell] })] }),
    ]
    expect(picturesOf([contentOf('a', { body: { en: body } })])).toEqual(['1', '2'])
  })

  it('are listed once over all sections, in a fixed order', () => {
    const [one, two] = ['b', 'a'].map((media) => contentOf(media, { body: { en: [picture(media), picture('a')] } }))
    expect(picturesOf([one, two].flatMap((content) => content ?? []))).toEqual(['a', 'b'])
  })

  it('are none if the texts have none', () => {
    expect(picturesOf([])).toEqual([])
    expect(picturesOf([contentOf('a')])).toEqual([])
  })
})
