// Publishes releases of the common framework, and withdraws the last one: after each acknowledgment it sends one
// request to every named server at once. Prints how many of the first answers show it.
import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import type { Action } from '@/actions/action'
import { releaseMaster } from '@/actions/releaseMaster'
import { runAction } from '@/actions/runAction'
import { saveSection } from '@/actions/saveSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { MASTER } from '@/domain/release'
import { newestRelease } from '@/stored/releases'
import { loadSections } from '@/stored/sections'
import { people } from '../demo/people'
import { DEMO_TOOLKIT } from '../demo/seedDemo'
import { ensurePerson } from '../people'
import { toRelease } from '../toRelease'

const PUBLICATIONS = 10

const servers = process.argv.slice(2)
const payload = await getPayload({ config })
const user = await ensurePerson(payload, people.coordinator)
const req = await createLocalReq({ user }, payload)
const { docs } = await payload.find({
  collection: 'toolkits',
  where: { slug: { equals: DEMO_TOOLKIT } },
  depth: 0,
  overrideAccess: true,
})
const toolkit = String(docs[0]?.id)

const shown: boolean[] = []
for (let count = 1; count <= PUBLICATIONS; count++) {
  const [first] = await loadSections({ req, toolkit })
  if (!first) throw new Error('The sample has no section')
  const title = `Understand, as it is said the ${count}. time`
  await act(saveSection, { toolkit, key: first.content.key, seen: first.rev, language: 'en', title })
  const noteOf = () => ({ class: 'editorial', note: 'It has another title.', decideBy: null }) as const
  const given = await toRelease({ payload, user, toolkit, noteOf })
  await act(releaseMaster, { ...given, version: `3.${count}`, notes: 'What is new in it.' })
  await askAll(`/common/en/${DEMO_TOOLKIT}`, (html) => html.includes(title))
}
const newest = await newestRelease({ req, toolkit, country: MASTER })
if (!newest) throw new Error('Nothing was published')
await act(withdrawRelease, { toolkit, country: MASTER, seen: newest.seq, reason: 'A deadline was wrong.' })
await askAll(`/common/en/${DEMO_TOOLKIT}`, (html, status) => status === 410 && html.includes('A deadline was wrong.'))

process.stdout.write(JSON.stringify({ asked: shown.length, shown: shown.filter(Boolean).length }))
process.exit(0)

async function act<Input, Result>(action: Action<Input, Result>, input: NoInfer<Input>): Promise<void> {
  const outcome = await runAction({ action, input, payload, user })
  if (!outcome.ok) throw new Error(`${action.name} was refused: ${JSON.stringify(outcome.because)}`)
}

async function askAll(path: string, isShown: (html: string, status: number) => boolean): Promise<void> {
  const answers = await Promise.all(
    servers.map(async (server) => {
      const response = await fetch(`${server}${path}`)
      return isShown(await response.text(), response.status)
    }),
  )
  shown.push(...answers)
}
