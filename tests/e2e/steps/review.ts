import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expectHeading, expectState, goTo } from './screens'

export const COMMENT = 'Name the office that decides.'

/** The sender of the text cannot approve it: the button says why, and the server refuses too. */
export async function thenOwnApprovalIsRefused(page: Page): Promise<void> {
  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await expect(approve).toHaveAttribute('aria-disabled', 'true')
  await expect(approve).toHaveAccessibleDescription(/You sent this for review\. Somebody else must approve it\./)
  await approve.press('Enter')
  await expectState(page, 'Sent for review')
  await expectAccessible(page)

  const answer = await page.evaluate(async () => {
    const edition = location.pathname.split('/').at(-1)
    const { rev } = await (await fetch(`/api/editions/${edition}`)).json()
    const response = await fetch('/api/act/approve-edition', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ edition, seen: rev }),
    })
    return { status: response.status, body: await response.json() }
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body).toMatchObject({ ok: false })
  expect(JSON.stringify(answer.body.because)).toContain('refusal.own-submission')
  await page.reload()
  await expectState(page, 'Sent for review')
}

/** Opens the review from the list of all reviews. */
export async function openReview(page: Page): Promise<void> {
  await goTo(page, 'Reviews')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ireland, edition 1', exact: true }).click()
  await expectHeading(page, 'Review: Ireland, edition 1')
}

/** The reviewer sees what changed, and asks for changes, which needs a comment. */
export async function whenChangesAreAskedFor(page: Page, { changed }: { changed: string[] }): Promise<void> {
  await openReview(page)
  for (const title of changed)
    await expect(page.getByRole('heading', { level: 3, name: new RegExp(title) })).toBeVisible()
  await expectAccessible(page)
  const ask = page.getByRole('button', { name: 'Ask for changes' })
  await ask.click()
  const says = 'Say what should change in the message to the country.'
  await expect(page.getByLabel('Message to the country')).toHaveAccessibleDescription(new RegExp(says))
  await expectState(page, 'Sent for review')
  await expectAccessible(page)
  await page.getByLabel('Message to the country').fill(COMMENT)
  await ask.click()
  await expectState(page, 'Changes requested')
  await expect(page.getByRole('heading', { name: 'You asked for changes' })).toBeFocused()
  await expectAccessible(page)
}

/** The lead finds the comment among the tasks, and in the review. */
export async function thenTheLeadReadsTheComment(page: Page): Promise<void> {
  await goTo(page, 'Your tasks')
  await expect(page.getByRole('link', { name: 'Changes requested', exact: true })).toBeVisible()
  await expect(page.getByText(COMMENT)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'See the comments' }).click()
  await expectHeading(page, 'Review: Ireland, edition 1')
  await expect(page.getByText(COMMENT)).toBeVisible()
  await expectAccessible(page)
}

/** Somebody else approves. */
export async function whenTheReviewerApproves(page: Page, { answer }: { answer: string }): Promise<void> {
  await openReview(page)
  await expect(page.getByRole('insertion').filter({ hasText: answer })).toBeVisible()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expectState(page, 'Approved')
  await expect(page.getByRole('heading', { name: 'You approved this edition' })).toBeFocused()
  await expectAccessible(page)
}

/** The coordinator publishes what was approved. */
export async function whenItIsPublished(page: Page, version: string): Promise<void> {
  await goTo(page, 'Your tasks')
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Publish ?: Ireland, edition 1$/ }).click()
  await expectHeading(page, 'Review: Ireland, edition 1')
  await expectAccessible(page)
  await page.getByLabel('Release number').fill(version)
  await page.getByRole('button', { name: 'Check and release' }).click()
  await expect(page.getByText('Write what is new. Countries and readers need this')).toBeVisible()
  await page.getByLabel('What is new').fill('The first Irish version.')
  await page.getByRole('button', { name: 'Check and release' }).click()
  await expect(page.getByRole('heading', { name: `Publish release ${version} now?` })).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Publish release ${version}`, exact: true }).click()
  await expectHeading(page, 'National version: Ireland')
  await expect(page.getByRole('heading', { name: `Published as ${version}` })).toBeFocused()
  await expect(page.getByRole('link', { name: `Read release ${version} on the site` })).toBeVisible()
  await expectAccessible(page)
}
