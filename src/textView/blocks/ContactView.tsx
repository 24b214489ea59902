import type { ReactNode } from 'react'
import { phoneLink } from '@/domain/phoneLink'
import { linkTarget } from '@/domain/safeUrl'
import { SignIcon } from '@/icons/SignIcon'
import { OwnWords } from '../OwnWords'
import type { ViewOptions } from '../options'
import { fieldText } from './fieldText'
import type { ViewGiven } from './viewGiven'

/** A service that can be called, written to or visited. */
export function ContactView({ block, options }: ViewGiven) {
  const { t, wordsLang } = options
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
    <div className="box contact" role="group" aria-label={name || t('reader.contact')}>
      {name && <p className="block-title">{name}</p>}
      {service && <p>{service}</p>}
      {call && (
        <p>
          <a className="btn" href={call}>
            <SignIcon sign="phone" /> <OwnWords options={options}>{t('reader.call', { phone: phone ?? '' })}</OwnWords>
          </a>
        </p>
      )}
      <dl className="kv small">
        {phone && !call && (
          <Detail name={t('reader.contact-phone')} lang={wordsLang}>
            {phone}
          </Detail>
        )}
        {email && (
          <Detail name={t('reader.contact-email')} lang={wordsLang}>
            {linkTo(email, `mailto:${email}`)}
          </Detail>
        )}
        {url && (
          <Detail name={t('reader.contact-url')} lang={wordsLang}>
            {linkTo(url.replace(/^https?:\/\//, ''), url)}
          </Detail>
        )}
        {hours && (
          <Detail name={t('reader.contact-hours')} lang={wordsLang}>
            {hours}
          </Detail>
        )}
        {languages && (
          <Detail name={t('reader.contact-languages')} lang={wordsLang}>
            {languages}
          </Detail>
        )}
      </dl>
      {note && <p className="small muted">{note}</p>}
    </div>
  )
}

type DetailGiven = { name: string; lang: ViewOptions['wordsLang']; children: ReactNode }

function Detail({ name, lang, children }: DetailGiven) {
  return (
    <>
      <dt lang={lang}>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function linkTo(words: string, address: string): ReactNode {
  const safe = linkTarget(address)
  return safe ? <a href={safe}>{words}</a> : words
}
