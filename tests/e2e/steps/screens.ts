import { expect, type Page } from '@playwright/test'

/** Goes to another screen by the navigation; what waits there can follow its name. */
export async function goTo(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main', exact: true })
  await navigation.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await expectHeading(page, new RegExp(name))
}

/** Waits until the screen with this title, which the window's title has too, can be used. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name })
  await expect(heading).toBeVisible()
  const title = (await heading.textContent()) ?? ''
  await expect.poll(() => page.title()).toMatch(/ · Toolkit$/)
  await expect.poll(() => page.title()).toContain(title)
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

/** The state of the edition, as its list of steps shows it. */
export async function expectState(page: Page, state: string): Promise<void> {
  const steps = page.getByRole('list', { name: /^Progress of edition \d+$/ }).getByRole('listitem')
  await expect(steps.filter({ hasText: state })).toHaveAttribute('aria-current', 'step')
}
