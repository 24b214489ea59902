import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { isLanguage, type Language } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { toolkitAsWord } from '@/export/word/toolkitAsWord'
import type { WordSection } from '@/export/word/wordSection'
import { nameOfCountry } from '@/messages/countryName'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { wordLabels } from '@/messages/wordLabels'
import { loadCountry } from '@/stored/countries'
import { today } from '@/stored/today'
import { answer } from '../answer'
import { loadWordPictures } from './wordPictures'
import { firstOf, wordSection } from './wordSectionOf'
import { loadFrameworkText, loadVersionText, partOf, type TextOfSection, type WorkingText } from './wordText'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * `GET /api/word/version/:id?language=el` or `/api/word/framework/:id`: the working text in one language as a Word file; with
 * `section`, only that one, and with `below=yes` also those below it. It is for those who may read the text: it is loaded with
 * their request.
 */
export const wordFileEndpoint: Endpoint = {
  path: '/word/:whose/:id',
  method: 'get',
  handler: async (req) => {
    if (!(await actorOf(req))) return answer({ req, outcome: refuse('refusal.sign-in') })
    const { searchParams: asked } = new URL(req.url ?? '', 'http://localhost')
    const language = asked.get('language')
    const whose = String(req.routeParams?.whose)
    const load = whose === 'version' ? loadVersionText : whose === 'framework' ? loadFrameworkText : null
    const text = load && isLanguage(language) ? await load({ req, id: String(req.routeParams?.id ?? '') }) : null
    const key = asked.get('section')
    const sections = text && partOf(text, key === null ? null : { key, below: asked.get('below') === 'yes' })
    if (!text || !sections || !isLanguage(language)) return new Response(null, { status: 404 })
    const { bytes, name } = await wordFile({ req, text, sections, isWhole: key === null, language })
    return new Response(bytes, {
      headers: {
        'content-type': WORD,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  },
}

type Given = {
  req: PayloadRequest
  text: WorkingText
  sections: readonly TextOfSection[]
  isWhole: boolean
  language: Language
}

async function wordFile({ req, text, sections, isWhole, language }: Given) {
  const { country, toolkit } = text
  const say = translatorFor(language)
  const given = country === MASTER ? undefined : (await loadCountry({ req, country }))?.name
  const where = nameOfCountry({ code: country, given, language })
  const day = today()
  const toolkitTitle = firstOf(toolkit.title, [language, toolkit.sourceLanguage]) || toolkit.slug
  const state = say('report.state.working', { date: longDate(day, language) })
  const written = sections.map((section) => wordSection({ section, text, language, say }))
  const [first] = written
  const title = isWhole || !first ? toolkitTitle : `${first.number.join('.')} ${first.title}`
  const bytes = await toolkitAsWord({
    title,
    front: [
      ...(isWhole ? [] : [toolkitTitle]),
      where,
      say(`words.language.${language}`),
      state,
      ...(toolkit.sample ? [say('report.sample')] : []),
    ],
    header: [toolkitTitle, where, say(`words.language.${language}`), state].join(' · '),
    language,
    sections: written,
    pictures: await loadWordPictures({
      req,
      texts: written.flatMap(({ body, addition }) => [body, addition?.blocks ?? []]),
    }),
    labels: wordLabels(say),
    properties: propertiesOf({ text, language, day, sections: written }),
  })
  const part = isWhole ? '' : `-${first?.number.join('.') ?? ''}`
  return { bytes, name: `${toolkit.slug}-${country}${part}-${language}-${day}.docx` }
}

/** Word keeps at most 255 characters of a property. */
const SECTIONS_IN_ONE = 5

function propertiesOf({
  text: { country, toolkit },
  language,
  day,
  sections,
}: {
  text: WorkingText
  language: Language
  day: string
  sections: readonly WordSection[]
}): Record<string, string> {
  const named = sections.map(({ mark }) => `${mark.key}:${mark.rev ?? ''}`)
  const parts = Array.from({ length: Math.ceil(named.length / SECTIONS_IN_ONE) }, (_, index) => [
    `toolkit-sections-${index + 1}`,
    named.slice(index * SECTIONS_IN_ONE, (index + 1) * SECTIONS_IN_ONE).join(' '),
  ])
  return {
    ...{ 'toolkit-id': toolkit.id, 'toolkit-country': country, 'toolkit-language': language, 'toolkit-day': day },
    ...Object.fromEntries(parts),
  }
}
