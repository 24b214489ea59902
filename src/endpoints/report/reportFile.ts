import type { Endpoint } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { REPORTED } from '@/domain/adaptationReport'
import { refuse } from '@/domain/refusal'
import { nameOfCountry } from '@/messages/countryName'
import { reportChapters } from '@/messages/reportChapters'
import { translatorFor } from '@/messages/translate'
import { loadAdaptationReport } from '@/stored/adaptationReport'
import { today } from '@/stored/today'
import { answer } from '../answer'
import { reportParts } from './reportParts'
import { toWord } from './toWord'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * `GET /api/report/:variant?of=release` or `of=working`: the adaptation report of a national version as a Word file, in the
 * language of the person. It is for those who may read the version: it is loaded with their request.
 */
export const reportFileEndpoint: Endpoint = {
  path: '/report/:variant',
  method: 'get',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (!actor) return answer({ req, outcome: refuse('refusal.sign-in') })
    const asked = new URL(req.url ?? '', 'http://localhost').searchParams.get('of')
    const of = REPORTED.find((one) => one === asked)
    const language = languageOf(req)
    const variant = String(req.routeParams?.variant ?? '')
    const loaded = of ? await loadAdaptationReport({ req, actor, variant, of, language }) : null
    if (!loaded) return new Response(null, { status: 404 })
    const say = translatorFor(language)
    const { report, sample, toolkit, variant: version } = loaded
    const country = nameOfCountry({ code: version.country, given: loaded.countryName, language })
    const day = today()
    const title = say('report.title', { country })
    const chapters = reportChapters({ about: loaded, report, country, language, say, day })
    const parts = reportParts({ chapters, report, title, isSample: sample, language, say })
    const what = of === 'release' && loaded.release ? loaded.release.version : day
    const names = {
      plain: `${toolkit.slug}-${version.country}-${what}.docx`,
      said: `${say('report.name')} ${country} ${toolkit.slug} ${what}.docx`,
    }
    return new Response(await toWord({ parts, title, language }), {
      headers: {
        'content-type': WORD,
        'content-disposition': `attachment; filename="${names.plain}"; filename*=UTF-8''${encodeURIComponent(names.said)}`,
        'cache-control': 'private, no-store',
      },
    })
  },
}
