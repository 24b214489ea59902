import { describe, expect, it } from 'vitest'
import {
  type Actor,
  ALL_COUNTRIES,
  countriesOf,
  hasRole,
  hasRoleAnywhere,
  hasRoleEverywhere,
  KEEPERS,
  type Membership,
} from '@/domain/actor'

const actorWith = (...memberships: Membership[]): Actor => ({ userId: 'me', memberships })
const nobody = actorWith()
const editorOfIreland = actorWith({ role: 'national-editor', country: 'ie' })
const coordinator = actorWith({ role: 'coordinator', country: ALL_COUNTRIES })
const coordinatorOfIreland = actorWith({ role: 'coordinator', country: 'ie' })
const ofTwoCountries = actorWith(
  { role: 'national-lead', country: 'ie' },
  { role: 'reviewer', country: 'gb' },
  { role: 'translator', country: 'ie' },
)

describe('a role in one country', () => {
  it('applies there and nowhere else', () => {
    const roles = ['national-editor'] as const
    expect(hasRole({ actor: editorOfIreland, roles, country: 'ie' })).toBe(true)
    expect(hasRole({ actor: editorOfIreland, roles, country: 'gb' })).toBe(false)
    expect(hasRole({ actor: editorOfIreland, roles, country: 'master' })).toBe(false)
    expect(hasRole({ actor: editorOfIreland, roles, country: ALL_COUNTRIES })).toBe(false)
  })

  it('does not extend to another country in which the person has another role', () => {
    expect(hasRole({ actor: ofTwoCountries, roles: ['national-lead'], country: 'gb' })).toBe(false)
    expect(hasRole({ actor: ofTwoCountries, roles: ['reviewer'], country: 'ie' })).toBe(false)
  })

  it('counts as having the role somewhere, but not everywhere', () => {
    expect(hasRoleAnywhere(editorOfIreland, ['national-editor'])).toBe(true)
    expect(hasRoleAnywhere(editorOfIreland, ['reviewer'])).toBe(false)
    expect(hasRoleEverywhere(editorOfIreland, ['national-editor'])).toBe(false)
  })

  it('does not allow writing the common framework, not even as coordinator', () => {
    expect(hasRoleEverywhere(coordinatorOfIreland, KEEPERS)).toBe(false)
  })
})

describe('a role for all countries', () => {
  it('applies in each country and to the common framework', () => {
    for (const country of ['ie', 'cy', 'master']) {
      expect(hasRole({ actor: coordinator, roles: ['coordinator'], country })).toBe(true)
    }
    expect(hasRoleEverywhere(coordinator, KEEPERS)).toBe(true)
  })

  it('grants no other role', () => {
    expect(hasRole({ actor: coordinator, roles: ['admin', 'reviewer'], country: 'ie' })).toBe(false)
    expect(hasRoleEverywhere(coordinator, ['admin'])).toBe(false)
  })
})

describe('the countries of a person', () => {
  it.each([
    ['nobody', nobody, []],
    ['a person with a role in one country', editorOfIreland, ['ie']],
    ['a person with several roles, each country once', ofTwoCountries, ['ie', 'gb']],
    ['a person with a role for all countries', coordinator, ALL_COUNTRIES],
  ])('of %s', (_, actor, expected) => {
    expect(countriesOf(actor)).toEqual(expected)
  })

  it('are those in which the person has one of the requested roles', () => {
    expect(countriesOf(ofTwoCountries, ['reviewer'])).toEqual(['gb'])
    expect(countriesOf(ofTwoCountries, ['coordinator'])).toEqual([])
    expect(countriesOf(coordinator, ['reviewer'])).toEqual([])
  })
})

describe('a person without a role', () => {
  it('has no role anywhere', () => {
    expect(hasRoleAnywhere(nobody, KEEPERS)).toBe(false)
    expect(hasRoleEverywhere(nobody, KEEPERS)).toBe(false)
  })
})
