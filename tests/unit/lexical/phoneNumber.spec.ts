import { expect, it } from 'vitest'
import { isPhoneOrNone } from '@/domain/phoneLink'

it.each([
  '',
  ' ',
  '112',
  '+353 (0)1 234 5678',
  '01 234 56 78 / 01 234 56 79',
  '116 006 (jour et nuit)',
  '+30 210 1234567, εσωτ. 12',
  'Tel. 030/123456-78',
  '01 234 5678 x12',
])('the field for a telephone number accepts %j', (typed) => {
  expect(isPhoneOrNone(typed)).toBe(true)
})

it.each(['ask at the desk', 'ρωτήστε στην είσοδο', 'O1 234 5678', '01 2l4 5678', '01+234', '7', '@help'])(
  'the field for a telephone number does not accept %j',
  (typed) => {
    expect(isPhoneOrNone(typed)).toBe(false)
  },
)
