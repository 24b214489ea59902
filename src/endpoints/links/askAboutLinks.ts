import { E_TIMEOUT, Mutex, withTimeout } from 'async-mutex'
import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { pagesOfOtherSites, pagesToAskFor } from '@/domain/check/answers'
import { checkedText } from '@/domain/check/checkedText'
import { isLanguage } from '@/domain/language'
import { type Outcome, refuse } from '@/domain/refusal'
import { rememberAnswer, rememberedAnswers } from '@/stored/linkAnswers'
import { answer } from '../answer'
import { loadFrameworkText, loadVersionText } from '../word/wordText'
import { askForPages } from './askForPages'
import { publicNetwork } from './network'

/** How long a request waits until no other one asks, in milliseconds. */
const LONGEST_WAIT = 40_000
/** One request asks at a time: no site is asked twice at once, and none of what people start together grows without limit. */
const turn = withTimeout(new Mutex(), LONGEST_WAIT)

/**
 * `POST /api/links/version/:id?language=el` or `/api/links/framework/:id`: asks for pages of other sites to which the working text in this
 * language leads, and remembers what came of it (`stored/linkAnswers`). Its result says how many are `left`: one request asks only for
 * some. It is for those who may read the text; the addresses come from there and never from the request.
 */
export const linksEndpoint: Endpoint = {
  path: '/links/:whose/:id',
  method: 'post',
  handler: async (req) => answer({ req, outcome: await askAbout(req) }),
}

async function askAbout(req: PayloadRequest): Promise<Outcome<{ left: number }>> {
  if (!(await actorOf(req))) return refuse('refusal.sign-in')
  const pages = await pagesIn(req)
  if (!pages)
    return refuse(req.routeParams?.whose === 'framework' ? 'refusal.toolkit-unknown' : 'refusal.variant-unknown')
  try {
    return await turn.runExclusive(async () => {
      const open = dueOf(pages)
      await askForPages({
        pages: open,
        network: publicNetwork,
        tell: (page, is) => rememberAnswer(page, { is, at: new Date().toISOString() }),
      })
      return { ok: true, result: { left: dueOf(open).length } }
    })
  } catch (error) {
    if (error === E_TIMEOUT) return refuse('refusal.links-busy')
    throw error
  }
}

/** The pages of other sites in the text that is asked about; null if there is none for this person. */
async function pagesIn(req: PayloadRequest): Promise<string[] | null> {
  const language = new URL(req.url ?? '', 'http://localhost').searchParams.get('language')
  const { id, whose } = req.routeParams ?? {}
  const load = whose === 'version' ? loadVersionText : whose === 'framework' ? loadFrameworkText : null
  if (!load || !isLanguage(language)) return null
  const text = await load({ req, id: String(id ?? '') })
  if (!text) return null
  const texts = text.sections.map(({ content }) => checkedText(content, language))
  return pagesOfOtherSites({ texts, origin: req.payload.config.serverURL })
}

function dueOf(pages: readonly string[]): string[] {
  return pagesToAskFor({ pages, answers: rememberedAnswers, now: new Date().toISOString() })
}
