import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { countriesOf, OVERSEERS } from '@/domain/actor'
import { toCsv } from '@/domain/csv'
import { overviewAsked } from '@/domain/overviewAsked'
import { type Outcome, refuse } from '@/domain/refusal'
import { nameOfCountry } from '@/messages/countryName'
import { nameOrder } from '@/messages/nameOrder'
import { translatorFor } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { loadOverview } from '@/stored/overview'
import { today } from '@/stored/today'
import { loadToolkit } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { answer } from '../answer'
import { OVERVIEW_TABLES, type OverviewTable, overviewTable } from './overviewTable'
import { toXlsx } from './toXlsx'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * `GET /api/overview/sections?toolkit=…&format=csv` and `/api/overview/changes`: a table of the overview of countries as a
 * file (`csv` or `xlsx`), with the filters of the screen. It is for those who see the screen, and has the countries that
 * they see there.
 */
export const overviewFileEndpoint: Endpoint = {
  path: '/overview/:table',
  method: 'get',
  handler: async (req) => {
    const allowed = await mayOversee(req)
    if (!allowed.ok) return answer({ req, outcome: allowed })
    const query = new URL(req.url ?? '', 'http://localhost').searchParams
    const table = OVERVIEW_TABLES.find((one) => one === req.routeParams?.table)
    const format = (['csv', 'xlsx'] as const).find((one) => one === query.get('format'))
    const toolkit = await loadToolkit({ req, slug: query.get('toolkit') ?? '' })
    if (!table || !format || !toolkit) return new Response(null, { status: 404 })
    const rows = await rowsOf({ req, table, toolkit, query })
    const say = translatorFor(languageOf(req))
    const sheet = say(table === 'sections' ? 'admin.matrix.title' : 'overview.changes.title')
    const day = today()
    const names = {
      plain: `${toolkit.slug}-${table}-${day}.${format}`,
      said: `${sheet} ${toolkit.slug} ${day}.${format}`,
    }
    return new Response(format === 'csv' ? toCsv(rows) : await toXlsx({ rows, sheet }), {
      headers: {
        'content-type': TYPES[format],
        // The name in the language of the person is for browsers that read RFC 5987, which are all that Next supports.
        'content-disposition': `attachment; filename="${names.plain}"; filename*=UTF-8''${encodeURIComponent(names.said)}`,
        'cache-control': 'private, no-store',
      },
    })
  },
}

async function mayOversee(req: PayloadRequest): Promise<Outcome<null>> {
  const actor = await actorOf(req)
  if (!actor) return refuse('refusal.sign-in')
  return countriesOf(actor, OVERSEERS).length === 0 ? refuse('refusal.not-allowed') : { ok: true, result: null }
}

async function rowsOf({
  req,
  table,
  toolkit,
  query,
}: {
  req: PayloadRequest
  table: OverviewTable
  toolkit: NonNullable<Awaited<ReturnType<typeof loadToolkit>>>
  query: URLSearchParams
}): Promise<string[][]> {
  const language = languageOf(req)
  const [countries, variants] = await Promise.all([loadCountries({ req }), loadVariants({ req, toolkit: toolkit.id })])
  const named = variants
    .map((variant) => {
      const { country: code } = variant
      const given = countries.find((one) => one.code === code)?.name
      return { variant, name: nameOfCountry({ code, given, language }) }
    })
    .toSorted(nameOrder(language))
  const overview = await loadOverview({
    ...{ req, toolkit, reader: language, today: today() },
    variants: named.map(({ variant }) => variant),
  })
  return overviewTable(table, {
    overview,
    countries: overview.countries.map((one, index) => ({ ...one, name: named[index]?.name ?? '' })),
    asked: overviewAsked((name) => query.get(name) ?? ''),
    language,
    say: translatorFor(language),
  })
}
