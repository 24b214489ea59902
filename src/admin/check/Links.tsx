import { isCutOff, pagesToAskFor } from '@/domain/check/answers'
import type { CheckedVersion } from '@/domain/check/checkVersion'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { rememberedAnswers } from '@/stored/linkAnswers'
import { actionWords } from '../actionWords'
import { MessageHeading } from '../MessageHeading.client'
import { LocalTime } from '../words/LocalTime.client'
import { AskAboutLinks } from './AskAboutLinks.client'

/** How many pages of other sites a text leads to, what came of asking for them, and a button that asks. Nothing where it has none. */
export function Links({
  checked: { pages },
  address,
  reader,
  say,
}: {
  checked: CheckedVersion
  /** Of the route that asks. */
  address: string
  reader: Language
  say: Translator
}) {
  if (pages.length === 0) return null
  const known = pages.flatMap((page) => rememberedAnswers.get(page) ?? [])
  const there = known.filter(({ is }) => is === 'there').length
  const due = pagesToAskFor({ pages, answers: rememberedAnswers, now: new Date().toISOString() }).length
  const last = known
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return (
    <section className="stack" aria-labelledby="check-links">
      <MessageHeading id="check-links" about={last ?? ''}>
        {say('check.links')} <b className="count">{pages.length}</b>
      </MessageHeading>
      {last === undefined ? (
        <p className="muted">{say('check.links.hint')}</p>
      ) : (
        <p>
          {say('check.links.known', { there, known: known.length })} {say('check.links.when')}{' '}
          <LocalTime at={last} language={reader} />
        </p>
      )}
      {isCutOff({ pages, answers: rememberedAnswers }) ? <p className="note">{say('check.links.cut-off')}</p> : null}
      {due > 0 ? (
        <AskAboutLinks
          address={address}
          label={say('check.links.ask', { count: due })}
          words={{ ...actionWords(say), running: say('check.links.running'), done: say('check.links.done') }}
        />
      ) : null}
    </section>
  )
}
