import type { SanitizedConfig } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { opensAdmin } from '@/access/rules'
import { translatorFor } from '@/messages/translate'
import { Plain } from '../account/Plain'
import { TASKS } from '../words/addresses'
import { PlainPage } from './PlainPage'
import { requestFromHere } from './requestFromHere'

/** The page at an unknown address of the admin. People outside the admin get the way to the sign-in. */
export async function NotFoundView({ config }: { config: Promise<SanitizedConfig> }) {
  const req = await requestFromHere(config)
  const actor = await actorOf(req)
  if (actor && !actor.passwordMustChange && (await opensAdmin({ req })))
    return <PlainPage view={{ req, address: TASKS, params: {}, searchParams: {} }} about="not-there" />
  const language = languageOf(req)
  const say = translatorFor(language)
  return (
    <Plain title={say('admin.plain.not-there.title')} language={language}>
      <p>{say('admin.plain.not-there.text')}</p>
      <p>
        <a href={TASKS}>{say('admin.plain.back')}</a>
      </p>
    </Plain>
  )
}
