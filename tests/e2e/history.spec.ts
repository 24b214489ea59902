import { test } from '@playwright/test'
import sharp from 'sharp'
import { emptyApplication } from './setup/emptyApplication'
import { whenIrelandStarts, whenItIsReleased, whenTheDocumentIsImported } from './steps/commonFramework'
import { givenADocumentInTwoVersions } from './steps/document'
import {
  whenAPictureIsPutIn,
  whenATextOfThreeRevisionsAgoIsBroughtBack,
  whenTheCommonTextIsRestoredAndThatIsUndone,
} from './steps/history'
import { whenASectionIsAdapted, whenTheSectionIsImproved } from './steps/nationalVersion'
import { COORDINATOR, givenAccounts, LEAD, signIn } from './steps/people'

test("a country's text is not lost: restoring is undone, an earlier text is restored, a picture is added without losing text", async ({
  browser,
}) => {
  // A busy machine takes several times as long.
  test.setTimeout(15 * 60_000)
  const document = await givenADocumentInTwoVersions()
  const [title = ''] = document.criteria
  await emptyApplication()
  await givenAccounts(COORDINATOR, LEAD)
  const coordinator = await signIn(browser, COORDINATOR)
  await whenTheDocumentIsImported(coordinator, document)
  await whenItIsReleased(coordinator, document.older)
  await whenIrelandStarts(coordinator, document.older)

  const lead = await signIn(browser, LEAD)
  await whenASectionIsAdapted(lead, title)
  const saves = ['The first text.', 'The second text.', 'The third text.']
  for (const text of saves) await whenTheSectionIsImproved(lead, { title, text })
  const first = `What holds in Ireland: ${title}.`
  await whenTheCommonTextIsRestoredAndThatIsUndone(lead, { title, own: first })
  await whenTheSectionIsImproved(lead, { title, text: 'One more.' })
  await whenATextOfThreeRevisionsAgoIsBroughtBack(lead, { title, before: 'The third text.', now: 'One more.' })
  const circle = Buffer.from('<svg width="400" height="200"><circle cx="150" cy="100" r="80"/></svg>')
  await whenAPictureIsPutIn(lead, { title, file: await sharp(circle).png().toBuffer() })
})
