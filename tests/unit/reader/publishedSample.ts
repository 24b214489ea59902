import type { Language } from '@/domain/language'
import { type About, MASTER, type ManifestEntry, type Release } from '@/domain/release'
import { type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { knownChanges } from '@/reader/knownChanges'
import { knownDifferences } from '@/reader/knownDifferences'
import { knownRegroupings } from '@/reader/knownRegroupings'
import type { ReaderSource } from '@/reader/source'
import type { ReleaseHead } from '@/stored/release'

/*
 * A small toolkit with two releases of the common framework and versions of Ireland, Cyprus (in Greek) and Spain
 * (withdrawn), with every kind of block, for the tests of the reader's pages.
 */

let serial = 0
const id = () => `b${++serial}`

export const p = (...runs: (string | Run)[]): Block =>
  block('paragraph', { id: id(), runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)) })
export const h = (level: number, words: string): Block =>
  block('heading', { id: id(), attrs: { level }, runs: [text(words)] })
const field = (name: string, words: string): Block => block('field', { id: id(), attrs: { name }, runs: [text(words)] })
const fields = (texts: Record<string, string>): Block[] =>
  Object.entries(texts).map(([name, words]) => field(name, words))
const entry = (texts: Record<string, string>, attrs: Block['attrs'] = {}): Block =>
  block('entry', { id: id(), attrs, children: fields(texts) })
const item = (words: string, children: Block[] = []): Block =>
  block('item', { id: id(), runs: [text(words)], children })
export const list = (style: 'bullet' | 'number', ...items: Block[]): Block =>
  block('list', { id: id(), attrs: { style }, children: items })
const cell = (words: string, attrs: Block['attrs'] = {}): Block =>
  block('cell', { id: id(), attrs, children: [p(words)] })
const row = (...cells: Block[]): Block => block('row', { id: id(), children: cells })

export const everyBlock: RichText = [
  h(2, 'When to assess'),
  p(
    'Start when the application is registered. Do not wait until the person says the word ',
    text('trafficking', ['italic']),
    ': many do not know it',
    { type: 'footnote', text: 'Council of Europe, GRETA, annual report.' },
    ', or do not use it for themselves.',
  ),
  p(
    'The assessment must be finished ',
    text('within 30 working days', ['bold']),
    ' of the application. See the ',
    {
      ...text('procedure', ['bold'], 'https://example.org/procedure'),
    },
    text(' in full', [], 'https://example.org/procedure'),
    '.',
    { type: 'break' },
    'A need that shows later must still be met.',
  ),
  h(3, 'How to ask'),
  list(
    'number',
    item('See the person alone, in a room where nobody can listen.'),
    item('Let the person choose.', [
      list('bullet', item('the sex of the interviewer'), item('the sex of the interpreter')),
    ]),
    item('Stop when the person wants to stop.'),
  ),
  block('quote', { id: id(), runs: [text('What would make this easier for you?')] }),
  block('callout', {
    id: id(),
    attrs: { tone: 'warning', title: 'A refusal ends nothing' },
    children: [
      p('The duty to meet needs that are plain to see stays.'),
      list('bullet', item('Write down what you offered')),
    ],
  }),
  block('callout', {
    id: id(),
    attrs: { tone: 'practice' },
    children: [p('Offer water, and a break every half hour.')],
  }),
  h(2, 'Signs of a special need'),
  block('indicators', {
    id: id(),
    attrs: { title: 'Signs and what they call for' },
    children: [
      entry(
        { indicator: 'Injuries, pain or illness left without treatment', note: 'Health care, medical report' },
        { weight: 'strong' },
      ),
      entry(
        { indicator: 'Cannot tell events in order, or goes blank when asked', note: 'Later interview' },
        { weight: 'combination' },
      ),
      entry({ indicator: 'Asks what to say before every answer' }, { weight: 'weak' }),
    ],
  }),
  h(2, 'From registration to decision'),
  block('steps', {
    id: id(),
    attrs: { title: 'The path' },
    children: [
      entry({
        what: 'Register the application and note what the person needs',
        who: 'Registration officer',
        deadline: 'within 3 working days',
      }),
      entry({
        what: 'Invite the person to the vulnerability assessment',
        who: 'Reception agency',
        deadline: 'within 30 working days',
      }),
      entry({ what: 'Pass the result on with the person’s agreement' }),
    ],
  }),
  block('table', {
    id: id(),
    children: [
      row(
        cell('What you notice', { header: true }),
        cell('Do not conclude', { header: true }),
        cell('Think of', { header: true }),
      ),
      row(
        cell('Dates do not fit', { header: true }),
        cell('The person lies'),
        cell('Trauma, another calendar, bad interpreting'),
      ),
      row(cell('Missed appointment', { header: true }), cell('No interest, or no bus fare', { colSpan: 2 })),
    ],
  }),
  block('image', {
    id: id(),
    attrs: { media: 'pic1', alt: 'Two circles that overlap' },
    runs: [text('Trafficking and asylum overlap')],
  }),
  block('rule', { id: id() }),
  block('checklist', {
    id: id(),
    attrs: { title: 'Before you close the conversation' },
    children: [
      entry({ text: 'The person knows what happens next, and when' }),
      entry({
        text: 'Urgent health needs are passed on',
        note: 'Same day if there is pain, pregnancy or a risk of self-harm',
      }),
      entry({ text: 'The person feels safe where they sleep tonight' }),
    ],
  }),
  h(2, 'Legal basis'),
  block('legal', {
    id: id(),
    children: fields({
      instrument: 'Directive 2013/33/EU',
      article: 'Articles 21 and 22',
      url: 'https://eur-lex.europa.eu/eli/dir/2013/33',
      note: 'Replaced since June 2026 by Directive (EU) 2024/1346.',
    }),
  }),
  block('legal', { id: id(), children: fields({ instrument: 'S.I. No. 230 of 2018', article: 'Regulation 8' }) }),
  h(2, 'Who to contact'),
  block('contact', {
    id: id(),
    children: fields({
      name: 'Anti-trafficking support line (sample)',
      service: 'Advice for professionals, emergency housing, referral.',
      phone: '+353 1 000 0000',
      email: 'help@example.org',
      url: 'https://example.org/help',
      hours: 'Every day, 24 hours',
      languages: 'English; others by interpreter on the phone',
      note: 'Last checked 1 September 2026.',
    }),
  }),
]

const stripIreland = (blocks: RichText): RichText =>
  blocks
    .filter(({ kind, attrs }) => kind !== 'contact' && attrs.tone !== 'warning')
    .map((one) =>
      one.kind === 'paragraph' && one.runs.some((run) => run.type === 'text' && run.text === 'within 30 working days')
        ? {
            ...one,
            runs: [
              text(
                'The assessment must be finished within a reasonable period after the application. A need that shows later must still be met.',
              ),
            ],
          }
        : one,
    )

export const content = (key: string, title: string, given: Partial<SectionContent> = {}): SectionContent => ({
  key,
  title: { en: title },
  summary: {},
  body: { en: [p(`${title}: the common text of this section, in one paragraph that says what to do.`)] },
  addition: {},
  audiences: [],
  stages: [],
  policy: 'free',
  guidance: {},
  ...given,
})

const assess = content('assess', 'Assess special needs', {
  title: { en: 'Assess special needs', el: 'Αξιολόγηση ειδικών αναγκών' },
  summary: {
    en: 'A person who was trafficked may need more time, another interviewer, medical care or a safe place to live. Find out early.',
  },
  body: { en: stripIreland(everyBlock) },
  audiences: ['lawyer', 'social-worker'],
  stages: ['interview'],
})

/** Contents by hash; the hashes are invented, and as long as real ones. */
const hash = (name: string) => `${Buffer.from(name).toString('hex')}${'0'.repeat(64)}`.slice(0, 64)
export const contents: Record<string, SectionContent> = {
  understand: content('understand', 'Understand', { title: { en: 'Understand', el: 'Κατανόηση', fr: 'Comprendre' } }),
  trafficking: content('trafficking', 'Trafficking in human beings', {
    title: { en: 'Trafficking in human beings', el: 'Η εμπορία ανθρώπων' },
    body: { en: [p('The common text.')], el: [p('Το κοινό κείμενο.')] },
    stages: ['first-contact'],
  }),
  words: content('words', 'Words used in this toolkit'),
  procedure: content('procedure', 'The asylum procedure', {
    title: { en: 'The asylum procedure', el: 'Η διαδικασία ασύλου' },
  }),
  assess,
  'assess-2': { ...assess, summary: { en: 'Find out early, and within 20 working days.' } },
  'assess-ie': { ...assess, body: { en: everyBlock } },
  'assess-cy': {
    ...assess,
    body: { en: stripIreland(everyBlock), el: [h(2, 'Πότε'), p('Η αξιολόγηση γίνεται νωρίς.')] },
  },
  interview: content('interview', 'The personal interview', { stages: ['interview'] }),
  'interview-ie': content('interview', 'The personal interview', {
    stages: ['interview'],
    addition: {
      en: [
        h(2, 'The assessment is voluntary'),
        p('In Ireland the person may refuse.', { type: 'footnote', text: 'Sample.' }),
      ],
    },
  }),
  tracing: content('tracing', 'Family tracing through consulates'),
  women: content('women', 'Women in direct provision'),
}

type Line = [key: string, parent: string | null, given?: Partial<ManifestEntry> & { name?: string }]

const manifest = (country: string, lines: Line[]): ManifestEntry[] =>
  lines.map(([key, parent, { name = key, ...given } = {}], index) => ({
    key,
    slug: key,
    parent,
    rank: `a${index}`,
    mode: 'inherit',
    blob: hash(name),
    ...(country === MASTER || given.mode === 'local' ? {} : { baseBlob: hash(key) }),
    provenance: {},
    ...given,
  }))

const NAMES: Record<string, About['country']> = {
  ie: { en: 'Ireland' },
  cy: { en: 'Cyprus', el: 'Κύπρος' },
  es: { en: 'Spain' },
}

const release = (given: Partial<Release> & Pick<Release, 'id' | 'country' | 'seq' | 'version'>): Release => ({
  toolkit: 't1',
  kind: 'release',
  languages: ['en'],
  publishedAt: '2026-09-14T10:00:00.000Z',
  notes: '',
  changes: [],
  manifest: [],
  manifestHash: hash(given.id),
  about: {
    slug: 'special-needs',
    title: {
      en: 'Special needs of trafficking victims in the asylum procedure',
      el: 'Ειδικές ανάγκες θυμάτων εμπορίας ανθρώπων στη διαδικασία ασύλου',
    },
    description: { en: 'Practical toolkit for people who give legal, social or medical support.' },
    sample: true,
    sourceLanguage: 'en',
    country: NAMES[given.country] ?? {},
  },
  pictures: { pic1: { filename: 'pic1.png', mimeType: 'image/png', size: { width: 640, height: 320 }, alt: {} } },
  ...given,
})

const common: Line[] = [
  ['understand', null],
  ['trafficking', 'understand'],
  ['words', 'understand'],
  ['procedure', null],
  ['assess', 'procedure'],
  ['interview', 'procedure'],
  ['tracing', 'procedure'],
]
const baseline = { release: 'm1', version: '2.1', seq: 1 }
const missingGreek = (language: Language) => ({ body: { [language]: 'missing' as const } })

/** The entry of a section that a country has adapted, in a comparison without a release. */
export const adapted: ManifestEntry = {
  ...{ key: 'k', slug: 'k', parent: null, rank: 'a', blob: 'b' },
  ...{ provenance: {}, mode: 'adapt' },
}

export const releases: Release[] = [
  release({
    id: 'm1',
    country: MASTER,
    seq: 1,
    version: '2.1',
    publishedAt: '2026-06-01T00:00:00Z',
    languages: ['en', 'fr'],
    manifest: manifest(MASTER, common),
  }),
  release({
    id: 'm2',
    country: MASTER,
    seq: 2,
    version: '2.2',
    publishedAt: '2026-10-26T00:00:00Z',
    languages: ['en', 'fr'],
    notes: 'The European rules that apply since June 2026.',
    manifest: manifest(
      MASTER,
      common.map(([key, parent]) => [key, parent, key === 'assess' ? { name: 'assess-2' } : {}]),
    ),
  }),
  release({
    id: 'ie1',
    country: 'ie',
    seq: 1,
    version: '1.4',
    publishedAt: '2026-03-03T00:00:00Z',
    baseline,
    manifest: manifest('ie', [...common, ['old', 'procedure', { name: 'words', mode: 'local' }]]),
  }),
  release({
    id: 'ie2',
    country: 'ie',
    seq: 2,
    version: '2.0',
    baseline,
    manifest: manifest('ie', [
      ['understand', null],
      ['trafficking', 'understand'],
      ['words', 'understand'],
      ['procedure', null],
      [
        'assess',
        'procedure',
        {
          name: 'assess-ie',
          mode: 'adapt',
          reason: 'national-law',
          explanation: { en: 'Irish law sets a deadline.' },
          sources: 'S.I. No. 230 of 2018',
        },
      ],
      ['interview', 'procedure', { name: 'interview-ie', mode: 'supplement', reason: 'national-practice' }],
      [
        'tracing',
        'procedure',
        {
          mode: 'omit',
          reason: 'does-not-exist-here',
          explanation: { en: 'Requests through consulates are not possible in Ireland.' },
        },
      ],
      ['women', 'procedure', { mode: 'local', reason: 'national-service' }],
    ]),
  }),
  release({
    id: 'cy1',
    country: 'cy',
    seq: 1,
    version: '2.0',
    languages: ['el', 'en'],
    publishedAt: '2026-10-02T00:00:00Z',
    baseline,
    manifest: manifest(
      'cy',
      common.map(([key, parent]) => [
        key,
        parent,
        key === 'assess'
          ? { name: 'assess-cy', mode: 'adapt', reason: 'national-law' }
          : { provenance: key === 'trafficking' ? {} : missingGreek('el') },
      ]),
    ),
  }),
  release({
    id: 'fr1',
    country: 'fr',
    seq: 1,
    version: '2.1',
    languages: ['fr'],
    publishedAt: '2026-11-09T00:00:00Z',
    baseline: { release: 'm2', version: '2.2', seq: 2 },
    manifest: manifest('fr', common),
  }),
  release({
    id: 'es1',
    country: 'es',
    seq: 1,
    version: '1.0',
    languages: ['en'],
    publishedAt: '2026-05-20T00:00:00Z',
    baseline,
    manifest: manifest('es', common),
  }),
  release({
    id: 'es2',
    country: 'es',
    seq: 2,
    version: '1.0',
    kind: 'withdrawal',
    languages: ['en'],
    publishedAt: '2026-10-12T00:00:00Z',
    notes: 'A deadline in 2.1 was wrong.',
  }),
]

const byHash = new Map(Object.entries(contents).map(([name, one]) => [hash(name), one]))
const head = ({ manifest: _, pictures: __, ...rest }: Release): ReleaseHead => rest
const pick = (hashes: readonly string[]) =>
  new Map(
    hashes.flatMap((one) => {
      const found = byHash.get(one)
      return found ? [[one, found]] : []
    }),
  )

/** A source with comparisons of its own texts. */
export function comparing(source: Omit<ReaderSource, 'changes' | 'regroupings' | 'differences'>): ReaderSource {
  const changes = knownChanges(source)
  const regroupings = knownRegroupings({ ...source, changes })
  return { ...source, changes, regroupings, differences: knownDifferences(source) }
}

/** The published data, from memory. */
export const sampleSource: ReaderSource = comparing({
  heads: releases.map(head),
  apart: [],
  release: async (wanted) => releases.find((one) => one.id === wanted),
  newestWith: async ({ releases: among, section }) =>
    releases
      .filter(({ id, manifest }) => among.includes(id) && manifest.some(({ slug }) => slug === section))
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1)?.id,
  contents: async (hashes) => pick(hashes),
  facts: async (hashes) => pick(hashes),
})
