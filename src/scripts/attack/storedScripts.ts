import { noteField } from '@/domain/changeNote'
import { toLexical } from '@/lexical/toLexical'
import { commonAbout } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { readToolkit } from '@/stored/toolkits'
import { type Attack, inParallel, type Tally, tally } from './attack'
import { crawl, type Open } from './crawl'
import type { Ground } from './ground'
import { hasSentence } from './hasSentence'
import { hostileWordFile } from './hostileWordFile'
import { HOSTILE_ADDRESSES, HOSTILE_WORDS, hostileText, WORDS_MARK } from './hostileWords'
import { importFile } from './importing'
import { act, mustBeTaken, newestEdition, versionOf } from './nationalVersion'
import { scriptsIn } from './scriptsIn'
import type { Visitor } from './visitor'

/**
 * Writes texts that would run as a script wherever people write: names, titles, texts with every kind of block, links,
 * reasons, messages, notes and imports. Publishes them, and opens the pages of the site and of the admin: nothing on
 * them may run. It throws if the texts do not reach the pages.
 */
export const storedScripts: Attack = async (ground, { short }) => {
  const { note, result } = tally()
  const given = { ground, note, rounds: short ? 1 : 3, pages: short ? { atMost: 200 } : {} }
  await writeNames(given)
  await writeCommonText(given)
  await importText(given)
  await writeNationalText(given)
  await refuseAddresses(given)
  await publish(given)
  await openSite(given)
  await openAdmin(given)
  return result()
}

type Given = { ground: Ground; note: Tally['note']; rounds: number; pages: { atMost?: number } }

const words = (place: number): string => HOSTILE_WORDS[place % HOSTILE_WORDS.length] ?? ''
/** Short enough for a title. */
const allWords = HOSTILE_WORDS.join(' ').slice(0, 290)

async function writeNames({ ground }: Given): Promise<void> {
  const administrator = ground.visitor('Administrator')
  const fields: [string, object][] = [
    ['toolkits', { title: allWords.slice(0, 190), description: HOSTILE_WORDS.join(' ').slice(0, 480) }],
    ['countries', { name: words(0) }],
    ['users', { name: words(1) }],
  ]
  for (const [collection, body] of fields)
    for (const { id, rev } of await ground.stored(collection))
      mustBeTaken(
        `The name of ${collection}`,
        await ground.ask(administrator, 'PATCH', `/api/${collection}/${id}?locale=en`, { body: { ...body, rev } }),
      )
}

async function picture(ground: Ground): Promise<string> {
  const found = (await ground.stored('media')).find(({ country }) => country === 'master')
  if (!found) throw new Error('The common framework has no picture')
  return found.id
}

async function writeCommonText({ ground, rounds }: Given): Promise<void> {
  const coordinator = ground.visitor('Coordinator')
  const media = await picture(ground)
  const sections = (await sectionsOf(ground)).slice(0, HOSTILE_WORDS.length * rounds)
  for (const [place, section] of sections.entries()) {
    const given = { toolkit: String(section.toolkit), key: section.key, seen: section.rev, language: 'en' }
    const body = toLexical(hostileText({ words: words(place), media }))
    const said = { title: words(place), summary: words(place), guidance: words(place), body }
    mustBeTaken('A common text', await act(ground, coordinator, 'save-section', { ...given, ...said }))
  }
  const rest = await sectionsOf(ground)
  const release = { toolkit: String(rest[0]?.toolkit), version: '90.1', notes: allWords }
  const [toolkit] = (await ground.stored('toolkits')).filter(({ id }) => id === release.toolkit)
  if (!toolkit) throw new Error('The version is of a toolkit that is not there')
  const texts = rest.flatMap(({ id, rev, retired }) => (retired === true ? [] : [{ id, rev }]))
  const seen = releaseState({ sections: texts, about: commonAbout(readToolkit(toolkit)) })
  const noted = (keys: unknown[]) => keys.map((key) => ({ key, class: 'editorial', note: allWords }))
  const changes = noted(sections.map(({ key }) => key))
  const first = await act(ground, coordinator, 'release-master', { ...release, changes, seen })
  const others = keysWithoutNote(first.text)
  // Another attack may have left a changed text: it needs a note too.
  const released =
    others.length === 0
      ? first
      : await act(ground, coordinator, 'release-master', { ...release, changes: [...changes, ...noted(others)], seen })
  mustBeTaken('A release', released)
}

/** The keys of the sections that a refused release has no note for. */
function keysWithoutNote(answer: string): string[] {
  const { because = [] } = JSON.parse(answer)
  const fields: string[] = because.flatMap((one: { key: string; field?: string }) =>
    one.key === 'refusal.change-note-missing' && one.field ? [one.field] : [],
  )
  const beginning = noteField('note', '')
  return fields.filter((one) => one.startsWith(beginning)).map((one) => one.slice(beginning.length))
}

async function sectionsOf(ground: Ground) {
  const { toolkit } = await versionOf(ground, 'gb')
  return (await ground.stored('sections')).filter((one) => String(one.toolkit) === String(toolkit))
}

/** The prefix of the addresses of the toolkits that this attack imports. */
const IMPORTED = 'scripts'

async function importText({ ground, note }: Given): Promise<void> {
  const given = { ground, visitor: ground.visitor('Coordinator'), title: allWords.slice(0, 190) }
  const asHtml = new File([markdownOf(HOSTILE_WORDS)], `${words(1)}.md`)
  const { status, text } = await importFile({ ...given, slug: `${IMPORTED}-html`, file: asHtml })
  note(status === 422 && hasSentence(text), `Markdown with HTML that runs answers ${status} ${text.slice(0, 200)}`)
  // A character that is escaped in Markdown (CommonMark 2.4).
  const asWords = HOSTILE_WORDS.map((one) => one.replace(/[\\<>[\]&`{}]/g, '\\$&'))
  const files = [new File([markdownOf(asWords)], `${words(1)}.md`), await hostileWordFile(`${words(2)}.docx`)]
  for (const [place, file] of files.entries())
    mustBeTaken(`The import of ${file.name}`, await importFile({ ...given, slug: `${IMPORTED}-${place}`, file }))
}

function markdownOf(parts: readonly string[]): string {
  const links = HOSTILE_ADDRESSES.map((address) => {
    const written = address.replaceAll('\n', '&#10;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    return `[${WORDS_MARK}](<${written}>)`
  })
  return parts.map((one, place) => `# ${one}\n\n${one}\n\n${links[place] ?? ''}\n\n> ${one}\n`).join('\n')
}

async function writeNationalText({ ground, rounds }: Given): Promise<void> {
  const lead = ground.visitor('Lead United Kingdom')
  const variant = await versionOf(ground, 'gb')
  const media = await picture(ground)
  const why = { reason: 'other', explanation: allWords, sources: allWords }
  const sections = (await sectionsOf(ground)).filter(({ policy }) => policy !== 'fixed' && policy !== 'required')
  for (const [place, { key }] of sections.slice(0, 3 * rounds).entries()) {
    const own = (await ground.stored('variant-sections')).find(
      (one) => String(one.variant) === variant.id && one.key === key,
    )
    const given = { variant: variant.id, key, seen: own?.rev ?? 0, language: 'en', ...why }
    const body = toLexical(hostileText({ words: words(place + 3), media }))
    const title = words(place + 3)
    const reply =
      place % 3 === 0
        ? await act(ground, lead, 'adapt-section', { ...given, title, summary: title, body })
        : place % 3 === 1
          ? await act(ground, lead, 'supplement-section', { ...given, addition: body })
          : await act(ground, lead, 'add-section', { ...given, after: key, title, summary: title, body })
    // The policy of a section may forbid some of these: the check of the pages says how much reached them.
    if (reply.status >= 500) throw new Error(`A national text answers ${reply.status} ${reply.text}`)
  }
}

/**
 * An address that runs a script is not stored in a link, or is shown without being one, which the opened pages show.
 */
async function refuseAddresses({ ground, note }: Given): Promise<void> {
  const lead = ground.visitor('Lead United Kingdom')
  const variant = await versionOf(ground, 'gb')
  const media = await picture(ground)
  const [after] = await sectionsOf(ground)
  for (const address of HOSTILE_ADDRESSES) {
    const body = toLexical(hostileText({ words: WORDS_MARK, address, media }))
    const given = { variant: variant.id, after: after?.key, language: 'en', title: `${WORDS_MARK} link`, body }
    const { status, text } = await act(ground, lead, 'add-section', { ...given, reason: 'other', explanation: 'So' })
    note(status < 500, `The address ${address} answers ${status} ${text.slice(0, 200)}`)
  }
}

async function publish({ ground }: Given): Promise<void> {
  const [lead, reader, coordinator] = [
    ground.visitor('Lead United Kingdom'),
    ground.visitor('Second Reader'),
    ground.visitor('Coordinator'),
  ]
  const step = async (visitor: Visitor, name: string, more: object = {}) => {
    const { id, rev } = await newestEdition(ground, 'gb')
    mustBeTaken(name, await act(ground, visitor, name, { edition: id, seen: rev, ...more }))
  }
  await step(lead, 'submit-edition')
  await step(reader, 'ask-for-changes', { comment: allWords })
  await step(lead, 'submit-edition')
  await step(reader, 'approve-edition', { comment: allWords })
  await step(coordinator, 'publish-edition', { version: '90.1', notes: allWords })
  const released = (await ground.stored('releases')).filter(({ country }) => country === 'ch')
  const newest = released.toSorted((one, other) => other.seq - one.seq)[0]
  const withdrawal = { toolkit: String(newest?.toolkit), country: 'ch', seen: newest?.seq, reason: allWords }
  if (newest?.kind === 'release')
    mustBeTaken('A withdrawal', await act(ground, coordinator, 'withdraw-release', withdrawal))
}

async function openSite({ ground, note, pages }: Given): Promise<void> {
  let shown = 0
  const open: Open = async (address) => {
    const response = await fetch(`${ground.url}${address}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return { status: response.status, bytes }
    const html = new TextDecoder().decode(bytes)
    if (html.includes(WORDS_MARK)) shown += 1
    const found = scriptsIn(html, 'none')
    note(found.length === 0 && response.status < 500, `${address}: ${response.status} ${found.slice(0, 3).join(' ')}`)
    return { status: response.status, bytes }
  }
  await crawl(open, pages)
  if (shown < 10) throw new Error(`The texts are on ${shown} pages of the site only`)
}

async function openAdmin({ ground, note, rounds }: Given): Promise<void> {
  let shown = 0
  const visitors = [
    ground.visitor('Coordinator'),
    ground.visitor('Lead United Kingdom'),
    ground.visitor('Administrator'),
  ]
  const addresses = await adminAddresses(ground, rounds)
  const asked = visitors.flatMap((visitor) => addresses.map((address) => ({ visitor, address })))
  await inParallel(asked, 3, async ({ visitor, address }) => {
    const { status, text } = await ground.ask(visitor, 'GET', address)
    if (text.includes(WORDS_MARK)) shown += 1
    const found = scriptsIn(text, 'with a number')
    note(found.length === 0 && status < 500, `${visitor.name}: ${address}: ${status} ${found.slice(0, 3).join(' ')}`)
  })
  if (shown < 10) throw new Error(`The texts are on ${shown} pages of the admin only`)
}

async function adminAddresses(ground: Ground, rounds: number): Promise<string[]> {
  const variant = await versionOf(ground, 'gb')
  const sections = await sectionsOf(ground)
  const own = (await ground.stored('variant-sections')).filter((one) => String(one.variant) === variant.id)
  const editions = (await ground.stored('editions')).filter((one) => String(one.variant) === variant.id)
  const framework = `/admin/framework/${variant.toolkit}`
  const version = `/admin/version/${variant.id}`
  const collections = ['users', 'toolkits', 'countries', 'memberships', 'media', 'audit-events']
  const imported = (await ground.stored('toolkits')).filter(({ slug }) => String(slug).startsWith(IMPORTED))
  const importedSections = await ground.stored('sections')
  return [
    ...['/admin', '/admin/overview', '/admin/reviews', '/admin/framework', '/admin/import', '/admin/account'],
    ...[
      framework,
      `${framework}/changes`,
      `${framework}/check`,
      version,
      `${version}/changes`,
      `${version}/check`,
      `${version}/report`,
      `${version}/add`,
    ],
    ...sections
      .slice(0, 2 * rounds)
      .flatMap(({ key }) => [`${framework}/section/${key}`, `${framework}/section/${key}/history`]),
    ...imported.flatMap(({ id }) => [
      `/admin/framework/${id}`,
      ...importedSections
        .filter(({ toolkit }) => String(toolkit) === id)
        .map(({ key }) => `/admin/framework/${id}/section/${key}`),
    ]),
    ...own
      .toSorted((one, other) => String(other.updatedAt).localeCompare(String(one.updatedAt)))
      .slice(0, 3 * rounds)
      .flatMap(({ key }) => ['', '/sides', '/history', '/restore'].map((view) => `${version}/section/${key}${view}`)),
    ...editions.map(({ id }) => `/admin/review/${id}`),
    ...collections.map((collection) => `/admin/collections/${collection}`),
    ...(await Promise.all(
      ['users', 'toolkits', 'countries'].map(async (collection) => {
        const [document] = await ground.stored(collection)
        return `/admin/collections/${collection}/${document?.id}`
      }),
    )),
  ]
}
