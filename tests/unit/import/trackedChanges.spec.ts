import { expect, test } from 'vitest'
import { withoutTracked } from '@/import/word/withoutTracked'

const BY = 'w:author="Maria"'

test.each([
  [
    'an insertion goes',
    `<w:p><w:r><w:t>a</w:t></w:r><w:ins ${BY}><w:r><w:t>b</w:t></w:r></w:ins></w:p>`,
    '<w:p><w:r><w:t>a</w:t></w:r></w:p>',
  ],
  [
    'a deletion comes back',
    `<w:p><w:del ${BY}><w:r><w:delText xml:space="preserve">b </w:delText></w:r></w:del></w:p>`,
    '<w:p><w:r><w:t xml:space="preserve">b </w:t></w:r></w:p>',
  ],
  [
    'a deletion within an insertion goes with it',
    `<w:p><w:ins ${BY}><w:del ${BY}><w:r><w:delText>b</w:delText></w:r></w:del></w:ins></w:p>`,
    '<w:p></w:p>',
  ],
  [
    'an inserted paragraph belongs to the next one',
    `<w:p><w:pPr><w:rPr><w:ins ${BY}/></w:rPr></w:pPr></w:p>`,
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>',
  ],
  [
    'a deleted paragraph stays',
    `<w:p><w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr></w:p>`,
    '<w:p><w:pPr><w:rPr></w:rPr></w:pPr></w:p>',
  ],
  [
    'an inserted row goes, and a deleted one stays',
    `<w:tbl><w:tr><w:trPr><w:ins ${BY}/></w:trPr><w:tc/></w:tr><w:tr><w:trPr><w:del ${BY}/></w:trPr><w:tc/></w:tr></w:tbl>`,
    '<w:tbl><w:tr><w:trPr></w:trPr><w:tc/></w:tr></w:tbl>',
  ],
  [
    'formats are as before',
    `<w:r><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`,
    '<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r>',
  ],
  [
    'the style of a paragraph is as before, and its mark stays',
    `<w:pPr><w:pStyle w:val="A"/><w:rPr><w:del ${BY}/></w:rPr><w:pPrChange ${BY}><w:pPr><w:pStyle w:val="B"/></w:pPr></w:pPrChange></w:pPr>`,
    '<w:pPr><w:pStyle w:val="B"/><w:rPr></w:rPr></w:pPr>',
  ],
  [
    'words that moved are where they were',
    `<w:p><w:moveFrom ${BY}><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo ${BY}><w:r><w:t>a</w:t></w:r></w:moveTo></w:p>`,
    '<w:p><w:r><w:t>a</w:t></w:r></w:p>',
  ],
])('without tracked changes %s', (_, xml, expected) => {
  const wrapped = (inner: string) => `<w:document xmlns:w="w">${inner}</w:document>`
  expect(withoutTracked(wrapped(xml))).toBe(wrapped(expected))
})

test('an XML that cannot be read stays as it is', () => {
  expect(withoutTracked('<w:p>')).toBe('<w:p>')
})
