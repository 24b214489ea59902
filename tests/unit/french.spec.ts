import { expect, it } from 'vitest'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

it('breaks no line before a French colon or question mark, nor inside of quotation marks', () => {
  const broken = Object.entries(catalogues.fr).filter(([, said]) => / [:;?!»](?:\s|$)|« /.test(said))
  expect(broken).toEqual([])
})

it('leaves the colons of a block in a Markdown file as they are written', () => {
  expect(catalogues.fr['import.directive-open']).toContain(' :::')
})

it('says that a text is not in bold any more', () => {
  const say = translatorFor('fr')
  expect(say('diff.format.not', { format: say('diff.format.bold') })).toBe('n’est plus en gras')
})
