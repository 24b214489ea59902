import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { base, ours, theirs } from './guidance'
import { answers, startToolkit, toolkit } from './toolkit'

const merge = { base, ours, theirs }

function lines(...records: unknown[]): string {
  return records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n')
}

describe('a batch of merges', () => {
  it('answers each line in order; a bad line gets an error and the others continue', async () => {
    const input = lines(
      { id: 'one', ...merge },
      '{"id": "half", "base": ',
      { id: 'two', ...merge, ours: undefined },
      { id: 3, ...merge, theirs: 7 },
      '',
      '[1, 2]',
      `${JSON.stringify({ id: 'four', ...merge, ours: base })}\r`,
      '   \r',
      { id: { of: 'five' }, ...merge },
      { ...merge, base: '' },
    )
    const { code, out, err } = await toolkit(['merge', '--jsonl'], { input })
    const given = answers(out)
    expect(code).toBe(0)
    expect(given.map(({ id }) => id)).toEqual(['one', null, 'two', 3, null, 'four', null, null])
    expect(given.map(({ error }) => error)).toEqual([
      undefined,
      expect.stringMatching(/^Line 2: not JSON/),
      'Line 3: "ours" is missing.',
      'Line 4: "theirs" is not a text.',
      'Line 6: not an object of JSON.',
      undefined,
      'Line 9: "id" is not a text or a number.',
      undefined,
    ])
    expect(err).toBe('5 of 10 lines could not be read; each says why.\n')
    expect(given[0]).toMatchObject({
      merged: expect.stringMatching(/^<<<<<<< ours$.*^\|\|\|\|\|\|\| base$.*^=======$.*^>>>>>>> theirs$/ms),
      conflicts: [{ base: 'three', ours: 'five', theirs: 'ten' }],
    })
    expect(given[5]).toMatchObject({ conflicts: [], checks: [], merged: expect.stringContaining('within ten days.') })
  })

  it('reads characters split across two chunks, and chunks of a hundred lines', async () => {
    const texts = { base: 'Η παρέμβαση\u2028αρχίζει.\n', ours: 'Η παρέμβαση\u2028αρχίζει.\n', theirs: 'Η γνώμη 🙂.\n' }
    const bytes = new TextEncoder().encode(lines({ id: 'ελ', ...texts }, { id: 'b', ...texts }))
    const chunks = Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1))
    const bad = Uint8Array.from([0x0a, 0x22, 0xe9, 0x22, 0x0a])
    const { out } = await toolkit(['merge', '--jsonl'], { input: [...chunks, bad] })
    expect(answers(out)).toMatchObject([
      { id: 'ελ', merged: 'Η γνώμη 🙂.\n' },
      { id: 'b' },
      { id: null, error: 'Line 3: not UTF-8.' },
    ])
  })

  it('ends quietly when its reader stops', async () => {
    const child = startToolkit(['merge', '--jsonl'])
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk) => errors.push(chunk))
    const exit = once(child, 'exit')
    child.stdin.on('error', () => {})
    child.stdin.end(lines(...Array.from({ length: 300 }, (_, id) => ({ id, ...merge }))))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await exit).toEqual([0, null])
    expect(Buffer.concat(errors).toString()).toBe('')
  })
})

describe('a batch of comparisons', () => {
  it('gives one entry for each place, and the words added, removed and moved', async () => {
    const { code, out } = await toolkit(['diff', '--jsonl'], {
      input: lines(
        { id: 1, before: base, after: theirs },
        { id: 2, before: base, after: base },
        { id: 3, before: 'Old.' },
      ),
    })
    const [first, second, third] = answers(out)
    expect(code).toBe(0)
    expect(first).toMatchObject({ id: 1, words: { added: 6, removed: 7 }, limited: false })
    // The whole moved paragraph.
    expect(first?.words).toMatchObject({ moved: 15 })
    expect(first?.changes).toContainEqual(
      expect.objectContaining({
        change: 'changed.sentence',
        under: 'Special needs',
        before: expect.stringContaining('three'),
        after: expect.stringContaining('ten'),
      }),
    )
    expect(second).toEqual({ id: 2, changes: [], words: { added: 0, removed: 0, moved: 0 }, limited: false })
    expect(third).toEqual({ id: 3, error: 'Line 3: "after" is missing.' })
  })
})

describe('a batch of conversions', () => {
  it('gives the result of import and export for each text, and accepts editor texts', async () => {
    const { out } = await toolkit(['convert', '--from', 'md', '--to', 'md', '--jsonl'], {
      input: lines({ id: 'a', text: '* One\n* Two with __weight__\n' }, { id: 'b', text: '' }, { id: 'c' }),
    })
    expect(answers(out)).toEqual([
      { id: 'a', text: '- One\n- Two with **weight**\n' },
      { id: 'b', text: '' },
      { id: 'c', error: 'Line 3: "text" is missing.' },
    ])
    const states = await toolkit(['convert', '--from', 'md', '--to', 'lexical', '--jsonl'], {
      input: lines({ id: 'a', text: 'Some **bold** words.' }),
    })
    const [state] = answers(states.out)
    const back = await toolkit(['convert', '--from', 'lexical', '--to', 'md', '--jsonl'], { input: lines(state) })
    expect(answers(back.out)).toEqual([{ id: 'a', text: 'Some **bold** words.\n' }])
  })

  it('keeps one line in memory at a time, so that the input may be much larger than the memory', {
    timeout: 600_000,
  }, async () => {
    // 45 MB of input and 45 MB of output; Node 24 needs up to 45 of the 60 MB to load the program alone.
    const count = 1500
    const code = `\`\`\`\n${'Code that is long enough to weigh something. '.repeat(670)}\n\`\`\`\n`
    function* input(): Generator<Uint8Array> {
      for (let id = 0; id < count; id++) yield Buffer.from(`${JSON.stringify({ id, text: code })}\n`)
    }
    const child = startToolkit(['convert', '--from', 'md', '--to', 'md', '--jsonl'], ['--max-old-space-size=60'])
    let next = 0
    let left = ''
    const read = (async () => {
      for await (const chunk of child.stdout) {
        const parts = `${left}${chunk}`.split('\n')
        left = parts.pop() ?? ''
        for (const part of parts) if (part.startsWith(`{"id":${next},"text":`)) next++
      }
    })()
    for (const line of input()) if (!child.stdin.write(line)) await once(child.stdin, 'drain')
    child.stdin.end()
    await read
    expect(next).toBe(count)
  })
})
