import { describe, expect, it } from 'vitest'
import { pictureType } from '@/domain/pictureType'
import { withMissingRelations } from '@/import/word/missingRelations'
import { drawn, file, JPEG, noteOf, outline, PNG, read, said } from './readText'
import { heading, inlinePicture, li, NUMBERING, p, r, STYLES, wordFile, wordZip } from './wordFile'

/** Reads a Word file with one section. */
async function readBody(body: string, more: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) {
  const document = await read([
    await wordFile({ styles: STYLES, numbering: NUMBERING, ...more, body: heading('Title') + body }),
  ])
  return { document, body: drawn(document.sections[0]?.body ?? []) }
}

const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

describe('the text of a Word file', () => {
  it('keeps bold, italic, underline, strike, sub- and superscript, and line breaks', async () => {
    const { body } = await readBody(
      p(
        [
          r('bold ', '<w:b/>'),
          r('italic ', '<w:i/>'),
          r('underlined ', '<w:u w:val="single"/>'),
          r('struck ', '<w:strike/>'),
          r('2', '<w:vertAlign w:val="superscript"/>'),
          r('n', '<w:vertAlign w:val="subscript"/>'),
          '<w:r><w:br/></w:r>',
          r('next line'),
        ].join(''),
      ),
    )
    expect(body).toEqual([
      'paragraph: <bold>bold </><italic>italic </><underline>underlined </><strike>struck </><sup>2</><sub>n</> / next line',
    ])
  })

  it('keeps links, including those in fields, and drops unsafe addresses', async () => {
    const { body, document } = await readBody(
      p(
        `<w:hyperlink r:id="a">${r('web')}</w:hyperlink>${r(' and ')}<w:hyperlink r:id="b">${r('disk')}</w:hyperlink>`,
      ) +
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('mail')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      {
        relations: {
          a: { type: 'hyperlink', target: 'https://example.org/' },
          b: { type: 'hyperlink', target: 'file:///C:/secret.docx' },
        },
      },
    )
    expect(body).toEqual(['paragraph: [web](https://example.org/) and disk', 'paragraph: [mail](mailto:a@example.org)'])
    expect(noteOf(document, 'import.link-dropped')).toMatchObject({ kind: 'loss', source: 'text.docx › Title' })
  })

  describe('reads the address of a link in a field', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const complex = (instruction: string, words: string) => {
      const [half, rest] = [instruction.slice(0, 5), instruction.slice(5)]
      const texts = [half, rest].map((one) => `<w:r><w:instrText>${one}</w:instrText></w:r>`).join('')
      return mark('begin') + texts + mark('separate') + r(words) + r(' here') + mark('end')
    }
    const simple = (instruction: string, words: string) =>
      `<w:fldSimple w:instr='${instruction}'>${r(words)}${r(' here')}</w:fldSimple>`

    it.each([
      ['HYPERLINK "https://e.org/a?b&amp;c" \\l "part"', 'https://e.org/a?b&c#part'],
      ['HYPERLINK "https://e.org/a#b" \\l "part"', 'https://e.org/a#part'],
      ['HYPERLINK "https://e.org/a" \\o "A tip"', 'https://e.org/a'],
      ['HYPERLINK "https://e.org/a" \\t "_blank"', 'https://e.org/a'],
      ['HYPERLINK "mailto:a@e.org" \\o "x"', 'mailto:a@e.org'],
      ['hyperlink "https://e.org/a"', 'https://e.org/a'],
      ['HYPERLINK \\h "https://e.org/a"', 'https://e.org/a'],
      ['HYPERLINK \\o "A tip" https://e.org/a', 'https://e.org/a'],
      ['HYPERLINK "https://e.org/a" \\h \\n', 'https://e.org/a'],
      ['HYPERLINK \\* MERGEFORMAT "https://e.org/a"', 'https://e.org/a'],
      ['HYPERLINK https://e.org/a b', 'https://e.org/a'],
      ['HYPERLINK &quot;https://e.org/a&quot;', 'https://e.org/a'],
      ['HYPERLINK \\l "part" \\o "A tip"', '#part'],
    ])('%s', async (instruction, address) => {
      const { body, document } = await readBody(p(complex(` ${instruction} `, 'one')) + p(simple(instruction, 'two')))
      expect(body).toEqual([`paragraph: [one here](${address})`, `paragraph: [two here](${address})`])
      expect(said(document)).toEqual([])
    })

    it.each(['HYPERLINK', 'HYPERLINK \\o "A tip"', 'HYPERLINK "" \\t "_blank"'])(
      '%s: it has none, which is counted once for each link',
      async (instruction) => {
        const { body, document } = await readBody(p(complex(` ${instruction} `, 'one')) + p(simple(instruction, 'two')))
        expect(body).toEqual(['paragraph: one here', 'paragraph: two here'])
        expect(said(document)).toEqual(['loss import.word-links'])
        expect(noteOf(document, 'import.word-links')?.params).toEqual({ count: 2 })
      },
    )

    it('and says once that an unsafe one is left out', async () => {
      const field = complex(' HYPERLINK "file:///C:/secret.docx" ', 'one').replace(r(' here'), '')
      const { body, document } = await readBody(p(field))
      expect(body).toEqual(['paragraph: one'])
      expect(said(document)).toEqual(['loss import.link-dropped'])
    })

    it.each([
      ['in one tag', (xml: string) => xml],
      ['in two tags', (xml: string) => xml.replace(/(<w:fldChar[^>]*)\/>/g, '$1></w:fldChar>')],
      ['in two tags with a line break', (xml: string) => xml.replace(/(<w:fldChar[^>]*)\/>/g, '$1>\n </w:fldChar>')],
    ])('and no other words of a field around it, with marks %s', async (_, written) => {
      const nested = `${mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${complex(' HYPERLINK "https://e.org" ', 'a')}`
      const { body, document } = await readBody(
        written(p(`${nested}${mark('separate')}${r(' b')}${mark('end')}${r(' c')}`)),
      )
      expect(body).toEqual(['paragraph: [a here](https://e.org) b c'])
      expect(said(document)).toEqual([])
    })
  })

  it('keeps nested lists with their kind and first number', async () => {
    const { body } = await readBody(
      li('bullet') +
        li('numbered', { list: 2, level: 1 }) +
        li('deeper', { level: 2 }) +
        li('numbered again', { list: 2, level: 1 }) +
        li('bullet again') +
        p('Between') +
        li('five', { list: 3 }) +
        li('six', { list: 3 }),
    )
    expect(body).toEqual([
      'list style=bullet',
      '  item: bullet',
      '    list style=number',
      '      item: numbered',
      '        list style=bullet',
      '          item: deeper',
      '      item: numbered again',
      '  item: bullet again',
      'paragraph: Between',
      'list style=number start=5',
      '  item: five',
      '  item: six',
    ])
  })

  it("nests lists of Word's built-in styles of one level each by their names", async () => {
    const names = ['List Bullet', 'List Bullet 2', 'List Bullet 3', 'List Number', 'List Number 2']
    const styles = names.map(
      (name, at) =>
        `<w:style w:type="paragraph" w:styleId="${name.replaceAll(' ', '')}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="${at + 1}"/></w:numPr></w:pPr></w:style>`,
    )
    const numbering = names.map(
      (name, at) =>
        `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:numFmt w:val="${name.includes('Bullet') ? 'bullet' : 'decimal'}"/><w:lvlText w:val="•"/><w:pStyle w:val="${name.replaceAll(' ', '')}"/></w:lvl></w:abstractNum>`,
    )
    const lists = names.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`)
    const { body } = await readBody(
      p('one', { style: 'ListBullet' }) +
        p('below one', { style: 'ListBullet2' }) +
        p('below that', { style: 'ListBullet3' }) +
        p('two', { style: 'ListBullet' }) +
        p('step one', { style: 'ListNumber' }) +
        p('below step one', { style: 'ListNumber2' }) +
        p('step two', { style: 'ListNumber' }),
      {
        styles: STYLES + styles.join(''),
        numbering: [...numbering, ...lists].join(''),
      },
    )
    expect(body).toEqual([
      'list style=bullet',
      '  item: one',
      '    list style=bullet',
      '      item: below one',
      '        list style=bullet',
      '          item: below that',
      '  item: two',
      'list style=number',
      '  item: step one',
      '    list style=number',
      '      item: below step one',
      '  item: step two',
    ])
  })

  it('counts the items whose numbers are letters, Roman or compound in Word', async () => {
    const level = (format: string, text: string) =>
      NUMBERING.replaceAll('w:numFmt w:val="decimal"', `w:numFmt w:val="${format}"`).replaceAll('"%1."', `"${text}"`)
    const items = p('See step (b)') + li('first', { list: 2 }) + li('second', { list: 2 }) + li('bullet')
    for (const numbering of [level('lowerLetter', '(%1)'), level('upperRoman', '%1.'), level('decimal', '%1.%2')]) {
      const { document } = await readBody(items, { numbering })
      expect(document.notes).toMatchObject([{ kind: 'doubt', key: 'import.word-list-numbers', params: { count: 2 } }])
    }
    for (const numbering of [level('decimal', 'Step %1:'), level('decimalZero', '%1')])
      expect(said((await readBody(items, { numbering })).document)).toEqual([])
  })

  it('counts the numbers that change because a list follows another one directly', async () => {
    const numbered = (list: number, level = 0) => li('one', { list, level }) + li('two', { list, level })
    const numbering = `${NUMBERING}<w:num w:numId="5"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`
    const changed = async (body: string) =>
      noteOf((await readBody(body, { numbering })).document, 'import.word-list-numbers')?.params?.count
    expect(await changed(numbered(2) + numbered(3))).toBe(2)
    expect(await changed(li('bullet') + numbered(2, 1) + numbered(5, 1))).toBe(2)
    expect(await changed(numbered(2) + p('Between') + numbered(3))).toBe(undefined)
    expect(await changed(numbered(2) + li('bullet') + numbered(3))).toBe(undefined)
    expect(await changed(numbered(1) + numbered(1))).toBe(undefined)
  })

  it('continues the numbering if a list continues after a paragraph', async () => {
    const { body } = await readBody(
      li('one', { list: 2 }) + li('two', { list: 2 }) + p('Between') + li('three', { list: 2 }),
    )
    expect(body.at(-2)).toBe('list style=number start=3')
  })

  it('joins the paragraphs of a list item, however the author made them', async () => {
    const { body } = await readBody(
      li('one') +
        p('by indent', { properties: '<w:ind w:left="720"/>' }) +
        li('two') +
        p('by style', { style: 'ListParagraph' }) +
        li('three') +
        li('by an empty sign', { list: 4 }) +
        p('After'),
    )
    expect(body).toEqual([
      'list style=bullet',
      '  item: one /  / by indent',
      '  item: two /  / by style',
      '  item: three /  / by an empty sign',
      'paragraph: After',
    ])
  })

  it('reads lists of nine levels, and lists that begin below the first', async () => {
    const { body } = await readBody(li('deep', { level: 6 }) + li('top'))
    expect(body).toEqual(['list style=bullet', '  item: deep', '  item: top'])
  })

  it('keeps tables with header cells, merged cells, several paragraphs and lists in a cell', async () => {
    const { body } = await readBody(
      `<w:tbl>${row(cell(p('Wide'), '<w:gridSpan w:val="2"/>') + cell(p('C')), '<w:tblHeader/>')}${row(
        cell(p('Tall'), '<w:vMerge w:val="restart"/>') + cell(p('First') + p('Second')) + cell(li('point')),
      )}${row(cell(p(''), '<w:vMerge/>') + cell(p('b')) + cell(p('')))}</w:tbl>`,
    )
    expect(body).toEqual([
      'table',
      '  row',
      '    cell header=true colSpan=2',
      '      paragraph: Wide',
      '    cell header=true',
      '      paragraph: C',
      '  row',
      '    cell rowSpan=2',
      '      paragraph: Tall',
      '    cell',
      '      paragraph: First',
      '      paragraph: Second',
      '    cell',
      '      list style=bullet',
      '        item: point',
      '  row',
      '    cell',
      '      paragraph: b',
      '    cell',
    ])
  })

  it('keeps footnotes in place, as plain text', async () => {
    const { body, document } = await readBody(
      p(`${r('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' goes on.')}`),
      {
        footnotes: `<w:footnote w:id="2">${p(r('See ') + r('this', '<w:b/>') + r(' book.'))}${p('Page 3.')}</w:footnote>`,
      },
    )
    expect(body).toEqual(['paragraph: Text[^See this book. Page 3.] goes on.'])
    expect(said(document)).toContain('loss import.footnote-formatting')
  })

  it('is read even if a footnote refers to itself, or to a missing one', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const { body, document } = await readBody(p(`${r('Text')}${reference(2)}`) + p(`${r('More')}${reference(9)}`), {
      footnotes: `<w:footnote w:id="2">${p(`${r('Note')}${reference(2)}`)}</w:footnote>`,
    })
    expect(body).toEqual(['paragraph: Text[^Note]', 'paragraph: More'])
    expect(noteOf(document, 'import.footnote-missing')).toMatchObject({ kind: 'loss', params: { count: 1 } })
  })

  it('counts the missing footnotes that a title or another footnote refers to, and says that a title has none', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const document = await read([
      await wordFile({
        styles: STYLES,
        body:
          p(`${r('The guide')}${reference(2)}${reference(8)}`, { style: 'Title' }) +
          heading('One') +
          p(`${r('Text')}${reference(3)}`),
        footnotes: `<w:footnote w:id="2">${p('By us')}</w:footnote><w:footnote w:id="3">${p(`${r('Note')}${reference(9)}`)}</w:footnote>`,
      }),
    ])
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: Text[^Note]'])
    expect(noteOf(document, 'import.footnote-in-title')).toMatchObject({ kind: 'loss', params: { title: 'The guide' } })
    expect(noteOf(document, 'import.footnote-missing')).toMatchObject({ kind: 'loss', params: { count: 2 } })
  })

  it('keeps the note or the picture of a paragraph with the style Title and without words', async () => {
    const { body, document } = await readBody(
      p('<w:r><w:footnoteReference w:id="2"/></w:r>', { style: 'Title' }) +
        p(inlinePicture('a', 'Logo'), { style: 'Title' }) +
        p(`${r('The guide')}<w:r><w:br/></w:r>${r('for staff')}${inlinePicture('a', 'Logo')}`, { style: 'Title' }),
      {
        footnotes: `<w:footnote w:id="2">${p('Draft')}</w:footnote>`,
        relations: { a: { type: 'image', target: 'media/a.png' } },
        files: { 'word/media/a.png': PNG },
      },
    )
    expect(document.title).toBe('The guide for staff')
    expect(body).toEqual([
      'paragraph: [^Draft]',
      'image media=picture-1.png alt=Logo',
      'image media=picture-1.png alt=Logo',
    ])
    expect(said(document)).toEqual([])
  })

  it('keeps the words of the lists and tables in footnotes apart, and counts these footnotes', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const table = `<w:tbl>${row(cell(p('one')) + cell(p('two') + p('more')))}${row(cell(p('three')))}</w:tbl>`
    const { body, document } = await readBody(p(r('Text') + reference(2) + reference(3) + reference(4)), {
      footnotes: [p('See:') + table + p('after'), p('See:') + li('first law') + li('second law'), p('Plain')]
        .map((note, index) => `<w:footnote w:id="${index + 2}">${note}</w:footnote>`)
        .join(''),
    })
    expect(body).toEqual(['paragraph: Text[^See: one two more three after][^See: first law second law][^Plain]'])
    expect(document.notes).toMatchObject([{ kind: 'doubt', key: 'import.footnote-flattened', params: { count: 2 } }])
  })

  it('says that a picture in a footnote is left out', async () => {
    const { document } = await readBody(p(`${r('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>`), {
      footnotes: `<w:footnote w:id="2">${p(r('Note') + inlinePicture('pic', 'Two circles'))}</w:footnote>`,
      files: {
        'word/_rels/footnotes.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="pic" Type="image" Target="media/image1.png"/></Relationships>`,
        'word/media/image1.png': PNG,
      },
    })
    expect(said(document)).toEqual(['loss import.footnote-pictures'])
    expect(document.images).toEqual([])
  })

  it('has no additional cells in a row with a bookmark', async () => {
    const { body } = await readBody(
      `<w:tbl>${row(`<w:bookmarkStart w:id="1" w:name="here"/>${cell(p('One'))}${cell(p('Two'))}`)}</w:tbl>`,
    )
    expect(body.filter((line) => line.trim() === 'cell')).toHaveLength(2)
  })

  it('keeps pictures with their description and caption', async () => {
    const { body, document } = await readBody(
      p(inlinePicture('pic', 'Two circles')) + p('Figure 1', { style: 'caption' }),
      {
        relations: { pic: { type: 'image', target: 'media/image1.png' } },
        files: { 'word/media/image1.png': PNG },
      },
    )
    expect(body).toEqual(['image media=picture-1.png alt=Two circles: Figure 1'])
    expect(document.images).toEqual([{ name: 'picture-1.png', bytes: PNG }])
  })

  it('keeps the words of simple fields, with their link, and of text with a direction or a pronunciation', async () => {
    const field = (instruction: string, content: string) =>
      `<w:fldSimple w:instr="${instruction}">${content}</w:fldSimple>`
    const { body, document } = await readBody(
      p(`${r('Table ')}${field(' SEQ Table ', r('1'))}${field(' PAGE ', '')}<w:fldSimple w:instr=" DATE "/>`) +
        p(field(' HYPERLINK &quot;https://example.org/&quot; ', r('web')) + r(' and ') + field('IF 1 > 2', r('no'))) +
        p(`<w:bdo w:val="rtl">${r('over')}</w:bdo><w:dir w:val="ltr">${r('ridden')}</w:dir>`) +
        p(`<w:r><w:ruby><w:rt>${r('how')}</w:rt><w:rubyBase>${r('base')}</w:rubyBase></w:ruby></w:r>`) +
        p(`<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`) +
        li(field(' REF law ', r('item'))),
      { footnotes: `<w:footnote w:id="2">${p(field(' REF law ', r('the law')))}</w:footnote>` },
    )
    expect(body).toEqual([
      'paragraph: Table 1',
      'paragraph: [web](https://example.org/) and no',
      'paragraph: overridden',
      'paragraph: base',
      'paragraph: one / two[^the law]',
      'list style=bullet',
      '  item: item',
    ])
    expect(said(document)).toEqual([])
  })

  it.each([
    ['<w:result w:val="1"/>', 'Nigeria'],
    ['<w:result w:val="0"/><w:default w:val="2"/>', 'A &amp; B'],
    ['<w:default w:val="1"/>', 'Nigeria'],
    ['', 'Ghana'],
    ['<w:result w:val="9"/>', ''],
  ])('keeps the chosen entry of a drop-down field: %s', async (choice, chosen) => {
    const list = `<w:ddList>${choice}<w:listEntry w:val="Ghana"/><w:listEntry w:val="Nigeria"/><w:listEntry w:val="A &amp; B"/></w:ddList>`
    const mark = (type: string, data = '') => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
    const field = (words = '') =>
      `${mark('begin', `<w:ffData>${list}</w:ffData>`)}<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>${mark('separate')}${words}${mark('end')}`
    const { body, document } = await readBody(
      p(r('Country: ') + field() + r('(chosen)')) + p(field(r('written'))) + li(field()),
    )
    const entry = chosen.replace('&amp;', '&')
    expect(body.slice(0, 2)).toEqual([`paragraph: Country: ${entry}(chosen)`, 'paragraph: written'])
    expect(body.slice(2)).toEqual(
      entry === '' ? ['list style=bullet', '  item'] : ['list style=bullet', `  item: ${entry}`],
    )
    expect(said(document)).toEqual([])
  })

  it('keeps the words of WordArt', async () => {
    const art =
      '<w:pict><v:shapetype><v:textpath on="t"/></v:shapetype><v:shape><v:textpath string="IMPORTANT &amp; URGENT"/></v:shape></w:pict>'
    const both = `<mc:AlternateContent><mc:Choice><w:txbxContent>${p('IMPORTANT')}</w:txbxContent></mc:Choice><mc:Fallback>${art}</mc:Fallback></mc:AlternateContent>`
    const { body, document } = await readBody(p(`<w:r>${art}</w:r>`) + p(`<w:r>${both}</w:r>`))
    expect(body).toEqual(['paragraph: IMPORTANT & URGENT', 'paragraph: IMPORTANT & URGENT'])
    expect(said(document)).toEqual([])
    const off = '<w:pict><v:shape><v:textpath on="f" string="Your text here"/></v:shape></w:pict>'
    expect((await readBody(p(`${r('words')}<w:r>${off}</w:r>`))).body).toEqual(['paragraph: words'])
  })

  it("keeps pictures of Word's old form where they are in the text", async () => {
    const old = (id: string) => `<w:r><w:pict><v:shape><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r>`
    const { body, document } = await readBody(
      p(old('a')) +
        li(`${r('first')}${old('b')}`, { list: 2 }) +
        li('second', { list: 2 }) +
        `<w:tbl>${row(cell(p(`${r('in a cell')}${old('a')}`)))}</w:tbl>` +
        p(old('gone')),
      {
        relations: { a: { type: 'image', target: 'media/a.png' }, b: { type: 'image', target: 'media/b.jpg' } },
        files: { 'word/media/a.png': PNG, 'word/media/b.jpg': JPEG },
      },
    )
    expect(body).toEqual([
      'image media=picture-1.png',
      'list style=number',
      '  item: first',
      '  item: second',
      'image media=picture-2.jpg',
      'table',
      '  row',
      '    cell',
      '      paragraph: in a cell',
      '      image media=picture-1.png',
    ])
    expect(noteOf(document, 'import.block-in-list')).toMatchObject({ kind: 'doubt', params: { count: 1 } })
    expect(noteOf(document, 'import.picture-in-line')).toMatchObject({ kind: 'doubt', params: { count: 1 } })
    expect(noteOf(document, 'import.picture-missing')).toMatchObject({ kind: 'loss', params: { name: '?' } })
  })

  describe("a picture of Word's old form", () => {
    const old = (id: string) => `<w:r><w:pict><v:shape><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r>`
    const box = (content: string, beside = '') =>
      `<w:r><w:pict><v:group>${beside}<v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>`
    const two = {
      relations: { a: { type: 'image', target: 'media/a.png' }, b: { type: 'image', target: 'media/b.jpg' } },
      files: { 'word/media/a.png': PNG, 'word/media/b.jpg': JPEG },
    } as const

    it('stays between the words before and after it', async () => {
      const { body } = await readBody(p(r('before') + old('a') + r('after')), two)
      expect(body).toEqual(['paragraph: before', 'image media=picture-1.png', 'paragraph: after'])
    })

    it('is read after a text box that ends in a table, in a cell too', async () => {
      const table = `<w:tbl>${row(cell(p('cell')))}</w:tbl>`
      const one = p(r('words') + box(p('boxed') + table) + old('a'))
      const { body, document } = await readBody(`${one}<w:tbl>${row(cell(one))}</w:tbl>`, two)
      expect(body.map((line) => line.trim()).filter((line) => line === 'image media=picture-1.png')).toHaveLength(2)
      expect(document.images).toHaveLength(1)
    })

    it('is read beside a text box, also after a table in it', async () => {
      const picture = (id: string) => `<v:shape><v:imagedata r:id="${id}"/></v:shape>`
      const table = `<w:tbl>${row(cell(p('cell')))}</w:tbl>`
      const { body } = await readBody(p(box(table) + box(p('boxed'), picture('b'))), two)
      expect(body).toEqual([
        'table',
        '  row',
        '    cell',
        '      paragraph: cell',
        'image media=picture-1.jpg',
        'paragraph: boxed',
      ])
    })
  })

  describe('in a shape', () => {
    const choice = (drawing: string, fallback = '') =>
      `<w:r><mc:AlternateContent xmlns:wps="s" xmlns:wpg="g"><mc:Choice Requires="wps">${drawing}</mc:Choice>${fallback}</mc:AlternateContent></w:r>`
    const graphic = (content: string) =>
      `<w:drawing><wp:inline><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing>`
    const newBox = `<wps:wsp xmlns:wps="s"><wps:txbx><w:txbxContent>${p('boxed')}</w:txbxContent></wps:txbx></wps:wsp>`
    const pic = '<pic:pic><pic:blipFill><a:blip r:embed="a"/></pic:blipFill></pic:pic>'
    const more = {
      relations: { a: { type: 'image', target: 'media/a.png' } },
      files: { 'word/media/a.png': PNG },
    } as const

    it.each(['oval', 'line', 'polyline', 'arc', 'curve', 'image', 'shape', 'rect', 'roundrect'])(
      'of the old form: the text box and the picture are read (%s)',
      async (shape) => {
        const box = `<v:${shape}><v:textbox><w:txbxContent>${p('boxed')}</w:txbxContent></v:textbox></v:${shape}>`
        const { body, document } = await readBody(
          p(choice(graphic(newBox), `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback>`)) +
            p(`<w:r><w:pict><v:${shape} id="1"><v:imagedata r:id="a"/></v:${shape}></w:pict></w:r>`) +
            p(`<w:r><w:pict><v:${shape}><v:fill r:id="a" type="frame"/></v:${shape}></w:pict></w:r>`),
          more,
        )
        const image = 'image media=picture-1.png'
        expect(body).toEqual(['paragraph: boxed', image, image])
        const undescribed = 'doubt import.picture-without-alt'
        expect(said(document)).toEqual(['doubt import.word-text-boxes', undescribed, undescribed])
      },
    )

    it.each([
      ['alone', (drawing: string) => `<w:r>${drawing}</w:r>`],
      ['without the old form', (drawing: string) => choice(drawing)],
    ])('of the new form, in a group: pictures are read, and a text box is counted as lost (%s)', async (_, run) => {
      const group = (content: string) => `<wpg:wgp><wpg:grpSp>${content}</wpg:grpSp></wpg:wgp>`
      const declared = (body: string) => `<w:smartTag xmlns:wpg="g">${body}</w:smartTag>`
      const { body, document } = await readBody(
        p(declared(run(graphic(group(`<wpg:grpSpPr/>${pic}${pic}`))))) + p(declared(run(graphic(group(newBox))))),
        more,
      )
      expect(body).toEqual(['image media=picture-1.png', 'image media=picture-1.png'])
      expect(said(document)).toEqual([
        'loss import.word-text-boxes-lost',
        'doubt import.picture-without-alt',
        'doubt import.picture-without-alt',
      ])
    })

    it('that is not read: its pictures are counted as lost', async () => {
      const fill = `<wps:wsp xmlns:wps="s"><wps:spPr><a:blipFill><a:blip r:embed="a"/></a:blipFill></wps:spPr></wps:wsp>`
      const { body, document } = await readBody(
        p(`<w:r>${graphic(fill)}</w:r>`) +
          p(`<w:r>${graphic(`<wpg:wgp xmlns:wpg="g">${pic}</wpg:wgp>`)}</w:r>`) +
          p(choice(graphic(pic), `<mc:Fallback>${r('words')}</mc:Fallback>`)) +
          p('<w:r><w:pict><v:rect><v:fill r:id="a" type="tile"/></v:rect></w:pict></w:r>'),
        more,
      )
      expect(body).toEqual(['paragraph: words'])
      expect(document.notes).toMatchObject([{ key: 'import.word-pictures-lost', params: { count: 4 } }])
    })
  })

  it('reads words and tick boxes that are outside of any paragraph', async () => {
    const box =
      '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/></w:sdtPr><w:sdtContent/></w:sdt>'
    const { body } = await readBody(`${p('One')}<w:bookmarkStart w:id="7" w:name="here"/>${r('loose')}${box}`)
    expect(body.slice(0, 3)).toEqual(['paragraph: One', 'paragraph: loose', 'checklist'])
  })

  describe('the caption of a picture', () => {
    const picture = { type: 'image', target: 'media/a.png' } as const
    const two = {
      relations: { a: picture, b: { type: 'image', target: 'media/b.jpg' } },
      files: { 'word/media/a.png': PNG, 'word/media/b.jpg': JPEG },
    } as const
    const old = (id: string) => `<w:r><w:pict><v:shape><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r>`

    it.each([
      ['of the old form', old],
      ['of the new form', (id: string) => inlinePicture(id, '')],
    ])('is not a paragraph with a picture (%s) of its own: both pictures are read', async (_, form) => {
      const { body, document } = await readBody(
        p(form('a') + r('Figure 1'), { style: 'caption' }) + p(form('b') + r('Figure 2'), { style: 'caption' }),
        two,
      )
      expect(body.map((line) => line.replace(' alt=', ''))).toEqual([
        'image media=picture-1.png',
        'paragraph: Figure 1',
        'image media=picture-2.jpg',
        'paragraph: Figure 2',
      ])
      expect(noteOf(document, 'import.picture-in-line')?.params).toEqual({ count: 2 })
    })

    it('is not that of another picture if its own is not in the file', async () => {
      const { body, document } = await readBody(p(old('a')) + p(old('gone') + r('Figure 2'), { style: 'caption' }), two)
      expect(body).toEqual(['image media=picture-1.png', 'paragraph: Figure 2'])
      expect(said(document)).toContain('loss import.picture-missing')
    })

    it.each([
      ['that follows words', p(r('Words') + old('a'))],
      ['before a list', p(old('a')) + li('item')],
    ])('is not that of a table after a picture %s', async (_, before) => {
      const table = `<w:tbl>${row(cell(p('cell')))}</w:tbl>`
      const { body } = await readBody(before + p('Table 1', { style: 'caption' }) + table, two)
      expect(body).toContain('paragraph: Table 1')
      expect(body).toContain('image media=picture-1.png')
    })

    it('may follow a picture with words beside it', async () => {
      const { body } = await readBody(
        p(r('See') + inlinePicture('a', '')) + p('Figure 1', { style: 'caption' }) + p('More.'),
        two,
      )
      expect(body[1]).toMatch(/^image .*: Figure 1$/)
    })

    it('may follow empty paragraphs, also with a bookmark', async () => {
      const empty = p('<w:bookmarkStart w:id="7" w:name="here"/>')
      const { body } = await readBody(p(old('a')) + p('') + empty + p('Figure 1', { style: 'caption' }), two)
      expect(body).toEqual(['image media=picture-1.png: Figure 1'])
    })
  })

  it('reads a picture that has only the form for new programs', async () => {
    const alternative = (fallback: string, choice = inlinePicture('a', 'Map')) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice> ${fallback} </mc:AlternateContent></w:r>`
    const { body, document } = await readBody(
      p(alternative('')) +
        p(alternative('<mc:Fallback/>')) +
        p(alternative('<mc:Fallback xmlns:q="q"> <!-- none --> </mc:Fallback>')) +
        p(alternative(`<mc:Fallback>${r('words')}</mc:Fallback>`)) +
        p(alternative('', alternative(`<mc:Fallback>${r('more')}</mc:Fallback>`)) + r('rest')),
      { relations: { a: { type: 'image', target: 'media/a.png' } }, files: { 'word/media/a.png': PNG } },
    )
    expect(body).toEqual([
      'image media=picture-1.png alt=Map',
      'image media=picture-1.png alt=Map',
      'image media=picture-1.png alt=Map',
      'paragraph: words',
      'paragraph: rest',
    ])
    expect(document.notes).toMatchObject([{ key: 'import.word-pictures-lost', params: { count: 2 } }])
  })

  it('reads the list items of a part that has only the form for new programs', async () => {
    const choice = `<mc:Choice Requires="x">${li('a', { list: 2 })}${li('b', { list: 2 })}</mc:Choice>`
    const { body } = await readBody(`<mc:AlternateContent>${choice}<mc:Fallback/></mc:AlternateContent>`)
    const plain = await readBody(li('a', { list: 2 }) + li('b', { list: 2 }))
    expect(body).toEqual(plain.body)
    expect(body.join()).not.toContain('paragraph')
  })

  it('keeps words between instructions of the XML to programs', async () => {
    const { body } = await readBody(p(`${r('one ')}<?a <!-- ?>${r('two ')}<?b --> ?>${r('three')}`))
    expect(body).toEqual(['paragraph: one two three'])
  })

  it('keeps words in CDATA, and words with a comment of the XML', async () => {
    const text = (words: string) => p(`<w:r><w:t>${words}</w:t></w:r>`)
    const { body } = await readBody(
      text('a <![CDATA[b < c & <w:cr/> <!-- d -->]]> e') + text('<![CDATA[f]]>') + text('g<!-- <![CDATA[h]]> -->i'),
    )
    expect(body).toEqual(['paragraph: a b < c & <w:cr/> <!-- d --> e', 'paragraph: f', 'paragraph: gi'])
  })

  it('stores a picture once if it is used twice, and determines its type by content, not by name', async () => {
    const twice = p(inlinePicture('a', 'One')) + p(inlinePicture('b', 'Other'))
    const { document } = await readBody(twice, {
      relations: { a: { type: 'image', target: 'media/a.png' }, b: { type: 'image', target: 'media/b.png' } },
      files: { 'word/media/a.png': JPEG, 'word/media/b.png': JPEG },
    })
    expect(document.images.map(({ name, bytes }) => [name, pictureType(bytes)])).toEqual([
      ['picture-1.jpg', 'image/jpeg'],
    ])
  })

  describe('names what refers to a relationship that the file does not have', () => {
    const link = (id: string, words: string, more = '') => `<w:hyperlink r:id="${id}"${more}>${r(words)}</w:hyperlink>`
    const known = { a: { type: 'hyperlink', target: 'https://example.org/?a&amp;b' } } as const

    it('a link, also one with a place in its target: both are counted and keep their words', async () => {
      const { body, document } = await readBody(
        p(link('a', 'known') + link('gone', 'one')) + p(link('gone', 'two', ' w:anchor="part"')),
        { relations: known },
      )
      expect(body).toEqual(['paragraph: [known](https://example.org/?a&b)one', 'paragraph: two'])
      expect(said(document)).toEqual(['loss import.word-links'])
      expect(noteOf(document, 'import.word-links')).toMatchObject({ source: 'text.docx', params: { count: 2 } })
    })

    it('a link, whatever prefix its reference has', async () => {
      const link =
        '<w:hyperlink xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships" rel:id="gone" w:anchor="part">'
      const { body, document } = await readBody(p(`${link}${r('words')}</w:hyperlink>`))
      expect(body).toEqual(['paragraph: words'])
      expect(noteOf(document, 'import.word-links')).toMatchObject({ kind: 'loss', params: { count: 1 } })
    })

    it('a link of a footnote: it is counted', async () => {
      const { body, document } = await readBody(p(`${r('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>`), {
        footnotes: `<w:footnote w:id="2">${p(link('a', 'Law'))}</w:footnote>`,
        relations: known,
      })
      expect(body).toEqual(['paragraph: Text[^Law]'])
      expect(noteOf(document, 'import.word-links')).toMatchObject({ kind: 'loss', params: { count: 1 } })
    })

    it.each([
      ['inserted', inlinePicture('gone', 'Two circles'), 'Two circles'],
      ['linked', inlinePicture('gone', 'Two circles').replace('r:embed', 'r:link'), 'Two circles'],
      [
        'of the old form, inside an object',
        '<w:r><w:object><v:shape><v:imagedata r:id="gone"/></v:shape></w:object></w:r>',
        '?',
      ],
    ])('a picture (%s): it is named and the rest is read', async (_, picture, name) => {
      const { body, document } = await readBody(p(picture) + p(link('a', 'known')), { relations: known })
      expect(body).toEqual(['paragraph: [known](https://example.org/?a&b)'])
      expect(said(document)).toEqual(['loss import.picture-missing'])
      expect(noteOf(document, 'import.picture-missing')?.params).toEqual({ name })
    })

    it('and no number of a change or a bookmark, of which a file may have very many', () => {
      const part = `<w:p xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:ins w:id="1"/>${link('2', '')}</w:p>`
      const ids = withMissingRelations({ relations: null, part }).match(/(?<=Id=")[^"]*/g)
      expect(ids).toEqual(['2'])
    })

    it('a picture or a link whose relationship has no target', async () => {
      const { body, document } = await readBody(
        p(inlinePicture('b', 'Map')) +
          p(inlinePicture('c', 'Plan')) +
          p(link('a', 'known') + link('b', 'one') + link('b', 'two', ' w:anchor="part"') + link('c', 'three')) +
          p(link('d', 'here', ' w:anchor="part"')),
        {
          relations: {
            ...known,
            b: { type: 'image' },
            c: { type: 'image', target: '' },
            d: { type: 'hyperlink', target: '' },
          },
        },
      )
      // The empty address of a link is this document.
      expect(body).toEqual(['paragraph: [known](https://example.org/?a&b)onetwothree', 'paragraph: [here](#part)'])
      expect(said(document)).toEqual([
        'loss import.picture-missing',
        'loss import.picture-missing',
        'loss import.word-links',
      ])
      expect(noteOf(document, 'import.word-links')?.params).toEqual({ count: 3 })
    })

    it.each([
      ['is missing', null],
      ['contains none', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'],
    ])('everything, if the part for relationships %s', async (_, relations) => {
      const zip = wordZip({
        styles: STYLES,
        body: heading('One') + p(link('a', 'words')) + p(inlinePicture('b', 'Map')),
      })
      zip.remove('word/_rels/document.xml.rels')
      if (relations !== null) zip.file('word/_rels/document.xml.rels', relations)
      const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
      expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: words'])
      expect(said(document)).toEqual(['loss import.word-links', 'loss import.picture-missing'])
    })
  })

  it('says which pictures are missing or cannot be shown', async () => {
    const { body, document } = await readBody(
      p(inlinePicture('a', 'Gone')) + p(inlinePicture('b', 'Vector')) + p('Text'),
      {
        relations: { a: { type: 'image', target: 'media/gone.png' }, b: { type: 'image', target: 'media/b.emf' } },
        files: { 'word/media/b.emf': 'EMF' },
      },
    )
    expect(body).toEqual(['paragraph: Text'])
    expect(said(document)).toEqual(['loss import.picture-missing', 'loss import.picture-unsupported'])
  })

  it.each(['toolkit-rule-0', 'toolkit-heading-99', 'toolkit-heading-abc', 'toolkit-item-bullet-59-1'])(
    'reads a paragraph with the bookmark %s as one with any other',
    async (name) => {
      const { body, document } = await readBody(
        p(`<w:bookmarkStart w:id="1" w:name="${name}"/>${r('Words')}<w:bookmarkEnd w:id="1"/>`) + p('More'),
      )
      expect(body).toEqual(['paragraph: Words', 'paragraph: More'])
      expect(said(document)).toEqual([])
    },
  )

  it('reads levels and numbers that Word does not have as none', async () => {
    const { body, document } = await readBody(
      p('Text', { properties: '<w:outlineLvl w:val="-3"/>' }) + p('Deep', { style: 'Deep' }),
      {
        styles: `${STYLES}<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="No Spacing"/><w:pPr><w:outlineLvl w:val="-3"/></w:pPr></w:style>`,
      },
    )
    expect(body).toEqual(['paragraph: Text', 'paragraph: Deep'])
    expect(said(document)).toEqual([])
  })

  it('keeps quotes, horizontal rules and code', async () => {
    const { body } = await readBody(
      p('Said', { style: 'Quote' }) +
        p('and done', { style: 'Quote' }) +
        p('', { properties: '<w:pBdr><w:bottom w:val="single"/></w:pBdr>' }) +
        p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>') +
        p(`${r('if (a)')}<w:r><w:br/></w:r>${r('  b')}`, { style: 'SourceCode' }),
    )
    expect(body).toEqual(['quote: Said /  / and done', 'rule', 'rule', 'paragraph: <code>if (a)</> / <code>  b</>'])
  })

  it('knows the styles of Word and of Pages even if the file does not define them', async () => {
    const { body, document } = await readBody(
      p('Sub', { style: 'Heading2' }) + p('Text', { style: 'Body' }) + p('House', { style: 'HouseStyle' }),
      { styles: '' },
    )
    expect(outline(document)).toEqual(['Sub'])
    expect(body).toEqual(['paragraph: Text', 'paragraph: House'])
    expect(noteOf(document, 'import.word-styles')?.params).toEqual({ names: 'HouseStyle', count: 1 })
  })

  it('breaks lines of code at the line ends of its text', async () => {
    const { body } = await readBody(p(r('one\n  two'), { style: 'SourceCode' }))
    expect(body).toEqual(['paragraph: <code>one</> / <code>  two</>'])
  })

  it('reads a document whose styles are based on each other in a chain of any length', async () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => {
      const basedOn = at === 0 ? '' : `<w:basedOn w:val="s${at - 1}"/>`
      return `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="s${at}"/>${basedOn}</w:style>`
    })
    const document = await read([
      await wordFile({
        styles: STYLES + chain.join(''),
        body: p('Title', { style: 'Heading1' }) + p('text', { style: 's19999' }),
      }),
    ])
    expect(document.sections.map(({ title }) => title)).toEqual(['Title'])
  })

  it('treats custom styles as headings if they are based on a heading or have an outline level', async () => {
    const styles = `${STYLES}<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="It's a Kapitel"/><w:basedOn w:val="Heading1"/></w:style>`
    const document = await read([
      await wordFile({
        styles,
        body:
          p('One', { style: 'Kapitel' }) +
          p('text') +
          p('Two', { properties: '<w:outlineLvl w:val="0"/>' }) +
          p('text'),
      }),
    ])
    expect(outline(document)).toEqual(['One', 'Two'])
    expect(said(document)).toEqual([])
  })

  it('takes the title from the properties if the text has none, but not a name that Word invented', async () => {
    const titled = (title: string, body: string) =>
      wordFile({
        styles: STYLES,
        body,
        files: {
          'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title></cp:coreProperties>`,
        },
      }).then((word) => read([word]))
    const chapters = heading('One') + p('a') + heading('Two') + p('b')
    expect((await titled('The guide', chapters)).title).toBe('The guide')
    expect((await titled('The guide', p('A title', { style: 'Title' }) + chapters)).title).toBe('A title')
    expect((await titled('Microsoft Word - guide.doc', chapters)).title).toBeUndefined()
    expect((await titled('', chapters)).title).toBeUndefined()
    const empty = await wordFile({ styles: STYLES, body: chapters, files: { 'docProps/core.xml': '' } })
    expect(await read([empty])).toMatchObject({ sections: [{ title: 'One' }, { title: 'Two' }] })
  })

  it('takes the style Title as the title of the document, and leaves the table of contents out', async () => {
    const document = await read([
      await wordFile({
        styles: STYLES,
        body: `${p('The guide', { style: 'Title' })}${p('One 1', { style: 'toc1' })}${p('Two 2', { style: 'toc1' })}${heading('One')}${p('a')}${heading('Two')}${p('b')}`,
      }),
    ])
    expect(document.title).toBe('The guide')
    expect(outline(document)).toEqual(['One', 'Two'])
    expect(noteOf(document, 'import.word-contents')).toMatchObject({ kind: 'loss', params: { count: 2 } })
  })

  it('gives the same text as Markdown with the same words', async () => {
    const word = await readBody(
      p(`${r('Some  words ')}${r(' and\u00ad more')}`) +
        li('one', { list: 2 }) +
        li('two', { list: 2 }) +
        p('end', { style: 'Quote' }),
    )
    const markdown = await read([file('text.md', '# Title\n\nSome\nwords and\nmore\n\n1. one\n2. two\n\n> end\n')], 1)
    expect(word.document.sections[0]?.body).toEqual(markdown.sections[0]?.body)
  })
})

describe('content outside the text of a Word file', () => {
  it('is reported with the numbers of comments, headers, changes, text boxes, formulas and hidden words', async () => {
    const box = (content: string) => `<w:txbxContent>${p(content)}</w:txbxContent>`
    const { document, body } = await readBody(
      [
        p(
          `<w:ins w:id="1">${r('new ')}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>${r('text')}`,
        ),
        p(
          `<w:r><mc:AlternateContent><mc:Choice>${box('boxed')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('boxed')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        p(`<w:r><mc:AlternateContent><mc:Choice>${box('lost')}</mc:Choice></mc:AlternateContent></w:r>`),
        p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>'),
        p(r('hidden', '<w:vanish/>')),
      ].join(''),
      {
        comments: `<w:comment w:id="1" w:author="A">${p('Why?')}</w:comment><w:comment w:id="2" w:author="B">${p('!')}</w:comment>`,
        header: p('Draft, not to be cited'),
      },
    )
    expect(body).toEqual(['paragraph: new text', 'paragraph: boxed', 'paragraph: hidden'])
    expect(document.notes.map(({ kind, key, params }) => `${kind} ${key} ${params?.count}`)).toEqual([
      'loss import.word-comments 2',
      'loss import.word-margins 1',
      'doubt import.word-tracked 2',
      'doubt import.word-text-boxes 1',
      'loss import.word-text-boxes-lost 1',
      'loss import.word-formulas 1',
      'doubt import.word-hidden 1',
    ])
  })

  it('is reported for an embedded file, with another sentence if its picture is imported', async () => {
    const object = (picture: string) =>
      p(`<w:r><w:object><v:shape>${picture}</v:shape><o:OLEObject r:id="file"/></w:object></w:r>`)
    const { body, document } = await readBody(object('<v:imagedata r:id="a"/>') + object(''), {
      relations: { a: { type: 'image', target: 'media/a.png' } },
      files: { 'word/media/a.png': PNG },
    })
    expect(body).toEqual(['image media=picture-1.png'])
    expect(said(document)).toEqual([
      'loss import.word-objects',
      'loss import.word-files-with-picture',
      'doubt import.picture-without-alt',
    ])
  })

  it('is not reported for a header that is only a page number', async () => {
    const { document } = await readBody(p('text'), { header: p('12') })
    expect(said(document)).toEqual([])
  })

  it('is reported with the unknown styles, each once', async () => {
    const styles = `${STYLES}<w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Info Box"/></w:style>`
    const { document } = await readBody(p('a', { style: 'Box' }) + p('b', { style: 'Box' }), { styles })
    expect(document.notes).toEqual([
      { kind: 'doubt', source: 'text.docx', key: 'import.word-styles', params: { names: 'Info Box', count: 1 } },
    ])
  })

  it('is reported without the style of comment marks, which have no words, even if the file does not define it', async () => {
    const run = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="1"/></w:r>'
    const comments = `<w:comment w:id="1" w:author="A">${p('Why?')}</w:comment>`
    const { document } = await readBody(`<w:p><w:r><w:t>text</w:t></w:r>${run}</w:p>`, { comments })
    expect(document.notes.map(({ key }) => key)).toEqual(['import.word-comments'])
  })

  it('is reported with the id of a style without a name', async () => {
    const styles = `${STYLES}<w:style w:type="paragraph" w:styleId="Box7"/>`
    const { document } = await readBody(p('a', { style: 'Box7' }) + p('b', { style: 'Gone9' }), { styles })
    expect(document.notes).toMatchObject([{ key: 'import.word-styles', params: { names: 'Box7, Gone9', count: 2 } }])
  })
})

describe('tick boxes in a Word file', () => {
  const control = (isTicked: boolean) =>
    `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="${isTicked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(isTicked ? '☒' : '☐')}</w:sdtContent></w:sdt>`

  it('become a checklist, with a note that some were ticked', async () => {
    const { document, body } = await readBody(
      p('Before') + p(control(false) + r(' Ask')) + p(control(true) + r(' Listen')) + p('After'),
    )
    expect(body).toEqual([
      'paragraph: Before',
      'checklist',
      '  entry',
      '    field name=text: Ask',
      '    field name=note',
      '  entry',
      '    field name=text: Listen',
      '    field name=note',
      'paragraph: After',
    ])
    expect(said(document)).toEqual(['loss import.ticked'])
  })

  it('become a checklist in lists too, and if they are only characters', async () => {
    const { document, body } = await readBody(p('☐ Ask') + p('After') + li('☐ one') + li('☐ two'), {
      numbering: NUMBERING,
    })
    expect(body.filter((line) => !line.startsWith(' '))).toEqual(['checklist', 'paragraph: After', 'checklist'])
    expect(said(document)).toEqual([])
  })

  it('stay characters inside a line', async () => {
    const { body } = await readBody(p('Yes ☐ no ☐'))
    expect(body).toEqual(['paragraph: Yes ☐ no ☐'])
  })
})

describe('a Word file whose names have unusual prefixes', () => {
  const body =
    heading('Title') +
    li('first', { list: 2 }) +
    li('second', { list: 2 }) +
    p('more', { properties: '<w:ind w:left="720"/>' }) +
    li('bullet') +
    p('Outline', { properties: '<w:outlineLvl w:val="0"/>' }) +
    p('', { properties: '<w:pBdr><w:bottom w:val="single"/></w:pBdr>' }) +
    p('text')

  it.each([
    ['none', (xml: string) => xml.replace('xmlns:w=', 'xmlns:w="W" xmlns=').replace(/(<\/?)w:/g, '$1')],
    ['another', (xml: string) => xml.replace('xmlns:w=', 'xmlns:x=').replace(/([\s</])w:/g, '$1x:')],
    [
      'another below the first element',
      (xml: string) =>
        xml
          .replace('<w:body>', '<x:body xmlns:x="W">')
          .replace('</w:body>', '</x:body>')
          .replace(/(<\/?)w:(?!document)/g, '$1x:'),
    ],
  ])('is read: %s', async (_, renamed) => {
    const zip = wordZip({ styles: STYLES, numbering: NUMBERING, body })
    const usual = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
    const xml = renamed((await zip.file('word/document.xml')?.async('string')) ?? '')
    zip.file(
      'word/document.xml',
      xml.replaceAll('"W"', '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'),
    )
    const unusual = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
    expect(drawn(unusual.sections[0]?.body ?? [])).toContain('list style=number')
    expect(unusual).toEqual(usual)
  })
})

describe('a Word file whose parts have unusual names', () => {
  it('is read through its relationships', async () => {
    const zip = wordZip({ styles: STYLES, body: heading('One') + p('text') + heading('Two') })
    const parts = {
      'word/document.xml': 'content/main.xml',
      'word/_rels/document.xml.rels': 'content/_rels/main.xml.rels',
      'word/styles.xml': 'content/styles.xml',
    }
    for (const [from, to] of Object.entries(parts)) {
      zip.file(to, (await zip.file(from)?.async('string')) ?? '')
      zip.remove(from)
    }
    const packageRelations = (await zip.file('_rels/.rels')?.async('string')) ?? ''
    zip.file('_rels/.rels', packageRelations.replace('word/document.xml', '/content/main.xml'))
    const document = await read([file('a.docx', await zip.generateAsync({ type: 'uint8array' }))])
    expect(outline(document)).toEqual(['One', 'Two'])
    expect(said(document)).toEqual([])
  })
})
