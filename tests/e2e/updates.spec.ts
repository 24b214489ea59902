import { test } from '@playwright/test'
import { people } from '@/scripts/demo/people'
import {
  titlesOfCommonText,
  whenASectionIsAdapted,
  whenASectionIsLeftOut,
  whenASectionIsSupplemented,
} from './steps/nationalVersion'
import { givenTheSample, pointerOn, signInToTheSample } from './steps/sample'
import {
  thenChangesAreNamed,
  thenCountriesHaveDecidedAll,
  thenOursIsNamedAsKept,
  thenTheOverviewNamesFirst,
  thenTheStartPageAsks,
  thenTheUpdatesCanBeListed,
  whenADecisionIsLeftAndFoundElsewhere,
  whenAllThatIsReadyIsAccepted,
  whenAMergedTextIsChecked,
  whenAnEditClosesThePlaces,
  whenAPlaceIsDecided,
  whenAPlaceIsDecidedByKeyboard,
  whenEveryPlaceIsAnsweredAndTakenBack,
  whenTheNewestAreTakenBack,
} from './steps/updates'

const PHONE = { width: 360, height: 740 }
const LAPTOP = { width: 1366, height: 657 }

// The sample is filled in once for two tests: the first one of each pair leaves what countries have to decide as it was.
test.describe(() => {
  // A busy machine takes several times as long.
  test.describe.configure({ timeout: 10 * 60_000 })
  test.beforeAll(givenTheSample)

  test('the coordinator sees first in the overview who is late and who asks, whatever day the sample is started', async ({
    browser,
  }) => {
    const page = await signInToTheSample(browser, people.coordinator.email)
    await thenTheOverviewNamesFirst(page, ['Spain asks about: 3.2 Assess special needs', 'Cyprus: 1 decision is late'])
    await thenCountriesHaveDecidedAll(page, ['France', 'Italy', 'Switzerland'])
  })

  test('a country decides on updates of every status, on a laptop, on a phone and by keyboard, in four clicks each', async ({
    browser,
  }) => {
    const page = await signInToTheSample(browser, people.leadIreland.email)
    const pointer = pointerOn(page)
    await thenTheStartPageAsks(page, { decide: 2, check: 1, ready: 4 })
    await thenChangesAreNamed(page)
    for (const size of [LAPTOP, PHONE]) {
      await page.setViewportSize(size)
      await whenAPlaceIsDecided(page, pointer)
      await thenOursIsNamedAsKept(page)
      await whenAMergedTextIsChecked(page, pointer)
      await whenAllThatIsReadyIsAccepted(page, pointer, 4)
      await whenAPlaceIsDecided(page, pointer)
      await thenTheUpdatesCanBeListed(page)
      await whenTheNewestAreTakenBack(page, 7, 1)
    }
    await page.setViewportSize(LAPTOP)
    await whenAPlaceIsDecidedByKeyboard(page)
  })
})

test.describe(() => {
  // A busy machine takes several times as long.
  test.describe.configure({ timeout: 10 * 60_000 })
  test.beforeAll(givenTheSample)

  test('a combination is recorded only with an answer in every place, and the next screen takes it back', async ({
    browser,
  }) => {
    const page = await signInToTheSample(browser, people.leadIreland.email)
    await whenADecisionIsLeftAndFoundElsewhere(page, await signInToTheSample(browser, people.leadIreland.email))
    await whenAnEditClosesThePlaces(page)
    for (const size of [LAPTOP, PHONE]) {
      await page.setViewportSize(size)
      await whenEveryPlaceIsAnsweredAndTakenBack(page)
    }
  })

  test('somebody who never saw the tool adapts, supplements and leaves out a section, and takes an update, in ten minutes', async ({
    browser,
  }) => {
    const page = await signInToTheSample(browser, people.editorIreland.email)
    const [adapted = '', supplemented = '', leftOut = ''] = await titlesOfCommonText(page)
    await whenASectionIsAdapted(page, adapted)
    await whenASectionIsSupplemented(page, supplemented, 'In Ireland the office answers on working days.')
    await whenASectionIsLeftOut(page, leftOut)
    await whenAMergedTextIsChecked(page, pointerOn(page))
  })
})
