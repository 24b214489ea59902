import { expect, it } from 'vitest'
import { newPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'

const problem = (password: string) =>
  passwordProblem({ password, email: 'anna.murphy@example.org', name: 'Anna Maria Murphy' })?.key ?? null

it.each([
  ['elf signs 1', 'refusal.password-short'],
  // Length is counted in characters, as people see them.
  ['😀'.repeat(11), 'refusal.password-short'],
  ['qwerty123456', 'refusal.password-common'],
  ['Password2026!!', 'refusal.password-common'],
  ['!!!letmein!!!!', 'refusal.password-common'],
  ['sunshinesunshine', 'refusal.password-common'],
  ['aaaaaaaaaaaaa', 'refusal.password-common'],
  ['abcdefghijkl', 'refusal.password-common'],
  ['zyxwvutsrqponm', 'refusal.password-common'],
  ['abcabcabcxyz', 'refusal.password-common'],
  ['qwertyuiopas', 'refusal.password-common'],
  ['1q2w3e4r5t6y', 'refusal.password-common'],
  ['azertyuiopqs', 'refusal.password-common'],
  ['toolkit-toolkit', 'refusal.password-common'],
  ['t00lkit-t00lkit', 'refusal.password-common'],
  ['Toolkit2026!!', 'refusal.password-common'],
  ['murphy-murphy-anna', 'refusal.password-common'],
  // The password of the sample accounts, which nobody may choose.
  ['sample-toolkit', 'refusal.password-common'],
  ['letmein sunshine', 'refusal.password-common'],
  ['anna.murphy@example.org', 'refusal.password-own'],
  ['ANNA MARIA MURPHY', 'refusal.password-own'],
  ['anna maria murphy 1987', 'refusal.password-own'],
  ['x y'.repeat(80), 'refusal.password-long'],
])('%s cannot be a password', (password, key) => {
  expect(problem(password)).toBe(key)
})

it.each([
  'nine lanterns over water',
  'οι εννέα φανοί',
  'kurz aber gut so',
  'nueve faroles',
  'correct horse battery',
  ...Array.from({ length: 50 }, newPassword),
])('%s can be a password: no capitals, digits or special characters are required', (password) => {
  expect(problem(password)).toBeNull()
})
