import { test } from '@playwright/test'
import { emptyApplication } from './setup/emptyApplication'
import { whenTheDocumentIsImported } from './steps/commonFramework'
import { givenADocumentInTwoVersions } from './steps/document'
import {
  thenACommonSectionIsCalled,
  thenTheCommonTextSays,
  thenTheSameDocumentChangesNothing,
  whenACommonSectionIsEdited,
  whenACommonTitleIsEdited,
  whenTheNewerDocumentIsMerged,
} from './steps/importing'
import { COORDINATOR, givenAccounts, signIn } from './steps/people'

test('edits in the browser are kept when the same document and a newer one are imported, and conflicts are decided', async ({
  browser,
}) => {
  // A busy machine takes several times as long.
  test.setTimeout(15 * 60_000)
  const document = await givenADocumentInTwoVersions()
  const toolkit = document.title
  const edits = document.criteria
    .slice(0, 5)
    .map((title, place) => ({ toolkit, title, text: `Written in the browser, number ${place + 1}.` }))
  // Neither document changes a place that is edited here, so the title is the only decision.
  const title = document.criteria[5] ?? ''
  const ours = { toolkit, title: `${title}, as we say it` }
  const retitled = { from: title, to: `${title}, in other words` }
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const page = await signIn(browser, COORDINATOR)
  await whenTheDocumentIsImported(page, document)
  for (const edit of edits) await whenACommonSectionIsEdited(page, edit)
  await whenACommonTitleIsEdited(page, { toolkit, title, to: ours.title })
  await thenTheSameDocumentChangesNothing(page, document)
  for (const edit of edits) await thenTheCommonTextSays(page, edit)
  await whenTheNewerDocumentIsMerged(page, { document, retitled, decisions: 1 })
  for (const edit of edits) await thenTheCommonTextSays(page, edit)
  await thenACommonSectionIsCalled(page, ours)
  await page.close()
})
