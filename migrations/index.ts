import type { Migration } from '@/database/migrations'
import * as releasesHoldWhatTheyShow from './20261127_044000_releases_hold_what_they_show'
import * as accounts from './20261127_045000_accounts'
import * as textsDescribeTheirPictures from './20261127_052000_texts_describe_their_pictures'
import * as picturesAreDrawnAgain from './20261127_081500_pictures_are_drawn_again'
import * as formerFilesOfPicturesGo from './20261127_081600_former_files_of_pictures_go'
import * as editionsHoldWhatTheirPagesSay from './20261127_082500_editions_hold_what_their_pages_say'
import * as firstRevisions from './20261127_083000_first_revisions'
import * as passwordsNameAllSetters from './20261127_194800_passwords_name_all_setters'
import * as translationsAreNamed from './20261128_090000_translations_are_named'
import * as withdrawalsEndApprovals from './20261128_093000_withdrawals_end_approvals'
import * as textsThatReadOtherwise from './20261128_123000_texts_that_read_otherwise'
import * as nothingToTranslate from './20261128_190000_nothing_to_translate'
import * as whiteSpaceIsNoText from './20261128_230000_white_space_is_no_text'

/** The migrations of stored data, in order. `npm run migrate:create` adds one; running one again changes nothing. */
export const migrations: Migration[] = [
  { ...releasesHoldWhatTheyShow, name: '20261127_044000_releases_hold_what_they_show' },
  { ...accounts, name: '20261127_045000_accounts' },
  { ...textsDescribeTheirPictures, name: '20261127_052000_texts_describe_their_pictures' },
  { ...picturesAreDrawnAgain, name: '20261127_081500_pictures_are_drawn_again' },
  { ...formerFilesOfPicturesGo, name: '20261127_081600_former_files_of_pictures_go' },
  { ...editionsHoldWhatTheirPagesSay, name: '20261127_082500_editions_hold_what_their_pages_say' },
  { ...firstRevisions, name: '20261127_083000_first_revisions' },
  { ...passwordsNameAllSetters, name: '20261127_194800_passwords_name_all_setters' },
  { ...translationsAreNamed, name: '20261128_090000_translations_are_named' },
  { ...withdrawalsEndApprovals, name: '20261128_093000_withdrawals_end_approvals' },
  { ...textsThatReadOtherwise, name: '20261128_123000_texts_that_read_otherwise' },
  { ...nothingToTranslate, name: '20261128_190000_nothing_to_translate' },
  { ...whiteSpaceIsNoText, name: '20261128_230000_white_space_is_no_text' },
]
