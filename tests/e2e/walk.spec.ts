import { test } from '@playwright/test'
import { emptyApplication } from './setup/emptyApplication'
import {
  thenNothingIsThereYet,
  thenTheOverviewSays,
  whenIrelandStarts,
  whenItIsReleased,
  whenTheDocumentIsImported,
  whenTheNewerVersionIsImported,
} from './steps/commonFramework'
import { givenADocumentInTwoVersions } from './steps/document'
import {
  ADDED,
  thenTheEditorIsAccessible,
  thenTheNewerTextIsCompared,
  thenTheUpdatesAreListed,
  thenTheVersionShows,
  whenASectionIsAdapted,
  whenASectionIsAdded,
  whenASectionIsLeftOut,
  whenItIsSentForReview,
  whenTheSectionIsImproved,
  whenTwoSaveTheSameSection,
} from './steps/nationalVersion'
import {
  COORDINATOR,
  EDITOR,
  givenAccounts,
  givenAnAccountByCommand,
  LEAD,
  openBrowser,
  REVIEWER,
  signIn,
  thenStrangersAreAskedToSignIn,
} from './steps/people'
import {
  thenEachSectionSaysWhatItIs,
  thenIrelandCanBeRead,
  thenTheChangesAreShown,
  thenTheDifferenceIsShown,
  thenTheReleasesKeepTheirAddress,
  thenTheSiteIsEmpty,
} from './steps/reader'
import {
  thenOwnApprovalIsRefused,
  thenTheLeadReadsTheComment,
  whenChangesAreAskedFor,
  whenItIsPublished,
  whenTheReviewerApproves,
} from './steps/review'

test('a document becomes a framework, a country adapts it, another person approves it, and everybody can read it', async ({
  browser,
}) => {
  // Five people, about forty screens, each checked in two widths; a busy machine takes several times as long.
  test.setTimeout(20 * 60_000)
  const document = await givenADocumentInTwoVersions()
  const { criteria, newer, older, title } = document
  const [first = '', second = '', third = '', omitted = '', common = ''] = criteria
  await emptyApplication()
  await givenAnAccountByCommand(COORDINATOR)
  await givenAccounts(LEAD, EDITOR, REVIEWER)
  const reader = await openBrowser(browser)
  await thenTheSiteIsEmpty(reader)
  await thenStrangersAreAskedToSignIn(reader)

  const coordinator = await signIn(browser, COORDINATOR)
  await thenNothingIsThereYet(coordinator)
  await whenTheDocumentIsImported(coordinator, document)
  await whenItIsReleased(coordinator, older)
  await whenIrelandStarts(coordinator, older)

  const lead = await signIn(browser, LEAD)
  await thenTheEditorIsAccessible(lead, common)
  const replaced = await whenASectionIsAdapted(lead, first)
  await whenASectionIsAdapted(lead, second)
  await whenASectionIsAdapted(lead, third)
  await whenASectionIsLeftOut(lead, omitted)
  await whenASectionIsAdded(lead, { after: third })
  const editor = await signIn(browser, EDITOR)
  await whenTwoSaveTheSameSection({ first: editor, second: lead, title: second })

  await whenTheNewerVersionIsImported(coordinator, document)
  await whenItIsReleased(coordinator, newer)
  await thenTheOverviewSays(coordinator, { basedOn: older, waits: newer })
  await thenTheVersionShows(lead, {
    [first]: 'Adapted',
    [omitted]: 'Not used here',
    [ADDED.title]: 'National section',
    [common]: 'Common text',
  })
  await thenTheNewerTextIsCompared(lead, { older, newer })
  await thenTheUpdatesAreListed(lead, newer)

  await whenItIsSentForReview(lead)
  await thenOwnApprovalIsRefused(lead)
  const reviewer = await signIn(browser, REVIEWER)
  await whenChangesAreAskedFor(reviewer, { changed: [first, second, third, omitted, ADDED.title] })
  await thenTheLeadReadsTheComment(lead)
  const answer = 'The Irish office decides.'
  await whenTheSectionIsImproved(lead, { title: first, text: answer })
  await whenItIsSentForReview(lead)
  await whenTheReviewerApproves(reviewer, { answer })
  await whenItIsPublished(coordinator, '1.0')

  const published = { title, version: '1.0', basedOn: older, newer, adapted: first, replaced, omitted, common }
  await thenIrelandCanBeRead(reader, published)
  await thenEachSectionSaysWhatItIs(reader, published)
  await thenTheDifferenceIsShown(reader, published)
  await thenTheReleasesKeepTheirAddress(reader, published)
  await thenTheChangesAreShown(reader, published)
})
