import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, tally } from './attack'
import { act, mustBeTaken, versionOf } from './nationalVersion'

/** The same place of this machine, as an attacker writes it. */
const SPELLINGS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  'localhost',
  'localhost.',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[::127.0.0.1]',
  '１２７.0.0.1',
]

/** Writes links to a service of the machine itself and has the server ask whether they answer: the service gets no request. */
export const hiddenNetworks: Attack = async (ground) => {
  const { note, result } = tally()
  let requests = 0
  const service = createServer((_, response) => {
    requests += 1
    response.end('secret')
  })
  await new Promise<void>((resolve) => service.listen(0, '::', resolve))
  const { port } = service.address() as AddressInfo
  const lead = ground.visitor('Lead United Kingdom')
  const variant = await versionOf(ground, 'gb')
  const written = new Set((await ground.stored('variant-sections')).map(({ variant: of, key }) => `${of} ${key}`))
  const section = (await ground.stored('sections')).find(
    ({ key, retired, toolkit }) =>
      String(toolkit) === String(variant.toolkit) && retired !== true && !written.has(`${variant.id} ${key}`),
  )
  const given = { variant: variant.id, key: section?.key, language: 'en', reason: 'other' }
  for (const [seen, host] of SPELLINGS.entries()) {
    const link = block('paragraph', { runs: [text('See this', [], `http://${host}:${port}/${seen}`)] })
    const added = await act(ground, lead, 'supplement-section', { ...given, seen, addition: toLexical([link]) })
    mustBeTaken(`A link to ${host}`, added)
    const before = requests
    const { status, text: said } = await ground.ask(lead, 'POST', `/api/links/version/${variant.id}?language=en`, {
      body: {},
    })
    note(status === 200 && !said.includes('secret'), `asking about a link to ${host} answers ${status} ${said}`)
    note(requests === before, `the server asked ${host} for a page`)
  }
  service.closeAllConnections()
  await new Promise((resolve) => service.close(resolve))
  return result()
}
