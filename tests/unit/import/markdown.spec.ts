import { describe, expect, it } from 'vitest'
import { pictureType } from '@/domain/pictureType'
import { bodyOf, drawn, file, JPEG, noteOf, PNG, read, readMarkdownText, said, textOfBlocks } from './readText'

describe('the text of a Markdown file', () => {
  it('reads the character references of HTML by all their names', async () => {
    expect(drawn(await bodyOf('<p>caf&eacute; &frac12; &Omega; &nosuch; &#8364;</p>\n'))).toEqual([
      'paragraph: café ½ Ω &nosuch; €',
    ])
  })

  it('keeps formatting, code, breaks and links of every allowed kind', async () => {
    const markdown = [
      '**bold** *italic* ***both*** ~~struck~~ `code  here`  ',
      'next line, [web](https://example.org/a), <mail@example.org>, [call](tel:+357123), [below](#place), [other][ref]',
      '',
      '[ref]: ../glossary.md#term',
    ].join('\n')
    expect(drawn(await bodyOf(markdown))).toEqual([
      'paragraph: <bold>bold</> <italic>italic</> <bold italic>both</> <strike>struck</> <code>code  here</> / next line, ' +
        '[web](https://example.org/a), [mail@example.org](mailto:mail@example.org), [call](tel:+357123), [below](#place), ' +
        '[other](../glossary.md#term)',
    ])
  })

  it('drops links that run scripts or lead to a disk, keeps their words and says so', async () => {
    const document = await readMarkdownText(
      '# T\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd)',
      1,
    )
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: a b c'])
    expect(said(document)).toEqual(Array(3).fill('loss import.link-dropped'))
  })

  it('turns a soft line break into a space, or into nothing in scripts without spaces', async () => {
    expect(textOfBlocks(await bodyOf('Two\n   lines\n\n知\n識'))).toEqual(['Two lines', '知識'])
  })

  it('keeps nested lists, their first number, and several paragraphs in an item', async () => {
    const markdown = '3. three\n\n   more of three\n   - inner\n     1. deep\n4. four\n'
    expect(drawn(await bodyOf(markdown))).toEqual([
      'list style=number start=3',
      '  item: three /  / more of three',
      '    list style=bullet',
      '      item: inner',
      '        list style=number',
      '          item: deep',
      '  item: four',
    ])
  })

  it('moves tables and pictures of a list behind it, and says so', async () => {
    const document = await readMarkdownText('# T\n\n- item\n\n  | a |\n  | - |\n  | b |\n- next', 1)
    expect(document.sections[0]?.body.map(({ kind }) => kind)).toEqual(['list', 'table'])
    expect(said(document)).toEqual(['doubt import.block-in-list'])
  })

  it('keeps tables: header cells, formatting, breaks in a cell, empty cells', async () => {
    expect(drawn(await bodyOf('| a | b |\n| --- | --- |\n| **c**<br>d | |\n'))).toEqual([
      'table',
      '  row',
      '    cell header=true',
      '      paragraph: a',
      '    cell header=true',
      '      paragraph: b',
      '  row',
      '    cell',
      '      paragraph: <bold>c</> / d',
      '    cell',
    ])
  })

  it('keeps quotes and horizontal rules', async () => {
    expect(drawn(await bodyOf('> one\n>\n> two\n\n---\n'))).toEqual(['quote: one /  / two', 'rule'])
  })

  it('keeps footnotes in place, as plain text with the addresses of their links', async () => {
    const document = await readMarkdownText(
      '# T\n\nText[^a] goes on.\n\n[^a]: See **the** [guide](https://example.org).\n\n    Page 3.\n\n[^b]: Nobody refers to this.\n',
      1,
    )
    expect(drawn(document.sections[0]?.body ?? [])).toEqual([
      'paragraph: Text[^See the guide (https://example.org). Page 3.] goes on.',
    ])
    expect(said(document)).toEqual(['loss import.footnote-formatting', 'loss import.footnote-unused'])
  })

  it('ends with a footnote that refers to itself', async () => {
    expect(drawn(await bodyOf('Text[^a]\n\n[^a]: See[^a].\n'))).toEqual(['paragraph: Text[^See.]'])
  })

  it('turns code into a paragraph with its lines and spaces, and asks somebody to check it', async () => {
    const document = await readMarkdownText('# T\n\n```js\nif (a)\n  b\n\nc\n```\n', 1)
    expect(drawn(document.sections[0]?.body ?? [])).toEqual([
      'paragraph: <code>if (a)</> / <code>  b</> /  / <code>c</>',
    ])
    expect(said(document)).toEqual(['doubt import.code-block'])
  })

  it('says that tick boxes outside a checklist are lost', async () => {
    expect(said(await readMarkdownText('# T\n\n- [ ] a\n- [x] b\n'))).toEqual(['loss import.tick-boxes'])
  })
})

describe('raw HTML in Markdown', () => {
  it('becomes formatting if it is formatting, in lines and in blocks', async () => {
    expect(
      drawn(await bodyOf('H<sub>2</sub>O <i>a</i> <em>b</em> <b>c</b> <u>d</u> <s>e</s> <code>f</code><br>g')),
    ).toEqual([
      'paragraph: H<sub>2</>O <italic>a</> <italic>b</> <bold>c</> <underline>d</> <strike>e</> <code>f</> / g',
    ])
    expect(drawn(await bodyOf('<p>One &amp; <b>two</b></p><p>three</p>'))).toEqual([
      'paragraph: One & <bold>two</>',
      'paragraph: three',
    ])
  })

  it('loses its other tags but not its text, with one note for each kind', async () => {
    const document = await readMarkdownText(
      '# T\n\n<div>\n\na <span class="x">b</span> <span>c</span>\n\n</div>\n\n<p></p>\n',
      1,
    )
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: a b c'])
    expect(document.notes.map(({ kind, source, params }) => [kind, source, params?.tag, params?.count])).toEqual([
      ['loss', 'text.md:3', '<div>', 1],
      ['loss', 'text.md:5', '<span>', 2],
      ['loss', 'text.md:9', '<p>', 1],
    ])
  })

  it('keeps a heading directly below an empty element', async () => {
    const document = await readMarkdownText(
      '# T\n\n<p style="page-break-after: always;"></p>\n## Next\n\n[x](javascript:1)',
      1,
    )
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['heading level=2: Next', 'paragraph: x'])
    expect(noteOf(document, 'import.link-dropped')?.source).toBe('text.md:6')
  })

  it('is dropped without a note if it is a comment', async () => {
    const document = await readMarkdownText('# T\n\n<!-- one\ntwo <script> -->\n\na <!-- b --> c', 1)
    expect(textOfBlocks(document.sections[0]?.body ?? [])).toEqual(['a c'])
    expect(said(document)).toEqual([])
  })

  it.each([
    '<script>alert(1)</script>',
    'text <script src=x>',
    '<iframe src="https://example.org"></iframe>',
    '<object data=x>',
    '<embed src=x>',
    '<form action=x>',
    '<svg onload=alert(1)>',
    '<style>p{}</style>',
    '<link rel=stylesheet href=x>',
    '<p onclick="x()">a</p>',
    'a <b ONMOUSEOVER = x>b</b>',
    '<a href=" java&#115;cript:alert(1)">a</a>',
    '<img src=x onerror=alert(1)>',
    '| a |\n| - |\n| <iframe> |',
    ':::callout{tone="warning"}\n<iframe src=x></iframe>\n:::',
  ])('stops the import if it could run or load something: %s', async (html) => {
    const document = await readMarkdownText(`# T\n\n${html}\n`)
    expect(said(document)).toContain('problem import.active-html')
    expect(JSON.stringify(document.sections)).not.toMatch(/alert|script/)
  })

  it('is text inside code', async () => {
    expect(textOfBlocks(await bodyOf('Never write `<script>`.'))).toEqual(['Never write <script>.'])
  })
})

describe('template code', () => {
  it('is removed with its paragraph or list, and reported', async () => {
    const document = await readMarkdownText(
      '# T\n\n{% for a in b %}\n\n1. [{{a.title}}]({{a.url}}){% endif %}\n\nText\n',
      1,
    )
    expect(drawn(document.sections[0]?.body ?? [])).toEqual(['paragraph: Text'])
    expect(noteOf(document, 'import.template-code')).toMatchObject({ kind: 'loss', params: { count: 2 } })
  })

  it('is kept between words and in code, and reported if somebody should check it', async () => {
    const document = await readMarkdownText('# T\n\nVersion {{ version }} of\n\n`{{ x }}`\n', 1)
    expect(textOfBlocks(document.sections[0]?.body ?? [])).toEqual(['Version {{ version }} of', '{{ x }}'])
    expect(said(document)).toEqual(['doubt import.template-code-in-text'])
  })
})

describe('pictures of Markdown', () => {
  const withPictures = (markdown: string, pictures: Record<string, Uint8Array | string>) =>
    read([
      file('a.md', '# A\n\ntext'),
      file('part/b.md', `# B\n\n${markdown}`),
      ...Object.entries(pictures).map(([path, bytes]) => file(path, bytes)),
    ])

  it('are found relative to the file, with description and caption', async () => {
    const document = await withPictures('![Two *circles*](../img/my%20a.png "Figure 1")\n\n![J](b.png)', {
      'img/my a.png': PNG,
      'part/b.png': JPEG,
    })
    expect(drawn(document.sections[1]?.body ?? [])).toEqual([
      'image media=img/my a.png alt=Two circles: Figure 1',
      'image media=part/b.png alt=J',
    ])
    expect(document.images.map(({ name, bytes }) => [name, pictureType(bytes)])).toEqual([
      ['img/my a.png', 'image/png'],
      ['part/b.png', 'image/jpeg'],
    ])
    expect(said(document)).toEqual([])
  })

  it('become blocks of their own if they were in a line', async () => {
    const document = await withPictures('before ![A](a.png) after', { 'part/a.png': PNG })
    expect(document.sections[1]?.body.map(({ kind }) => kind)).toEqual(['paragraph', 'image', 'paragraph'])
    expect(said(document)).toEqual(['doubt import.picture-in-line'])
  })

  it('are a loss if they are missing, on the web, outside the folder, unused or of another kind', async () => {
    const document = await withPictures(
      '![a](gone.png)\n\n![b](https://example.org/b.png)\n\n![c](../../c.png)\n\n![d](d.bmp)\n\n![e](e.svg)',
      { 'part/d.bmp': 'BM', 'part/e.svg': '<svg xmlns="x"><path/></svg>', 'part/f.png': PNG, 'part/notes.txt': 'x' },
    )
    expect(said(document)).toEqual([
      'loss import.picture-missing',
      'loss import.picture-elsewhere',
      'loss import.picture-missing',
      'loss import.picture-unsupported',
      'loss import.picture-unsupported',
      'loss import.picture-unused',
      'loss import.file-not-read',
    ])
  })

  it.each([
    '<svg><script>1</script></svg>',
    '<?xml version="1.0"?><svg:svg onload="x()"/>',
    '<svg><a href="java&#115;cript:x()"/></svg>',
    '<svg><a href="javascript :x()"/></svg>',
    '<svg><foreignObject/></svg>',
  ])('stop the import where they are SVG that can run script, used or not: %s', async (svg) => {
    const used = await withPictures('![a](a.png)', { 'part/a.png': svg })
    expect(said(used)).toEqual(['problem import.svg-with-script'])
    const unused = await withPictures('text', { 'part/a.svg': svg })
    expect(said(unused)).toEqual(['problem import.svg-with-script'])
  })
})
