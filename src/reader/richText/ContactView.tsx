import type { ReactNode } from 'react'
import type { Block } from '@/domain/richText'
import { linkTarget } from '@/domain/safeUrl'
import { SignIcon } from '@/icons/SignIcon'
import { fieldText } from './fieldText'
import { phoneLink } from './phoneLink'
import type { Reading } from './reading'

/** A service that can be called, written to or visited. */
export function ContactView({ block, reading }: { block: Block; reading: Reading }) {
  const { say } = reading
  const [name, service, phone, email, url, hours, languages, note] = [
    'name',
    'service',
    'phone',
    'email',
    'url',
    'hours',
    'languages',
    'note',
  ].map((field) => fieldText(block, field))
  const call = phone ? phoneLink(phone) : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="box contact" role="group" aria-label={name || say('reader.contact')}>
      {name && <p className="block-title">{name}</p>}
      {service && <p>{service}</p>}
      {call && (
        <p>
          <a className="btn" href={call}>
            <SignIcon sign="phone" /> {say('reader.call', { phone: phone ?? '' })}
          </a>
        </p>
      )}
      <dl className="kv small">
        {phone && !call && <Detail name={say('reader.contact-phone')}>{phone}</Detail>}
        {email && <Detail name={say('reader.contact-email')}>{linkTo(email, `mailto:${email}`)}</Detail>}
        {url && <Detail name={say('reader.contact-url')}>{linkTo(url.replace(/^https?:\/\//, ''), url)}</Detail>}
        {hours && <Detail name={say('reader.contact-hours')}>{hours}</Detail>}
        {languages && <Detail name={say('reader.contact-languages')}>{languages}</Detail>}
      </dl>
      {note && <p className="small muted">{note}</p>}
    </div>
  )
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function linkTo(words: string, address: string): ReactNode {
  const safe = linkTarget(address)
  return safe ? <a href={safe}>{words}</a> : words
}
