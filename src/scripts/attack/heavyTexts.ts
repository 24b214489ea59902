import { setTimeout as pause } from 'node:timers/promises'
import { type Attack, someOf, type Tally, tally } from './attack'
import type { Ground } from './ground'
import { hasSentence } from './hasSentence'
import { importFile } from './importing'
import { act, versionOf } from './nationalVersion'

/** A reader who asks while a text is saved waits at most this long, in ms. */
const READER_WAITS = 5_000
/** The short form runs beside other work on any machine: it finds what is stored, and measures nothing. */
const READER_WAITS_IN_SHORT = 60_000
/** The pause between two requests of the reader, in ms. */
const BETWEEN_READS = 30

/**
 * Saves texts of almost 1 MB that are made of what takes longest to validate, while a reader asks: they are refused with a
 * sentence, and the reader does not wait. The same with texts just under the limit, one after a quite different one, which
 * are saved. Then imports documents that are too large or too deep for a section: what is
 * imported can be saved again, and of what is refused nothing is stored.
 */
export const heavyTexts: Attack = async (ground, { short, random }) => {
  const counts = tally()
  const given = { ground, note: counts.note }
  const longest = short ? READER_WAITS_IN_SHORT : READER_WAITS
  for (const [what, body] of someOf(TEXTS, short ? 3 : TEXTS.length, random))
    await saveHeavy({ ...given, what, body, longest, expected: 400 })
  for (const [what, body] of SAVED) await saveHeavy({ ...given, what, body, longest, expected: 200 })
  for (const [what, text] of someOf(DOCUMENTS, short ? 2 : DOCUMENTS.length, random))
    await importAndSave({ ...given, what, text })
  return counts.result()
}

type Given = { ground: Ground; note: Tally['note'] }

const stateOf = (children: readonly unknown[]) => ({ root: { type: 'root', children } })
const paragraphOf = (children: readonly unknown[]) => stateOf([{ type: 'paragraph', children }])
const tableOf = (children: readonly unknown[]) =>
  stateOf([{ type: 'table', children: [{ type: 'tablerow', children }] }])
const structured = (blockType: string, more: object) => ({ type: 'block', fields: { blockType, ...more } })
const letter = { type: 'text', text: 'a' }

/** One node as often as 990 KB have room for it. */
function filled(node: object, within: (nodes: readonly unknown[]) => object = stateOf): object {
  return within(Array.from({ length: Math.floor(990_000 / (JSON.stringify(node).length + 1)) }, () => node))
}

const TEXTS: [string, object][] = [
  ['contacts', filled(structured('contact', { name: 'b' }))],
  ['legal references', filled(structured('legal', { instrument: 'b' }))],
  ['boxes', filled(structured('callout', { content: paragraphOf([letter]) }))],
  ['checklists without entries', filled(structured('checklist', { rows: [] }))],
  ['footnotes', filled({ type: 'inlineBlock', fields: { blockType: 'footnote', text: 'b' } }, paragraphOf)],
  ['links', filled({ type: 'link', fields: { linkType: 'custom', url: '/a' }, children: [letter] }, paragraphOf)],
  ['cells', filled({ type: 'tablecell', children: [] }, tableOf)],
  ['rules', filled({ type: 'horizontalrule' })],
  ['values that are no text', { root: { ...paragraphOf([letter]).root, x: Array.from({ length: 400_000 }, () => 0) } }],
  [
    'entries that nobody knows',
    stateOf([structured('contact', { more: Array.from({ length: 200_000 }, () => ({})) })]),
  ],
]

/** Texts just under the limit, each to be saved after the one before it. */
const SAVED: [string, object][] = [
  ['590,000 words in one paragraph', paragraphOf([{ type: 'text', text: 'a '.repeat(590_000) }])],
  [
    '4,900 paragraphs',
    stateOf(
      Array.from({ length: 4_900 }, (_, n) => ({ type: 'paragraph', children: [{ type: 'text', text: `b${n}` }] })),
    ),
  ],
  ['590,000 words in one paragraph again', paragraphOf([{ type: 'text', text: 'a '.repeat(590_000) }])],
]

const nested = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- item ${level}`).join('\n')
const notes = (count: number) =>
  Array.from({ length: count }, (_, n) => `Text[^${n}].\n\n[^${n}]: note ${n}`).join('\n\n')

const DOCUMENTS: [string, string][] = [
  ['lists on 18 levels', nested(18)],
  ['lists on 20 levels', nested(20)],
  ['lists on 45 levels', nested(45)],
  ['6,000 paragraphs', 'A short paragraph.\n\n'.repeat(6_000)],
  ['1,100 footnotes', notes(1_100)],
  ['1,001 points of a checklist', '- [ ] a point\n'.repeat(1_001)],
  ['a table of 300 rows', `|${'head|'.repeat(8)}\n|${'-|'.repeat(8)}\n${`|${'word|'.repeat(8)}\n`.repeat(300)}`],
]

async function saveHeavy({
  ground,
  note,
  what,
  body,
  longest,
  expected,
}: Given & { what: string; body: object; longest: number; expected: 200 | 400 }) {
  const { id } = await versionOf(ground, 'es')
  const own = (await ground.stored('variant-sections')).find(
    ({ mode, variant }) => mode === 'adapt' && String(variant) === id,
  )
  if (!own) throw new Error('Nothing could be tried: the version of Spain has adapted no section')
  const place = { variant: id, key: own.key, seen: own.rev, language: 'es', mode: 'adapt' }
  const input = { ...place, body, reason: 'other', explanation: 'Heavy' }
  const saved = act(ground, ground.visitor('Lead Spain'), 'save-national-section', input)
  const isSaved = { value: false }
  saved.finally(() => {
    isSaved.value = true
  })
  while (!isSaved.value) {
    const began = performance.now()
    const { status: read } = await ground.ask(ground.visitor('nobody'), 'GET', '/api/health')
    const waited = Math.round(performance.now() - began)
    note(read === 200 && waited <= longest, `A reader beside a text of ${what}: ${read} after ${waited} ms`)
    await pause(BETWEEN_READS)
  }
  const { status, text } = await saved
  const isSaid = expected === 200 || hasSentence(text)
  note(status === expected && isSaid, `A text of ${what} answers ${status} ${text.slice(0, 200)}`)
}

async function importAndSave({ ground, note, what, text: words }: Given & { what: string; text: string }) {
  const coordinator = ground.visitor('Coordinator')
  const slug = `heavy-${what.replace(/\W+/g, '-').toLowerCase()}`
  const file = new File([`# One\n\n${words}`], 'a.md')
  const { status, text } = await importFile({ ground, visitor: coordinator, slug, title: what, file })
  const toolkit = (await ground.stored('toolkits')).find((one) => one.slug === slug)
  if (status !== 200) {
    note(
      status >= 400 && status < 500 && hasSentence(text),
      `Importing ${what} answers ${status} ${text.slice(0, 200)}`,
    )
    note(!toolkit, `The import of ${what} was refused and created a toolkit`)
    return
  }
  for (const section of (await ground.stored('sections')).filter((one) => String(one.toolkit) === toolkit?.id)) {
    const place = { toolkit: toolkit?.id, key: section.key, seen: section.rev, language: 'en' }
    const again = await act(ground, coordinator, 'save-section', { ...place, title: 'Again', body: section.body.en })
    note(again.status === 200, `Saving ${what} again, which was imported, answers ${again.status} ${again.text}`)
  }
}
