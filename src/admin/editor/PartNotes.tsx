import type { ReactNode } from 'react'
import { openParts } from '@/domain/keptParts'
import type { Language } from '@/domain/language'
import { blockInLanguage, isSamePart, type RuledPart, shownPart } from '@/domain/ruledParts'
import type { SectionContent } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import type { ViewOptions } from '@/textView/options'
import { sayPart } from '../words/sayRules'
import { textIn } from '../words/titles'
import type { SectionFacts } from './sectionFacts'

/** The parts of a section that stay as in the common framework, and those that the country fills in, with the guidance. */
export function PartNotes({
  facts: { base, content, entry, language },
  reader,
  say,
}: {
  facts: SectionFacts
  /** The language of the page. */
  reader: Language
  say: Translator
}) {
  const common = base?.content
  if (!common?.rules || entry.mode === 'omit') return null
  const parts = common.rules.flatMap((rule) => shownPart({ common, rule, language }) ?? [])
  const open = openParts({ common, section: { entry, content }, languages: [language] })
  const [fixed, asked] = (['fixed', 'fill-in'] as const).map((demand) =>
    parts.filter(({ rule }) => rule.demand === demand),
  )
  return (
    <section className="note stack-s" aria-labelledby="parts-title" id="parts">
      <h2 id="parts-title" className="pane-title">
        {say('editor.parts.title')}
      </h2>
      <Parts parts={asked ?? []} lead={say('editor.parts.fill-in')} language={language} reader={reader} say={say}>
        {(part) => (
          <>
            {' – '}
            <strong>
              {say(open.some((one) => isSamePart(one, part)) ? 'editor.parts.open' : 'editor.parts.done')}
            </strong>
            <Guidance part={part} language={language} reader={reader} />
          </>
        )}
      </Parts>
      <Parts parts={fixed ?? []} lead={say('editor.parts.fixed')} language={language} reader={reader} say={say} />
    </section>
  )
}

function Parts({
  parts,
  lead,
  language,
  reader,
  say,
  children,
}: {
  parts: readonly RuledPart[]
  lead: string
  language: Language
  reader: Language
  say: Translator
  children?: (part: RuledPart) => ReactNode
}) {
  if (parts.length === 0) return null
  return (
    <div>
      <p>{lead}</p>
      <ul>
        {parts.map((part) => (
          <li key={`${part.rule.field} ${part.block?.id}`}>
            <span lang={part.block && language !== reader ? language : undefined}>
              {sayPart({ field: part.rule.field, block: part.block }, say)}
            </span>
            {children?.(part)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the country is to write there, in the language of the text or else of the page. */
function Guidance({ part, language, reader }: { part: RuledPart; language: Language; reader: Language }) {
  const { text, language: of } = textIn({
    given: part.rule.guidance,
    languages: [reader, language, 'en'],
    otherwise: '',
  })
  if (text === '') return null
  return <p lang={of === reader ? undefined : of}>{text}</p>
}

/** What is said above a block of the common text that has a rule; nothing if no block has one. */
export function partLabels({
  common,
  language,
  reader,
  say,
}: {
  common: SectionContent | undefined
  language: Language
  reader: Language
  say: Translator
}): ViewOptions['labelOf'] {
  const rules = (common?.rules ?? []).flatMap((rule): [string, (typeof rule)['demand'], typeof rule][] => {
    const block = rule.block && common && blockInLanguage({ body: common.body, ids: rule.block, language })
    return block ? [[block.id, rule.demand, rule]] : []
  })
  if (rules.length === 0) return undefined
  return ({ id }) => {
    const found = rules.find(([one]) => one === id)
    if (!found) return null
    const [, demand, rule] = found
    const { text, language: of } = textIn({ given: rule.guidance, languages: [reader, language, 'en'], otherwise: '' })
    return (
      <p lang={reader === language ? undefined : reader}>
        <strong>{say(`words.part-demand.${demand}`)}</strong>
        {text === '' ? null : <span lang={of}> {text}</span>}
      </p>
    )
  }
}
