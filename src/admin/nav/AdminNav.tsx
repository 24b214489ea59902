import { getTranslation } from '@payloadcms/translations'
import { getVisibleEntities } from '@payloadcms/ui/shared'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { database } from '@/accounts/stores'
import {
  type Actor,
  countriesOf,
  hasRole,
  hasRoleEverywhere,
  KEEPERS,
  OVERSEERS,
  REVIEWERS,
  type Role,
} from '@/domain/actor'
import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import { sendsMail } from '@/mail/mailSettings'
import { countGivenUp } from '@/mail/undelivered'
import { type Translator, translatorFor } from '@/messages/translate'
import { loadCountries } from '@/stored/countries'
import { editionsIn } from '@/stored/editions'
import { loadToolkits } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { KeepSession } from '../frame/KeepSession.client'
import { SignInAgain } from '../frame/SignInAgain.client'
import { signInWords } from '../frame/signInWords'
import {
  ACCOUNT,
  FRAMEWORKS,
  frameworkAddress,
  MAILS,
  nextReleaseAddress,
  OVERVIEW,
  REVIEWS,
  SIGN_OUT,
  TASKS,
} from '../words/addresses'
import { countryName } from '../words/countryName'
import { toolkitTitle } from '../words/titles'
import { NavLink } from './NavLink.client'
import { versionGroups } from './versionGroups'
import { waitingUpdates } from './waitingUpdates'

type Entry = {
  href: string
  label: string
  below?: string
  except?: string
  count?: number
  lang?: Language | undefined
}
/** For pages without pages below them. */
const NOTHING = '/nothing'

type Group = {
  title: string
  /** What the group is about, if several groups have the same title. */
  of?: { text: string; lang?: Language }
  entries: Entry[]
}

/** The navigation beside every page of the admin: our screens by role, and Payload's collections for administrators. */
export async function AdminNav({ req: ofPage }: { req?: PayloadRequest }) {
  // Reading in all languages leaves that setting in the request: a list of Payload's beside it would show all of them,
  // as JSON.
  const req = ofPage && isolateObjectProperty(ofPage, ['locale', 'fallbackLocale'])
  const actor = req ? await actorOf(req) : null
  if (!req || !actor) return null
  const language = languageOf(req)
  const say = translatorFor(language)
  // A person who must choose a password first has no role until then, and so no links.
  const isMember = actor.memberships.length > 0
  const groups = [
    ...(isMember ? await workGroups({ req, actor, language, say }) : []),
    yourGroup(say),
    ...(await administration({ req, actor, say, slugs: getVisibleEntities({ req }).collections })),
  ]
  const roles = isMember ? rolesInWords({ actor, countries: await loadCountries({ req }), language, say }) : ''
  return (
    <aside className="tk-nav" lang={language}>
      <KeepSession />
      <SignInAgain key={actor.userId} email={req.user?.email ?? ''} words={signInWords(say)} />
      {/* On wide screens the style sheet keeps it open; in browsers that cannot do that, the summary stays. */}
      <details>
        <summary>
          <SignIcon sign="menu" /> {say('admin.nav.menu')}
        </summary>
        <nav aria-label={say('admin.nav.label')}>
          <p className="tk-role">{roles}</p>
          {groups.map(({ title, of, entries }, index) => (
            <div key={`${title} ${of?.text}`}>
              <p className="h" id={`nav-group-${index}`}>
                {title}
                {of ? (
                  <>
                    <br />
                    <span lang={of.lang}>{of.text}</span>
                  </>
                ) : null}
              </p>
              <ul aria-labelledby={`nav-group-${index}`}>
                {entries.map((entry) => (
                  <li key={entry.href}>
                    <NavLink
                      href={entry.href}
                      label={entry.label}
                      {...(entry.count ? { count: entry.count, waiting: say('admin.nav.waiting') } : {})}
                      {...(entry.lang ? { lang: entry.lang } : {})}
                      {...(entry.below ? { below: entry.below } : {})}
                      {...(entry.except ? { except: entry.except } : {})}
                    />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </details>
    </aside>
  )
}

type Given = { req: PayloadRequest; actor: Actor; language: Language; say: Translator }

async function workGroups({ req, actor, language, say }: Given): Promise<Group[]> {
  const seesAll = countriesOf(actor, OVERSEERS).length > 0
  const decides = countriesOf(actor, REVIEWERS).length > 0
  const submitted = decides ? await editionsIn({ req, states: ['submitted'] }) : []
  const toDecide = submitted.filter(({ country }) => hasRole({ actor, roles: REVIEWERS, country })).length
  const toolkits = await loadToolkits({ req })
  const countries = await loadCountries({ req })
  const variants = await loadVariants({ req })
  const work: Entry[] = [
    { href: TASKS, label: say('admin.tasks.title'), below: NOTHING },
    ...(seesAll ? [{ href: OVERVIEW, label: say('admin.overview.title') }] : []),
    ...(seesAll || decides
      ? [{ href: REVIEWS, label: say('admin.reviews.title'), count: toDecide, below: '/admin/review' }]
      : []),
  ]
  const waiting = await waitingUpdates({ req, actor, toolkits, variants })
  const updates = { label: say('admin.updates.nav'), waiting }
  const versions = versionGroups({ toolkits, variants, countries, language, updates }).map(
    ({ toolkit, entries }): Group => ({
      title: say('admin.nav.versions'),
      ...(toolkit ? { of: toolkit } : {}),
      entries,
    }),
  )
  const keeps = hasRoleEverywhere(actor, KEEPERS)
  const frameworks = toolkits.flatMap((toolkit): Entry[] => {
    const { text, language: of } = toolkitTitle({ toolkit, language })
    const href = frameworkAddress(toolkit)
    const framework = {
      href,
      label: text,
      // Its other page below has an entry of its own.
      below: `${href}/section`,
      ...(of === language ? {} : { lang: of }),
    }
    if (!keeps) return [framework]
    const next = toolkits.length > 1 ? say('admin.notes.title-of', { toolkit: text }) : say('admin.notes.title')
    return [framework, { href: nextReleaseAddress(toolkit), label: next }]
  })
  return [
    { title: say('admin.nav.work'), entries: work },
    ...versions,
    {
      title: say('admin.nav.framework'),
      entries: [{ href: FRAMEWORKS, label: say('admin.frameworks.title'), below: NOTHING }, ...frameworks],
    },
  ]
}

function yourGroup(say: Translator): Group {
  return {
    title: say('admin.nav.you'),
    entries: [
      { href: ACCOUNT, label: say('admin.nav.account') },
      { href: SIGN_OUT, label: say('admin.nav.sign-out') },
    ],
  }
}

/** Payload's own screens, for those who manage accounts, countries and toolkits; for administrators the mails too. */
async function administration({
  req,
  actor,
  say,
  slugs,
}: {
  req: PayloadRequest
  actor: Actor
  say: Translator
  slugs: readonly string[]
}): Promise<Group[]> {
  if (!hasRoleEverywhere(actor, KEEPERS)) return []
  const entries = req.payload.config.collections
    .filter(({ slug }) => slugs.includes(slug))
    .map(
      ({ slug, labels }): Entry => ({
        href: `/admin/collections/${slug}`,
        label: labelOf(getTranslation(labels.plural, req.i18n)) || slug,
      }),
    )
  if (sendsMail() && hasRoleEverywhere(actor, ['admin']))
    entries.push({ href: MAILS, label: say('mail.list.title'), count: await countGivenUp(database(req.payload)) })
  return entries.length > 0 ? [{ title: say('admin.nav.administration'), entries }] : []
}

function labelOf(label: unknown): string {
  return typeof label === 'string' ? label : ''
}

/** The person with their roles: “National lead, Ireland”. */
function rolesInWords({
  actor,
  countries,
  language,
  say,
}: {
  actor: Actor
  countries: Awaited<ReturnType<typeof loadCountries>>
  language: Language
  say: Translator
}): string {
  const roles: string[] = actor.memberships.map(({ role, country }) => {
    const word = say(`words.role.${role satisfies Role}`)
    return country === 'all' ? word : `${word}, ${countryName({ code: country, countries, language })}`
  })
  return [...new Set(roles)].join(' · ')
}
