import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CountryStanding, openIn } from '@/domain/countryStanding'
import { lookFirst, type Notice } from '@/domain/lookFirst'
import { people } from '@/scripts/demo/people'
import { DEMO_TOOLKIT } from '@/scripts/demo/seedDemo'
import { ensurePerson } from '@/scripts/people'
import { loadOverview, type Overview } from '@/stored/overview'
import { today } from '@/stored/today'
import { loadToolkit } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { type Application, startApplication } from './setup/application'

let application: Application
let overview: Overview
let notices: Notice[]

beforeAll(async () => {
  application = await startApplication()
  const { payload } = application
  // In a process of its own, as the demo does: it changes the clock.
  const program = ['--conditions=production', '--import', 'tsx', 'src/scripts/demo/fill.ts']
  await promisify(execFile)(process.execPath, program, { env: process.env })
  const user = await ensurePerson(payload, people.coordinator)
  const req = await createLocalReq({ user }, payload)
  const toolkit = await loadToolkit({ req, slug: DEMO_TOOLKIT })
  if (!toolkit) throw new Error('There is no sample')
  const variants = await loadVariants({ req })
  overview = await loadOverview({ req, toolkit, variants, reader: 'en', today: today() })
  notices = lookFirst({
    standings: overview.countries.map(({ standing }) => standing),
    questions: overview.countries.flatMap(({ questions }) => questions),
    today: today(),
  })
}, 120_000)

afterAll(() => application.stop())

function standingOf(country: string): CountryStanding {
  const found = overview.countries.find(({ variant }) => variant.country === country)
  return found?.standing ?? expect.fail(country)
}

function countryOf(version: string): string {
  return overview.countries.find(({ variant }) => variant.id === version)?.variant.country ?? expect.fail(version)
}

describe('the sample, on the day on which it is started', () => {
  test('has one country that is late: Cyprus decided on nothing, and did nothing since', () => {
    const late = notices.flatMap((one) => (one.kind === 'late' ? [one] : []))
    expect(late.map(({ standing, late: count }) => [standing.country, count])).toEqual([['cy', 1]])
    expect(late[0]?.days).toBeGreaterThan(0)
    expect(late[0]?.idle).toBeGreaterThan(30)
  })

  test('has an open question of Spain, and two urgent changes', () => {
    expect(notices.flatMap((one) => (one.kind === 'asked' ? [countryOf(one.question.variant)] : []))).toEqual(['es'])
    expect(notices.filter(({ kind }) => kind === 'urgent')).toHaveLength(2)
  })

  test('has updates of every status in Ireland, and a section that it keeps', () => {
    const { decided, waiting } = standingOf('ie')
    const statuses = [...waiting.values()].map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set(['ready', 'please-check', 'decision-needed']))
    expect([...decided.values()].map(({ choice }) => choice)).toEqual(['keep'])
  })

  test('has countries that decided on everything: Italy and Switzerland, and France, which began later', () => {
    const done = overview.countries.filter(({ standing }) => openIn(standing).length === 0)
    expect(done.map(({ variant }) => variant.country).toSorted()).toEqual(['ch', 'fr', 'it'])
  })

  test('has releases, texts and decisions in the order in which they were made', () => {
    const [second, first] = overview.heads
    const cyprus = overview.countries.find(({ variant }) => variant.country === 'cy')
    const decided = [...standingOf('ie').decided.values()].map(({ at }) => at)
    const times = [first?.publishedAt, cyprus?.releases[0]?.publishedAt, second?.publishedAt, ...decided]
    expect(times).toHaveLength(4)
    expect(times).toEqual(times.toSorted())
    expect(standingOf('cy').lastActivity?.slice(0, 10)).toBe(cyprus?.releases[0]?.publishedAt.slice(0, 10))
  })
})
