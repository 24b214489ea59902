import { linkIndexes } from '@/accounts/passwordLinks'
import { accountIndexes } from '@/accounts/stores'
import { mailIndexes } from '@/mail/stores'
import { AuditEvents } from './AuditEvents'
import { Blobs } from './Blobs'
import { Countries } from './Countries'
import { Editions } from './Editions'
import { Imports } from './Imports'
import { Media } from './Media'
import { Memberships } from './Memberships'
import { Proposals } from './Proposals'
import { ReleaseDrafts } from './ReleaseDrafts'
import { Releases } from './Releases'
import { ReviewDecisions } from './ReviewDecisions'
import { Sections } from './Sections'
import { Toolkits } from './Toolkits'
import { UpdateDecisions } from './UpdateDecisions'
import { UpdateQuestions } from './UpdateQuestions'
import { Users } from './Users'
import { VariantSections } from './VariantSections'
import { Variants } from './Variants'
import { WorkflowEvents } from './WorkflowEvents'
import { WorkingCopies } from './WorkingCopies'

export const collections = [
  Users,
  Memberships,
  Countries,
  Toolkits,
  Sections,
  Imports,
  Variants,
  VariantSections,
  UpdateDecisions,
  Proposals,
  UpdateQuestions,
  Blobs,
  Releases,
  ReleaseDrafts,
  Editions,
  WorkflowEvents,
  ReviewDecisions,
  WorkingCopies,
  Media,
  AuditEvents,
]

/** The unique indexes that this application depends on; the server does not start without them. */
export const uniqueIndexes = [
  ...collections.flatMap(({ slug, indexes = [] }) =>
    indexes.filter(({ unique }) => unique).map(({ fields }) => ({ collection: slug, keys: [...fields] })),
  ),
  { collection: 'toolkits', keys: ['slug'] },
  { collection: 'users', keys: ['email'] },
  ...accountIndexes,
  ...linkIndexes,
  ...mailIndexes,
]
