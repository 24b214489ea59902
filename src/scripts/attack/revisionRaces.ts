import { type Attack, tally } from './attack'

/** Writers who all saw the same revision save at the same moment: one is stored, each of the others is told. */
export const revisionRaces: Attack = async (ground, { short }) => {
  const { note, result } = tally()
  const administrator = ground.visitor('Administrator')
  const [target] = (await ground.stored('users')).filter(({ email }) => email === 'outsider@attack.example')
  for (let round = 0; round < (short ? 5 : 60); round++) {
    const [before] = (await ground.stored('users')).filter(({ id }) => id === target?.id)
    const replies = await Promise.all(
      Array.from({ length: 12 }, async (_, writer) => {
        const name = `Named in round ${round} by ${writer}`
        const body = { rev: before?.rev, name }
        return { name, reply: await ground.ask(administrator, 'PATCH', `/api/users/${target?.id}`, { body }) }
      }),
    )
    const taken = replies.filter(({ reply }) => reply.status === 200)
    const told = replies.filter(({ reply }) => reply.status === 409)
    const statuses = replies.map(({ reply }) => reply.status).join(', ')
    note(
      taken.length === 1 && taken.length + told.length === replies.length,
      `PATCH users in round ${round}: ${statuses}`,
    )
    const [after] = (await ground.stored('users')).filter(({ id }) => id === target?.id)
    note(
      after?.name === taken[0]?.name && after?.rev === Number(before?.rev) + 1,
      `round ${round} stored ${after?.name}`,
    )
  }
  const lead = ground.visitor('Lead Ireland')
  const variant = (await ground.stored('variants')).find(({ country }) => country === 'ie')
  const own = async () =>
    (await ground.stored('variant-sections')).find((one) => String(one.variant) === variant?.id && one.mode === 'adapt')
  for (let round = 0; round < (short ? 5 : 60); round++) {
    const before = await own()
    const replies = await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const title = `Title of round ${round} by ${writer}`
        const body = {
          variant: variant?.id,
          key: before?.key,
          seen: before?.rev,
          language: 'en',
          title,
          reason: 'national-law',
        }
        return { title, reply: await ground.ask(lead, 'POST', '/api/act/adapt-section', { body }) }
      }),
    )
    const taken = replies.filter(({ reply }) => reply.status === 200)
    const told = replies.filter(({ reply }) => reply.status === 409)
    const said = replies.map(({ reply }) => `${reply.status} ${reply.text.slice(0, 60)}`).join(', ')
    note(
      taken.length === 1 && taken.length + told.length === replies.length,
      `adapt-section in round ${round}: ${said}`,
    )
    note(Object(await own())?.title?.en === taken[0]?.title, `round ${round} did not store what it acknowledged`)
  }
  return result()
}
