import type { Language } from '@/domain/language'
import type { Refusal } from '@/domain/refusal'
import { type Standing, startOn } from '@/domain/standing'
import type { Translator } from '@/messages/translate'
import type { Country } from '@/stored/countries'
import type { Toolkit } from '@/stored/toolkits'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { frameworkAddress } from '../words/addresses'
import { becauseOf } from '../words/because'
import { byCountryName } from '../words/byCountryName'
import { languageName } from '../words/languageName'

/** Countries that have no version of a toolkit yet, each with its languages and the button that starts one. */
export function StartVersion({
  toolkit,
  countries,
  common,
  mayStart,
  language,
  say,
}: {
  toolkit: Toolkit
  countries: Country[]
  common: Standing
  mayStart: boolean
  language: Language
  say: Translator
}) {
  const base = startOn(common)
  const noBase: Refusal[] = base.ok ? [] : base.because
  const noRole: Refusal[] = mayStart ? [] : [{ key: 'refusal.role-start' }]
  const refusals = [...noRole, ...noBase]
  const because = becauseOf({
    refusals,
    language,
    wayOut: (refusal) =>
      noBase.includes(refusal)
        ? { href: `${frameworkAddress(toolkit)}#release`, link: say('admin.task.do.open-framework') }
        : undefined,
  })
  return (
    <ul className="tasks three">
      {byCountryName({ rows: countries, codeOf: ({ code }) => code, countries, language }).map(
        ({ row, country: { code, name } }) => {
          return (
            <li key={code}>
              <h3>{name}</h3>
              <ActionForm
                fixed={{ toolkit: toolkit.id, country: code }}
                choices={[
                  { action: 'start-variant', label: say('admin.start.do'), look: 'second', spoken: name, because },
                ]}
                lists={['languages']}
                words={actionWords(say)}
                next="/admin/version/{variant}"
              >
                <fieldset className="inline">
                  <legend>
                    {say('admin.start.languages')}
                    <span className="vh">: {name}</span>
                  </legend>
                  {row.languages.map((one) => (
                    <label key={one} className="tickbox">
                      <input type="checkbox" name="languages" value={one} defaultChecked />
                      {languageName(say, one)}
                    </label>
                  ))}
                </fieldset>
              </ActionForm>
            </li>
          )
        },
      )}
    </ul>
  )
}
