import { type Attack, inParallel, someOf, tally } from './attack'
import { COLLECTIONS } from './ground'
import { leaksIn } from './secrets'

const QUERIES = [
  'limit=500&depth=10',
  'limit=500&locale=all&fallback-locale=fr',
  'limit=500&draft=true&trash=true&pagination=false',
  'limit=500&overrideAccess=true&showHiddenFields=true',
  'limit=1&page=2&sort=-id',
  'limit=500&where[or][0][id][exists]=true&where[or][1][country][exists]=true',
  'limit=500&where[country][not_equals]=ie',
  'limit=500&where[and][0][or][0][country][not_equals]=ie&where[and][0][or][1][country][equals]=ie&locale=all',
]

/** Reads everything in every possible way, as everybody, and searches the answers for words of others. */
export const reads: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const ids = await Promise.all(
    COLLECTIONS.map(async (collection) => {
      const docs = someOf(await ground.stored(collection), short ? 6 : 60, random)
      return docs.flatMap(({ id, filename }) => [
        `/api/${collection}/${id}?depth=2&locale=all`,
        `/api/${collection}/versions?where[parent][equals]=${id}&locale=all`,
        ...(typeof filename === 'string' ? [`/api/media/file/${filename}`] : []),
      ])
    }),
  )
  const versions = await ground.stored('_variant-sections_versions')
  const toolkits = await ground.stored('toolkits')
  const variants = await ground.stored('variants')
  const paths = [
    ...COLLECTIONS.flatMap((collection) =>
      QUERIES.flatMap((query) => [
        ...['', '/count'].map((kind) => `/api/${collection}${kind}?${query}`),
        // A request for more revisions of texts is refused before anybody checks whose they are.
        `/api/${collection}/versions?${query.replace('limit=500', 'limit=20')}`,
      ]),
    ),
    ...ids.flat(),
    ...someOf(versions, short ? 10 : 200, random).map(({ id }) => `/api/variant-sections/versions/${id}?locale=all`),
    ...toolkits.flatMap(({ slug }) =>
      ['sections', 'changes'].flatMap((table) =>
        ['csv', 'xlsx'].map((format) => `/api/overview/${table}?toolkit=${slug}&format=${format}&show=all`),
      ),
    ),
    // A file is packed: its page has the same words.
    ...variants.flatMap(({ id }) =>
      ['release', 'working'].flatMap((of) => [`/api/report/${id}?of=${of}`, `/admin/version/${id}/report?of=${of}`]),
    ),
    ...variants.map(({ id }) => `/admin/version/${id}/check`),
    ...['/', '/common/en', '/ie/en', '/gb/en', '/fr/fr', '/ch/de', '/cy/el', '/it/it', '/es/es'],
    ...['/api/access', '/api/users/me', '/api/health', '/admin', '/admin/overview', '/admin/reviews'],
  ]
  const asked = ground.visitors.flatMap((visitor) => paths.map((path) => ({ visitor, path })))
  await inParallel(someOf(asked, short ? 1_200 : asked.length, random), 8, async ({ visitor, path }) => {
    const { status, text } = await ground.ask(visitor, 'GET', path)
    const leaks = leaksIn({ text, visitor, secrets: ground.secrets })
    note(leaks.length === 0 && status < 500, `${visitor.name}: GET ${path} answers ${status} and shows ${leaks}`)
  })
  return result()
}
