import { DRAFTERS, hasRole } from '@/domain/actor'
import { hasText } from '@/domain/sectionText'
import { longDate } from '@/messages/dates'
import { loadCountries } from '@/stored/countries'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadToolkitById } from '@/stored/toolkits'
import { loadVariant, type StoredVariantSection, type Variant } from '@/stored/variants'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import { DoneMessage, doneAddress, justDone } from '../DoneMessage'
import { WholeText } from '../editor/WholeText'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { sectionAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { languageName } from '../words/languageName'
import { textIn } from '../words/titles'
import { removedSections, titleOfRemoved } from './removedSections'

/** After this section was brought back (`justDone`). */
export const RETURNED = 'returned'

/** `/admin/version/:variant/removed`: the sections that left a national version, with their words and the way back. */
export async function RemovedView(view: ViewProps<'variant'>) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  const variant = await loadVariant({ req, id: view.params.variant })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return <PlainPage view={view} about="not-there" />
  const removed = removedSections(await resolveVariant({ req, variant }))
  const gone = removed.find(({ key }) => key === justDone(view))
  const country = countryName({ code: variant.country, countries: await loadCountries({ req }), language })
  const mayDraft = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  return (
    <AdminFrame
      view={view}
      title={say('editor.removed.title')}
      crumbs={[{ label: country, href: versionAddress(variant.id) }]}
      lead={<p className="muted">{say('editor.removed.lead')}</p>}
      sample={toolkit.sample}
    >
      <div className="stack">
        {gone ? (
          <DoneMessage
            about={`${gone.key} ${gone.rev}`}
            title={say('editor.removed.done', { section: titleOfRemoved(gone, { variant, language }).text })}
          />
        ) : null}
        {removed.length === 0 ? <p>{say('editor.removed.none')}</p> : null}
        {removed.map((section) => (
          <Removed key={section.key} section={section} variant={variant} visitor={visitor} mayDraft={mayDraft} />
        ))}
        <p>
          <a href={versionAddress(variant.id)}>{say('editor.removed.to-version')}</a>
        </p>
      </div>
    </AdminFrame>
  )
}

function Removed({
  section,
  variant,
  visitor: { language: pageLanguage, say },
  mayDraft,
}: {
  section: StoredVariantSection
  variant: Variant
  visitor: Visitor
  mayDraft: boolean
}) {
  const { explanation, key, reason, rev, updatedAt } = section
  const languages = [pageLanguage, ...variant.languages]
  const title = titleOfRemoved(section, { variant, language: pageLanguage })
  const why = textIn({ given: explanation, languages, otherwise: '' })
  const written = variant.languages.filter((language) => hasText(section, language))
  return (
    <section className="panel stack-s" aria-labelledby={`removed-${key}`}>
      <h2 id={`removed-${key}`} lang={title.language === pageLanguage ? undefined : title.language}>
        {title.text}
      </h2>
      <p className="muted">{say('editor.removed.since', { date: longDate(updatedAt, pageLanguage) })}</p>
      {reason ? (
        <p>
          {say(`words.reason.${reason}`)}
          {why.text ? `${say('diff.colon')} ` : ''}
          <span lang={why.language === pageLanguage ? undefined : why.language}>{why.text}</span>
        </p>
      ) : null}
      <details className="disclose">
        <summary>{say('editor.removed.words')}</summary>
        <div className="text stack">
          {written.map((language) => (
            <div key={language}>
              {variant.languages.length > 1 ? <h3>{languageName(say, language)}</h3> : null}
              <WholeText
                content={{ ...section, additionPlace: undefined }}
                language={language}
                idPrefix={`${key}-${language}-`}
              />
            </div>
          ))}
        </div>
      </details>
      {mayDraft ? (
        <ActionButton
          action="return-section"
          input={{ variant: variant.id, key, seen: rev, language: variant.languages[0] }}
          label={say('editor.removed.back')}
          spoken={title.text}
          words={actionWords(say)}
          next={doneAddress(
            sectionAddress({ variant: variant.id, key, language: variant.languages[0] ?? pageLanguage }),
            RETURNED,
          )}
          look="second"
        />
      ) : null}
    </section>
  )
}
