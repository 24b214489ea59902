import mammoth from 'mammoth'
import { createLocalReq } from 'payload'
import { reportFileEndpoint } from '@/endpoints/report/reportFile'
import type { Application, Person } from '../setup/application'
import { htmlOfScreen } from './screens'

/** Whose report it is, who reads it, and of which text it is. */
type Asked = { person: Person; variant: string; of: string }

/** The page of an adaptation report. It has no frame of Payload around it (tests/int/setup/shownScreens.ts). */
export async function pageOfReport(application: Application, { person, variant, of }: Asked): Promise<string> {
  const { ReportView } = await import('@/admin/report/ReportView')
  const segments = ['version', variant, 'report']
  return htmlOfScreen(application, { person, view: ReportView, segments, searchParams: { of } })
}

/** The Word file of an adaptation report. */
export async function fileOfReport({ payload }: Application, { person, variant, of }: Asked): Promise<Response> {
  const user = await payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const url = `http://localhost/api/report/${variant}?of=${of}`
  return reportFileEndpoint.handler(Object.assign(req, { url, headers: new Headers(), routeParams: { variant } }))
}

/** The words of a Word file, in one line. */
export async function wordsOfFile(answer: Response): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) })
  return value.replace(/\s+/g, ' ')
}
