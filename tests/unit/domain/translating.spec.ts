import { describe, expect, it } from 'vitest'
import { DRAFTERS, ROLES, type Role } from '@/domain/actor'
import { MODES, type Mode } from '@/domain/section'
import { translationForbids } from '@/domain/translating'
import { catalogues } from '@/messages/catalogues'

const FORBIDDEN: Partial<Record<Mode, string>> = {
  adapt: 'refusal.translate-adapted',
  omit: 'refusal.translate-omitted',
}
const every = ROLES.flatMap((role) => MODES.map((mode): [Role, Mode] => [role, mode]))

describe('translating a section', () => {
  it.each(every)('as %s, of a section that is stored as %s', (role, mode) => {
    const actor = { userId: 'u', memberships: [{ role, country: 'cy' }] }
    const key = DRAFTERS.includes(role) ? undefined : FORBIDDEN[mode]
    expect(translationForbids({ actor, country: 'cy', mode })).toEqual(key ? { key } : null)
  })

  it('counts roles in the country of the text only', () => {
    const actor = { userId: 'u', memberships: [{ role: 'national-lead' as const, country: 'ie' }] }
    expect(translationForbids({ actor, country: 'cy', mode: 'adapt' })?.key).toBe('refusal.translate-adapted')
  })

  it('is refused in sentences that exist', () => {
    for (const key of Object.values(FORBIDDEN)) expect(Object.keys(catalogues.en)).toContain(key)
  })
})
