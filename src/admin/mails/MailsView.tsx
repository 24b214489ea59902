import { database } from '@/accounts/stores'
import { hasRoleEverywhere } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { sendsMail } from '@/mail/mailSettings'
import { countOpen, listGivenUp, type Undelivered } from '@/mail/undelivered'
import type { Translator } from '@/messages/translate'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { TASKS } from '../words/addresses'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { LocalTime } from '../words/LocalTime.client'

/** `/admin/mails`: the mails that did not reach their address, for administrators. It shows no text and no link of a mail. */
export async function MailsView(view: ViewProps) {
  const { actor, language, req, say } = await visitorOf(view)
  if (!hasRoleEverywhere(actor, ['admin'])) return <PlainPage view={view} about="no-role" />
  const [mails, open] = await Promise.all([listGivenUp(database(req.payload)), countOpen(database(req.payload))])
  return (
    <AdminFrame
      view={view}
      title={say('mail.list.title')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      lead={<p className="muted">{say(sendsMail() ? 'mail.list.lead' : 'mail.list.off')}</p>}
    >
      <div className="stack tk-mails">
        {open > 0 ? <p>{say('mail.list.waiting', { count: open })}</p> : null}
        {mails.length > 0 ? (
          <>
            <p>{say('mail.list.then')}</p>
            <MailTable mails={mails} language={language} say={say} />
          </>
        ) : null}
        {mails.length === 0 && sendsMail() ? <p>{say('mail.list.none')}</p> : null}
      </div>
    </AdminFrame>
  )
}

function MailTable({ mails, language, say }: { mails: Undelivered[]; language: Language; say: Translator }) {
  const heads = {
    to: say('mail.list.to'),
    about: say('mail.list.about'),
    since: say('mail.list.since'),
    said: say('mail.list.said'),
  }
  return (
    <FoldTable name={{ caption: say('mail.list.title') }} headings={Object.values(heads)}>
      <FoldBody>
        {mails.map(({ _id: id, to, about, createdAt, said }) => (
          <FoldRow key={id} head={to}>
            <FoldCell heading={heads.about}>{say(`mail.about.${about.kind}`)}</FoldCell>
            <FoldCell heading={heads.since}>
              <time dateTime={createdAt.toISOString()}>
                <LocalTime at={createdAt.toISOString()} language={language} />
              </time>
            </FoldCell>
            <FoldCell heading={heads.said}>{said ? <span lang="en">{said}</span> : say('mail.list.silent')}</FoldCell>
          </FoldRow>
        ))}
      </FoldBody>
    </FoldTable>
  )
}
