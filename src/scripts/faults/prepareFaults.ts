import { setTimeout as pause } from 'node:timers/promises'
import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { startVariant } from '@/actions/startVariant'
import { submitEdition } from '@/actions/submitEdition'
import { endLeftTransactions } from '@/database/leftTransactions'
import { ALL_COUNTRIES } from '@/domain/actor'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { newestEdition } from '@/stored/editions'
import { loadImportGround } from '@/stored/importGround'
import { newestRelease } from '@/stored/releases'
import { act } from '../act'
import { ensureCountries } from '../ensureCountries'
import { ensurePerson } from '../people'
import type { Server } from '../production'
import { cookieHeader, signIn } from '../signIn'
import { toRelease } from '../toRelease'
import { verifyStored } from './verifyStored'

const PASSWORD = 'fault-test-password'
const SECTIONS = 40
const NOTE = { class: 'editorial', note: 'Changed by the test.', decideBy: null } as const

/** The data of the fault test: a toolkit, a national version, and people who may publish it. */
export type Ground = {
  /** How long the first publishing on a new server takes, in ms: each round has a new one. */
  timePublishing: (server: Server) => Promise<number>
  publishAndKill: (given: { server: Server; killAfter: number }) => Promise<{ answered: boolean; problems: string[] }>
  verifyAll: () => Promise<string[]>
}

/** Fills an empty database and returns what one round needs. Versions count up: 1.0, 2.0, 3.0 … */
export async function prepareFaults(): Promise<Ground> {
  const payload = await getPayload({ config })
  await ensureCountries(payload)
  const everywhere = (role: 'coordinator' | 'reviewer') => [{ role, country: ALL_COUNTRIES }]
  const coordinator = await ensurePerson(payload, {
    email: 'coordinator@faults.example',
    name: 'Coordinator',
    password: PASSWORD,
    roles: everywhere('coordinator'),
  })
  const reviewer = await ensurePerson(payload, {
    email: 'reviewer@faults.example',
    name: 'Reviewer',
    password: PASSWORD,
    roles: everywhere('reviewer'),
  })
  const before = await loadImportGround({
    req: await createLocalReq({ user: coordinator }, payload),
    slug: 'faults',
    language: 'en',
  })
  const imported = await act(payload, coordinator, importToolkit, {
    slug: 'faults',
    title: 'Faults',
    language: 'en',
    sections: sections(),
    images: [],
    seen: before.seen,
  })
  const toolkit = imported.toolkit
  await act(payload, coordinator, releaseMaster, {
    ...(await toRelease({ payload, user: coordinator, toolkit, noteOf: () => NOTE })),
    version: '1.0',
    notes: 'First release.',
  })
  const started = await act(payload, coordinator, startVariant, { toolkit, country: 'ie', languages: ['en'] })
  const keys =
    (
      await newestRelease({ req: await createLocalReq({ user: coordinator }, payload), toolkit, country: 'master' })
    )?.manifest.map(({ key }) => key) ?? []
  const acknowledged = new Set<string>()
  let round = 0

  /** A new approved edition, ready to be published. */
  async function prepareRound() {
    round += 1
    const req = await createLocalReq({ user: coordinator }, payload)
    for (const key of keys.slice(0, 5)) await write(key, round)
    const draft = await editionOf(req)
    await act(payload, coordinator, submitEdition, { edition: draft.id, seen: draft.rev })
    const submitted = await editionOf(req)
    await act(payload, reviewer, approveEdition, { edition: submitted.id, seen: submitted.rev, comment: '' })
    return { edition: await editionOf(req), version: `${round}.0` }
  }

  async function write(key: string, n: number): Promise<void> {
    const { docs } = await payload.find({
      collection: 'variant-sections',
      overrideAccess: true,
      depth: 0,
      where: { key: { equals: key } },
    })
    await act(payload, coordinator, adaptSection, {
      variant: started.variant,
      key,
      seen: Number(docs[0]?.rev ?? 0),
      language: 'en',
      body: toLexical([block('paragraph', { runs: [text(`Text of round ${n} for ${key}.`)] })]) as never,
      reason: 'national-law',
    })
  }

  async function editionOf(req: Parameters<typeof newestEdition>[0]['req']) {
    const edition = await newestEdition({ req, variant: started.variant })
    if (!edition) throw new Error('There is no edition')
    return edition
  }

  async function publish(
    server: Server,
    cookie: string,
    { edition, version }: Awaited<ReturnType<typeof prepareRound>>,
  ): Promise<boolean> {
    const response = await fetch(`${server.url}/api/act/publish-edition`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: server.url },
      body: JSON.stringify({ edition: edition.id, seen: edition.rev, version, notes: `Release ${version}.` }),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`Publishing was refused: ${answer}`)
    acknowledged.add(version)
    return true
  }

  return {
    async timePublishing(server) {
      const cookie = await coordinatorAt(server)
      const ready = await prepareRound()
      const began = Date.now()
      await publish(server, cookie, ready)
      return Date.now() - began
    },
    async publishAndKill({ server, killAfter }) {
      const ready = await prepareRound()
      const cookie = await coordinatorAt(server)
      const kill = pause(killAfter).then(() => process.kill(-(server.process.pid ?? 0), 'SIGKILL'))
      const answered = await publish(server, cookie, ready).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith('Publishing was refused')) throw error
        return false
      })
      await kill
      // The next round must not conflict with what the killed server left open.
      await endLeftTransactions(payload)
      return { answered, problems: await verifyStored({ payload, toolkit, acknowledged }) }
    },
    verifyAll: () => verifyStored({ payload, toolkit, acknowledged }),
  }
}

async function coordinatorAt(server: Server): Promise<string> {
  return cookieHeader(await signIn(server, { email: 'coordinator@faults.example', password: PASSWORD }))
}

function sections() {
  return Array.from({ length: SECTIONS }, (_, n) => ({
    source: `section ${n}`,
    depth: 1,
    title: `Section ${n}`,
    body: Array.from({ length: 20 }, (_paragraph, p) =>
      block('paragraph', {
        runs: [text(`Paragraph ${p} of section ${n}: the office writes down what was said, and when.`)],
      }),
    ),
  }))
}
